import type { Executions } from '../adapters/executions.ts';
import type { RunRecord } from '../adapters/run-ledger.ts';
import { log, safeError } from '../kit/log.ts';

/** The execution that carries a run on: the one that undoes it, once it is undone. Undefined where none was started. */
export const owningExecution = ({ status, executionArn, compensationArn }: RunRecord): string | undefined => (status === 'COMPENSATING' ? compensationArn : executionArn);

/** Ends it where it can be ended; where it cannot, the fence keeps its steps from having an effect. */
export async function stopOwningExecution(executions: Executions, run: RunRecord, cause: string): Promise<void> {
  const arn = owningExecution(run);
  if (arn === undefined) return;
  await executions.stop(arn, cause).catch((error: unknown) =>
    log.warn('an execution could not be stopped; the fence holds it off', { runId: run.runId, type: run.type, error: safeError(error) }));
}
