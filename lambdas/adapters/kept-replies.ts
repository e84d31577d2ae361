import * as z from 'zod/mini';
import { anyOf, whenAbsent, type Key, type Store, type Write } from './store.ts';

/** What was answered to a request, sealed, and the keyed hash of that request: never the request itself. */
const keptReply = z.object({ fingerprint: z.string(), status: z.number(), body: z.optional(z.string()), expiresAt: z.number() });
export interface KeptReply { readonly fingerprint: string; readonly status: number; readonly body?: string }

const KEPT_S = 24 * 3_600;
const replyKey = (tenantId: string, keyHash: string): Key => ({ pk: `TENANT#${tenantId}#REPLY#${keyHash}`, sk: 'REPLY' });
const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);

/** Undefined too for one that has expired and still lies there. */
export async function readKeptReply(store: Store, tenantId: string, keyHash: string, now: Date): Promise<KeptReply | undefined> {
  const item = await store.get('identity', replyKey(tenantId, keyHash));
  if (!item) return undefined;
  const { fingerprint, status, body, expiresAt } = keptReply.parse(item);
  return expiresAt > secondsOf(now) ? { fingerprint, status, ...(body !== undefined && { body }) } : undefined;
}

/** Belongs into the transaction of what was asked for: of two at once, one is done. */
export const replyKept = (tenantId: string, keyHash: string, { fingerprint, status, body }: KeptReply, now: Date): Write => ({
  table: 'identity',
  put: {
    ...replyKey(tenantId, keyHash), fingerprint, status, ...(body !== undefined && { body }), expiresAt: secondsOf(now) + KEPT_S,
  },
  if: anyOf(whenAbsent, { attribute: 'expiresAt', is: '<=', value: secondsOf(now) }),
});
