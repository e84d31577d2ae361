import { pointerPart } from '../../kit/json-body.ts';
import type { FieldError } from '../../kit/problem.ts';
import type { HeldConfig } from '../../kit/process-config.ts';
import { compensates, type WorkflowConfig, type WorkflowDeclaration } from '../../kit/workflow.ts';
import { isDeployed, limitIsDeployed, noSuchStep, nothingIsUndone } from './config-texts.ts';
import type { WantedValues } from './routes.ts';

const limits = ['timeout', 'retryAttempts', 'retryDelay', 'backoffRate'] as const;
const deployed = ['priority', 'parallelTasks', 'deadLetterQueue'] as const;

const otherwise = <Name extends keyof WantedValues & keyof WorkflowConfig>(wanted: WantedValues, config: WorkflowConfig, names: readonly Name[]): readonly Name[] =>
  names.filter((name) => wanted[name] !== undefined && wanted[name] !== config[name]);

/** The machine as it would be with the limits that are wanted. */
export const limitsWith = (wanted: WantedValues, { config }: WorkflowDeclaration): WorkflowConfig =>
  ({ ...config, ...Object.fromEntries(otherwise(wanted, config, limits).map((name) => [name, wanted[name]])) });

/** Why these values cannot be set while the process runs; none where they can. */
export function errorsIn(wanted: WantedValues, workflow: WorkflowDeclaration, { values: { bestEffort } }: HeldConfig): readonly FieldError[] {
  const asked = limitsWith(wanted, workflow);
  const steps = Object.keys(bestEffort);
  return [
    ...otherwise(wanted, workflow.config, limits).map((name) => ({ pointer: `/values/${name}`, code: 'not-changeable', explanation: limitIsDeployed(name, asked, workflow) } as const)),
    ...otherwise(wanted, workflow.config, deployed).map((name) => ({ pointer: `/values/${name}`, code: 'not-changeable', explanation: isDeployed(name) } as const)),
    ...(wanted.compensationEnabled && !compensates(workflow) ? [{ pointer: '/values/compensationEnabled', code: 'not-allowed', explanation: nothingIsUndone(workflow) } as const] : []),
    ...Object.keys(wanted.bestEffort ?? {}).filter((step) => !steps.includes(step))
      .map((step) => ({ pointer: `/values/bestEffort/${pointerPart(step)}`, code: 'unknown-field', explanation: noSuchStep(steps) } as const)),
  ];
}
