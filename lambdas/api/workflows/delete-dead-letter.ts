import { audited } from '../../adapters/audit.ts';
import { deadLetterResolved, type DeadLetter } from '../../adapters/dead-letters.ts';
import { sqsDeadLetterQueues } from '../../adapters/dead-letter-queues.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { eventGivenUp } from '../../adapters/event-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { readRun, stepSkipped, type RunRecord } from '../../adapters/run-ledger.ts';
import { runMoved, runRetallied } from '../../adapters/run-transitions.ts';
import type { Write } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import type { RunStatus } from '../../domain/run.ts';
import { tallyWithout } from '../../domain/tally.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { workflowOf } from '../../workflows/index.ts';
import { userDeletion } from '../../workflows/user-deletion/workflow.ts';
import { letterSilenced, ownDeadLetter, refuseIfChanged } from './operated-run.ts';
import { deleteDeadLetter } from './routes.ts';

type Request = RequestOf<typeof deleteDeadLetter>;

/** Nothing disappears: the row tells for a while who gave it up, and why. */
export const handler = endpoint(deleteDeadLetter, async (request, { store, queues }) => {
  const { params: { id }, query, body: { reason }, caller, now, commit } = request;
  const letter = await ownDeadLetter(store, id, caller, query);
  // Whoever was promised to be erased has no other way to it: it is delivered, however long that takes.
  if (letter.kind === 'undelivered_event' && letter.type === userDeletion.type) throw new Problem('erasure-promised');
  const run = letter.runId === undefined ? undefined : await readRun(store, letter.runId);
  const reply = await commit([
    deadLetterResolved(letter.tenantId, id, 'OPEN', { resolution: 'given up', by: caller.userId, now, reason }),
    ...(run ? givenUp(letter, run, request) : []), ...(letter.event ? [eventGivenUp(letter.event)] : []),
  ], { status: 204 }).catch(refuseIfChanged);
  await letterSilenced(queues, letter);
  return reply;
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), queues: sqsDeadLetterQueues() };
});

/** Somebody must still decide, or somebody is at work: such a run is not swept under the carpet. */
const undecided: ReadonlySet<RunStatus> = new Set(['RUNNING', 'WAITING', 'TIMED_OUT', 'COMPENSATING', 'COMPENSATION_FAILED']);

function givenUp({ kind, step }: DeadLetter, run: RunRecord, { body: { reason }, caller, origin, now }: Request): readonly Write[] {
  if (run.status === 'PARKED' && workflowOf(run.type).outlivesAccount) throw new Problem('past-the-pivot');
  if (undecided.has(run.status)) throw new Problem('not-possible-now');
  const noted = audited({ tenantId: run.tenantId, userId: run.subject }, { action: 'dead_letter.closed', actor: caller.userId, correlationId: origin.requestId, runId: run.runId, reason, now });
  if (kind === 'parked_step' && step) return [stepSkipped(run.runId, step, reason, caller.userId, now), ...runRetallied(run, tallyWithout(run.tally ?? {}, step)), noted];
  return run.status === 'PARKED' ? [...runMoved(run, 'CANCELLED', { finishedAt: now.toISOString(), reason, stoppedBy: caller.userId }), noted] : [noted];
}
