import type { DeadLetterQueues } from '../adapters/dead-letter-queues.ts';
import type { Executions } from '../adapters/executions.ts';
import type { RunRecord } from '../adapters/run-ledger.ts';
import { lookedAt } from '../adapters/run-transitions.ts';
import { ConditionFailed } from '../adapters/store.ts';
import { Fenced } from '../domain/errors.ts';
import { isOver, nextLook, STARTED_WITHIN_MS, verdictOn, type ExecutionState } from '../domain/reconciliation.ts';
import { log, safeError } from '../kit/log.ts';
import { contextFrom } from '../kit/run-context.ts';
import { compensationLimitMs } from '../kit/time-limits.ts';
import { workflowOf } from '../workflows/index.ts';
import { beginCompensation, startCompensation, type CompensationPorts } from './begin-compensation.ts';
import { compensationGivenUp } from './ended-compensation.ts';
import { parkAnew, timeOut, type TimedOutBecause } from './failed-run.ts';
import { owningExecution, stopOwningExecution } from './owning-execution.ts';
import { startResumed } from './resume-run.ts';

export interface ReconcilingPorts extends CompensationPorts { readonly executions: Executions; readonly queues: Pick<DeadLetterQueues, 'send'> }

/** What was mended; undefined where nothing was to be mended. */
export type Repair = 'timed out' | 'parked anew' | 'failure taken up' | 'run started' | 'compensation started' | 'compensation given up';

/**
 * Looks at one run that is in flight and does what nobody else did. Every act is a compare-and-set against what was seen, so
 * whoever comes second, the machine itself included, does nothing.
 * @param ended its execution is known to have ended, by the event that says so
 */
export async function reconcileRun(ports: ReconcilingPorts, seen: RunRecord, now: Date, ended = false): Promise<Repair | undefined> {
  const execution = ended ? 'ENDED' : await executionOf(ports, seen, now);
  return act(ports, seen, execution, now).catch((error: unknown) => {
    if (error instanceof ConditionFailed || error instanceof Fenced) return undefined;
    throw error;
  });
}

/** Not asked where the answer would change nothing. */
async function executionOf({ executions }: ReconcilingPorts, seen: RunRecord, now: Date): Promise<ExecutionState> {
  const arn = owningExecution(seen);
  if (arn === undefined || isOver(seen, now)) return undefined;
  return (await executions.look(arn))?.running ? 'RUNNING' : 'ENDED';
}

async function act(ports: ReconcilingPorts, seen: RunRecord, execution: ExecutionState, now: Date): Promise<Repair | undefined> {
  const verdict = verdictOn(seen, execution, now);
  switch (verdict) {
    case 'leave': return undefined;
    case 'look later': return lookAgain(ports, seen, now);
    case 'time out': return endRun(ports, seen, execution === 'ENDED' ? 'ExecutionEnded' : 'DeadlinePassed');
    case 'go on failing': {
      await beginCompensation(ports, { run: contextFrom(seen) });
      return 'failure taken up';
    }
    case 'start the run': {
      const started = await startResumed(ports, seen, { resolution: 'retried', by: 'system', now });
      await lookAgain(ports, seen, now);
      return started ? 'run started' : undefined;
    }
    case 'start the compensation': {
      await startCompensation(ports, seen, seen.compensation ?? 1);
      await lookAgain(ports, seen, now);
      return 'compensation started';
    }
    case 'give the compensation up': {
      await stopped(ports, seen);
      await compensationGivenUp(ports.store, seen);
      return 'compensation given up';
    }
  }
}

async function lookAgain({ store }: ReconcilingPorts, seen: RunRecord, now: Date): Promise<undefined> {
  const { deadlineAt } = seen;
  if (deadlineAt === undefined) return;
  const limit = seen.status === 'COMPENSATING' ? compensationLimitMs(workflowOf(seen.type)) : seen.executionArn === undefined ? STARTED_WITHIN_MS : (seen.config?.deadline ?? 0);
  await store.update(lookedAt(seen, nextLook(new Date(Date.parse(deadlineAt) - limit), now, deadlineAt)));
}

/** First the ledger, then the machine, then what follows from the failure: a crash between them is found at the next look. */
async function endRun(ports: ReconcilingPorts, seen: RunRecord, why: TimedOutBecause): Promise<Repair> {
  const failure = { run: contextFrom(seen), error: { Error: why } };
  if (seen.closed) {
    await parkAnew(ports.store, seen, failure);
    await stopped(ports, seen);
    return 'parked anew';
  }
  await timeOut(ports.store, seen, why);
  await stopped(ports, seen);
  await rung(ports, seen, why);
  await beginCompensation(ports, failure);
  return 'timed out';
}

const stopped = ({ executions }: ReconcilingPorts, seen: RunRecord): Promise<void> => stopOwningExecution(executions, seen, 'The ledger has ended this run');

/** The machine had no time to send its dead letter, and somebody should hear it ring; the row is written in any case. */
async function rung({ queues }: ReconcilingPorts, { runId, type, tenantId, eventId }: RunRecord, errorClass: TimedOutBecause): Promise<void> {
  await queues.send(workflowOf(type).config.deadLetterQueue, { runId, type, tenantId, eventId, errorClass }).catch((error: unknown) =>
    log.warn('the dead letter of a run could not be sent', { runId, type, error: safeError(error) }));
}
