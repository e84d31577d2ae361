import * as z from 'zod/mini';
import {
  deletionPhases, deletionReasons, deletionStatuses, deletionTransitions, isOver, nextLookAt, phaseStatuses, privacyProfiles,
  type DeletionPhase, type DeletionRequest, type DeletionStatus, type PhaseProgress, type PhaseStatus, type Progress,
} from '../domain/deletion-request.ts';
import { retentionRule } from '../domain/kept-back.ts';
import { dataCategories, type DataCategory } from '../domain/legal-hold.ts';
import { userStatuses } from '../domain/user.ts';
import { allPages, fullPage } from './pages.ts';
import { runsOfTenant } from './run-ledger.ts';
import { equal, whenAbsent, whenPresent, type Item, type Key, type Store, type Value, type Write } from './store.ts';
import { watchIndex, watchShardOf } from './watch.ts';

/**
 * Requests that somebody be erased: random ids, dates, codes and counts, so that one can be kept, and found by its receipt, when
 * the person is gone. While one is open a mark brings somebody to it when something is due.
 */
const deletionItem = z.object({
  requestId: z.string(), tenantId: z.string(), userId: z.string(), status: z.enum(deletionStatuses), version: z.number(),
  profile: z.enum(privacyProfiles), reasonCode: z.enum(deletionReasons), requestedBy: z.string(), requestedAt: z.string(),
  graceEndsAt: z.string(), remindAt: z.optional(z.string()), remindedAt: z.optional(z.string()), finishBy: z.string(),
  statusBefore: z.enum(userStatuses), receiptHash: z.string(), cancelHash: z.string(), heldUntil: z.optional(z.string()),
  startedAt: z.optional(z.string()), endedAt: z.optional(z.string()), extendedAt: z.optional(z.string()), extensionReason: z.optional(z.string()),
  failedPhase: z.optional(z.enum(deletionPhases)), dueRemindedAt: z.optional(z.string()), sealGoneAt: z.optional(z.string()),
  heldCategories: z.optional(z.array(z.enum(dataCategories))), resumedAt: z.optional(z.string()), retention: z.optional(z.array(retentionRule)), searchedAt: z.optional(z.string()), residueFound: z.optional(z.number()),
});

export type NamedDeletion = Pick<DeletionRequest, 'tenantId' | 'requestId'>;
export const deletionPartition = ({ tenantId, requestId }: NamedDeletion): string => `TENANT#${tenantId}#DELETION#${requestId}`;
export const deletionKey = (named: NamedDeletion): Key => ({ pk: deletionPartition(named), sk: 'DELETION' });

/** So long after its due date a request is kept: whoever was erased, or was not, may ask for that long what was done. */
const KEPT_DAYS = 3 * 365;
export const keptUntil = ({ finishBy }: Pick<DeletionRequest, 'finishBy'>): number => Math.floor(Date.parse(finishBy) / 1000) + KEPT_DAYS * 86_400;

/** The list of a tenant: the open ones first, by due date, then those that are over. */
const listOf = (tenantId: string): string => `TENANT#${tenantId}#DELETIONS`;
const [OPEN, OVER] = ['0', '1'] as const;
const listed = (request: DeletionRequest): Readonly<Record<string, string>> =>
  ({ [runsOfTenant.pk]: listOf(request.tenantId), [runsOfTenant.sk]: `${isOver(request) ? OVER : OPEN}#${request.finishBy}#${request.requestId}` });

const watched = (request: DeletionRequest, now: Date): Readonly<Record<string, string>> => {
  const at = nextLookAt(request, now);
  return at ? { [watchIndex.pk]: watchShardOf('deletions', request.requestId), [watchIndex.sk]: at.toISOString() } : {};
};

const withoutGaps = (request: Partial<DeletionRequest>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(request).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

export const deletionOpened = (request: DeletionRequest, now: Date): Write => ({
  table: 'ledger', put: { ...deletionKey(request), ...withoutGaps(request), ...listed(request), ...watched(request, now) }, if: whenAbsent,
});

/** What is written with a change. */
export type DeletionChange = Partial<Pick<DeletionRequest, 'startedAt' | 'endedAt' | 'failedPhase' | 'heldUntil' | 'remindedAt' | 'dueRemindedAt' | 'extendedAt' | 'extensionReason' | 'finishBy' | 'graceEndsAt' | 'remindAt' | 'sealGoneAt' | 'heldCategories' | 'resumedAt'>>;

/** Compare-and-set by version: from what was read to what may follow, with the mark and the place in the list that belong to it. */
export function deletionMoved(seen: DeletionRequest, to: DeletionStatus, set: DeletionChange, now: Date): Extract<Write, { update: Key }> {
  if (!deletionTransitions[seen.status].includes(to)) throw new Error(`a deletion never goes from ${seen.status} to ${to}`);
  return changed(seen, { ...set, status: to }, now);
}

interface Replaying { readonly endedAt: string; readonly held: readonly DataCategory[] | undefined }
/** A restore has brought back a request that had come to its end: it is there, whatever it was before; where something was kept back it waits for the end of that. */
export const deletionReplayed = (seen: DeletionRequest, { endedAt, held }: Replaying, now: Date): Write => (held
  ? changed(seen, { status: 'PARTIALLY_ERASED', heldCategories: held, failedPhase: undefined }, now)
  : changed(seen, { status: 'COMPLETED', endedAt, heldCategories: undefined, heldUntil: undefined, failedPhase: undefined }, now));

/** A restore has broken off an erasure in its middle: it is under way once more, whatever the restored tables say of it. */
export const deletionTakenUp = (seen: DeletionRequest, now: Date): Write =>
  changed(seen, { status: 'RUNNING', startedAt: seen.startedAt ?? now.toISOString(), resumedAt: now.toISOString(), sealGoneAt: now.toISOString(), failedPhase: undefined, heldUntil: undefined }, now);

/** The same where it stays what it is. */
export const deletionChanged = (seen: DeletionRequest, set: DeletionChange, now: Date): Extract<Write, { update: Key }> => changed(seen, set, now);

function changed(seen: DeletionRequest, set: Partial<DeletionRequest>, now: Date): Extract<Write, { update: Key }> {
  const next = { ...seen, ...set };
  const gone = Object.entries(set).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return {
    table: 'ledger', update: deletionKey(seen), add: { version: 1 }, if: equal('version', seen.version),
    set: { ...withoutGaps(set), ...listed(next), ...watched(next, now), ...(isOver(next) && { expiresAt: keptUntil(next) }) },
    remove: [...gone, ...(isOver(next) ? [watchIndex.pk, watchIndex.sk] : [])],
  };
}

/** Nothing was due but to hear of it: the mark moves on, and nobody who is at work on the request is disturbed. */
export const deletionLookedAt = (seen: DeletionRequest, now: Date): Extract<Write, { update: Key }> =>
  ({ table: 'ledger', update: deletionKey(seen), set: watched(seen, now), if: equal('version', seen.version) });

/** Somebody has gone through all tables, and how much he found; whoever is at work on the request is not disturbed. */
export const residueTold = (named: NamedDeletion, { found, now }: { readonly found: number; readonly now: Date }): Extract<Write, { update: Key }> =>
  ({ table: 'ledger', update: deletionKey(named), set: { searchedAt: now.toISOString(), residueFound: found }, if: whenPresent });

/** It is as it was read: for whoever writes beside it. */
export const deletionStands = (seen: DeletionRequest): Write => ({ table: 'ledger', check: deletionKey(seen), if: equal('version', seen.version) });

export const parseDeletion = (item: Item): DeletionRequest => deletionItem.parse(item);
export async function readDeletion(store: Store, named: NamedDeletion): Promise<DeletionRequest | undefined> {
  const item = await store.get('ledger', deletionKey(named));
  return item && parseDeletion(item);
}

/** The one that is open about somebody of whom there may be no account any more. */
export async function openDeletionOf(store: Store, { tenantId, userId }: { readonly tenantId: string; readonly userId: string }): Promise<DeletionRequest | undefined> {
  const items = await allPages((from) => store.query({ table: 'ledger', index: runsOfTenant, pk: listOf(tenantId), skBeginsWith: OPEN, filter: equal('userId', userId), ...from }));
  return items.map(parseDeletion)[0];
}

/** What belongs to a request is kept as long as it is: with its end, or for as long as there is none. Of one that never waited only the plan has no end yet. */
export async function recordsKept(store: Store, request: DeletionRequest, isEnd: boolean): Promise<readonly Write[]> {
  if (isEnd && request.heldCategories === undefined) return [{ table: 'ledger', update: { pk: deletionPartition(request), sk: 'PLAN' }, set: { expiresAt: keptUntil(request) } }];
  const items = await allPages((from) => store.query({ table: 'ledger', pk: deletionPartition(request), ...from }));
  const own = items.filter(({ sk }) => sk.startsWith('RECIPIENT#') || sk === 'PLAN' || (sk.startsWith(PHASE) && !sk.startsWith(`${PHASE}certificate`)));
  return own.map(({ pk, sk }) => ({ table: 'ledger', update: { pk, sk }, ...(isEnd ? { set: { expiresAt: keptUntil(request) } } : { remove: ['expiresAt'] }) }));
}

interface Listing { readonly status?: DeletionStatus | undefined; readonly limit: number; readonly cursor?: string | undefined }
export async function listDeletions(store: Store, tenantId: string, { status, ...page }: Listing): Promise<{ requests: readonly DeletionRequest[]; cursor?: string }> {
  const { items, cursor } = await fullPage(page, (limit, from) => store.query({
    table: 'ledger', index: runsOfTenant, pk: listOf(tenantId), limit, ...(from !== undefined && { cursor: from }),
    ...(status && { skBeginsWith: isOver({ status }) ? OVER : OPEN, filter: equal('status', status) }),
  }));
  return { requests: items.map(parseDeletion), ...(cursor !== undefined && { cursor }) };
}

/** So many are counted; where there are more, that is what is told. */
const MOST_COUNTED = 1_000;

/** Which of the open ones must be done by then, the first due first. */
export async function deletionsDueBy(store: Store, tenantId: string, by: Date): Promise<{ readonly requests: readonly DeletionRequest[]; readonly more: boolean }> {
  const { items, cursor } = await store.query({
    table: 'ledger', index: runsOfTenant, pk: listOf(tenantId), skAtMost: `${OPEN}#${by.toISOString()}`, limit: MOST_COUNTED,
  });
  return { requests: items.map(parseDeletion), more: cursor !== undefined };
}

/** How far the phases are: an item each, and one for every part where several work at a phase at once, so that siblings never meet. */
const phaseItem = z.object({
  phase: z.enum(deletionPhases), status: z.enum(phaseStatuses), startedAt: z.string(), finishedAt: z.optional(z.string()), places: z.optional(z.object({ done: z.number(), of: z.number() })),
});
const PHASE = 'PHASE#';
const COUNT = 'count#';

type Counts = Readonly<Record<string, number>>;
export interface PhaseRecord {
  readonly status: Exclude<PhaseStatus, 'PENDING'>;
  /** The step, where others work at the same phase at the same time. */
  readonly part?: string;
  /** What came to the counts with this write. */
  readonly counts?: Counts;
  /** What was counted from the beginning on, or is so now: it takes the place of what was counted before. */
  readonly countedAnew?: Counts;
  readonly places?: Progress;
  readonly now: Date;
}

/** Belongs into the transaction of what was done, which fences it: each thing that was done is counted once, however often it is tried. */
export const phaseRecorded = (request: Pick<DeletionRequest, 'tenantId' | 'requestId' | 'finishBy'>, phase: DeletionPhase, { status, part = 'all', counts = {}, countedAnew = {}, places, now }: PhaseRecord): Write => ({
  table: 'ledger', update: { pk: deletionPartition(request), sk: `${PHASE}${phase}#${part}` },
  set: { phase, status, ...(places && { places: { ...places } }), ...(status === 'DONE' && { finishedAt: now.toISOString() }), ...asCounts(countedAnew) },
  setIfAbsent: { startedAt: now.toISOString(), expiresAt: keptUntil(request) },
  ...(Object.keys(counts).length > 0 && { add: asCounts(counts) }),
  ...(status !== 'DONE' && { remove: ['finishedAt'] }),
});
const asCounts = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).map(([what, count]) => [`${COUNT}${what}`, count]));

/** All phases in their order, those too that nobody has begun. */
export async function readPhases(store: Store, named: NamedDeletion): Promise<readonly PhaseProgress[]> {
  const items = await allPages((from) => store.query({ table: 'ledger', pk: deletionPartition(named), skBeginsWith: PHASE, ...from }));
  const parts = items.map((item) => ({ ...phaseItem.parse(item), counts: countsOf(item) }));
  return deletionPhases.map((name) => together(name, parts.filter(({ phase }) => phase === name)));
}

const countsOf = (item: Item): Counts => Object.fromEntries(
  Object.entries(item).flatMap(([name, value]) => (name.startsWith(COUNT) && typeof value === 'number' ? [[name.slice(COUNT.length), value]] : [])));

type Part = Omit<PhaseProgress, 'name'>;
function together(name: DeletionPhase, parts: readonly Part[]): PhaseProgress {
  const status = parts.length === 0 ? 'PENDING' : (['FAILED', 'RUNNING'] as const).find((each) => parts.some((part) => part.status === each)) ?? 'DONE';
  const counts: Record<string, number> = {};
  for (const [what, count] of parts.flatMap((part) => Object.entries(part.counts))) counts[what] = (counts[what] ?? 0) + count;
  const times = (which: 'startedAt' | 'finishedAt') => parts.flatMap((part) => part[which] ?? []).toSorted();
  const [startedAt] = times('startedAt');
  const finishedAt = status === 'DONE' ? times('finishedAt').at(-1) : undefined;
  const [places] = parts.flatMap((part) => part.places ?? []);
  return { name, status, counts, ...(places && { places }), ...(startedAt !== undefined && { startedAt }), ...(finishedAt !== undefined && { finishedAt }) };
}
