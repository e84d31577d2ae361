import { readCertificate } from '../../adapters/certificates.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import type { Store } from '../../adapters/store.ts';
import { admitToDeletion } from '../../kit/deletion-access.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { getCertificate } from './routes.ts';

/** There is one when the deletion is completed, and not before. */
export const handler = endpoint(getCertificate, async ({ deletion: { request } }, { store }: { readonly store: Store }) => {
  const certificate = request.status === 'COMPLETED' ? await readCertificate(store, request) : undefined;
  if (!certificate) throw new Problem('not-found');
  return { status: 200, body: certificate };
}, () => ({ store: dynamodbStore() }), undefined, admitToDeletion);
