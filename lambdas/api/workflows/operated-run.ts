import type { DeadLetterQueues } from '../../adapters/dead-letter-queues.ts';
import { readDeadLetter, type DeadLetter } from '../../adapters/dead-letters.ts';
import { readRun, type RunRecord } from '../../adapters/run-ledger.ts';
import { ConditionFailed, type Store } from '../../adapters/store.ts';
import type { Caller } from '../../kit/authentication.ts';
import { log, safeError } from '../../kit/log.ts';
import { Problem } from '../../kit/problem.ts';
import { workflowOf } from '../../workflows/index.ts';

/** A run of the caller's tenant; one of another answers as one that does not exist. */
export async function ownRun(store: Store, runId: string, caller: Caller): Promise<RunRecord> {
  const run = await readRun(store, runId);
  if (run?.tenantId !== caller.tenantId) throw new Problem('not-found');
  return run;
}

/** A dead letter of the caller's tenant that still waits for somebody. */
export async function ownDeadLetter(store: Store, id: string, caller: Caller): Promise<DeadLetter> {
  const letter = await readDeadLetter(store, caller.tenantId, id);
  if (!letter) throw new Problem('not-found');
  if (letter.status === 'RESOLVED') throw new Problem('not-possible-now');
  return letter;
}

/** Somebody else acted between the look and the act: what was seen is not there any more. */
export function refuseIfChanged(error: unknown): never {
  throw error instanceof ConditionFailed ? new Problem('not-possible-now') : error;
}

/** The run's message in the queue is the alarm. What was decided stands, whether or not it can be found and taken away. */
export async function silenced(queues: DeadLetterQueues, type: string, runId: string): Promise<void> {
  await queues.silence(workflowOf(type).config.deadLetterQueue, runId).catch((error: unknown) =>
    log.warn('the dead letter of a run stays in its queue', { runId, type, error: safeError(error) }));
}
