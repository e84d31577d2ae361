import { parseAuditEntry } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { tenantOf } from '../../kit/tenant-scope.ts';
import { MAX_PAGE } from '../fields.ts';
import { readableAudit } from './readable-audit.ts';
import { listAudit } from './routes.ts';

export const handler = endpoint(listAudit, async ({ query: { limit = MAX_PAGE, cursor: from, subject: userId, ...query }, caller }, { store }) => {
  const { items, cursor } = await readableAudit(store, { tenantId: tenantOf(caller, query), userId }, { limit, cursor: from });
  return { status: 200, body: { items: items.map(parseAuditEntry), ...(cursor && { cursor }) } };
}, () => ({ store: dynamodbStore() }));
