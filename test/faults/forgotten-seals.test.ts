import { deletionKey } from '../../lambdas/adapters/deletion-requests.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import type { Item } from '../../lambdas/adapters/store.ts';
import { getCertificate } from '../../lambdas/api/deletion/routes.ts';
import { unverifiedTouches } from '../../lambdas/kit/engine-touches.ts';
import { operationEntry } from '../../lib/entry-points.ts';
import { beginErasure, erased, erasureOf, readyToErase, tryAgain } from '../support/erasures.ts';
import { failsWith } from '../support/injections.ts';
import { TENANT, type World } from '../support/world.ts';

/** What was sealed for a deletion, and its key, outlive it by an hour or so at the most, whatever happened. */
let world: World;
let subject: Subject;
let requestId: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(2));
});
afterEach(() => world.end());

const A_DAY_MS = 86_400_000;
const seals = (): readonly Item[] => [...world.tables.items('ledger'), ...world.tables.items('keys')].filter(({ sk }) => sk === 'SEAL' || sk === 'SEAL_KEY');
const metric = (): readonly string[] => world.log.lines.filter((line) => line.includes('SealsForgotten'));
async function round(laterMs: number): Promise<unknown> {
  await world.time.pass(laterMs);
  const answer = await world.host.invoke({ entry: operationEntry('unverified-accounts'), touches: unverifiedTouches }, {});
  await world.settle();
  return answer;
}

/** It stands still before its end, with the seal in place. */
async function halted(): Promise<void> {
  world.inject('NotifyRecipients', failsWith('BusinessRefusal'), 'always');
  requestId = await beginErasure(world, subject);
  await world.settle();
  world.faults.repair();
  expect(seals()).toHaveLength(2);
}

test('while the deletion needs it, nobody touches it, however often somebody looks', async () => {
  await halted();
  expect([await round(3_600_000 + 60_000), await round(60_000), await round(20 * A_DAY_MS)]).toEqual([{ 'seal needed': 1 }, {}, { 'seal needed': 1 }]);
  expect(seals()).toHaveLength(2);
  expect(metric()).toEqual([]);
  expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBe(202);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
});

test.each(['COMPLETED', 'CANCELLED'])('one that a restore has brought back after its deletion was %s is destroyed with its key, counted, and told', async (status) => {
  await halted();
  world.tables.overwrite('ledger', deletionKey({ tenantId: TENANT, requestId }), { status });
  expect(await round(3_600_000 + 60_000)).toEqual({ 'seal destroyed': 1 });
  expect(seals()).toEqual([]);
  expect(metric()).toHaveLength(1);
  expect(await round(A_DAY_MS)).not.toHaveProperty('seal destroyed');
});

test('one of which nobody knows the deletion is destroyed', async () => {
  await halted();
  await world.store.transact([{ table: 'ledger', delete: deletionKey({ tenantId: TENANT, requestId }) }]);
  expect(await round(3_600_000 + 60_000)).toEqual({ 'seal destroyed': 1 });
  expect(seals()).toEqual([]);
});

test('one that has become too old is destroyed; its deletion can be completed still, and the certificate says what could not be verified any more', async () => {
  await halted();
  expect(await round(63 * A_DAY_MS)).toMatchObject({ 'seal destroyed': 1 });
  expect(seals()).toEqual([]);
  expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBe(202);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, lastMails: 0 });
  const { body } = await world.call(getCertificate, { token: await world.administratorSession(), params: { id: requestId } });
  expect(body['certificate']).toMatchObject({ verified: [{ what: 'nothing_where_a_person_has_anything', residue: 0 }] });
});

test('whoever is killed on the way leaves it to the next round', async () => {
  await halted();
  world.tables.overwrite('ledger', deletionKey({ tenantId: TENANT, requestId }), { status: 'CANCELLED' });
  world.tables.written = () => { throw new Error('killed'); };
  await round(3_600_000 + 60_000).catch(() => undefined);
  world.tables.written = () => undefined;
  await round(60_000);
  expect(seals()).toEqual([]);
});
