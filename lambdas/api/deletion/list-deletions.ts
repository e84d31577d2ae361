import { listDeletions as readDeletions } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { MAX_PAGE } from '../fields.ts';
import { deletionSummary } from './deletion-view.ts';
import { listDeletions } from './routes.ts';

export const handler = endpoint(listDeletions, async ({ query: { status, limit = MAX_PAGE, cursor: from }, caller: { tenantId } }, { store }) => {
  const { requests, cursor } = await readDeletions(store, tenantId, { status, limit, cursor: from });
  return { status: 200, body: { items: requests.map(deletionSummary), ...(cursor !== undefined && { cursor }) } };
}, () => ({ store: dynamodbStore() }));
