import { readCertificates } from '../../adapters/certificates.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import type { Store } from '../../adapters/store.ts';
import { admitToDeletion } from '../../kit/deletion-access.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { isCertified } from './deletion-view.ts';
import { getCertificate } from './routes.ts';

/** There is one when the deletion is completed, or is so but for what is kept back, and not before. */
export const handler = endpoint(getCertificate, async ({ deletion: { request } }, { store }: { readonly store: Store }) => {
  const certificates = isCertified(request) ? await readCertificates(store, request) : [];
  const latest = certificates.at(-1);
  if (!latest) throw new Problem('not-found');
  return { status: 200, body: { ...latest, ...(certificates.length > 1 && { earlier: certificates.slice(0, -1) }) } };
}, () => ({ store: dynamodbStore() }), undefined, admitToDeletion);
