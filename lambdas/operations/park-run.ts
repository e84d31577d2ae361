import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { readRun } from '../adapters/run-ledger.ts';
import type { Store } from '../adapters/store.ts';
import { Fenced } from '../domain/errors.ts';
import type { RunStatus } from '../domain/run.ts';
import { bindable } from '../kit/bindable.ts';
import { optimistically } from '../kit/optimistic.ts';
import { task } from '../kit/task.ts';
import { failurePayload, leaveRunning, parkAnew, type Failure } from './failed-run.ts';

/** Where nothing is ever undone, a required step that failed for good leaves the run waiting for a person. */
export const handler = bindable(() => ({ store: dynamodbStore() }), ({ store }: { store: Store }) =>
  task((event) => optimistically(() => park(store, failurePayload.parse(event)))));

async function park(store: Store, failure: Failure): Promise<{ status: RunStatus }> {
  const seen = await readRun(store, failure.run.runId);
  if (seen?.status === 'PARKED') return { status: seen.status };
  if ((seen?.status !== 'RUNNING' && seen?.status !== 'TIMED_OUT') || seen.attempt !== failure.run.attempt) throw new Fenced('the run was ended or is owned by a later attempt');
  if (seen.closed) return { status: await parkAnew(store, seen, failure) };
  await leaveRunning(store, seen, failure, 'PARKED');
  return { status: 'PARKED' };
}
