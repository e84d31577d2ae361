import { sqsDeadLetterQueues } from '../../adapters/dead-letter-queues.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { stateMachines } from '../../adapters/executions.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { takeUpAgain } from '../../operations/resume-run.ts';
import { ownRun, refuseIfChanged, silenced } from './operated-run.ts';
import { retryRun } from './routes.ts';

export const handler = endpoint(retryRun, async ({ params: { runId }, caller, origin, now, commit }, ports) => {
  const run = await ownRun(ports.store, runId, caller);
  const taking = { resolution: 'retried', by: caller.userId, now, correlationId: origin.requestId } as const;
  const reply = await takeUpAgain(ports, run, taking, (status, writes) => commit(writes, { status: 202, body: { runId, status } })).catch(refuseIfChanged);
  if (!reply) throw new Problem('not-possible-now');
  await silenced(ports.queues, run.type, runId);
  return reply;
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), executions: stateMachines(), queues: sqsDeadLetterQueues() };
});
