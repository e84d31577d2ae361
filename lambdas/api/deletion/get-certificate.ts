import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { admitToDeletion } from '../../kit/deletion-access.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { getCertificate } from './routes.ts';

/** There is one when the deletion is completed, and not before. */
export const handler = endpoint(getCertificate, ({ deletion: { request } }, _ports) => {
  if (request.status !== 'COMPLETED') throw new Problem('not-found');
  throw new Problem('not-found');
}, () => ({ store: dynamodbStore() }), undefined, admitToDeletion);
