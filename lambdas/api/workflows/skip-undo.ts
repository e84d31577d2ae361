import { deadLetterResolved, failedRunLetterId } from '../../adapters/dead-letters.ts';
import { readUndo, undoSkipped } from '../../adapters/run-ledger.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { subjectOf } from '../../kit/run-context.ts';
import { compensateAgain } from '../../operations/begin-compensation.ts';
import { notedAct } from '../../operations/noted-act.ts';
import { operatorPorts, ownRun, refuseIfChanged, silenced } from './operated-run.ts';
import { skipUndo } from './routes.ts';

export const handler = endpoint(skipUndo, async ({ params: { runId, step }, body: { reason }, caller, origin, now, commit }, ports) => {
  const run = await ownRun(ports.store, runId, caller);
  if (run.status !== 'COMPENSATION_FAILED' || (await readUndo(ports.store, runId, step))?.status !== 'FAILED') throw new Problem('not-possible-now');
  const { noted, writes: audit } = await notedAct(ports.store, subjectOf(run),
    { action: 'run.undo_skipped', actor: caller.userId, correlationId: origin.requestId, runId, outcomes: [{ step, status: 'SKIPPED' }], reason, now });
  const answering = { by: caller.userId, noted, now };
  const reply = await compensateAgain(ports, run, [
    undoSkipped(runId, step, answering), deadLetterResolved(run.tenantId, failedRunLetterId(run), 'OPEN', { resolution: 'skipped', ...answering }), ...audit,
  ], (writes) => commit(writes, { status: 202, body: { runId, status: 'COMPENSATING' } })).catch(refuseIfChanged);
  await silenced(ports.queues, run.type, runId);
  return reply;
}, operatorPorts);
