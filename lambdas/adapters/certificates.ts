import * as z from 'zod/mini';
import { certificateHash, signedCertificate, type ErasureCertificate, type SignedCertificate } from '../domain/erasure-certificate.ts';
import type { NamedDeletion } from './deletion-requests.ts';
import { allPages } from './pages.ts';
import { equal, whenAbsent, type Key, type Store, type Value, type Write } from './store.ts';

/**
 * The certificates of a tenant and the head of their chain. They lie with the erasure ledger, which no restore of the other tables
 * touches: a head that went back would be followed by two certificates of one number.
 */
const certificatesOf = (tenantId: string): string => `TENANT#${tenantId}#CERTIFICATES`;
const headKey = (tenantId: string): Key => ({ pk: certificatesOf(tenantId), sk: 'HEAD' });
const DIGITS = 9;
const certificateKey = ({ tenantId, requestId, number, supplements }: Pick<ErasureCertificate, 'tenantId' | 'requestId' | 'number' | 'supplements'>): Key =>
  ({ pk: certificatesOf(tenantId), sk: `CERTIFICATE#${requestId}${supplements === undefined ? '' : `#${String(number).padStart(DIGITS, '0')}`}` });

const headItem = z.object({ number: z.number(), hash: z.string(), requestId: z.string() });
export type ChainHead = z.infer<typeof headItem>;

/** Undefined while the tenant has none. */
export async function readChainHead(store: Store, tenantId: string): Promise<ChainHead | undefined> {
  const item = await store.get('erasures', headKey(tenantId));
  return item && headItem.parse(item);
}

/** One more link: both or none, and only behind the head that was read. Whoever was slower signs anew behind the new one. */
export function certificateAppended(signed: SignedCertificate, head: ChainHead | undefined): readonly Write[] {
  const { certificate, certificate: { tenantId, requestId, number } } = signed;
  return [
    { table: 'erasures', put: { ...certificateKey(certificate), ...signed as unknown as Record<string, Value> }, if: whenAbsent },
    {
      table: 'erasures', put: { ...headKey(tenantId), number, hash: certificateHash(signed), requestId },
      if: head ? equal('hash', head.hash) : whenAbsent,
    },
  ];
}

/** Of one deletion, the first one first; more than one where it went on with what had been kept back. */
export async function readCertificates(store: Store, { tenantId, requestId }: NamedDeletion): Promise<readonly SignedCertificate[]> {
  const items = await allPages((from) => store.query({ table: 'erasures', pk: certificatesOf(tenantId), skBeginsWith: `CERTIFICATE#${requestId}`, ...from }));
  return items.map((item) => signedCertificate.parse(item));
}
