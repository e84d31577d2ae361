import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { eventsOf, storedEvent } from '../../adapters/event-store.ts';
import type { Item } from '../../adapters/store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { listEvents } from './routes.ts';

export const handler = endpoint(listEvents, async ({ query: { limit = MAX_PAGE, cursor: from, aggregateId, ...query }, caller }, { store }) => {
  const { items, cursor } = await eventsOf(store, { tenantId: tenantOf(caller, query), aggregateId }, { limit, cursor: from });
  return { status: 200, body: { items: items.flatMap(viewOf), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));

/** What nobody can read stands in the list of dead letters. */
function viewOf(item: Item) {
  const event = storedEvent(item);
  return event ? [{ type: event.type, ...event.detail, ...(typeof item['publishedAt'] === 'string' && { publishedAt: item['publishedAt'] }) }] : [];
}
