import middy from '@middy/core';
import { residueTold } from '../adapters/deletion-requests.ts';
import { dynamodbStore } from '../adapters/dynamodb-store.ts';
import { erasuresSince } from '../adapters/erasures.ts';
import { readRound, roundMoved, type ResidueRound } from '../adapters/residue-rounds.ts';
import { won, type Store, type TableName } from '../adapters/store.ts';
import { strayIn, type Gone, type KnownGone } from '../erasure/stray-items.ts';
import { bindable } from '../kit/bindable.ts';
import { log } from '../kit/log.ts';
import { countResidue } from '../kit/metrics.ts';
import { requiredSetting } from '../kit/settings.ts';

interface Ports { readonly store: Store }
/** What one call did. */
export interface SearchRound { readonly looked: number; readonly finished: boolean; readonly residue: number }

const TABLES: readonly TableName[] = ['identity', 'keys', 'audit', 'ledger', 'events'];
/** Of a table so many stretches at once. */
const SEGMENTS = 4;
const PAGE = 1_000;
const BUDGET_MS = 40_000;
/** As long as a backup of the tables may bring anybody back. */
const RECENT_MS = 35 * 86_400_000;
const AN_HOUR_MS = 3_600_000;

/**
 * From time to time all tables are gone through for everybody who was erased lately, in whose deletion nobody has looked so far: whatever
 * came back, by a restore or by hand, is found. Never on the way of a request: in portions, each with a checkpoint.
 */
export const handler = bindable((): Ports => ({ store: dynamodbStore() }), ({ store }: Ports) => middy<unknown, SearchRound>({ timeoutEarlyInMillis: 0 }).handler(async () => {
  const until = Date.now() + BUDGET_MS;
  const now = new Date();
  let seen = await readRound(store);
  if (seen?.finishedAt !== undefined && now.getTime() < Date.parse(seen.startedAt) + Number(requiredSetting('RESIDUE_SEARCH_HOURS')) * AN_HOUR_MS) return { looked: 0, finished: true, residue: 0 };
  const gone = await goneLately(store, now);
  let at: ResidueRound = seen && seen.finishedAt === undefined ? seen : { version: seen?.version ?? 0, startedAt: now.toISOString(), table: 0, cursors: allOfThem(), looked: 0, found: {} };
  while (at.table < TABLES.length && Date.now() < until) {
    const next = await further(store, at, gone);
    if (!(await won(store.transact([roundMoved(seen, next)])))) return { looked: 0, finished: false, residue: 0 };
    seen = at = { ...next, version: (seen?.version ?? 0) + 1 };
  }
  return at.table < TABLES.length ? { looked: at.looked, finished: false, residue: sum(at.found) } : finish(store, at, gone);
}));

const allOfThem = (): string[] => Array.from({ length: SEGMENTS }, () => '');
const sum = (found: ResidueRound['found']): number => Object.values(found).reduce((all, each) => all + each, 0);

/** Who is being erased at this moment is looked at when that has ended. */
async function goneLately(store: Store, now: Date): Promise<KnownGone> {
  const people = new Map<string, Gone>();
  const underWay = new Set<string>();
  for await (const { userId, tenantId, requestId, held = [], completedAt } of erasuresSince(store, new Date(now.getTime() - RECENT_MS), now)) {
    if (completedAt === undefined) underWay.add(userId);
    else people.set(userId, { tenantId, requestId, held });
  }
  for (const userId of underWay) people.delete(userId);
  return { people, deletions: new Set([...people.values()].map(({ requestId }) => requestId)) };
}

/** One page of each segment that is not through yet; an empty cursor is the beginning. */
async function further(store: Store, at: ResidueRound, gone: KnownGone): Promise<ResidueRound> {
  const table = TABLES[at.table] ?? 'identity';
  const pages = await Promise.all(at.cursors.map(async (cursor, segment) =>
    (cursor === null ? undefined : store.scan({ table, segment, segments: SEGMENTS, limit: PAGE, ...(cursor !== '' && { cursor }) }))));
  const found: Record<string, number> = { ...at.found };
  for (const requestId of pages.flatMap((page) => page?.items.flatMap((item) => strayIn(table, item, gone) ?? []) ?? [])) found[requestId] = (found[requestId] ?? 0) + 1;
  const cursors = pages.map((page) => page?.cursor ?? null);
  const through = cursors.every((cursor) => cursor === null);
  const looked = at.looked + pages.reduce((all, page) => all + (page?.items.length ?? 0), 0);
  return { ...at, found, looked, ...(through ? { table: at.table + 1, cursors: allOfThem() } : { cursors }) };
}

/** Each request says when somebody looked last, and what he found. */
async function finish(store: Store, at: ResidueRound, { people }: KnownGone): Promise<SearchRound> {
  const now = new Date();
  for (const { tenantId, requestId } of people.values()) await won(store.update(residueTold({ tenantId, requestId }, { found: at.found[requestId] ?? 0, now })));
  const residue = sum(at.found);
  countResidue(residue);
  for (const [requestId, count] of Object.entries(at.found)) log.error('something is left of somebody who was erased', { requestId, count });
  await store.transact([roundMoved(at, { ...at, finishedAt: now.toISOString() })]);
  return { looked: at.looked, finished: true, residue };
}
