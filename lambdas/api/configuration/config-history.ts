import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { listConfigEntries, parseConfigEntry } from '../../adapters/process-config.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { scopeOf } from './held-view.ts';
import { configHistory } from './routes.ts';

export const handler = endpoint(configHistory, async (request, { store }) => {
  const { workflow: { type }, tenantId } = scopeOf(request);
  const { limit = MAX_PAGE, cursor: from } = request.query;
  const { items, cursor } = await listConfigEntries(store, tenantId, type, { limit, cursor: from });
  return { status: 200, body: { items: items.map(parseConfigEntry), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));
