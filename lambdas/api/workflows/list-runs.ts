import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { parseRun } from '../../adapters/run-ledger.ts';
import { listRuns as list } from '../../adapters/run-list.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { listRuns } from './routes.ts';
import { summaryOf } from './run-view.ts';

export const handler = endpoint(listRuns, async ({ query, caller, origin }, { store }) => {
  const { items, cursor } = await list(store, tenantOf(caller, query), { ...query, limit: query.limit ?? MAX_PAGE });
  return { status: 200, body: { items: items.map((item) => summaryOf(parseRun(item), origin.language)), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));
