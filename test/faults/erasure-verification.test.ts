import { createHash } from 'node:crypto';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import type { Item, TableName, Value } from '../../lambdas/adapters/store.ts';
import type { Residue, ToVerify } from '../../lambdas/erasure/verification.ts';
import { residueOf } from '../support/whole-verification.ts';
import type { SealedPerson } from '../../lambdas/erasure/seal.ts';
import { beginErasure, readyToErase } from '../support/erasures.ts';
import { MemoryTables, type Snapshot } from '../support/memory-store.ts';
import { someone, TENANT, type World } from '../support/world.ts';

/** Whoever verifies shares nothing with what erases: whatever is left anywhere is found, and of a clean erasure nothing. */
let world: World;
let subject: Subject;
let person: SealedPerson;
let after: Snapshot;
let requestId: string;
const about = (): ToVerify => ({ subject, person, request: { tenantId: TENANT, requestId }, kept: { hold: undefined, retention: [] }, now: new Date() });
beforeAll(async () => {
  ({ world, subject } = await readyToErase());
  const { blindIndex } = await world.user(subject);
  person = { contact: { ...someone, language: 'en' }, identity: { userId: subject.userId, blindIndex, values: [someone.email, someone.firstName, someone.lastName, blindIndex] } };
  requestId = await beginErasure(world, subject);
  await world.settle();
  after = world.tables.snapshot();
});
afterAll(() => world.end());

async function residueWith(table: TableName, item: Item): Promise<readonly Residue[]> {
  const tables = new MemoryTables();
  tables.restore(after);
  tables.overwrite(table, item, item);
  return residueOf(tables.store(), about());
}

test('of a clean erasure it finds nothing', async () => {
  expect(await residueOf(world.store, about())).toEqual([]);
});

const user = (sk: string) => (): Item => ({ pk: `TENANT#${TENANT}#USER#${subject.userId}`, sk });
const kept = (table: TableName, which: (item: Item) => boolean, leak: Readonly<Record<string, Value>>) => (): Item => {
  const item = after[table].find((each) => each.pk.includes(subject.userId) && which(each));
  if (!item) throw new Error('nothing is left there in which to plant');
  return { ...item, ...leak };
};
const record = (leak: Readonly<Record<string, Value>>) => kept('identity', ({ sk }) => sk.startsWith('RECORD#'), leak);
const entry = (leak: Readonly<Record<string, Value>>) => kept('audit', () => true, leak);
const event = (leak: Readonly<Record<string, Value>>) => kept('events', () => true, leak);
const run = (which: RegExp, leak: Readonly<Record<string, Value>>) => (): Item => {
  const of = after.ledger.find((each) => each['subject'] === subject.userId && each.sk === 'RUN');
  const item = after.ledger.find((each) => each.pk === of?.pk && which.test(each.sk));
  if (!item) throw new Error('there is no such item of a run');
  return { ...item, ...leak };
};
const { email, firstName, lastName } = someone;
const bytes = Buffer.from(email);

const leaks: readonly (readonly [string, TableName, () => Item, 'by absence' | 'by value'])[] = [
  ['account', 'identity', user('USER'), 'by absence'], ['authorization', 'identity', user('AUTHORIZATION'), 'by absence'],
  ['credential', 'identity', user('CREDENTIAL'), 'by absence'], ['profile', 'identity', user('PROFILE'), 'by absence'],
  ['session', 'identity', user('SESSION#a'), 'by absence'], ['API key', 'identity', user('API_KEY#a'), 'by absence'], ['token', 'identity', user('TOKEN#verify-email'), 'by absence'],
  ['role', 'identity', user('ROLE#member'), 'by absence'], ['activity', 'identity', user('ACTIVITY#a'), 'by absence'], ['kind that nobody knows', 'identity', user('NOVELTY#a'), 'by absence'],
  ['list of administrators', 'identity', () => ({ pk: `TENANT#${TENANT}#ADMINISTRATORS`, sk: `USER#${subject.userId}` }), 'by absence'],
  ['registration', 'identity', () => ({ pk: `REGISTRATION#${subject.userId}`, sk: 'REGISTRATION' }), 'by absence'],
  ['address', 'identity', () => ({ pk: `TENANT#${TENANT}#EMAIL#${person.identity.blindIndex}`, sk: 'EMAIL', userId: subject.userId }), 'by absence'],
  ['key', 'keys', user('PERSON_KEY'), 'by absence'],
  ['title of a record', 'identity', record({ title: 'v1.sealed' }), 'by absence'], ['record with an attribute too many', 'identity', record({ note: 'x' }), 'by absence'],
  ['record that is not anonymous', 'identity', record({ anonymous: false }), 'by absence'],
  ['kind of a record', 'identity', record({ kind: `for ${email}` }), 'by value'], ['id of a record, as base64', 'identity', record({ recordId: bytes.toString('base64') }), 'by value'],
  ['words of an audit entry', 'audit', entry({ reason: 'x' }), 'by absence'], ['audit entry without an end', 'audit', entry({ expiresAt: 'never' }), 'by absence'],
  ['actor of an audit entry', 'audit', () => entry({ actor: subject.userId })(), 'by absence'],
  ['outcome in an audit entry, as hex', 'audit', entry({ outcomes: [{ step: bytes.toString('hex'), status: 'DONE' }] }), 'by value'],
  ['correlation id, as URL', 'audit', entry({ correlationId: encodeURIComponent(email) }), 'by value'],
  ['data of an event', 'events', event({ data: { nested: [{ to: email.toUpperCase() }] } }), 'by value'],
  ['cause of an event, as SHA-256', 'events', event({ causationId: createHash('sha256').update(email).digest('hex') }), 'by value'],
  ['data of an event, escaped', 'events', event({ data: { text: JSON.stringify(JSON.stringify({ name: `${firstName} ${lastName}` })) } }), 'by value'],
  ['data of a run, by the keyed hash', 'ledger', run(/^RUN$/, { data: { index: '' } }), 'by value'],
  ['reason of a run, as HTML', 'ledger', run(/^RUN$/, { reason: email.replace('@', '&#64;') }), 'by value'],
  ['error of a step', 'ledger', run(/^STEP#/, { error: `no mailbox ${email}` }), 'by value'],
  ['step, by the name alone', 'ledger', run(/^STEP#/, { skippedBecause: `asked by ${firstName}` }), 'by value'],
  ['entry in the list of runs', 'ledger', () => ({ pk: `TENANT#${TENANT}#SUBJECT#${subject.userId}`, sk: 'RUN#x', note: email }), 'by value'],
];

test('leaks are planted in thirty places at the least', () => {
  expect(new Set(leaks.map(([place]) => place)).size).toBeGreaterThanOrEqual(30);
});

test.each(leaks)('finds a leak in: %s', async (place, table, item, found) => {
  const planted = place.endsWith('keyed hash') ? { ...item(), data: { index: person.identity.blindIndex } } : item();
  const left = await residueWith(table, planted);
  expect(left.map(({ attribute, ...where }) => ({ ...where, found: attribute === undefined ? 'by absence' : 'by value' }))).toEqual([{ table, kind: table === 'audit' ? 'ENTRY' : planted.sk.split('#')[0], found }]);
});

test('an address that is somebody else’s by now is nobody’s residue', async () => {
  expect(await residueWith('identity', { pk: `TENANT#${TENANT}#EMAIL#${person.identity.blindIndex}`, sk: 'EMAIL', userId: 'usr_another' })).toEqual([]);
});

test('what is held may stay, and nothing else', async () => {
  const hold = { holdId: 'h', basis: 'b', placedBy: 'x', placedAt: 'y', categories: ['contact'] as const };
  const tables = new MemoryTables();
  tables.restore(after);
  for (const sk of ['PROFILE', 'CREDENTIAL']) tables.overwrite('identity', user(sk)(), {});
  expect(await residueOf(tables.store(), { ...about(), kept: { hold, retention: [] } })).toEqual([{ table: 'identity', kind: 'CREDENTIAL' }]);
});
