import type { Route } from '../lambdas/kit/route.ts';
import { stepsOf, type StepDeclaration, type WorkflowDeclaration } from '../lambdas/kit/workflow.ts';

/** Which file is whose: everything that runs is found by its name, so that nothing that runs has to be imported here. */

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

export type Operation = 'claim-run' | 'complete-run' | 'park-run' | 'relay' | 'sweeper';
export const operationEntry = (operation: Operation): string => `lambdas/operations/${operation}.ts`;

export const routeEntry = ({ group, name }: Route): string => `lambdas/api/${group}/${name}.ts`;

/** The process as a part of names: of its folder, its stack and its log groups. */
export const dashed = ({ type }: WorkflowDeclaration): string => type.replaceAll('_', '-');

export const stepEntry = (workflow: WorkflowDeclaration, { step }: StepDeclaration): string =>
  `lambdas/workflows/${dashed(workflow)}/steps/${kebab(step)}.ts`;

export const completeEntry = (workflow: WorkflowDeclaration): string =>
  (workflow.closing ? `lambdas/workflows/${dashed(workflow)}/closing.ts` : operationEntry('complete-run'));

/** Every file that becomes a bundle, each once. */
export const entryPoints = (workflows: readonly WorkflowDeclaration[], routes: readonly Route[]): readonly string[] => [...new Set([
  ...(['claim-run', 'park-run', 'relay', 'sweeper'] as const).map(operationEntry),
  ...routes.map(routeEntry),
  ...workflows.flatMap((workflow) => [completeEntry(workflow), ...stepsOf(workflow).map((step) => stepEntry(workflow, step))]),
])];
