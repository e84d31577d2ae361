import { sqsDeadLetterQueues, type DeadLetterQueues } from '../../adapters/dead-letter-queues.ts';
import { readDeadLetter, type DeadLetter } from '../../adapters/dead-letters.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { stateMachines, type Executions } from '../../adapters/executions.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { readRun, type RunRecord } from '../../adapters/run-ledger.ts';
import { ConditionFailed, type Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { undeliveredQueue } from '../../domain/dead-letter.ts';
import type { Caller } from '../../kit/authentication.ts';
import { log, safeError } from '../../kit/log.ts';
import { Problem } from '../../kit/problem.ts';
import { administersPlatform, tenantOf } from '../../kit/tenant-scope.ts';
import { workflowOf } from '../../workflows/index.ts';

/** What acting on runs takes: the tables, the machines, and the queues in which the alarm lies. */
export interface OperatorPorts { readonly store: Store; readonly vault: Vault; readonly executions: Executions; readonly queues: DeadLetterQueues }
export function operatorPorts(): OperatorPorts {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), executions: stateMachines(), queues: sqsDeadLetterQueues() };
}

/** A run of the caller's tenant; one of another answers as one that does not exist, but for whoever administers the platform. */
export async function ownRun(store: Store, runId: string, caller: Caller): Promise<RunRecord> {
  const run = await readRun(store, runId);
  if (!run || (run.tenantId !== caller.tenantId && !administersPlatform(caller))) throw new Problem('not-found');
  return run;
}

/** A dead letter of the caller's tenant, or of the one that a platform administrator names, that still waits for somebody. */
export async function ownDeadLetter(store: Store, id: string, caller: Caller, query: { readonly tenant?: string | undefined }): Promise<DeadLetter> {
  const letter = await readDeadLetter(store, tenantOf(caller, query), id);
  if (!letter) throw new Problem('not-found');
  if (letter.status === 'RESOLVED') throw new Problem('not-possible-now');
  return letter;
}

/** Somebody else acted between the look and the act: what was seen is not there any more. */
export function refuseIfChanged(error: unknown): never {
  throw error instanceof ConditionFailed ? new Problem('not-possible-now') : error;
}

/** The message in the queue is the alarm. What was decided stands, whether or not it can be found and taken away. */
export const silenced = (queues: DeadLetterQueues, type: string, runId: string): Promise<void> =>
  takenAway(queues, workflowOf(type).config.deadLetterQueue, runId);

/** The same for a row of any kind; an event may also lie in the queue of what could not be handed over. */
export async function letterSilenced(queues: DeadLetterQueues, { kind, type, runId, eventId, queue, messageId }: DeadLetter): Promise<void> {
  const mark = kind === 'foreign_failure' ? eventId : messageId;
  if (queue !== undefined && mark !== undefined) await takenAway(queues, queue, mark);
  else if (kind === 'failed_run' && type && runId) await silenced(queues, type, runId);
  else if (kind === 'undelivered_event' && type && eventId) await takenAway(queues, undeliveredQueue(type), eventId);
}

async function takenAway(queues: DeadLetterQueues, queue: string, mark: string): Promise<void> {
  await queues.silence(queue, mark).catch((error: unknown) => log.warn('a dead letter stays in its queue', { error: safeError(error) }));
}
