import { addressKey, administratorKey, registrationKey, userPartition, type Subject } from '../adapters/identity.ts';
import { eachPage } from '../adapters/pages.ts';
import type { Item, Store } from '../adapters/store.ts';
import { personKeyKey } from '../adapters/vault.ts';
import type { LegalHold } from '../domain/legal-hold.ts';
import { dispositionsOf, isHeldBy } from './plan.ts';
import type { SealedPerson } from './seal.ts';

/** What is left of somebody of whom nothing should be left: where, never what. */
export interface Residue { readonly table: string; readonly kind: string }

/**
 * By absence: nothing of an account in any place where one has something. By value: nothing that lies in these places holds any of the
 * values by which the person is recognised.
 */
export async function residueOf(store: Store, subject: Subject, person: SealedPerson, hold: LegalHold | undefined, now: Date): Promise<readonly Residue[]> {
  const held = isHeldBy(hold, now);
  const single = await store.getMany([
    { table: 'identity', key: registrationKey(subject.userId) }, { table: 'identity', key: administratorKey(subject) },
    { table: 'identity', key: addressKey(subject.tenantId, person.identity.blindIndex) }, { table: 'keys', key: personKeyKey(subject) }]);
  const anyHeld = dispositionsOf(subject).some(held);
  const left = single.flatMap((item): readonly Residue[] => {
    if (!item || (anyHeld && (item.sk === 'PERSON_KEY' || item.sk === 'EMAIL')) || (item.sk === 'EMAIL' && item['userId'] !== subject.userId)) return [];
    return [{ table: item.sk === 'PERSON_KEY' ? 'keys' : 'identity', kind: item.sk }];
  });
  const reachable = [{ table: 'identity', pk: userPartition(subject) }, { table: 'audit', pk: `TENANT#${subject.tenantId}#SUBJECT#${subject.userId}` }] as const;
  for (const { table, pk } of reachable)
    for await (const items of eachPage((from) => store.query({ table, pk, limit: 2_000, ...from })))
      left.push(...items.filter((item) => !isAsItMustBe(item, subject, person, held, now)).map(({ sk }) => ({ table, kind: sk.split('#')[0] ?? '' })));
  return left;
}

function isAsItMustBe(item: Item, subject: Subject, person: SealedPerson, held: ReturnType<typeof isHeldBy>, now: Date): boolean {
  const disposition = dispositionsOf(subject).find(({ pk, skBeginsWith = '' }) => item.pk === pk && item.sk.startsWith(skBeginsWith));
  if (!disposition) return held({ category: 'identity' }) && (item.sk === 'USER' || item.sk === 'AUTHORIZATION');
  return held(disposition) || (disposition.rewritten !== undefined && disposition.rewritten(item, now) === undefined && !holdsValue(item, person));
}

const holdsValue = (item: Item, { identity: { values } }: SealedPerson): boolean => {
  const text = JSON.stringify(item).toLowerCase();
  return values.some((value) => value.length > 2 && text.includes(value.toLowerCase()));
};
