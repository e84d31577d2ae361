import { deletionPartition, type NamedDeletion } from './deletion-requests.ts';
import type { Key, Store, Value } from './store.ts';

export const certificateKey = (named: NamedDeletion): Key => ({ pk: deletionPartition(named), sk: 'CERTIFICATE' });

/** As it was issued: the certificate, and beside it what proves it. */
export async function readCertificate(store: Store, named: NamedDeletion): Promise<Readonly<Record<string, Value>> | undefined> {
  const item = await store.get('ledger', certificateKey(named));
  if (!item) return undefined;
  const { pk: _pk, sk: _sk, expiresAt: _expiresAt, ...issued } = item;
  return 'certificate' in issued ? issued : { certificate: issued };
}
