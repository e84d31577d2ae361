import type { Item, TableName } from '../adapters/store.ts';
import { isInForce, type DataCategory, type LegalHold } from '../domain/legal-hold.ts';

/**
 * What may be there when somebody is erased, written down a second time and by other hands than what erases: whoever forgets a kind there,
 * or leaves too much of it, is found out here. Of the person's partitions only this may be left; anything else is residue.
 */
interface Allowed { readonly table: TableName; readonly sk: RegExp; readonly attributes: readonly string[]; readonly must?: (item: Item, userId: string) => boolean }

const allowed: readonly Allowed[] = [
  { table: 'identity', sk: /^RECORD#/, attributes: ['recordId', 'kind', 'amount', 'createdAt', 'anonymous'], must: (item) => item['anonymous'] === true },
  {
    table: 'audit', sk: /./, attributes: ['tenantId', 'subject', 'occurredAt', 'action', 'actor', 'correlationId', 'outcomes', 'minimised', 'expiresAt'],
    must: (item, userId) => item['minimised'] === true && typeof item['expiresAt'] === 'number' && item['actor'] !== userId,
  },
];

/** What a kind of item is about, for holds. */
const categories: readonly (readonly [TableName, RegExp, DataCategory])[] = [
  ['identity', /^(?:USER|AUTHORIZATION)$/, 'identity'],
  ['identity', /^PROFILE$/, 'contact'],
  ['identity', /^(?:SESSION#|API_KEY#|TOKEN#|ROLE#|CREDENTIAL$)/, 'security'],
  ['identity', /^ACTIVITY#/, 'technical'],
  ['identity', /^RECORD#/, 'business'],
  ['audit', /./, 'audit'],
];

export const holdsCategory = (hold: LegalHold | undefined, now: Date) => (category: DataCategory): boolean =>
  isInForce(hold, now) && (hold.categories === undefined || hold.categories.includes(category));

export const isKept = (table: TableName, item: Item, held: (category: DataCategory) => boolean): boolean =>
  categories.some(([where, sk, category]) => where === table && sk.test(item.sk) && held(category));

/** By absence: whether it is of a kind that may be left, with nothing that may not. */
export const mayRemain = (table: TableName, item: Item, userId: string): boolean => allowed.some(({ table: where, sk, attributes, must }) =>
  where === table && sk.test(item.sk) && (must?.(item, userId) ?? true) && Object.keys(item).every((name) => name === 'pk' || name === 'sk' || attributes.includes(name)));
