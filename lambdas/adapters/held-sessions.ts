import * as z from 'zod/mini';
import { sessionKey, userPartition, type Subject } from './identity.ts';
import { allPages } from './pages.ts';
import type { Store, Write } from './store.ts';

const PREFIX = 'SESSION#';
const heldSession = z.object({ createdAt: z.string(), expiresAt: z.number() });
export interface HeldSession extends z.infer<typeof heldSession> { readonly hash: string }

/** All sessions of a person in this tenant, also those that are over and not forgotten yet. */
export async function sessionsOf(store: Store, subject: Subject): Promise<readonly HeldSession[]> {
  const items = await allPages((from) => store.query({ table: 'identity', pk: userPartition(subject), skBeginsWith: PREFIX, ...from }));
  return items.map((item) => ({ ...heldSession.parse(item), hash: item.sk.slice(PREFIX.length) }));
}

export const isOver = ({ expiresAt }: HeldSession, now: Date): boolean => expiresAt * 1000 <= now.getTime();

export const sessionsRemoved = (subject: Subject, sessions: readonly HeldSession[]): readonly Write[] =>
  sessions.map(({ hash }) => ({ table: 'identity', delete: sessionKey(subject, hash) }));
