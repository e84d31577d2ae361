import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { readActivity } from '../../adapters/activity.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { MAX_PAGE } from '../fields.ts';
import { listActivity } from './routes.ts';

export const handler = endpoint(listActivity, async ({ params: { id: userId }, query: { limit = MAX_PAGE, cursor: from }, caller: { tenantId } }, { store }) => {
  const subject = { tenantId, userId };
  const user = await readUser(store, subject);
  if (!user || user.status === 'deleting') throw new Problem('not-found');
  const { items, cursor } = await readActivity(store, subject, { limit, cursor: from });
  return { status: 200, body: { items, ...(cursor !== undefined && { cursor }) } };
}, () => ({ store: dynamodbStore() }));
