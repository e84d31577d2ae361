import { addressKey, administratorKey, authorizationKey, profileKey, registrationKey, userKey, userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { personKeyKey } from '../../lambdas/adapters/vault.ts';
import type { Item, Key, TableName, Value } from '../../lambdas/adapters/store.ts';
import type { ToVerify } from '../../lambdas/erasure/verification.ts';
import { residueOf } from '../support/whole-verification.ts';
import type { LegalHold } from '../../lambdas/domain/legal-hold.ts';
import { createHash } from 'node:crypto';
import { beginErasure, readyToErase } from '../support/erasures.ts';
import { MemoryTables, type Snapshot } from '../support/memory-store.ts';
import { someone, TENANT } from '../support/world.ts';

/** Somebody has been erased. Whoever verifies finds nothing; and whatever is planted afterwards, wherever, in whatever form. */
let clean: Snapshot;
let about: ToVerify;
let subject: Subject;
let runId: string;
beforeAll(async () => {
  const ready = await readyToErase(6);
  ({ subject } = ready);
  const { blindIndex } = await ready.world.user(subject);
  const requestId = await beginErasure(ready.world, subject);
  await ready.world.settle();
  clean = ready.world.tables.snapshot();
  ({ runId } = await ready.world.runOf('user_deletion', subject));
  const { email, firstName, lastName } = someone;
  about = { subject, request: { tenantId: TENANT, requestId }, person: { contact: { email, firstName, lastName, language: 'en' }, identity: { userId: subject.userId, blindIndex, values: [email, firstName, lastName, blindIndex] } }, kept: { hold: undefined, retention: [] }, now: new Date() };
  ready.world.end();
});

const { email, firstName, lastName } = someone;
const sha256 = (text: string, encoding: 'hex' | 'base64' | 'base64url' = 'hex'): string => createHash('sha256').update(text).digest(encoding);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const tablesWith = (leaks: readonly { readonly table: TableName; readonly key: Key; readonly attributes: Readonly<Record<string, Value>> }[] = []): MemoryTables => {
  const tables = new MemoryTables();
  tables.restore(clean);
  for (const { table, key, attributes } of leaks) tables.overwrite(table, key, attributes);
  return tables;
};
const left = (tables: MemoryTables, more: Partial<ToVerify> = {}) => residueOf(tables.store(), { ...about, ...more });

test('of somebody who is erased nothing is found', async () => expect(await left(tablesWith())).toEqual([]));

type Planted = readonly [place: string, table: TableName, key: (first: (which: (item: Item) => boolean, table: TableName) => Key) => Key, attributes: () => Readonly<Record<string, Value>>];
const inRecord = (first: Parameters<Planted[2]>[0]): Key => first(({ pk, sk }) => pk === userPartition(subject) && sk.startsWith('RECORD#'), 'identity');
const inAudit = (first: Parameters<Planted[2]>[0]): Key => first(({ subject: of }) => of === subject.userId, 'audit');
const inEvent = (first: Parameters<Planted[2]>[0]): Key => first(({ aggregateId }) => aggregateId === subject.userId, 'events');
const inRun = (): Key => ({ pk: `RUN#${runId}`, sk: 'RUN' });
const ofDeletion = (sk: string) => (): Key => ({ pk: `TENANT#${TENANT}#DELETION#${about.request.requestId}`, sk });
const below = (sk: string) => (): Key => ({ pk: userPartition(subject), sk });

const planted: readonly Planted[] = [
  ['the account', 'identity', () => userKey(subject), () => ({ status: 'deleting' })], ['the authorization', 'identity', () => authorizationKey(subject), () => ({ status: 'deleting' })],
  ['the profile', 'identity', () => profileKey(subject), () => ({ profile: 'sealed' })], ['the credential', 'identity', below('CREDENTIAL'), () => ({ passwordHash: 'x' })],
  ['a session', 'identity', below('SESSION#x'), () => ({})], ['an API key', 'identity', below('API_KEY#x'), () => ({})], ['a token', 'identity', below('TOKEN#verify'), () => ({})],
  ['an activity', 'identity', below('ACTIVITY#x'), () => ({})], ['a role', 'identity', below('ROLE#member'), () => ({})], ['a kind of item that nobody knows', 'identity', below('NOTE#1'), () => ({})],
  ['the address', 'identity', () => addressKey(TENANT, about.person.identity.blindIndex), () => ({ userId: subject.userId })], ['the page of the registration', 'identity', () => registrationKey(subject.userId), () => ({})],
  ['the list of administrators', 'identity', () => administratorKey(subject), () => ({ userId: subject.userId })], ['the key', 'keys', () => personKeyKey(subject), () => ({ wrapped: 'x' })],
  ['another key', 'keys', () => ({ pk: personKeyKey(subject).pk, sk: 'OLD_KEY' }), () => ({ wrapped: 'x' })],
  ['a record with its title', 'identity', inRecord, () => ({ title: 'sealed' })], ['a record that is not anonymous', 'identity', inRecord, () => ({ anonymous: false })], ['an attribute of a record that nobody knows', 'identity', inRecord, () => ({ note: 'x' })],
  ['the kind of a record, as an address', 'identity', inRecord, () => ({ kind: email.toUpperCase() })], ['the kind of a record, in hex', 'identity', inRecord, () => ({ kind: Buffer.from(email).toString('hex') })],
  ['an audit entry as it was', 'audit', inAudit, () => ({ minimised: false })], ['an audit entry without an end', 'audit', inAudit, () => ({ expiresAt: null })], ['evidence in an audit entry', 'audit', inAudit, () => ({ evidence: 'x' })],
  ['the actor of an audit entry', 'audit', inAudit, () => ({ actor: firstName })], ['deep in the outcomes of an audit entry', 'audit', inAudit, () => ({ outcomes: [{ step: 'x', status: `for ${lastName.toLowerCase()}` }] })],
  ['the data of an event', 'events', inEvent, () => ({ data: { email } })], ['an event, in base64', 'events', inEvent, () => ({ data: { note: base64(`{"to":"${email}"}`) } })], ['the name of a member in an event', 'events', inEvent, () => ({ data: { [email]: true } })],
  ['an event, for a URL', 'events', inEvent, () => ({ data: { link: `https://x.example/?e=${encodeURIComponent(email)}` } })], ['an event, as SHA-256', 'events', inEvent, () => ({ data: { hash: sha256(email) } })],
  ['why an event is poison', 'events', inEvent, () => ({ poison: `${firstName} ${lastName}` })],
  ['a run', 'ledger', inRun, () => ({ reason: `asked by ${firstName}` })], ['the error of a step', 'ledger', () => ({ pk: `RUN#${runId}`, sk: 'STEP#RevokeSessions' }), () => ({ error: { name: 'E', message: `no mail to ${email}` } })],
  ['an item of a run that nobody knows', 'ledger', () => ({ pk: `RUN#${runId}`, sk: 'STATE#1' }), () => ({ input: JSON.stringify(JSON.stringify({ email })) })],
  ['the request', 'ledger', ofDeletion('DELETION'), () => ({ extensionReason: `Dear ${firstName}` })], ['a phase', 'ledger', ofDeletion('PHASE#access#all'), () => ({ note: sha256(email.toLowerCase(), 'base64url') })],
  ['a recipient', 'ledger', ofDeletion('RECIPIENT#000'), () => ({ at: email.replace('@', '&#64;') })], ['the blind index in the plan', 'ledger', ofDeletion('PLAN'), () => ({ lines: [{ note: about.person.identity.blindIndex }] })],
  ['the hold', 'ledger', () => ({ pk: `TENANT#${TENANT}#HOLD#${subject.userId}`, sk: 'HOLD' }), () => ({ basis: `${lastName} v. Demo` })],
  ['the list of runs', 'ledger', (first) => first(({ pk }) => pk === `TENANT#${TENANT}#SUBJECT#${subject.userId}`, 'ledger'), () => ({ title: email.normalize('NFD') })],
];

const first = (which: (item: Item) => boolean, from: TableName): Key => {
  const item = clean[from].find(which);
  if (!item) throw new Error('nothing to plant it in');
  return { pk: item.pk, sk: item.sk };
};

test('there are enough places', () => expect(planted.length).toBeGreaterThanOrEqual(30));

test.each(planted)('what is left in %s is found', async (_, table, place, attributes) => {
  const found = await left(tablesWith([{ table, key: place(first), attributes: attributes() }]));
  expect(found.map((each) => each.table)).toEqual([table]);
  expect(JSON.stringify(found)).not.toContain(email);
});

test('an address that is somebody else’s by now is his', async () => {
  expect(await left(tablesWith([{ table: 'identity', key: addressKey(TENANT, about.person.identity.blindIndex), attributes: { userId: 'usr_new' } }]))).toEqual([]);
});

const hold: LegalHold = { holdId: 'h', basis: 'sealed', placedBy: 'x', placedAt: '2026-01-01T00:00:00.000Z' };
test.each<[string, LegalHold['categories'], Key['sk'], boolean]>([
  ['security keeps sessions', ['security'], 'SESSION#x', true], ['business keeps no sessions', ['business'], 'SESSION#x', false], ['contact keeps the profile', ['contact'], 'PROFILE', true], ['of everything keeps all', undefined, 'ACTIVITY#x', true]])('a hold of %s', async (_, categories, sk, kept) => {
  const tables = tablesWith([{ table: 'identity', key: { pk: userPartition(subject), sk }, attributes: {} }]);
  expect((await left(tables, { kept: { hold: { ...hold, ...(categories && { categories }) }, retention: [] } })).length).toBe(kept ? 0 : 1);
  expect(await left(tables, { kept: { hold: { ...hold, until: '2026-01-02T00:00:00.000Z' }, retention: [] } })).toHaveLength(1);
});
