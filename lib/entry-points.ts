import type { Route } from '../lambdas/kit/route.ts';
import { stepsOf, type Undo, type WorkflowDeclaration } from '../lambdas/kit/workflow.ts';

/** Which file is whose: everything that runs is found by its name, so that nothing that runs has to be imported here. */

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

export type Operation = 'claim-run' | 'complete-run' | 'continue-run' | 'park-run' | 'begin-compensation' | 'claim-compensation' | 'record-compensation' | 'relay' | 'sweeper' | 'reconciler' | 'execution-ended' | 'unverified-accounts' | 'deletions-due' | 'residue-search' | 'mail-feedback' | 'check-origin';
export const operationEntry = (operation: Operation): string => `lambdas/operations/${operation}.ts`;

/** Whatever is asked for at no path that is declared. */
export const ELSEWHERE_ENTRY = 'lambdas/api/elsewhere.ts';
export const routeEntry = ({ group, name }: Route): string => `lambdas/api/${group}/${name}.ts`;

/** The process as a part of names: of its folder, its stack and its log groups. */
export const dashed = ({ type }: WorkflowDeclaration): string => type.replaceAll('_', '-');

export const stepEntry = (workflow: WorkflowDeclaration, { step }: { readonly step: string }): string =>
  `lambdas/workflows/${dashed(workflow)}/steps/${kebab(step)}.ts`;

export const completeEntry = (workflow: WorkflowDeclaration): string =>
  (workflow.closing ? `lambdas/workflows/${dashed(workflow)}/closing.ts` : operationEntry('complete-run'));

/** What undoes a step stands in the file of the step; what follows the undos has a file of its own. */
export function undoHandler(workflow: WorkflowDeclaration, undo: Undo): { readonly entry: string; readonly handler: string } {
  const undone = stepsOf(workflow).find(({ compensation }) => 'step' in compensation && compensation.step === undo.step);
  return undone ? { entry: stepEntry(workflow, undone), handler: 'index.undo' } : { entry: stepEntry(workflow, undo), handler: 'index.handler' };
}

/** Every file that becomes a bundle, each once. */
export const entryPoints = (workflows: readonly WorkflowDeclaration[], routes: readonly Route[]): readonly string[] => [...new Set([
  ...(['claim-run', 'continue-run', 'park-run', 'begin-compensation', 'claim-compensation', 'record-compensation', 'relay', 'sweeper', 'reconciler', 'execution-ended', 'unverified-accounts', 'deletions-due', 'residue-search', 'mail-feedback', 'check-origin'] as const).map(operationEntry),
  ...routes.map(routeEntry), ELSEWHERE_ENTRY,
  ...workflows.flatMap((workflow) => [completeEntry(workflow), ...[...stepsOf(workflow), ...workflow.afterCompensation].map((step) => stepEntry(workflow, step))]),
])];
