import type { Subject } from '../adapters/identity.ts';
import type { Item } from '../adapters/store.ts';
import type { Remains } from './data-inventory.ts';

const A_DAY_S = 86_400;
/** Whoever did it herself is named by her part in it. */
const HERSELF = 'subject';

/** What is to stay of an item of somebody who is erased; undefined where nothing else is left of it. An end that it has is its end. */
export function whatRemains({ marked, keeps, forDays }: Remains, item: Item, { subject, now }: { readonly subject: Subject; readonly now: Date }): Item | undefined {
  const { pk, sk, actor, expiresAt } = item;
  const after: Item = {
    pk, sk, ...Object.fromEntries(Object.entries(item).filter(([name]) => keeps.includes(name))), ...(keeps.includes('actor') && actor === subject.userId && { actor: HERSELF }), [marked]: true,
    ...(forDays !== undefined && { expiresAt: item[marked] === true && typeof expiresAt === 'number' ? expiresAt : Math.floor(now.getTime() / 1000) + forDays * A_DAY_S }),
  };
  return isSame(item, after) ? undefined : after;
}

/** What is kept is kept as it is, so the names and what is set tell. */
const isSame = (before: Item, after: Item): boolean =>
  Object.keys(before).length === Object.keys(after).length && Object.keys(after).every((name) => before[name] === after[name]);
