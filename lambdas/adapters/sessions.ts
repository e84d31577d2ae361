import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { hashOf, tokenOf } from '../domain/bearer-token.ts';
import { authorizationKey, created, sessionKey, type Subject } from './identity.ts';
import { whenPresent, type Item, type Write } from './store.ts';

/** A session ends after this time whatever happens, */
export const SESSION_HOURS = 24;
/** and after this time in which nobody used it. That it was is noted once a minute, so it may be a minute less. */
export const IDLE_MINUTES = 30;
const SECRET_BYTES = 32;

const sessionItem = z.object({ createdAt: z.string(), lastSeenAt: z.string(), expiresAt: z.number(), epoch: z._default(z.number(), 0) });
export type Session = z.infer<typeof sessionItem>;
export const parseSession = (item: Item): Session => sessionItem.parse(item);

export interface NewSession { readonly token: string; readonly expiresAt: Date; readonly write: Write }

/** A new token at every login; only its hash is stored. `epoch` is the account's of that moment. */
export function newSession(subject: Subject, now: Date, epoch = 0): NewSession {
  const secret = randomBytes(SECRET_BYTES);
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  const write = created(sessionKey(subject, hashOf(secret)), {
    createdAt: now.toISOString(), lastSeenAt: now.toISOString(), expiresAt: Math.floor(expiresAt.getTime() / 1000), epoch,
  });
  return { token: tokenOf(subject, secret), expiresAt, write };
}

/** Whether it lets anybody in: neither too old, nor left alone, nor of an epoch that has ended. */
export const isOpen = (session: Session, epoch: number, now: Date): boolean =>
  session.epoch === epoch && session.expiresAt * 1000 > now.getTime() && Date.parse(session.lastSeenAt) + IDLE_MINUTES * 60_000 > now.getTime();

export const sessionEnded = (subject: Subject, hash: string): Write => ({ table: 'identity', delete: sessionKey(subject, hash) });

/** All of a person's sessions in this tenant end with the transaction that holds this, also one that begins at the same moment. */
export const allSessionsEnded = (subject: Subject): Write => ({ table: 'identity', update: authorizationKey(subject), add: { sessionEpoch: 1 }, if: whenPresent });
