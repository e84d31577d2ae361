import { tokenIssued, tokenUsed, readToken } from '../../../lambdas/adapters/tokens.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const subject = { tenantId: 'demo', userId: 'usr_1' };
const expires = new Date('2026-03-03T08:00:00.000Z');
const now = new Date('2026-03-02T09:00:00.000Z');
const issued = (hash: string) => tokenIssued(subject, 'verify-email', { hash, expires, issuedFor: 'run-1' });

let tables: MemoryTables;
beforeEach(async () => {
  tables = new MemoryTables();
  await tables.store().transact([issued('hash-1')]);
});
const written = (write: ReturnType<typeof issued>): Promise<string> => tables.store().transact([write]).then(() => 'written', (error: unknown) => (error instanceof Error ? error.name : String(error)));
const use = (hash: string) => written(tokenUsed(subject, 'verify-email', hash, now));

test('a token is used once, also when many try at once', async () => {
  const outcomes = await Promise.all([use('hash-1'), use('hash-1'), use('hash-1')]);
  expect(outcomes.toSorted()).toEqual(['ConditionFailed', 'ConditionFailed', 'written']);
});

test('a used token is not made new by issuing it again', async () => {
  await use('hash-1');
  expect(await written(issued('hash-1'))).toBe('ConditionFailed');
  expect(await readToken(tables.store(), subject, 'verify-email')).toMatchObject({ usedAt: now.toISOString() });
});

test('a new token voids the one before', async () => {
  expect(await written(issued('hash-2'))).toBe('written');
  expect(await use('hash-1')).toBe('ConditionFailed');
  expect(await use('hash-2')).toBe('written');
});

test('a token outlives its end by a week, so that it can be told to be too old', async () => {
  const item = await tables.store().get('identity', { pk: 'TENANT#demo#USER#usr_1', sk: 'TOKEN#verify-email' });
  expect(item).toMatchObject({ validUntil: expires.getTime() / 1000, expiresAt: expires.getTime() / 1000 + 7 * 86_400 });
});
