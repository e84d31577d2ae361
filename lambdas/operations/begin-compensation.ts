import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { stateMachines, type Starting } from '../adapters/executions.ts';
import { readRun, type RunRecord } from '../adapters/run-ledger.ts';
import { runMoved } from '../adapters/run-transitions.ts';
import type { Store, Write } from '../adapters/store.ts';
import { Fenced } from '../domain/errors.ts';
import type { RunStatus } from '../domain/run.ts';
import { bindable } from '../kit/bindable.ts';
import { optimistically } from '../kit/optimistic.ts';
import { contextFrom } from '../kit/run-context.ts';
import { task } from '../kit/task.ts';
import { compensates } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';
import { compensationBegun, failurePayload, leaveRunning, parkAnew, type Failure } from './failed-run.ts';

export interface CompensationPorts { readonly store: Store; readonly executions: Starting }

export const handler = bindable((): CompensationPorts => ({ store: dynamodbStore(), executions: stateMachines() }), (ports: CompensationPorts) =>
  task((event) => beginCompensation(ports, failurePayload.parse(event))));

/**
 * The one way into compensation, for the machine and the reconciler; an operator who stops a run goes the same way. The compare-and-set in the ledger decides who
 * begins it; the machine is started after it, by a name that says the run and the attempt, so that whoever finds it begun and not
 * running starts the very same again. Where nothing can be undone, or shall not be, the run is parked.
 * @throws Fenced when the run was ended or is owned by a later attempt
 */
export const beginCompensation = (ports: CompensationPorts, failure: Failure): Promise<{ status: RunStatus }> => optimistically(() => begin(ports, failure));

async function begin(ports: CompensationPorts, failure: Failure): Promise<{ status: RunStatus }> {
  const seen = await readRun(ports.store, failure.run.runId);
  if (seen?.status === 'COMPENSATING') return startCompensation(ports, seen, seen.compensation ?? 1);
  if (seen && begunBefore(seen, failure)) return { status: seen.status };
  if ((seen?.status !== 'RUNNING' && seen?.status !== 'TIMED_OUT') || seen.attempt !== failure.run.attempt) throw new Fenced('the run was ended or is owned by a later attempt');
  if (seen.closed) return { status: await parkAnew(ports.store, seen, failure) };
  const to = isUndone(seen) ? 'COMPENSATING' : 'PARKED';
  await leaveRunning(ports.store, seen, failure, to);
  return to === 'PARKED' ? { status: to } : startCompensation(ports, seen, 1);
}

/** Whether a failure of this run is undone: its process can, and what the run is pinned to says so. */
export function isUndone({ type, config }: RunRecord): boolean {
  const workflow = workflowOf(type);
  return compensates(workflow) && (config ?? workflow.config).compensationEnabled;
}

/** This very failure has had its answer, which was lost on the way; the compensation may be over by now. */
const begunBefore = ({ status, attempt, compensation }: RunRecord, { run }: Failure): boolean =>
  status === 'PARKED' || (compensation !== undefined && attempt === run.attempt);

/**
 * Another attempt, by an operator who names what he saw: from COMPENSATION_FAILED, committed with what he decided.
 * @throws ConditionFailed when somebody else was faster
 */
export async function compensateAgain<Answer>(
  ports: CompensationPorts, seen: RunRecord, along: readonly Write[], commit: (writes: readonly Write[]) => Promise<Answer>,
): Promise<Answer> {
  const attempt = (seen.compensation ?? 1) + 1;
  const answer = await commit([...runMoved(seen, 'COMPENSATING', compensationBegun(workflowOf(seen.type), attempt, new Date())), ...along]);
  await startCompensation(ports, seen, attempt);
  return answer;
}

/** Under the name of this attempt: whoever starts it again starts nothing. */
export async function startCompensation({ executions }: CompensationPorts, seen: RunRecord, attempt: number): Promise<{ status: 'COMPENSATING' }> {
  await executions.startCompensation(seen.type, seen.runId, attempt, { run: contextFrom(seen), compensation: { attempt } });
  return { status: 'COMPENSATING' };
}
