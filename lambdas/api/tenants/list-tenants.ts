import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { listTenants as readTenants } from '../../adapters/tenants.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { listTenants } from './routes.ts';
import { tenantView } from './tenant-view.ts';

export const handler = endpoint(listTenants, async ({ query: { limit = MAX_PAGE, cursor: from } }, { store }) => {
  const { tenants, cursor } = await readTenants(store, { limit, cursor: from });
  return { status: 200, body: { items: tenants.map(tenantView), ...(cursor !== undefined && { cursor }) } };
}, () => ({ store: dynamodbStore() }));
