import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readReasons } from '../../adapters/audit.ts';
import { eventsOfRun } from '../../adapters/event-store.ts';
import { readSteps, readUndos } from '../../adapters/run-ledger.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { ownRun } from './operated-run.ts';
import { getRun } from './routes.ts';
import { viewOf } from './run-view.ts';

export const handler = endpoint(getRun, async ({ params: { runId }, caller, origin }, { store }) => {
  const run = await ownRun(store, runId, caller);
  const [steps, undos, { events, more }] = await Promise.all([readSteps(store, runId), readUndos(store, runId), eventsOfRun(store, run)]);
  const reasons = await readReasons(store, [run, ...steps, ...undos].map(({ noted }) => noted));
  const told = events.map(({ type, detail: { eventId, occurredAt, causationId } }) => ({ eventId, type, occurredAt, causationId }));
  return { status: 200, body: viewOf(run, { steps, undos, reasons, events: told, moreEvents: more }, caller, origin.language) };
}, () => ({ store: dynamodbStore() }));
