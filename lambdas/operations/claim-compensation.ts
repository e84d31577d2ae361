import * as z from 'zod/mini';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readRun } from '../adapters/run-ledger.ts';
import { compensationTaken } from '../adapters/run-transitions.ts';
import type { Store } from '../adapters/store.ts';
import { DuplicateRun, Fenced } from '../domain/errors.ts';
import { bindable } from '../kit/bindable.ts';
import { optimistically } from '../kit/optimistic.ts';
import { task } from '../kit/task.ts';
import { compensating, type Compensating } from '../kit/undo.ts';

const payload = z.object({ ...compensating.shape, executionArn: z.string() });

/** First state of every compensation machine: this execution owns this attempt of the compensation, or it ends. */
export const handler = bindable(() => ({ store: dynamodbStore() }), ({ store }: { store: Store }) =>
  task((event) => optimistically(() => claim(store, payload.parse(event)))));

async function claim(store: Store, { run, compensation, executionArn }: z.infer<typeof payload>): Promise<Compensating> {
  const seen = await readRun(store, run.runId);
  if (seen?.status !== 'COMPENSATING' || seen.compensation !== compensation.attempt) throw new Fenced('this attempt of the compensation is over');
  if (seen.compensationArn === executionArn) return { run, compensation };
  if (seen.compensationArn !== undefined) throw new DuplicateRun('another execution owns this attempt of the compensation');
  await store.update(compensationTaken(seen, executionArn));
  return { run, compensation };
}
