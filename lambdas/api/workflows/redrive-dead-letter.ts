import { deadLetterResolved, type DeadLetter } from '../../adapters/dead-letters.ts';
import { pendingAgain, storedEvent } from '../../adapters/event-store.ts';
import { readRun } from '../../adapters/run-ledger.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { RunStatus } from '../../domain/run.ts';
import { endpoint, type Reply } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { notedAct } from '../../operations/noted-act.ts';
import { takeUpAgain, type ResumePorts, type TakingUp } from '../../operations/resume-run.ts';
import { letterSilenced, operatorPorts, ownDeadLetter, refuseIfChanged } from './operated-run.ts';
import { redriveDeadLetter } from './routes.ts';

type Redriven = (writes: readonly Write[]) => Promise<Reply>;

/** Whoever redrives a second time finds the row taken, or the run where nothing is left to be tried. */
export const handler = endpoint(redriveDeadLetter, async ({ params: { id }, query, body: { reason }, caller, origin, now, commit }, ports) => {
  const letter = await ownDeadLetter(ports.store, id, caller, query);
  const taking: TakingUp = { resolution: 'redriven', by: caller.userId, now, correlationId: origin.requestId, ...(reason && { reason }) };
  const redriven: Redriven = (writes) => commit(writes, { status: 202, body: { id, ...(letter.runId && { runId: letter.runId }) } });
  const reply = await (letter.runId ? takeUpRun(ports, letter.runId, letter, taking, redriven) : publishAgain(ports.store, letter, taking, redriven)).catch(refuseIfChanged);
  if (!reply) throw new Problem('not-possible-now');
  // One that stays open goes on ringing.
  if (letter.kind !== 'undelivered_event') await letterSilenced(ports.queues, letter);
  return reply;
}, operatorPorts);

async function takeUpRun(ports: ResumePorts, runId: string, { kind }: DeadLetter, taking: TakingUp, redriven: Redriven): Promise<Reply | undefined> {
  const run = await readRun(ports.store, runId);
  if (!run || !leftIn[kind === 'parked_step' ? 'step' : 'run'].includes(run.status)) return undefined;
  return takeUpAgain(ports, run, taking, (_, writes) => redriven(writes));
}

/** Where a run stands whose failure, or whose parked step, waits to be tried again; RUNNING where the machine was never started. */
const leftIn: Readonly<Record<'run' | 'step', readonly RunStatus[]>> = {
  run: ['PARKED', 'COMPENSATION_FAILED', 'RUNNING'], step: ['COMPLETED_WITH_WARNINGS', 'RUNNING'],
};

/**
 * The mark is back on the stored event, and the sweeper publishes it; one that still cannot be read stays where it is. One that
 * nobody claims waits on until a run has it.
 */
async function publishAgain(store: Store, { id, kind, tenantId, event }: DeadLetter, { correlationId, by: actor, now, reason, resolution }: TakingUp, redriven: Redriven): Promise<Reply | undefined> {
  const item = event && await store.get('events', event);
  const detail = item && storedEvent(item)?.detail;
  if (!detail) return undefined;
  const { noted, writes } = await notedAct(store, { tenantId, userId: detail.aggregateId }, { action: 'dead_letter.redriven', actor, correlationId, now, ...(reason && { reason }) });
  return redriven([
    pendingAgain(event, detail.eventId), ...(kind === 'poison_event' ? [deadLetterResolved(tenantId, id, 'OPEN', { resolution, by: actor, now, noted })] : []), ...writes,
  ]);
}
