import { randomBytes } from 'node:crypto';
import { hashOf, tokenOf } from '../domain/bearer-token.ts';
import { created, sessionKey, type Subject } from './identity.ts';
import type { Write } from './store.ts';

/** A session ends after this time whatever happens. */
export const SESSION_HOURS = 24;
const SECRET_BYTES = 32;

export interface NewSession { readonly token: string; readonly expiresAt: Date; readonly write: Write }

/** A new token at every login; only its hash is stored. */
export function newSession(subject: Subject, now: Date): NewSession {
  const secret = randomBytes(SECRET_BYTES);
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  const write = created(sessionKey(subject, hashOf(secret)), {
    createdAt: now.toISOString(), expiresAt: Math.floor(expiresAt.getTime() / 1000),
  });
  return { token: tokenOf(subject, secret), expiresAt, write };
}

export const sessionEnded = (subject: Subject, hash: string): Write => ({ table: 'identity', delete: sessionKey(subject, hash) });
