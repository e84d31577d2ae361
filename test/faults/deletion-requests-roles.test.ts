import { readAdministrators, type Subject } from '../../lambdas/adapters/identity.ts';
import { cancelDeletion, extendDeletion, getCertificate, getDeletion, listDeletions, placeHold, releaseHold } from '../../lambdas/api/deletion/routes.ts';
import { assignRole } from '../../lambdas/api/roles/routes.ts';
import { A_DAY_MS, askAsAdministrator, askForOwn, cancelTokenOf, deletionsRound, sessionOf, withSomebodyActive } from '../support/deletions.ts';
import { touched } from '../support/function-host.ts';
import { someone, TENANT, type World } from '../support/world.ts';

/** Every way that a request can go, with every function that has to do with it: each role allows what was needed, and nothing else. */
test('what the functions of deletion requests may do to tables and keys is what they do', async () => {
  const { world, subject } = await withSomebodyActive();
  const other = await world.register({ ...someone, email: 'bert.berg@example.com' });
  await world.settle();
  await held(world, other);
  await takenBackAndBegun(world, subject);
  const own = ['lambdas/api/deletion/', 'lambdas/operations/deletions-due', 'lambdas/workflows/deletion-notice/'];
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual([]);
  world.end();
});

/** An administrator asks, extends, holds with and without a request, and releases. */
async function held(world: World, { userId }: Subject): Promise<void> {
  const token = await world.administratorSession();
  const params = { id: userId };
  const hold = (body: object = { basis: 'a lawsuit' }) => world.call(placeHold, { token, params, body });
  expect([(await hold()).status, (await world.call(releaseHold, { token, params })).status]).toEqual([200, 204]);
  const { body: { requestId } } = await askAsAdministrator(world, { tenantId: TENANT, userId });
  await world.call(extendDeletion, { token, params: { id: String(requestId) }, body: { until: '2026-05-01T00:00:00.000Z', reason: 'many records' } });
  expect((await world.call(getDeletion, { token, params: { id: String(requestId) } })).body).toMatchObject({ extensionReason: 'many records' });
  await hold({ basis: 'a lawsuit', until: new Date(Date.now() + A_DAY_MS).toISOString() });
  await hold();
  expect(await deletionsRound(world, 52 * A_DAY_MS)).toEqual({ told: 1 });
  expect(world.mails('a deletion must be done soon')).toHaveLength(1);
  expect((await world.call(releaseHold, { token: await world.administratorSession(), params })).status).toBe(204);
  await world.settle();
  expect((await world.call(listDeletions, { token: await world.administratorSession() })).body).toMatchObject({ items: [{ requestId }] });
}

/** The person, who administers the tenant too, asks, takes back, asks again, and is erased. */
async function takenBackAndBegun(world: World, subject: Subject): Promise<void> {
  const byAnother = () => world.administratorSession(TENANT, subject);
  await world.call(assignRole, { token: await byAnother(), params: { id: subject.userId }, body: { roleId: 'administrator' } });
  await world.settle();
  expect(await readAdministrators(world.store, TENANT)).toHaveLength(2);
  const { body: { requestId } } = await askForOwn(world, subject);
  await world.settle();
  expect((await world.call(cancelDeletion, { params: { id: String(requestId) }, body: { token: cancelTokenOf(world, subject) }, key: 'once' })).status).toBe(200);
  expect((await world.call(cancelDeletion, { token: await sessionOf(world), params: { id: String(requestId) } })).status).toBe(200);
  const hold = async () => world.call(placeHold, { token: await byAnother(), params: { id: subject.userId }, body: { basis: 'a lawsuit', categories: ['business'] } });
  expect((await hold()).status).toBe(200);
  const { body: { requestId: again, receiptCode } } = await askForOwn(world, subject, { gracePeriodSeconds: 3 * 86_400 });
  await deletionsRound(world, 2 * A_DAY_MS);
  await deletionsRound(world, A_DAY_MS);
  expect((await hold()).status).toBe(200);
  expect((await world.call(releaseHold, { token: await byAnother(), params: { id: subject.userId } })).status).toBe(204);
  expect(await deletionsRound(world)).toEqual({ resumed: 1 });
  expect((await world.call(getCertificate, { token: await byAnother(), params: { id: String(again) } })).status).toBe(200);
  expect((await world.call(getCertificate, { params: { id: String(again) }, query: { receiptCode: String(receiptCode) } })).status).toBe(200);
}
