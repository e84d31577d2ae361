import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { vault } from '../../adapters/vault.ts';
import { layerFor, withChange } from '../../domain/process-config.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { pointerPart } from '../../kit/json-body.ts';
import { Problem, type FieldError } from '../../kit/problem.ts';
import { heldConfig, type HeldConfig } from '../../kit/process-config.ts';
import { compensates, type WorkflowDeclaration } from '../../kit/workflow.ts';
import { isDeployed, limitIsDeployed, noSuchStep, nothingIsUndone } from './config-texts.ts';
import { changeConfig, type WantedValues } from './routes.ts';
import { setting } from './setting.ts';

export const handler = endpoint(changeConfig, (request, { store }) => setting(request, store, (held, { workflow }) => {
  const { values: wanted } = request.body;
  const errors = errorsIn(wanted, workflow, held);
  if (errors.length > 0) throw new Problem('invalid-request', errors);
  const below = heldConfig(workflow, held.layers.slice(0, -1)).values;
  return layerFor(withChange(held.values, wanted), { own: held.layers.at(-1)?.set ?? {}, held: held.values, below });
}), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

const limits = ['timeout', 'retryAttempts', 'retryDelay', 'backoffRate'] as const;
const deployed = ['priority', 'parallelTasks', 'deadLetterQueue'] as const;

function errorsIn(wanted: WantedValues, workflow: WorkflowDeclaration, { values: { bestEffort } }: HeldConfig): readonly FieldError[] {
  const { config } = workflow;
  const otherwise = <Name extends keyof WantedValues & keyof typeof config>(names: readonly Name[]) => names.filter((name) => wanted[name] !== undefined && wanted[name] !== config[name]);
  const asked = { ...config, ...Object.fromEntries(otherwise(limits).map((name) => [name, wanted[name]])) };
  const steps = Object.keys(bestEffort);
  return [
    ...otherwise(limits).map((name) => ({ pointer: `/values/${name}`, code: 'not-changeable', explanation: limitIsDeployed(name, asked) } as const)),
    ...otherwise(deployed).map((name) => ({ pointer: `/values/${name}`, code: 'not-changeable', explanation: isDeployed(name) } as const)),
    ...(wanted.compensationEnabled && !compensates(workflow) ? [{ pointer: '/values/compensationEnabled', code: 'not-allowed', explanation: nothingIsUndone(workflow) } as const] : []),
    ...Object.keys(wanted.bestEffort ?? {}).filter((step) => !steps.includes(step))
      .map((step) => ({ pointer: `/values/bestEffort/${pointerPart(step)}`, code: 'unknown-field', explanation: noSuchStep(steps) } as const)),
  ];
}
