import { addressKey, userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { personKeyKey } from '../../lambdas/adapters/vault.ts';
import type { Key, TableName } from '../../lambdas/adapters/store.ts';
import { getDeletion, placeHold } from '../../lambdas/api/deletion/routes.ts';
import { residueSearchTouches } from '../../lambdas/kit/engine-touches.ts';
import { operationEntry } from '../../lib/entry-points.ts';
import { beginErasure, erasureOf, readyToErase, tryAgain } from '../support/erasures.ts';
import { failsWith } from '../support/injections.ts';
import { touched } from '../support/function-host.ts';
import { TENANT, type World } from '../support/world.ts';

/** Once a day somebody goes through everything: whatever came back of people who were erased is found. */
let world: World;
let subject: Subject;
let blindIndex: string;
let requestId: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(3));
  ({ blindIndex } = await world.user(subject));
});
afterEach(() => world.end());

const A_DAY_MS = 86_400_000;
const entry = operationEntry('residue-search');
const search = (): Promise<unknown> => world.host.invoke({ entry, touches: residueSearchTouches }, {});
async function erase(): Promise<void> {
  requestId = await beginErasure(world, subject);
  await world.settle();
}
const lastSearch = async (): Promise<unknown> => (await world.call(getDeletion, { token: await world.administratorSession(TENANT, subject), params: { id: requestId } })).body['lastSearch'];
const metric = (): readonly string[] => world.log.lines.flatMap((line) => /"ResidueFound":(\d+)/.exec(line)?.[1] ?? []);

test('of a clean erasure nothing is found; the request says when somebody looked, and it is not looked again before a day is over', async () => {
  await erase();
  expect(await search()).toMatchObject({ finished: true, residue: 0 });
  expect(await lastSearch()).toEqual({ at: expect.any(String) as string, residue: 0 });
  expect(metric()).toEqual(['0']);
  expect(await search()).toEqual({ looked: 0, finished: true, residue: 0 });
  await world.time.pass(A_DAY_MS);
  expect(await search()).not.toMatchObject({ looked: 0 });
});

test('that somebody took up what was only not closed leaves nothing of the person', async () => {
  world.inject('Complete', failsWith('BusinessRefusal'), 'always');
  await erase();
  const { runId, status } = await world.runOf('user_deletion', subject);
  expect(status).toBe('PARKED');
  world.faults.repair();
  expect(await tryAgain(world, runId)).toBe(202);
  await world.settle();
  expect(await world.runOf('user_deletion', subject)).toMatchObject({ status: 'COMPLETED' });
  expect(await search()).toMatchObject({ finished: true, residue: 0 });
  expect(world.tables.items('audit').filter(({ action }) => action === 'run.resumed')).toHaveLength(1);
});

const leaks: readonly (readonly [string, TableName, () => Key, object])[] = [
  ['an account', 'identity', () => ({ pk: userPartition(subject), sk: 'USER' }), { status: 'active' }],
  ['a session', 'identity', () => ({ pk: userPartition(subject), sk: 'SESSION#x' }), {}],
  ['a record that says whose it is', 'identity', () => ({ pk: userPartition(subject), sk: 'RECORD#2026#x' }), { title: 'sealed' }],
  ['what nobody has declared', 'identity', () => ({ pk: userPartition(subject), sk: 'OF_LATER' }), {}],
  ['her address', 'identity', () => addressKey(TENANT, blindIndex), {}],
  ['that she administers', 'identity', () => ({ pk: `TENANT#${TENANT}#ADMINISTRATORS`, sk: `USER#${subject.userId}` }), {}],
  ['her key', 'keys', () => personKeyKey(subject), { wrapped: 'x' }],
  ['the key of her seal', 'keys', () => ({ pk: `TENANT#${TENANT}#DELETION#${requestId}`, sk: 'SEAL_KEY' }), { wrapped: 'x' }],
  ['the seal', 'ledger', () => ({ pk: `TENANT#${TENANT}#DELETION#${requestId}`, sk: 'SEAL' }), { sealed: 'x' }],
  ['an audit entry with a reason', 'audit', () => ({ pk: `TENANT#${TENANT}#SUBJECT#${subject.userId}`, sk: '2026#x' }), { reason: 'x' }],
];
test.each(leaks)('%s that came back is found, told at its request, and counted', async (_, table, key, attributes) => {
  await erase();
  const names = key().sk === 'EMAIL' || key().sk.startsWith('USER#') ? { userId: subject.userId } : {};
  world.tables.restore({ ...world.tables.snapshot(), [table]: [...world.tables.items(table), { ...key(), ...attributes, ...names }] });
  expect(await search()).toMatchObject({ finished: true, residue: 1 });
  expect(await lastSearch()).toMatchObject({ residue: 1 });
  expect(metric()).toEqual(['1']);
  expect(world.log.lines.filter((line) => line.includes('something is left of somebody who was erased') && line.includes(requestId))).toHaveLength(1);
});

test('what is held is no residue, nobody is who is being erased at this moment, and a new owner of the address is somebody else', async () => {
  expect((await world.call(placeHold, { token: await world.administratorSession(), params: { id: subject.userId }, body: { basis: 'a lawsuit', categories: ['business', 'identity'] } })).status).toBe(200);
  await erase();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ request: 'PARTIALLY_ERASED' });
  expect(await search()).toMatchObject({ finished: true, residue: 0 });
});

test('it goes on from its checkpoint, whoever dies on the way or comes at the same time', async () => {
  await erase();
  world.tables.overwrite('identity', { pk: userPartition(subject), sk: 'SESSION#x' }, { createdAt: 'x' });
  let writes = 0;
  world.tables.written = () => {
    if ((writes += 1) <= 4) throw new Error('killed');
  };
  for (let died = 0; died < 4; died += 1) await search().catch(() => undefined);
  await Promise.all([search(), search()]);
  world.tables.written = () => undefined;
  await search();
  expect(await lastSearch()).toMatchObject({ residue: 1 });
});

/** Stands at the end: it reads what all tests above have used. */
test('the search needed all that it was allowed', () => {
  const { declared = new Set<string>(), used = new Set<string>() } = touched.get(`${entry} index.handler`) ?? {};
  expect([...declared].filter((grant) => !used.has(grant))).toEqual([]);
});
