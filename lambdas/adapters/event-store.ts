import { createHash } from 'node:crypto';
import { envelope, type DomainEvent, type EventDetail } from '../domain/events/event.ts';
import { allOf, missing, whenAbsent, whenPresent, type Item, type Key, type Page, type Store, type Write } from './store.ts';

/**
 * Event store and outbox in one table: append-only, versioned per aggregate, pseudonymous. An event carries a mark until
 * the bus has acknowledged it, and, if it starts a process, another until a run has claimed it; both marks are sparse,
 * sharded indexes that the sweeper reads.
 */
export const OUTBOX_SHARDS = 16;
export const KEPT_DAYS = 400;
/** After so long without a run somebody should hear of it. */
export const UNCLAIMED_TOO_LONG_MS = 15 * 60_000;

export const eventKey = ({ tenantId, aggregateId, aggregateVersion }: Pick<EventDetail, 'tenantId' | 'aggregateId' | 'aggregateVersion'>): Key => ({
  pk: `TENANT#${tenantId}#AGGREGATE#${aggregateId}`,
  sk: `V#${String(aggregateVersion).padStart(12, '0')}`,
});

/** Whom it is about, by its key alone: of one that cannot be read nothing else is known. */
export const aggregateIn = ({ pk }: Pick<Key, 'pk'>): string | undefined => /^TENANT#[^#]+#AGGREGATE#([^#]+)$/.exec(pk)?.[1];

const shardOf = (eventId: string) => createHash('sha256').update(eventId).digest().readUInt8(0) % OUTBOX_SHARDS;
export const pendingShard = (shard: number): string => `pending#${shard}`;
export const unclaimedShard = (shard: number): string => `unclaimed#${shard}`;

export const pendingIndex = { name: 'pending', pk: 'pendingShard', sk: 'occurredAt' } as const;
export const unclaimedIndex = { name: 'unclaimed', pk: 'unclaimedShard', sk: 'occurredAt' } as const;

/** Part of the command's transaction: fails when this version of the aggregate exists already. */
export function appended({ type, starts, detail }: DomainEvent): Write {
  const shard = shardOf(detail.eventId);
  return {
    table: 'events',
    put: {
      ...eventKey(detail), type, ...detail, data: detail.data as Item,
      pendingShard: pendingShard(shard),
      ...(starts && { unclaimedShard: unclaimedShard(shard) }),
      expiresAt: Math.floor(Date.parse(detail.occurredAt) / 1000) + KEPT_DAYS * 86_400,
    },
    if: whenAbsent,
  };
}

/** The bus has acknowledged this very entry. */
export const published = (key: Key, now: Date): Extract<Write, { update: Key }> =>
  ({ table: 'events', update: key, set: { publishedAt: now.toISOString() }, remove: ['pendingShard'], if: whenPresent });

/** A run has claimed it: the sweeper need not start it again. */
export const claimed = (event: EventDetail): Write =>
  ({ table: 'events', update: eventKey(event), set: { claimed: true }, remove: ['unclaimedShard'], if: whenPresent });

/** It can never be published as it is; it waits for a person instead of blocking its neighbours. */
export const poisoned = (key: Key, reason: string, now: Date): Extract<Write, { update: Key }> =>
  ({ table: 'events', update: key, set: { poison: reason, poisonedAt: now.toISOString() }, remove: ['pendingShard'], if: allOf(missing('publishedAt'), missing('poison')) });

/** It is to be published once more: the mark is back, and the sweeper comes for it. */
export const pendingAgain = (key: Key, eventId: string): Write =>
  ({ table: 'events', update: key, set: { pendingShard: pendingShard(shardOf(eventId)) }, remove: ['poison', 'poisonedAt'], if: whenPresent });

/** Somebody answers for it: it is published no more, and starts nothing. */
export const eventGivenUp = (key: Key): Write => ({ table: 'events', update: key, set: { givenUp: true }, remove: ['pendingShard', 'unclaimedShard'], if: whenPresent });

/** A stored event as it goes to the bus; undefined for what the envelope's schema does not accept. */
export function storedEvent(item: Readonly<Record<string, unknown>>): { type: string; detail: EventDetail } | undefined {
  const { success, data } = envelope.safeParse(Object.fromEntries(Object.keys(envelope.shape).map((attribute) => [attribute, item[attribute]])));
  return success && typeof item['type'] === 'string' ? { type: item['type'], detail: data } : undefined;
}

const MOST_OF_A_RUN = 200;
interface ToldOf { readonly tenantId: string; readonly runId: string; readonly eventAggregate: string; readonly eventVersion: number; readonly correlationId: string }
interface EventsOfRun { readonly events: readonly { readonly type: string; readonly detail: EventDetail }[]; readonly more: boolean }

/** What was told of the run itself, and of its subject from the event on that started it as far as it belongs to the same story, oldest first. */
export async function eventsOfRun(store: Store, { tenantId, runId, eventAggregate, eventVersion, correlationId }: ToldOf): Promise<EventsOfRun> {
  const pages = await Promise.all([{ aggregateId: eventAggregate, aggregateVersion: eventVersion }, { aggregateId: runId, aggregateVersion: 0 }].map((from) => {
    const { pk, sk } = eventKey({ tenantId, ...from });
    return store.query({ table: 'events', pk, skAtLeast: sk, limit: MOST_OF_A_RUN });
  }));
  const events = pages.flatMap(({ items }) => items.flatMap((item) => storedEvent(item) ?? [])).filter(({ detail }) => detail.correlationId === correlationId);
  return {
    events: events.toSorted((one, other) => (one.detail.occurredAt === other.detail.occurredAt ? 0 : one.detail.occurredAt < other.detail.occurredAt ? -1 : 1)),
    more: pages.some(({ cursor }) => cursor !== undefined),
  };
}
/** Of something that counts its events nowhere else any more: the version of the last one. */
export const lastVersionOf = async (store: Store, about: Pick<EventDetail, 'tenantId' | 'aggregateId'>): Promise<number> =>
  Number((await eventsOf(store, about, { limit: 1 })).items[0]?.['aggregateVersion'] ?? 0);

/** What happened to one aggregate, newest version first. */
export const eventsOf = (store: Store, { tenantId, aggregateId }: Pick<EventDetail, 'tenantId' | 'aggregateId'>, { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page> =>
  store.query({ table: 'events', pk: eventKey({ tenantId, aggregateId, aggregateVersion: 0 }).pk, descending: true, limit, ...(cursor !== undefined && { cursor }) });
