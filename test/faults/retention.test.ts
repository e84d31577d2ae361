import { tenantKey, type Subject } from '../../lambdas/adapters/identity.ts';
import type { Item } from '../../lambdas/adapters/store.ts';
import { getCertificate, getDeletion } from '../../lambdas/api/deletion/routes.ts';
import { getTimeline, listAudit } from '../../lambdas/api/history/routes.ts';
import { changeTenant } from '../../lambdas/api/tenants/routes.ts';
import { getUser, listActivity, listUsers } from '../../lambdas/api/users/routes.ts';
import { A_DAY_MS, deletionsRound } from '../support/deletions.ts';
import { beginErasure, erasureOf, readyToErase } from '../support/erasures.ts';
import { unrestIn } from '../support/picture.ts';
import { TENANT, type World } from '../support/world.ts';

/** What the law wants kept for a time: shut away from everything but storage, and erased by itself when the time is over, with its proof. */
let world: World;
let subject: Subject;
let requestId: string;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(4));
  token = await world.administratorSession();
});
afterEach(() => world.end());

const business = { category: 'business', months: 36, basis: 'E-Commerce Law of the PRC, Art. 31' };
const tenantKeeps = (...retention: readonly object[]): void => world.tables.overwrite('identity', tenantKey(TENANT), { privacy: { profile: 'pipl', workingDays: 15, minimumGracePeriodSeconds: 0, retention: retention as Item[string] } });
const view = async () => (await world.call(getDeletion, { token: await world.administratorSession(), params: { id: requestId } })).body;
const certificate = async () => (await world.call(getCertificate, { token: await world.administratorSession(), params: { id: requestId } })).body['certificate'];
const titles = (): readonly Item[] => world.tables.items('identity').filter(({ pk, title }) => pk.includes(subject.userId) && title !== undefined);
async function erasedButFor(...retention: readonly object[]): Promise<void> {
  tenantKeeps(...retention);
  requestId = await beginErasure(world, subject);
  await world.settle();
}

test('the plan, the request and the certificate say what is kept, until when, and by what law', async () => {
  await erasedButFor(business);
  expect(await view()).toMatchObject({
    status: 'PARTIALLY_ERASED', profile: 'pipl', heldCategories: ['business'], heldUntil: expect.stringMatching(/^2029-03-02T/) as string,
    plan: expect.arrayContaining([expect.objectContaining({ name: 'records', held: true, reason: 'retention', until: expect.stringMatching(/^2029-03-02T/) as string, basis: business.basis })]) as unknown[],
  });
  expect(titles()).toHaveLength(4);
  expect(await certificate()).toMatchObject({ holds: [], retained: expect.arrayContaining([{ what: 'records', count: 4, reason: 'retention', until: expect.stringMatching(/^2029-03-02T/) as string }]) as unknown[] });
  expect(world.mails('completed').map(({ mail }) => mail.text)).toEqual([expect.stringContaining('business records')]);
});

test('when its time is over it is erased by itself, verified and certified; whatever the tenant has changed since then changes nothing', async () => {
  await erasedButFor(business);
  tenantKeeps({ ...business, months: 120 });
  expect(await deletionsRound(world, 1_095 * A_DAY_MS)).toEqual({ 'looked at': 1 });
  expect(titles()).toHaveLength(4);
  expect(await deletionsRound(world, A_DAY_MS)).toEqual({ resumed: 1 });
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ request: 'COMPLETED', left: { identity: ['RECORD'], keys: [] }, identified: 0, seals: 0 });
  expect(titles()).toEqual([]);
  expect(await certificate()).toMatchObject({ number: 2, supplements: 1, holds: [], stores: expect.arrayContaining([expect.objectContaining({ kind: 'records', count: 4, held: false })]) as unknown[] });
  expect(await unrestIn(world)).toEqual([]);
});

test('each kind of data goes when its own time is over', async () => {
  await erasedButFor(business, { category: 'technical', months: 6, basis: 'Cybersecurity Law of the PRC, Art. 21' });
  const activity = (): number => world.tables.items('identity').filter(({ pk, sk }) => pk.includes(subject.userId) && sk.startsWith('ACTIVITY#')).length;
  expect(activity()).toBeGreaterThan(0);
  expect(await deletionsRound(world, 185 * A_DAY_MS)).toEqual({ resumed: 1 });
  expect([activity(), titles().length]).toEqual([0, 4]);
  expect(await view()).toMatchObject({ status: 'PARTIALLY_ERASED', heldCategories: ['business'] });
  expect(await deletionsRound(world, 920 * A_DAY_MS)).toEqual({ resumed: 1 });
  expect(await view()).toMatchObject({ status: 'COMPLETED' });
});

test('nobody reads what is kept: not the audit, not the account, not what it did', async () => {
  const ofPerson = { token, query: { subject: subject.userId } };
  expect((await world.call(listAudit, ofPerson)).body['items']).not.toEqual([]);
  await erasedButFor({ category: 'audit', months: 6, basis: 'log retention' }, { category: 'identity', months: 6, basis: 'identity of customers' }, { category: 'technical', months: 6, basis: 'network logs' });
  expect(world.tables.items('audit').filter(({ pk, minimised }) => pk.includes(subject.userId) && minimised !== true).length).toBeGreaterThan(5);
  expect((await world.call(listAudit, ofPerson)).body['items']).toEqual([]);
  const { body: { items } } = await world.call(getTimeline, ofPerson);
  expect((items as readonly { readonly kind: string }[]).filter(({ kind }) => kind === 'audit')).toEqual([]);
  expect((await world.call(getUser, { token, params: { id: subject.userId } })).body).toMatchObject({ status: 'deleting', email: null, firstName: null, lastName: null });
  expect(JSON.stringify((await world.call(listUsers, { token })).body)).not.toContain('anna.berg');
  expect((await world.call(listActivity, { token, params: { id: subject.userId } })).status).toBe(404);
});

test('a tenant under the GDPR may be bound to keep too; two periods for one kind of data, none, or one without a law are refused', async () => {
  const platform = await world.administratorSession('demo');
  world.hold({ tenantId: TENANT, userId: (await adminOf()).userId }, ['tenants:manage', 'users:delete']);
  const change = (retention: readonly object[]) => world.call(changeTenant, { token: platform, params: { id: TENANT }, body: { privacy: { minimumGracePeriodSeconds: 0, retention } } });
  expect((await change([business, { ...business, months: 3 }])).status).toBe(400);
  expect((await change([{ ...business, months: 0 }])).status).toBe(400);
  expect((await change([{ category: 'business', months: 3 }])).status).toBe(400);
  expect(await change([business])).toMatchObject({ status: 200, body: { privacy: { profile: 'gdpr', retention: [business] } } });
  requestId = await beginErasure(world, subject);
  await world.settle();
  expect((await world.call(getDeletion, { token: platform, params: { id: requestId } })).body).toMatchObject({ profile: 'gdpr', status: 'PARTIALLY_ERASED', heldCategories: ['business'] });
});
const adminOf = async (): Promise<{ readonly userId: string }> => {
  const [first] = world.tables.items('identity').filter(({ pk }) => pk === `TENANT#${TENANT}#ADMINISTRATORS`);
  return { userId: String(first?.sk.replace('USER#', '')) };
};
