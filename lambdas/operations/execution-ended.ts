import middy from '@middy/core';
import * as z from 'zod/mini';
import { sqsDeadLetterQueues } from '../adapters/dead-letter-queues.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { stateMachines } from '../adapters/executions.ts';
import { readRun } from '../adapters/run-ledger.ts';
import { envelope } from '../domain/events/event.ts';
import { runIdOf } from '../domain/run.ts';
import { bindable } from '../kit/bindable.ts';
import { runContext } from '../kit/run-context.ts';
import { workflowOn } from '../workflows/index.ts';
import { owningExecution } from './owning-execution.ts';
import { reconcileRun, type ReconcilingPorts, type Repair } from './reconcile-run.ts';

/** "Step Functions Execution Status Change"; nothing but the name of the execution is relied upon. */
const payload = z.object({ detail: z.object({ executionArn: z.string() }) });

/** What an execution of ours was started with: an event, or the run that is undone. */
const started = z.union([
  z.object({ 'detail-type': z.string(), detail: envelope }),
  z.object({ run: runContext }),
]);

/**
 * AWS says that an execution failed, timed out or was stopped. Most have told the ledger themselves; whoever has not is dealt with
 * now and not at the reconciler's next pass. The event may come late, twice or never: the ledger decides.
 */
export const handler = bindable(
  (): ReconcilingPorts => ({ store: dynamodbStore(), executions: stateMachines(), queues: sqsDeadLetterQueues() }),
  (ports: ReconcilingPorts) => middy<unknown, { repair?: Repair }>({ timeoutEarlyInMillis: 0 })
    .handler((event) => dealWith(ports, payload.parse(event).detail.executionArn)));

async function dealWith(ports: ReconcilingPorts, executionArn: string): Promise<{ repair?: Repair }> {
  const runId = runIdIn((await ports.executions.look(executionArn))?.input);
  const run = runId === undefined ? undefined : await readRun(ports.store, runId);
  if (!run || owningExecution(run) !== executionArn) return {};
  const repair = await reconcileRun(ports, run, new Date(), true);
  return repair === undefined ? {} : { repair };
}

function runIdIn(input: string | undefined): string | undefined {
  const { data } = started.safeParse(input === undefined || input === '' ? undefined : JSON.parse(input));
  if (!data) return undefined;
  return 'run' in data ? data.run.runId : runIdOf(workflowOn(data['detail-type']).type, data.detail.eventId);
}
