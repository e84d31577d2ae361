import { deadLetterResolved, type DeadLetter } from '../../adapters/dead-letters.ts';
import { sqsDeadLetterQueues } from '../../adapters/dead-letter-queues.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { aggregateIn, eventGivenUp } from '../../adapters/event-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { readRun, stepSkipped, type Answering, type RunRecord } from '../../adapters/run-ledger.ts';
import { runMoved, runRetallied } from '../../adapters/run-transitions.ts';
import type { Write } from '../../adapters/store.ts';
import { vault } from '../../adapters/vault.ts';
import type { RunStatus } from '../../domain/run.ts';
import { tallyWithout } from '../../domain/tally.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { notedAct } from '../../operations/noted-act.ts';
import { workflowOf } from '../../workflows/index.ts';
import { userDeletion } from '../../workflows/user-deletion/workflow.ts';
import { letterSilenced, ownDeadLetter, refuseIfChanged } from './operated-run.ts';
import { deleteDeadLetter } from './routes.ts';

/** Nothing disappears: the row tells for a while who gave it up, and why. */
export const handler = endpoint(deleteDeadLetter, async ({ params: { id }, query, body: { reason }, caller, origin, now, commit }, { store, queues }) => {
  const letter = await ownDeadLetter(store, id, caller, query);
  // Whoever was promised to be erased has no other way to it: it is delivered, however long that takes.
  if (letter.kind === 'undelivered_event' && letter.type === userDeletion.type) throw new Problem('erasure-promised');
  const run = letter.runId === undefined ? undefined : await readRun(store, letter.runId);
  const { noted, writes } = await notedAct(store, { tenantId: letter.tenantId, userId: run?.subject ?? aboutWhom(letter) },
    { action: 'dead_letter.closed', actor: caller.userId, correlationId: origin.requestId, reason, now, ...(run && { runId: run.runId }) });
  const answering = { by: caller.userId, noted, now };
  const reply = await commit([
    deadLetterResolved(letter.tenantId, id, 'OPEN', { resolution: 'given up', ...answering }),
    ...(run ? givenUp(letter, run, answering) : []), ...(letter.event ? [eventGivenUp(letter.event)] : []), ...writes,
  ], { status: 204 }).catch(refuseIfChanged);
  await letterSilenced(queues, letter);
  return reply;
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()), queues: sqsDeadLetterQueues() };
});

/** Of an event its aggregate; what is about nothing that can be told is only about itself. */
const aboutWhom = ({ id, event }: DeadLetter): string => (event && aggregateIn(event)) ?? id;

/** Somebody must still decide, or somebody is at work: such a run is not swept under the carpet. */
const undecided: ReadonlySet<RunStatus> = new Set(['RUNNING', 'WAITING', 'TIMED_OUT', 'COMPENSATING', 'COMPENSATION_FAILED']);

function givenUp({ kind, step }: DeadLetter, run: RunRecord, answering: Answering): readonly Write[] {
  if (run.status === 'PARKED' && workflowOf(run.type).outlivesAccount) throw new Problem('past-the-pivot');
  if (undecided.has(run.status)) throw new Problem('not-possible-now');
  if (kind === 'parked_step' && step) return [stepSkipped(run.runId, step, answering), ...runRetallied(run, tallyWithout(run.tally ?? {}, step))];
  return run.status === 'PARKED' ? runMoved(run, 'CANCELLED', { finishedAt: answering.now.toISOString(), noted: answering.noted, stoppedBy: answering.by }) : [];
}
