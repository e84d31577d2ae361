import type { Item, Key, Store, TableName, Write } from '../../lambdas/adapters/store.ts';
import { pause } from '../support/interleaving.ts';

/** The tables as they would be without one safeguard: each race must then be seen to end badly. */
export type Twist = (store: Store) => Store;
export const asItIs: Twist = (store) => store;

const unconditional = (write: Write): readonly Write[] => {
  if ('check' in write) return [];
  const { if: _, ...rest } = write;
  return [rest];
};
const writing = (changed: (write: Write) => readonly Write[], before: () => Promise<void> = () => Promise.resolve()): Twist => (store) => ({
  ...store,
  transact: async (writes) => {
    const left = writes.flatMap(changed);
    await before();
    if (left.length > 0) await store.transact(left);
  },
});

/** Nobody looks once more at the moment of the write. */
export const lookingOnce = writing(unconditional);
const LATE_TURNS = 2_000;
const SELDOM = 0.2;
const sometimesLate = (): Promise<void> => pause(Math.random() < SELDOM ? Math.floor(Math.random() * LATE_TURNS) : 0);
/** Sometimes much happens between the look and the write, which looks once more: nothing is missing here. */
export const lookingLate = writing((write) => [write], sometimesLate);
/** And nobody looks once more. */
export const lookingOnceAndLate = writing(unconditional, sometimesLate);
/** A link outlives what it was sent for. */
export const leavingLinks = writing((write) => ('delete' in write && write.delete.sk.startsWith('TOKEN#') ? [] : [write]));
/** Access that is to end goes on. */
export const endingNoAccess = writing((write) => {
  if (!('update' in write) || write.add?.['accessEpoch'] === undefined) return [write];
  const { accessEpoch: _, ...add } = write.add;
  return [{ ...write, add, set: { ...write.set, status: 'active' } }];
});
/** What was read once is not read again. */
export const remembering: Twist = (store) => {
  const known = new Map<string, Promise<Item | undefined>>();
  const once = (table: TableName, { pk, sk }: Key, read: () => Promise<Item | undefined>): Promise<Item | undefined> => {
    const answer = known.get(`${table} ${pk} ${sk}`) ?? read();
    known.set(`${table} ${pk} ${sk}`, answer);
    return answer;
  };
  return {
    ...store,
    get: (table, key) => once(table, key, () => store.get(table, key)),
    getMany: (reads) => Promise.all(reads.map((read) => once(read.table, read.key, async () => (await store.getMany([read]))[0]))),
  };
};
