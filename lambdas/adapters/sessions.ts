import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { hashOf, tokenOf } from '../domain/bearer-token.ts';
import { fullPage } from './pages.ts';
import { created, sessionKey, userPartition, type Subject } from './identity.ts';
import { allOf, equal, whenPresent, type Item, type Page, type Store, type Write } from './store.ts';

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

const SESSIONS = 'SESSION#';
/** How its holder calls a session: a part of the hash, which helps nobody to the secret. */
const ID_LENGTH = 22;
export const sessionHash = ({ sk }: Item): string => sk.slice(SESSIONS.length);
export const sessionIdOf = (hash: string): string => hash.slice(0, ID_LENGTH);

interface Sessions { readonly epoch: number; readonly now: Date; readonly limit: number; readonly cursor?: string | undefined }
/** Those that are open, in no order that means anything. */
export const readSessions = (store: Store, subject: Subject, { epoch, now, ...page }: Sessions): Promise<Page> => fullPage(page, (limit, cursor) => store.query({
  table: 'identity', pk: userPartition(subject), skBeginsWith: SESSIONS, limit, ...(cursor !== undefined && { cursor }),
  filter: allOf(
    equal('epoch', epoch), { attribute: 'expiresAt', is: '>', value: Math.floor(now.getTime() / 1000) },
    { attribute: 'lastSeenAt', is: '>', value: new Date(now.getTime() - IDLE_MINUTES * 60_000).toISOString() }),
}));

/** The hash of a person's own session by its id. */
export async function findSession(store: Store, subject: Subject, id: string): Promise<string | undefined> {
  const { items } = await store.query({ table: 'identity', pk: userPartition(subject), skBeginsWith: `${SESSIONS}${id}`, limit: 1 });
  const hash = items[0] && sessionHash(items[0]);
  return hash !== undefined && sessionIdOf(hash) === id ? hash : undefined;
}

/** Fails where there is none any more. */
export const sessionRevoked = (subject: Subject, hash: string): Write => ({ table: 'identity', delete: sessionKey(subject, hash), if: whenPresent });
export const sessionEnded = (subject: Subject, hash: string): Write => ({ table: 'identity', delete: sessionKey(subject, hash) });
