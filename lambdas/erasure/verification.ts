import { addressKey, administratorKey, registrationKey, userPartition, type Subject } from '../adapters/identity.ts';
import { eachPage } from '../adapters/pages.ts';
import type { Item, Store, TableName } from '../adapters/store.ts';
import { personKeyKey } from '../adapters/vault.ts';
import { dataCategories, type LegalHold } from '../domain/legal-hold.ts';
import { holdsCategory, isKept, mayRemain } from './remaining.ts';
import type { SealedPerson } from './seal.ts';
import { needlesOf, type Needles } from './value-forms.ts';
import { holds } from './value-search.ts';

/** What is left of somebody of whom nothing should be left: where, never what. */
export interface Residue { readonly table: TableName; readonly kind: string; readonly found: 'by absence' | 'by value' }

interface Place { readonly table: TableName; readonly pk: string }
type Verdict = (place: Place, item: Item) => Residue['found'] | undefined;

/**
 * By absence: nothing of an account in any place where one has something, but for what may be left. By value: nothing that can be reached
 * from the person holds anything by which she is recognised, in any form. It shares no code with what erases.
 */
export async function residueOf(store: Store, subject: Subject, person: SealedPerson, hold: LegalHold | undefined, now: Date): Promise<readonly Residue[]> {
  const held = holdsCategory(hold, now);
  const { values, blindIndex } = person.identity;
  const needles = needlesOf(values, [blindIndex]);
  const left: Residue[] = [...await singlesLeft(store, subject, blindIndex, dataCategories.some(held))];
  const ofThePerson: Verdict = ({ table }, item) => (isKept(table, item, held) ? undefined : !mayRemain(table, item, subject.userId) ? 'by absence' : byValue(needles, item));
  const ofOthers: Verdict = (_, item) => byValue(needles, item);
  for (const place of placesOf(subject)) left.push(...await residueIn(store, place, ofThePerson));
  for await (const place of tracesOf(store, subject)) left.push(...await residueIn(store, place, ofOthers));
  return left;
}

const byValue = (needles: Needles, item: Item): Residue['found'] | undefined => (holds(needles, item) ? 'by value' : undefined);

/** What lies under the person, all of it. */
const placesOf = (subject: Subject): readonly Place[] => [
  { table: 'identity', pk: userPartition(subject) }, { table: 'audit', pk: `TENANT#${subject.tenantId}#SUBJECT#${subject.userId}` }];

/** What happened to the person, and what was done about it: it stays, by random ids, and may say nothing of her. */
async function* tracesOf(store: Store, { tenantId, userId }: Subject): AsyncGenerator<Place> {
  yield { table: 'events', pk: `TENANT#${tenantId}#AGGREGATE#${userId}` };
  const runs = { table: 'ledger', pk: `TENANT#${tenantId}#SUBJECT#${userId}` } as const;
  yield runs;
  for await (const entries of eachPage((from) => store.query({ ...runs, ...from })))
    for (const { runId } of entries) if (typeof runId === 'string') yield { table: 'ledger', pk: `RUN#${runId}` };
}

async function residueIn(store: Store, place: Place, verdict: Verdict): Promise<readonly Residue[]> {
  const left: Residue[] = [];
  for await (const items of eachPage((from) => store.query({ ...place, limit: 2_000, ...from })))
    for (const item of items) {
      const found = verdict(place, item);
      if (found) left.push({ table: place.table, kind: kindOf(item), found });
    }
  return left;
}
const kindOf = ({ sk }: Item): string => sk.split('#')[0] ?? '';

/** What points to the person from elsewhere. The address may be somebody else's by now. */
async function singlesLeft(store: Store, subject: Subject, blindIndex: string, anyHeld: boolean): Promise<readonly Residue[]> {
  const [registration, administrator, address, key] = await store.getMany([
    { table: 'identity', key: registrationKey(subject.userId) }, { table: 'identity', key: administratorKey(subject) },
    { table: 'identity', key: addressKey(subject.tenantId, blindIndex) }, { table: 'keys', key: personKeyKey(subject) }]);
  const own = address?.['userId'] === subject.userId && !anyHeld ? address : undefined;
  return [
    ...[registration, administrator, own].flatMap((item): readonly Residue[] => (item ? [{ table: 'identity', kind: kindOf(item), found: 'by absence' }] : [])),
    ...(key && !anyHeld ? [{ table: 'keys', kind: 'PERSON_KEY', found: 'by absence' } as const] : []),
  ];
}
