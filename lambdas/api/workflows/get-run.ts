import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readRun, readSteps, readUndos } from '../../adapters/run-ledger.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { getRun } from './routes.ts';
import { viewOf } from './run-view.ts';

/** A run of another tenant answers as one that does not exist. */
export const handler = endpoint(getRun, async ({ params: { runId }, caller, origin }, { store }) => {
  const run = await readRun(store, runId);
  if (run?.tenantId !== caller.tenantId) throw new Problem('not-found');
  const [steps, undos] = await Promise.all([readSteps(store, runId), readUndos(store, runId)]);
  return { status: 200, body: viewOf(run, { steps, undos }, caller, origin.language) };
}, () => ({ store: dynamodbStore() }));
