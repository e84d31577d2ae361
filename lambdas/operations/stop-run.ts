import type { Executions } from '../adapters/executions.ts';
import { readRun, readSteps, stepVoided, type RunRecord } from '../adapters/run-ledger.ts';
import { runMoved } from '../adapters/run-transitions.ts';
import type { Write } from '../adapters/store.ts';
import { contextFrom } from '../kit/run-context.ts';
import { stepsOf } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';
import { isUndone, startCompensation, type CompensationPorts } from './begin-compensation.ts';
import { leaveRunning, leavingRunning, type Stopping } from './failed-run.ts';
import { stopOwningExecution } from './owning-execution.ts';
import type { Commit } from './resume-run.ts';

export interface StopPorts extends CompensationPorts { readonly executions: Executions }

/**
 * Ends a run because an operator wants it so. No step of it has an effect from here on. What was done is undone where that can be,
 * and the run ends as cancelled then; where nothing can be undone it is parked, and cancelled.
 * @throws ConditionFailed when somebody else was faster
 */
export async function stopRun<Answer>(ports: StopPorts, seen: RunRecord, stopping: Stopping, commit: Commit<Answer>): Promise<Answer> {
  if (seen.status !== 'RUNNING') return cancelled(ports, seen, stopping, commit);
  const failure = { run: contextFrom(seen), error: { Error: 'Stopped' } };
  if (isUndone(seen)) {
    const answer = await commit('COMPENSATING', await leavingRunning(ports.store, seen, failure, 'COMPENSATING', stopping));
    await startCompensation(ports, seen, 1);
    await halted(ports, seen);
    return answer;
  }
  await leaveRunning(ports.store, seen, failure, 'PARKED', stopping);
  await halted(ports, seen);
  return cancelled(ports, await readRun(ports.store, seen.runId) ?? seen, stopping, commit);
}

async function cancelled<Answer>({ store }: CompensationPorts, seen: RunRecord, { by, noted }: Stopping, commit: Commit<Answer>): Promise<Answer> {
  const now = new Date();
  const records = await readSteps(store, seen.runId);
  const voided: readonly Write[] = stepsOf(workflowOf(seen.type)).map(({ step }) => stepVoided(seen.runId, step, 'stopped', records.find((each) => each.step === step), undefined, now));
  return commit('CANCELLED', [...runMoved(seen, 'CANCELLED', { finishedAt: now.toISOString(), noted, stoppedBy: by }), ...voided]);
}

const halted = ({ executions }: StopPorts, seen: RunRecord): Promise<void> => stopOwningExecution(executions, seen, 'An operator has stopped this run');
