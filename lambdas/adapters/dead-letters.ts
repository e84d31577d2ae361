import * as z from 'zod/mini';
import { ASYNC_FAILURES, deadLetterIdOf, deadLetterKinds, deadLetterStatuses, type DeadLetterKind, type DeadLetterStatus } from '../domain/dead-letter.ts';
import type { EventDetail } from '../domain/events/event.ts';
import type { ForeignFailure } from '../domain/foreign-failure.ts';
import { PLATFORM } from '../domain/tenant.ts';
import { noted, runsOfTenant, type RunRecord } from './run-ledger.ts';
import { fullPage } from './pages.ts';
import { allOf, equal, missing, whenAbsent, type Item, type Key, type Page, type Store, type Write } from './store.ts';
import { watchShardOf } from './watch.ts';

/**
 * The dead letters of a tenant, one row each: written in the transaction that gives something up, so what the API lists never
 * differs from what happened. A queue forgets after 14 days and cannot be searched; it carries the alarm, this is the truth.
 */
const deadLetterItem = z.object({
  id: z.string(), kind: z.enum(deadLetterKinds), status: z.enum(deadLetterStatuses), tenantId: z.string(), since: z.string(),
  type: z.optional(z.string()), runId: z.optional(z.string()), step: z.optional(z.string()), eventId: z.optional(z.string()),
  errorClass: z.optional(z.string()),
  /** The stored event, where it is one that is left lying. */
  event: z.optional(z.object({ pk: z.string(), sk: z.string() })),
  /** Which other system said so. */
  source: z.optional(z.string()),
  /** The message, where it was found in a queue. */
  queue: z.optional(z.string()), messageId: z.optional(z.string()),
  resolution: z.optional(z.string()), resolvedBy: z.optional(z.string()), resolvedAt: z.optional(z.string()),
  noted,
});
export type DeadLetter = z.infer<typeof deadLetterItem>;
export type Resolution = 'retried' | 'redriven' | 'skipped' | 'given up' | 'delivered';

/** For so long after it was resolved a row still tells how and by whom. */
const RESOLVED_KEPT_DAYS = 90;

export const deadLetterKey = (tenantId: string, id: string): Key => ({ pk: `TENANT#${tenantId}#DEADLETTERS`, sk: id });
export const failedRunLetterId = ({ startedAt, runId }: RunRecord): string => deadLetterIdOf(startedAt, runId);
export const parkedStepLetterId = ({ startedAt, runId }: RunRecord, step: string): string => deadLetterIdOf(startedAt, runId, step);

/** The list of what is open: however much was settled before, it is not gone through. */
const openOf = (tenantId: string): string => `TENANT#${tenantId}#OPENLETTERS`;
const listedAsOpen = ({ tenantId, id, since }: Omit<DeadLetter, 'status'>) => ({ [runsOfTenant.pk]: openOf(tenantId), [runsOfTenant.sk]: `${since}#${id}` });

/** Opens the row, or opens it again: a run that fails a second time is the same dead letter. */
export const deadLetterOpened = (letter: Omit<DeadLetter, 'status'>): Write => ({
  table: 'ledger', put: { ...deadLetterKey(letter.tenantId, letter.id), ...letter, status: 'OPEN', ...listedAsOpen(letter), watchShard: watchShardOf('open', letter.id), dueAt: letter.since },
});

export const runLeftLying = (run: RunRecord, step: string, errorClass: string, now: Date): Write => deadLetterOpened({
  id: failedRunLetterId(run), kind: 'failed_run', tenantId: run.tenantId, type: run.type, runId: run.runId, eventId: run.eventId,
  step, errorClass, since: now.toISOString(),
});
export const stepLeftLying = (run: RunRecord, step: string, errorClass: string, now: Date): Write => deadLetterOpened({
  id: parkedStepLetterId(run, step), kind: 'parked_step', tenantId: run.tenantId, type: run.type, runId: run.runId, eventId: run.eventId,
  step, errorClass, since: now.toISOString(),
});

/** The tenant stands in the key: of an event that nobody can read nothing else can be relied upon. */
const tenantIn = (pk: string): string => /^TENANT#([^#]+)#/.exec(pk)?.[1] ?? PLATFORM;

export function eventLeftLying({ pk, sk, eventId }: Item, type: string | undefined, now: Date): Write {
  const since = now.toISOString();
  return deadLetterOpened({
    id: deadLetterIdOf(since, pk, sk), kind: 'poison_event', tenantId: tenantIn(pk), since, event: { pk, sk }, errorClass: 'Unreadable',
    ...(type && { type }), ...(typeof eventId === 'string' && { eventId }),
  });
}

export const undeliveredLetterId = ({ occurredAt, eventId }: Pick<EventDetail, 'occurredAt' | 'eventId'>): string => deadLetterIdOf(occurredAt, eventId);

/** No run has claimed it for so long that somebody should look; it goes on being published all the while. */
export const eventUndelivered = (key: Key, { tenantId, eventId, occurredAt }: EventDetail, type: string, now: Date, found: Pick<DeadLetter, 'queue' | 'messageId'> = {}): Write => ({
  ...deadLetterOpened({
    id: undeliveredLetterId({ occurredAt, eventId }), kind: 'undelivered_event', tenantId, type, eventId, event: { pk: key.pk, sk: key.sk }, errorClass: 'Unclaimed', since: now.toISOString(), ...found,
  }),
  if: whenAbsent,
});

/** It belongs to no tenant, and nothing can be called again: what it was about is found in the tables by the next round. */
export const asyncCallFailed = (failed: Required<Pick<DeadLetter, 'queue' | 'messageId'>> & Pick<DeadLetter, 'type' | 'step' | 'errorClass'>, now: Date): Write => ({
  ...deadLetterOpened({ ...failed, id: deadLetterIdOf('', failed.queue, failed.messageId), kind: 'failed_call', tenantId: PLATFORM, since: now.toISOString() }), if: whenAbsent,
});

/** It belongs to no tenant, and only a person knows what follows from it. Known by its event, however often that is delivered. */
export const foreignFailureTold = ({ eventId, time, source, failureType }: ForeignFailure, now: Date): Write => ({
  ...deadLetterOpened({
    id: deadLetterIdOf(time, eventId), kind: 'foreign_failure', tenantId: PLATFORM, eventId, source, errorClass: failureType, queue: ASYNC_FAILURES, since: now.toISOString(),
  }), if: whenAbsent,
});

/** Somebody acts on it: whoever comes second finds it taken. */
export const deadLetterTaken = (tenantId: string, id: string, now: Date): Write => ({
  table: 'ledger', update: deadLetterKey(tenantId, id), set: { status: 'REDRIVING', watchShard: watchShardOf('redriving', id), dueAt: now.toISOString() }, if: equal('status', 'OPEN'),
});

export interface Resolving { readonly resolution: Resolution; readonly by: string; readonly now: Date; readonly noted?: Key }
export const deadLetterResolved = (tenantId: string, id: string, from: Exclude<DeadLetterStatus, 'RESOLVED'>, { resolution, by, now, noted: entry }: Resolving): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: deadLetterKey(tenantId, id),
  set: {
    status: 'RESOLVED', resolution, resolvedBy: by, resolvedAt: now.toISOString(), ...(entry && { noted: { ...entry } }),
    expiresAt: Math.floor(now.getTime() / 1000) + RESOLVED_KEPT_DAYS * 86_400,
  },
  remove: ['watchShard', 'dueAt', runsOfTenant.pk, runsOfTenant.sk], if: equal('status', from),
});

export async function readDeadLetter(store: Store, tenantId: string, id: string): Promise<DeadLetter | undefined> {
  const item = await store.get('ledger', deadLetterKey(tenantId, id));
  return item && deadLetterItem.parse(item);
}

export const parseDeadLetter = (item: Item): DeadLetter => deadLetterItem.parse(item);

/** Of these, what is open and was written before there was the list: the write that puts it there, and the run that it is about. */
export const lettersListed = (items: readonly Item[]): readonly { readonly runId?: string | undefined; readonly write: Extract<Write, { update: Key }> }[] =>
  items.filter((item) => item[runsOfTenant.pk] === undefined).map(parseDeadLetter).filter(({ status }) => status !== 'RESOLVED').map((letter) => ({
    runId: letter.runId,
    write: { table: 'ledger', update: deadLetterKey(letter.tenantId, letter.id), set: listedAsOpen(letter), if: allOf(equal('status', letter.status), missing(runsOfTenant.pk)) },
  }));

export interface WantedLetters {
  readonly type?: string | undefined; readonly kind?: DeadLetterKind | undefined; readonly step?: string | undefined; readonly errorClass?: string | undefined;
  readonly status?: DeadLetterStatus | undefined; readonly order?: 'newest' | 'oldest' | undefined; readonly limit: number; readonly cursor?: string | undefined;
}

/** So many are read to be counted; where there are more, that is what is told. */
const MOST_COUNTED = 1_000;

/** What waits for somebody, longest first, in one request. */
export async function openLetters(store: Store, tenantId: string): Promise<{ readonly letters: readonly DeadLetter[]; readonly more: boolean }> {
  const { items, cursor } = await store.query({ table: 'ledger', index: runsOfTenant, pk: openOf(tenantId), limit: MOST_COUNTED });
  return { letters: items.map(parseDeadLetter), more: cursor !== undefined };
}

/** Those that still wait for somebody, or that somebody has just taken, unless those are asked for that are settled. */
export const listDeadLetters = (store: Store, tenantId: string, { status, order = 'newest', type, kind, step, errorClass, ...page }: WantedLetters): Promise<Page> => {
  const conditions = Object.entries({ status, type, kind, step, errorClass }).flatMap(([attribute, value]) => (value === undefined ? [] : [equal(attribute, value)]));
  return fullPage(page, (limit, cursor) => store.query({
    table: 'ledger', ...(status === 'RESOLVED' ? { pk: deadLetterKey(tenantId, '').pk } : { index: runsOfTenant, pk: openOf(tenantId) }),
    descending: order === 'newest', limit, ...(cursor !== undefined && { cursor }), ...(conditions.length > 0 && { filter: allOf(...conditions) }),
  }));
};
