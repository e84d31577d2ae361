import * as z from 'zod/mini';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readRun, readUndos, type StepRecord } from '../adapters/run-ledger.ts';
import type { Store } from '../adapters/store.ts';
import { Fenced } from '../domain/errors.ts';
import type { RunStatus } from '../domain/run.ts';
import { bindable } from '../kit/bindable.ts';
import { optimistically } from '../kit/optimistic.ts';
import { task } from '../kit/task.ts';
import { compensating } from '../kit/undo.ts';
import { compensationEnded, undoOutcome, type UndoOutcome } from './ended-compensation.ts';

const payload = z.object({ ...compensating.shape, undone: z.record(z.string(), undoOutcome) });
type Recording = z.infer<typeof payload>;

/** Last state of every compensation machine: how each undo really ended. */
export const handler = bindable(() => ({ store: dynamodbStore() }), ({ store }: { store: Store }) =>
  task((event) => optimistically(() => record(store, payload.parse(event)))));

const ended: ReadonlySet<RunStatus> = new Set(['COMPENSATED', 'COMPENSATION_FAILED', 'CANCELLED']);

async function record(store: Store, { run, compensation: { attempt }, undone }: Recording): Promise<{ status: RunStatus }> {
  const seen = await readRun(store, run.runId);
  if (seen && ended.has(seen.status) && seen.compensation === attempt) return { status: seen.status };
  if (seen?.status !== 'COMPENSATING' || seen.compensation !== attempt) throw new Fenced('this attempt of the compensation is over');
  const records = await readUndos(store, run.runId);
  return { status: await compensationEnded(store, seen, records, Object.values(undone).map((each) => trueOutcome(each, records))) };
}

/** What turned out to be done after the machine gave it up stays done. */
const trueOutcome = (seen: UndoOutcome, records: readonly StepRecord[]): UndoOutcome =>
  (seen.status === 'FAILED' && records.some(({ step, status }) => step === seen.step && status === 'DONE') ? { step: seen.step, status: 'DONE' } : seen);
