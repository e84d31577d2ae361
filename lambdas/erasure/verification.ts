import { addressKey, administratorKey, registrationKey, userPartition, type Subject } from '../adapters/identity.ts';
import { deletionPartition, type NamedDeletion } from '../adapters/deletion-requests.ts';
import { eventKey } from '../adapters/event-store.ts';
import { eachPage } from '../adapters/pages.ts';
import { runKey, runsOfSubject } from '../adapters/run-ledger.ts';
import type { Item, Key, Store, TableName } from '../adapters/store.ts';
import { personKeyKey } from '../adapters/vault.ts';
import { isInForce, type DataCategory, type LegalHold } from '../domain/legal-hold.ts';
import type { SealedPerson } from './seal.ts';
import { searchFor, textsOf, type Search } from './value-search.ts';

/** What is left of somebody of whom nothing should be left: where, never what. */
export interface Residue {
  readonly table: string; readonly kind: string;
  /** Where one of her values was found; absent where the item should not be there at all. */
  readonly attribute?: string;
}

export interface ToVerify {
  readonly subject: Subject;
  readonly request: NamedDeletion;
  readonly person: SealedPerson;
  readonly hold: LegalHold | undefined;
  readonly now: Date;
}

/**
 * Whoever verifies knows nothing of how it was erased, and shares no code with it: an error made there must not be made here too. By
 * absence: in the places where a person has something only that lies which may. By value: whatever is reachable from her holds nothing
 * by which she is recognised, in any form; a name only where words may stand.
 */
export async function residueOf(store: Store, about: ToVerify): Promise<readonly Residue[]> {
  const left = await thingsThatStand(store, about);
  const search = searches(about.person);
  for (const { table, pk, skBeginsWith } of await placesOf(store, about))
    for await (const items of eachPage((from) => store.query({ table, pk, limit: 1_000, ...(skBeginsWith !== undefined && { skBeginsWith }), ...from })))
      for (const item of items) left.push(...(isHeld(table, item, about) ? [] : wrongWith(table, item, about, search)));
  return left;
}

const kindOf = (table: TableName, { sk }: Key): string => (table === 'audit' ? 'ENTRY' : sk.split('#')[0] ?? '');
const holds = ({ hold, now }: Pick<ToVerify, 'hold' | 'now'>, category: DataCategory): boolean => isInForce(hold, now) && (hold.categories === undefined || hold.categories.includes(category));
const holdsAnything = (about: ToVerify): boolean => isInForce(about.hold, about.now);

/** What points to her from elsewhere, asked for by its name. Her address may be somebody else's by now. */
async function thingsThatStand(store: Store, about: ToVerify): Promise<Residue[]> {
  const { subject, person } = about;
  const keys = [administratorKey(subject), registrationKey(subject.userId), addressKey(subject.tenantId, person.identity.blindIndex)];
  const items = await store.getMany(keys.map((key) => ({ table: 'identity', key })));
  return items.flatMap((item) => {
    const somebodyElses = item?.sk === 'EMAIL' && item['userId'] !== subject.userId;
    return !item || somebodyElses || isHeld('identity', item, about) ? [] : [{ table: 'identity', kind: kindOf('identity', item) }];
  });
}

interface Place { readonly table: TableName; readonly pk: string; readonly skBeginsWith?: string }
/** Everything that is reachable from the person: what lies below her, what happened to her, and every run about her. */
async function placesOf(store: Store, { subject, request }: ToVerify): Promise<readonly Place[]> {
  const { tenantId, userId } = subject;
  const runs: Place[] = [];
  for await (const entries of eachPage((from) => store.query({ table: 'ledger', pk: runsOfSubject(tenantId, userId), ...from })))
    runs.push(...entries.flatMap(({ runId }) => (typeof runId === 'string' ? [{ table: 'ledger' as const, pk: runKey(runId).pk }] : [])));
  return [
    { table: 'identity', pk: userPartition(subject) }, { table: 'audit', pk: `TENANT#${tenantId}#SUBJECT#${userId}` }, { table: 'keys', pk: personKeyKey(subject).pk },
    { table: 'events', pk: eventKey({ tenantId, aggregateId: userId, aggregateVersion: 0 }).pk }, { table: 'ledger', pk: runsOfSubject(tenantId, userId) },
    { table: 'ledger', pk: deletionPartition(request) }, { table: 'ledger', pk: `TENANT#${tenantId}#HOLD#${userId}` }, ...runs,
  ];
}

const CATEGORIES: Readonly<Record<string, DataCategory>> = { RECORD: 'business', SESSION: 'security', API_KEY: 'security', TOKEN: 'security', ROLE: 'security', CREDENTIAL: 'security', ACTIVITY: 'technical', PROFILE: 'contact', ENTRY: 'audit' };
/** What a hold keeps, and what that needs to be of any use: with the account its address and its key. */
function isHeld(table: TableName, item: Key, about: ToVerify): boolean {
  if (table !== 'identity' && table !== 'audit' && table !== 'keys') return false;
  const category = CATEGORIES[kindOf(table, item)];
  return category === undefined ? holdsAnything(about) && (table === 'keys' || holds(about, 'identity') || item.sk === 'EMAIL') : holds(about, category);
}

const AUDIT_KEEPS: ReadonlySet<string> = new Set(['pk', 'sk', 'tenantId', 'subject', 'occurredAt', 'action', 'actor', 'correlationId', 'outcomes', 'minimised', 'expiresAt']);
const RECORD_KEEPS: ReadonlySet<string> = new Set(['pk', 'sk', 'recordId', 'kind', 'amount', 'createdAt', 'anonymous']);
const only = (item: Item, names: ReadonlySet<string>): boolean => Object.keys(item).every((name) => names.has(name));

/** Whether this may lie there at all, and with these attributes. */
function mayStand(table: TableName, item: Item, userId: string): boolean {
  if (table === 'keys') return false;
  if (table === 'audit') return item['minimised'] === true && typeof item['expiresAt'] === 'number' && item['actor'] !== userId && only(item, AUDIT_KEEPS);
  return table !== 'identity' || (item.sk.startsWith('RECORD#') && item['anonymous'] === true && only(item, RECORD_KEEPS));
}

/** Words of ours and ids, in which somebody may happen to be called as they are. */
const CODES: ReadonlySet<string> = new Set(['pk', 'sk', 'tenantId', 'type', 'status', 'action', 'kind', 'step', 'phase', 'name', 'category', 'way', 'table', 'watchShard', 'tenantRuns', 'startedOrder', 'pendingShard', 'unclaimedShard']);

interface Searches { readonly anywhere: Search; readonly names: Search }
function searches({ contact, identity }: SealedPerson): Searches {
  const names = contact ? [contact.firstName, contact.lastName] : [];
  const isName = new Set(names);
  return { anywhere: searchFor([...identity.values.filter((value) => !isName.has(value)), ...(contact ? [`${contact.firstName} ${contact.lastName}`] : [])]), names: searchFor(names) };
}

function wrongWith(table: TableName, item: Item, { request, subject }: ToVerify, { anywhere, names }: Searches): readonly Residue[] {
  const kind = kindOf(table, item);
  if (!mayStand(table, item, subject.userId)) return [{ table, kind }];
  if (item.pk === deletionPartition(request) && kind === 'SEAL') return [];
  // Her id is random and stays; that somebody is called like his id is of no importance.
  const found = [...textsOf(item)].find(({ attribute, text }) => anywhere.matches(text) || (!CODES.has(attribute) && text !== subject.userId && names.matches(text)));
  return found ? [{ table, kind, attribute: found.attribute }] : [];
}
