import { sqsDeadLetterQueues, type DeadLetterQueues } from '../../adapters/dead-letter-queues.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { diagramOf } from '../../kit/diagram.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { configFor, type HeldConfig } from '../../kit/process-config.ts';
import { requiredSetting } from '../../kit/settings.ts';
import { compensates, compensationOf, type StepDeclaration, type WorkflowDeclaration } from '../../kit/workflow.ts';
import { workflowsHere } from '../../workflows/index.ts';
import type { ProcessView } from './process-view-schemas.ts';
import { listProcesses } from './routes.ts';

export const handler = endpoint(listProcesses, async ({ caller: { tenantId } }, { queues, store }) => ({
  status: 200, body: { items: await Promise.all(workflowsHere().map(async (workflow) => processView(workflow, queues, await configFor(store, workflow, tenantId)))) },
}), () => ({ store: dynamodbStore(), queues: sqsDeadLetterQueues() }));

async function processView(workflow: WorkflowDeclaration, queues: DeadLetterQueues, held: HeldConfig): Promise<ProcessView> {
  const { type, title, startsOn, stages, afterCompensation, config } = workflow;
  const machine = `${requiredSetting('STATE_MACHINES')}${type}`;
  return {
    type, name: title, trigger: startsOn.name, config: { ...config, compensationEnabled: config.compensationEnabled && compensates(workflow) }, diagram: diagramOf(workflow),
    steps: stages.flatMap((stage) => stage.steps.map((step) => ({ ...stepView(step), stage: stage.title, order: stage.order }))),
    forwardOnly: !compensates(workflow), undos: compensationOf(workflow).map(({ step }) => step), afterCompensation: afterCompensation.map(({ step }) => step),
    enabled: held.values.enabled, configVersion: held.version, configChangedAt: lastChange(held),
    stateMachineArn: machine, compensationArn: compensates(workflow) ? `${machine}-compensation` : null,
    deadLetterQueueUrl: await queues.urlOf(config.deadLetterQueue),
  };
}

const lastChange = ({ layers }: HeldConfig): string | null => layers.flatMap((layer) => layer?.changedAt ?? []).toSorted().at(-1) ?? null;

const stepView = ({ step, criticality, compensation, onlyIf, leadsBack }: StepDeclaration) => ({
  step, criticality, ...(onlyIf && { onlyIf }), ...(leadsBack && { leadsBackTo: leadsBack.repeats[0] }),
  ...('step' in compensation ? { compensation: compensation.step } : { compensation: null, nothingToUndo: compensation.nothingToUndo }),
});
