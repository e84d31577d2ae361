import * as z from 'zod/mini';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { stateMachines, type Starting } from '../adapters/executions.ts';
import { readRun, type RunRecord } from '../adapters/run-ledger.ts';
import { runContinued } from '../adapters/run-transitions.ts';
import type { Store } from '../adapters/store.ts';
import { Fenced } from '../domain/errors.ts';
import { STARTED_WITHIN_MS, watchedFrom } from '../domain/reconciliation.ts';
import { bindable } from '../kit/bindable.ts';
import { optimistically } from '../kit/optimistic.ts';
import { runContext, type RunContext } from '../kit/run-context.ts';
import { task } from '../kit/task.ts';
import { resumeInput } from './resume-run.ts';

interface Ports { readonly store: Store; readonly executions: Starting }
const payload = z.object({ run: runContext });

/**
 * Work of any size must not grow the history of one execution: the run takes its next attempt, whose execution goes on from the
 * checkpoints. Whoever finds it taken and nobody at work, a repeated call or the reconciler, starts the very same again.
 */
export const handler = bindable((): Ports => ({ store: dynamodbStore(), executions: stateMachines() }), (ports: Ports) =>
  task((event) => optimistically(() => goOn(ports, payload.parse(event).run))));

async function goOn({ store, executions }: Ports, run: RunContext): Promise<{ attempt: number }> {
  const seen = await readRun(store, run.runId);
  if (seen?.status !== 'RUNNING') throw new Fenced('the run was ended');
  if (seen.attempt === run.attempt) await store.update(runContinued(seen, watchedFrom(new Date(), STARTED_WITHIN_MS)));
  else if (!isNext(seen, run)) throw new Fenced('the run is owned by a later attempt');
  const input = await resumeInput(store, seen, run.attempt + 1);
  if (!input) throw new Fenced('its event is no longer kept');
  await executions.startRun(seen.type, seen.runId, run.attempt + 1, input);
  return { attempt: run.attempt + 1 };
}

const isNext = ({ attempt, executionArn }: RunRecord, run: RunContext): boolean => attempt === run.attempt + 1 && executionArn === undefined;
