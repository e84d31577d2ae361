import type { RunRecord } from '../../adapters/run-ledger.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { validated } from '../../kit/json-body.ts';
import { Problem } from '../../kit/problem.ts';
import { workflowOf } from '../../workflows/index.ts';
import { takeUpAgain, type TakingUp } from '../../operations/resume-run.ts';
import { operatorPorts, ownRun, refuseIfChanged, silenced } from './operated-run.ts';
import { retryRun } from './routes.ts';

type Request = RequestOf<typeof retryRun>;

export const handler = endpoint(retryRun, async (request, ports) => {
  const { params: { runId }, body: { reason }, caller, origin, now, commit } = request;
  const run = await ownRun(ports.store, runId, caller);
  const taking: TakingUp = { resolution: 'retried', by: caller.userId, reason, now, correlationId: origin.requestId, ...correctedInput(request, run) };
  const reply = await takeUpAgain(ports, run, taking, (status, writes) => commit(writes, { status: 202, body: { runId, status } })).catch(refuseIfChanged);
  if (!reply) throw new Problem('not-possible-now');
  await silenced(ports.queues, run.type, runId);
  return reply;
}, operatorPorts);

/** The event as it would have been: its schema must accept it, and it is about the same subject. A compensation has no input. */
function correctedInput({ body: { input } }: Request, run: RunRecord): Pick<TakingUp, 'input'> {
  if (!input) return {};
  if (run.status === 'COMPENSATION_FAILED') throw new Problem('not-possible-now');
  const corrected = { userId: run.subject, ...run.data, ...run.input, ...input };
  validated(workflowOf(run.type).startsOn.data, corrected, '/input');
  if (corrected.userId !== run.subject) throw new Problem('invalid-request', [{ pointer: '/input/userId', code: 'not-allowed' }]);
  return { input: { ...run.input, ...input } };
}
