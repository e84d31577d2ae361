import { userPartition, type Subject } from '../adapters/identity.ts';
import { eachPage } from '../adapters/pages.ts';
import type { Item, Store } from '../adapters/store.ts';
import type { DeletionPhase } from '../domain/deletion-request.ts';
import { isInForce, type DataCategory, type LegalHold } from '../domain/legal-hold.ts';
import type { Area } from './sweep.ts';

/** What becomes of the data of one person: where it lies, of what kind it is, in which phase it goes, and how. */
export interface Disposition extends Area {
  readonly category: DataCategory;
  readonly phase: DeletionPhase;
  readonly way: 'delete' | 'anonymise' | 'minimise';
  /** What of it only the person's key can open: it cannot be kept without the key. */
  readonly sealed?: true;
}

/** So long an audit entry is kept that says who did what to nobody any more; then the table forgets it by itself. */
export const AUDIT_KEPT_DAYS = 3 * 365;
const A_DAY_S = 86_400;

const inUser = (subject: Subject, skBeginsWith: string, about: Omit<Disposition, 'table' | 'pk' | 'skBeginsWith'>): Disposition =>
  ({ table: 'identity', pk: userPartition(subject), skBeginsWith, ...about });

/** Children before what they belong to; the account itself goes last, with its address, in the transaction that ends the phase. */
export const dispositionsOf = (subject: Subject): readonly Disposition[] => [
  inUser(subject, 'SESSION#', { name: 'sessions', category: 'security', phase: 'access', way: 'delete' }),
  inUser(subject, 'API_KEY#', { name: 'apiKeys', category: 'security', phase: 'access', way: 'delete', sealed: true }),
  inUser(subject, 'TOKEN#', { name: 'tokens', category: 'security', phase: 'personal_data', way: 'delete' }),
  inUser(subject, 'ACTIVITY#', { name: 'activity', category: 'technical', phase: 'personal_data', way: 'delete' }),
  inUser(subject, 'ROLE#', { name: 'roles', category: 'security', phase: 'personal_data', way: 'delete' }),
  inUser(subject, 'PROFILE', { name: 'profile', category: 'contact', phase: 'personal_data', way: 'delete', sealed: true }),
  inUser(subject, 'CREDENTIAL', { name: 'credential', category: 'security', phase: 'personal_data', way: 'delete' }),
  inUser(subject, 'RECORD#', { name: 'records', category: 'business', phase: 'business_data', way: 'anonymise', sealed: true, rewritten: recordOfNobody }),
  { table: 'audit', pk: `TENANT#${subject.tenantId}#SUBJECT#${subject.userId}`, name: 'auditEntries', category: 'audit', phase: 'audit', way: 'minimise', sealed: true, rewritten: entryOfNobody },
];

/** The kind and the amount are the tenant's business, and stay. */
function recordOfNobody(item: Item): Item | undefined {
  const { title, ...rest } = item;
  return title === undefined ? undefined : { ...rest, anonymous: true };
}

/** What the law asks for: what was done, when, and by whom where that was somebody else. Words, evidence and values go. */
function entryOfNobody({ pk, sk, tenantId, subject, occurredAt, action, actor, correlationId, outcomes, minimised }: Item, now: Date): Item | undefined {
  if (minimised) return undefined;
  const kept = { tenantId, subject, occurredAt, action, actor: actor === subject ? 'subject' : actor, correlationId, ...(outcomes !== undefined && { outcomes }) };
  return { pk, sk, ...kept, minimised: true, expiresAt: Math.floor(now.getTime() / 1000) + AUDIT_KEPT_DAYS * A_DAY_S } as Item;
}

/** What the law wants kept for now is left out. */
export const isHeldBy = (hold: LegalHold | undefined, now: Date) => ({ category }: Pick<Disposition, 'category'>): boolean =>
  isInForce(hold, now) && (hold.categories === undefined || hold.categories.includes(category));

export interface PlanLine { readonly name: string; readonly table: string; readonly category: DataCategory; readonly way: string; readonly count: number; readonly held: boolean }

/** How much of everything there is, and what becomes of it. */
export async function planOf(store: Store, subject: Subject, hold: LegalHold | undefined, now: Date): Promise<readonly PlanLine[]> {
  const held = isHeldBy(hold, now);
  return Promise.all(dispositionsOf(subject).map(async (each) => ({
    name: each.name, table: each.table, category: each.category, way: each.way, count: await countIn(store, each), held: held(each),
  })));
}

async function countIn(store: Store, { table, pk, skBeginsWith }: Area): Promise<number> {
  let count = 0;
  for await (const items of eachPage((from) => store.query({ table, pk, limit: 2_000, ...(skBeginsWith !== undefined && { skBeginsWith }), ...from }))) count += items.length;
  return count;
}
