import crypto from 'node:crypto';
import { jest } from '@jest/globals';
import type { World } from './world.ts';

/** Notes what functions that boot from now on do: reads, writes, and password hashes. Ends with `jest.restoreAllMocks`. */
export function observedWork({ tables }: World): string[] {
  const work: string[] = [];
  const open = tables.store.bind(tables);
  tables.store = (guard) => {
    const store = open(guard);
    return {
      ...store,
      get: (table, key) => { work.push(`read ${table}`); return store.get(table, key); },
      getMany: (reads) => { work.push(`read ${reads.length}`); return store.getMany(reads); },
      update: (write) => { work.push('update'); return store.update(write); },
      transact: (writes) => { work.push('transact'); return store.transact(writes); },
    };
  };
  const argon2 = crypto.argon2;
  jest.spyOn(crypto, 'argon2').mockImplementation((...all) => { work.push('hash'); argon2(...all); });
  return work;
}
