import { deadLetterResolved, failedRunLetterId } from '../../adapters/dead-letters.ts';
import { isStoppable } from '../../domain/run.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { subjectOf } from '../../kit/run-context.ts';
import { notedAct } from '../../operations/noted-act.ts';
import { stopRun as stop } from '../../operations/stop-run.ts';
import { workflowOf } from '../../workflows/index.ts';
import { operatorPorts, ownRun, refuseIfChanged, silenced } from './operated-run.ts';
import { stopRun } from './routes.ts';

export const handler = endpoint(stopRun, async ({ params: { runId }, body: { reason }, caller, origin, now, commit }, ports) => {
  const run = await ownRun(ports.store, runId, caller);
  if (workflowOf(run.type).outlivesAccount) throw new Problem('past-the-pivot');
  if (!isStoppable(run)) throw new Problem('not-possible-now');
  const { noted, writes: audit } = await notedAct(ports.store, subjectOf(run), { action: 'run.stopped', actor: caller.userId, correlationId: origin.requestId, runId, reason, now });
  const letter = run.status === 'PARKED' ? [deadLetterResolved(run.tenantId, failedRunLetterId(run), 'OPEN', { resolution: 'given up', by: caller.userId, now, noted })] : [];
  const reply = await stop(ports, run, { by: caller.userId, noted }, (status, writes) => commit([...writes, ...letter, ...audit], { status: 202, body: { runId, status } })).catch(refuseIfChanged);
  await silenced(ports.queues, run.type, runId);
  return reply;
}, operatorPorts);
