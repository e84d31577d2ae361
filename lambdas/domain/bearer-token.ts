import { createHash, timingSafeEqual } from 'node:crypto';
import { identifier } from './identifier.ts';

/**
 * A token names its owner and carries 256 secret bits, as one opaque word of base64url. Only the SHA-256 of the secret is
 * stored, under the owner; so a token is found by one read, and a copy of the tables gives no token away.
 */
export interface BearerToken { readonly tenantId: string; readonly userId: string; readonly hash: string }

const SECRET_BYTES = 32;
const LONGEST = 512;

export const hashOf = (secret: Buffer): string => createHash('sha256').update(secret).digest('base64url');

export const tokenOf = ({ tenantId, userId }: { tenantId: string; userId: string }, secret: Buffer): string =>
  Buffer.concat([Buffer.from(`${tenantId}.${userId}.`), secret]).toString('base64url');

/** Undefined for anything that cannot be a token; nothing is looked up for it. */
export function parseToken(token: string): BearerToken | undefined {
  if (token.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const [tenantId, userId, nothing] = bytes.subarray(0, -SECRET_BYTES).toString('latin1').split('.');
  if (nothing !== '' || !identifier.safeParse(tenantId).success || !identifier.safeParse(userId).success) return undefined;
  return { tenantId: String(tenantId), userId: String(userId), hash: hashOf(bytes.subarray(-SECRET_BYTES)) };
}

export const sameHash = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
