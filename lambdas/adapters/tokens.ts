import * as z from 'zod/mini';
import { tokenKey, type Subject, type TokenPurpose } from './identity.ts';
import { allOf, anyOf, equal, missing, whenAbsent, type Item, type Store, type Write } from './store.ts';

const tokenItem = z.object({
  hash: z.string(), expiresAt: z.number(), issuedFor: z.string(), usedAt: z.optional(z.string()),
  /** The blind index of the address that it went to, where it is good for no other. */
  address: z.optional(z.string()),
});
export type Token = z.infer<typeof tokenItem>;

/**
 * One token per person and purpose: issuing a new one voids the old one, and the same one is never issued again. Where a use is for
 * good, one that was used stays. Kept a week past its end, to say "expired" and not "unknown".
 */
const KEPT_AFTER_EXPIRY_S = 7 * 86_400;
const usedForGood: Readonly<Record<TokenPurpose, boolean>> = { 'verify-email': true, 'reset-password': false };

export const tokenIssued = (subject: Subject, purpose: TokenPurpose, { hash, expires, issuedFor, address }: { hash: string; expires: Date; issuedFor: string; address?: string }): Write => {
  const until = Math.floor(expires.getTime() / 1000);
  return {
    table: 'identity', put: { ...tokenKey(subject, purpose), hash, issuedFor, validUntil: until, expiresAt: until + KEPT_AFTER_EXPIRY_S, ...(address !== undefined && { address }) } satisfies Item,
    if: anyOf(whenAbsent, allOf({ attribute: 'hash', is: '<>', value: hash }, ...(usedForGood[purpose] ? [missing('usedAt')] : []))),
  };
};

export async function readToken(store: Store, subject: Subject, purpose: TokenPurpose): Promise<(Token & { validUntil: number }) | undefined> {
  const item = await store.get('identity', tokenKey(subject, purpose));
  return item && z.object({ ...tokenItem.shape, validUntil: z.number() }).parse(item);
}

/** Single use: of any number of uses at once, one wins. */
export const tokenUsed = (subject: Subject, purpose: TokenPurpose, hash: string, now: Date): Write => ({
  table: 'identity', update: tokenKey(subject, purpose), set: { usedAt: now.toISOString() }, if: allOf(equal('hash', hash), missing('usedAt')),
});
