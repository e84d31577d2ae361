import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataInventory, kindOf, undeclaredIn } from '../../../lambdas/erasure/data-inventory.ts';
import { inventoryPage } from '../../../lambdas/erasure/inventory-page.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const session = { pk: 'TENANT#demo#USER#usr_1', sk: 'SESSION#abc', createdAt: 'now', lastSeenAt: 'now', expiresAt: 1, epoch: 0 };

test('knows a kind by where it lies, and every attribute of it', () => {
  expect(kindOf('identity', session)?.name).toBe('session');
  expect(undeclaredIn('identity', session)).toEqual([]);
});

test('names an attribute and an item that nobody has declared, and the tables of the tests refuse both', async () => {
  expect(undeclaredIn('identity', { ...session, shoeSize: 44 })).toEqual(['shoeSize of session in the table identity']);
  expect(undeclaredIn('ledger', { pk: 'SHOES', sk: 'X' })).toEqual(['an item SHOES / X of the table ledger']);
  const store = new MemoryTables(undeclaredIn).store();
  await expect(store.transact([{ table: 'identity', put: { ...session, shoeSize: 44 } }])).rejects.toThrow(/not in the data inventory.*shoeSize/);
  expect(await store.get('identity', session)).toBeUndefined();
});

test('a name that ends in a star stands for all that begin so, and for nothing else', () => {
  const item = { pk: 'TENANT#demo#RUNSTATISTICS#3', sk: 'A', 'task:SendMail:started': 1 };
  expect(undeclaredIn('ledger', item)).toEqual([]);
  expect(undeclaredIn('ledger', { ...item, tasks: 1 })).toEqual(['tasks of statistics of runs in the table ledger']);
});

test('says of every kind why it is there and how it ends, and names no attribute twice', () => {
  for (const { name, basis, retention, attributes } of dataInventory) {
    expect([name, basis, retention].every((words) => words.length > 2)).toBe(true);
    const all = Object.values(attributes).flat();
    expect([name, new Set(all).size]).toEqual([name, all.length]);
  }
});

test('is printed for data protection officers as it is', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/data-inventory.md'), 'utf8')).toBe(inventoryPage());
});
