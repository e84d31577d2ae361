import { World, someone, TENANT, type HttpAnswer } from '../support/world.ts';
import { administratorsPartition, authorizationKey, readAdministrators, readAuthorization, roleBindingKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { assignmentWithdrawn, readBinding } from '../../lambdas/adapters/role-bindings.ts';
import { keyOf, type Item, type Write } from '../../lambdas/adapters/store.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { register } from '../../lambdas/api/auth/routes.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { assignRole, createRole, listOrphanedPermissions, listRoles, listUserRoles, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { permissions, systemRoles, type Role } from '../../lambdas/domain/role.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { touched } from '../support/function-host.ts';
import { failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { person, rightsOf, sessionOf } from '../support/people.ts';
import { audited, residueOf } from '../support/picture.ts';

const { member, administrator, platform_administrator: platform } = systemRoles;
/** Whoever has it may manage roles and has little to give. */
const steward: Role = { roleId: 'role_steward', name: 'Steward', permissions: ['roles:read', 'roles:manage', 'records:read'], requires: [], administers: false, forcesLogout: false };

let world: World;
let ada: Subject;
let anna: Subject;
let asAda: string;
beforeEach(async () => {
  world = await World.withTenant();
  const [admin] = await readAdministrators(world.store, TENANT);
  if (!admin) throw new Error('no administrator');
  ada = admin;
  asAda = await world.administratorSession();
  anna = await person(world, 'anna');
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const grant = ({ userId }: Subject, roleId: string, { token = asAda, key, ...more }: { token?: string; key?: string | null; expiresAt?: string } = {}): Promise<HttpAnswer> =>
  world.call(assignRole, { token, params: { id: userId }, body: { roleId, ...more }, ...(key !== undefined && { key }) });
const revoke = ({ userId }: Subject, roleId: string, { token = asAda, key }: { token?: string; key?: string | null } = {}): Promise<HttpAnswer> =>
  world.call(revokeRole, { token, params: { id: userId, roleId }, body: { reason: 'moved to another team' }, ...(key !== undefined && { key }) });
const make = async (about: Readonly<Record<string, unknown>>, token = asAda): Promise<string> => String((await world.call(createRole, { token, body: { name: 'Auditor', permissions: ['audit:read'], ...about } })).body['roleId']);
const rolesOf = async ({ userId }: Subject, token = asAda): Promise<unknown> => ((await world.call(listUserRoles, { token, params: { id: userId } })).body['items'] as { roleId: string }[]).map(({ roleId }) => roleId);
const problem = (status: number, kind: string) => ({ status, body: { type: `/problems/${kind}` } });
/** Sooner than a session idles away. */
const SOON_MS = 1_200_000;
const soon = (ms = SOON_MS): string => new Date(Date.now() + ms).toISOString();
const administering = async (): Promise<readonly string[]> => {
  const all = world.tables.items('identity').filter(({ sk, pk }) => sk === 'AUTHORIZATION' && pk.startsWith(`TENANT#${TENANT}#`));
  return all.filter((item) => item['status'] === 'active' && JSON.stringify(item['roleIds']).includes('"administrator"')).map(({ pk }) => pk);
};
/** As the process of an assignment does. */
const withdraw = async (version: number) => {
  const writes = await assignmentWithdrawn(world.store, anna, { roleId: 'administrator', version }, 'a check failed for good', new Date());
  if (writes.length > 0) await world.store.transact(writes);
  return writes.length > 0;
};
const without = ({ body, status }: HttpAnswer) => ({ status, body: { ...body, requestId: '' } });
const listedRoles = async (token: string) => ((await world.call(listRoles, { token })).body['items'] as { roleId: string }[]).map(({ roleId }) => roleId);
const attempt = (about: Readonly<Record<string, unknown>>, token = asAda) => world.call(createRole, { token, body: { name: 'Auditor', permissions: ['audit:read'], ...about } });
const preview = () => world.call(listOrphanedPermissions, { token: asAda, params: { id: anna.userId } });
const invite = (roleId: string, token = asAda) => world.call(createInvitation, { token, body: { email: someone.email, roleId } });
/** Follows the link of the invitation. */
const join = async (): Promise<Subject> => {
  await world.settle();
  const [invitationToken] = world.mailbox.sent.flatMap(({ mail }) => /invitation=([\w-]+)/.exec(mail.text)?.[1] ?? []);
  const { body } = await world.call(register, { body: { tenantId: TENANT, ...someone, invitationToken } });
  return { tenantId: TENANT, userId: String(body['userId']) };
};
const leftOf = ({ userId }: Subject): readonly string[] => residueOf(world, userId);
const open = (tenantId: string): Promise<unknown> => createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
  { tenantId, name: tenantId, admin: { email: 'eve@example.com', password: 'correct horse battery', firstName: 'Eve', lastName: 'Else', language: 'en' } }, new Date());
const eventsOf = async (type: string) => {
  await world.settle();
  return world.eventsOf(type).map(({ detail }) => detail);
};
/** Nothing is written by it. */
const refused = async (act: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
  await world.settle();
  const before = world.tables.snapshot();
  const answer = await act();
  expect(world.tables.snapshot()).toEqual(before);
  return answer;
};
const writesTo = (writes: readonly Write[], { pk, sk }: { pk: string; sk: string }): boolean => writes.some((write) => !('check' in write) && keyOf(write).pk === pk && keyOf(write).sk === sk);
/** Just before the first transaction that writes this item. */
const justBefore = (key: { pk: string; sk: string }, act: () => void | Promise<unknown>): { readonly happened: () => boolean } => {
  let happened = false;
  world.tables.interfere = async (writes) => {
    if (happened || !writesTo(writes, key)) return;
    happened = true;
    await act();
  };
  return { happened: () => happened };
};

describe('a role that is granted', () => {
  test('counts at once, is told in an event of ids, and stands in the audit with who did it', async () => {
    const answer = await grant(anna, 'administrator');
    expect(answer).toEqual({ status: 202, body: { eventId: expect.any(String) as string, runUrl: expect.stringMatching(/^https?:\/\/[^/]+\/api\/workflows\/runs\/role_assignment-[\w-]+$/) as string } });
    expect(String(answer.body['runUrl'])).toContain(String(answer.body['eventId']));
    expect(await rightsOf(world, anna)).toEqual([...administrator.permissions].toSorted());
    expect(await readAuthorization(world.store, anna)).toMatchObject({ permissionEpoch: 1, roleIds: ['member', 'administrator'] });
    expect(await readBinding(world.store, anna, 'administrator')).toMatchObject({ version: 1, status: 'granted', grantedBy: ada.userId, emits: administrator.permissions });
    expect(await eventsOf('role.assigned')).toEqual([expect.objectContaining({
      eventId: answer.body['eventId'], aggregateId: anna.userId, aggregateVersion: 2, data: { userId: anna.userId, roleId: 'administrator', version: 1, by: ada.userId } })]);
    expect(audited(world, anna, 'role.assigned')).toMatchObject([{ actor: ada.userId, after: { roleId: 'administrator', version: 1 } }]);
    expect((await readAdministrators(world.store, TENANT)).map(({ userId }) => userId)).toContain(anna.userId);
  });

  test('is listed by its name in the reader’s language, with what it gives and who granted it', async () => {
    const auditor = await make({});
    await grant(anna, auditor, { expiresAt: '2026-03-02T09:00:00.000Z' });
    const listed = (language: string) => world.call(listUserRoles, { token: asAda, params: { id: anna.userId }, language });
    expect(await listed('zh-CN')).toEqual({ status: 200, body: { items: [
      { roleId: 'member', name: '成员', permissions: ['records:read', 'records:write'], version: 1, grantedAt: '2026-03-02T08:00:00.000Z', grantedBy: 'system' },
      { roleId: auditor, name: 'Auditor', permissions: ['audit:read'], version: 1, grantedAt: '2026-03-02T08:00:00.000Z', grantedBy: ada.userId, expiresAt: '2026-03-02T09:00:00.000Z' },
    ] } });
    expect((await listed('en')).body['items']).toMatchObject([{ name: 'Member' }, { name: 'Auditor' }]);
    const first = await world.call(listUserRoles, { token: asAda, params: { id: anna.userId }, query: { limit: '1' } });
    expect(first.body['items']).toMatchObject([{ roleId: 'member' }]);
    expect((await world.call(listUserRoles, { token: asAda, params: { id: anna.userId }, query: { limit: '1', cursor: String(first.body['cursor']) } })).body['items']).toMatchObject([{ roleId: auditor }]);
  });

  test('to somebody who is about to be active counts from the moment she is', async () => {
    const ben = await person(world, 'ben', { status: 'pending_verification' });
    expect(await grant(ben, 'administrator')).toMatchObject({ status: 202 });
    expect(await rightsOf(world, ben)).toContain('roles:manage');
  });

  test.each(['deletion_pending', 'deleting', 'registration_failed'])('is not granted to an account that is %s', async (status) => {
    for (const key of [userKey(anna), authorizationKey(anna)]) world.tables.overwrite('identity', key, { status });
    expect(await refused(() => grant(anna, 'administrator'))).toMatchObject(problem(409, 'account-not-open'));
  });

  test('that she has already is a conflict, and once it was revoked she may have it again, in a higher version', async () => {
    await grant(anna, 'administrator');
    expect(await refused(() => grant(anna, 'administrator'))).toMatchObject(problem(409, 'role-held-already'));
    await revoke(anna, 'administrator');
    expect(await grant(anna, 'administrator')).toMatchObject({ status: 202 });
    expect((await eventsOf('role.assigned')).map(({ data }) => data['version'])).toEqual([1, 3]);
    expect(await readBinding(world.store, anna, 'administrator')).toMatchObject({ version: 3, status: 'granted' });
  });

  test('under the same key twice, one after the other or at once, is granted once with one answer', async () => {
    const first = await grant(anna, 'administrator', { key: 'k' });
    expect(await grant(anna, 'administrator', { key: 'k' })).toEqual(first);
    const auditor = await make({});
    const answers = await Promise.all([1, 2, 3].map(() => world.time.work(() => grant(anna, auditor, { key: 'other' }))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 202 });
    expect(await eventsOf('role.assigned')).toHaveLength(2);
  });

  test('by ten at once without keys is granted once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.time.work(() => grant(anna, 'administrator', { key: null }))));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.every(({ status }) => [202, 409, 503].includes(status))).toBe(true);
    expect(await eventsOf('role.assigned')).toHaveLength(1);
  });
});

describe('nobody gives', () => {
  test('himself a role', async () => {
    const auditor = await make({});
    expect(await refused(() => grant(ada, auditor))).toMatchObject(problem(403, 'self-grant'));
  });

  test('what he does not hold, and hears what is missing', async () => {
    const stan = await person(world, 'stan', { roles: [steward] });
    const token = await sessionOf(world, stan);
    expect(await refused(() => grant(anna, 'administrator', { token }))).toMatchObject({
      ...problem(403, 'beyond-own-rights'), body: { errors: [{ pointer: '/roleId', code: 'not-allowed', detail: expect.stringContaining('users:delete') as string }] } });
    const reader = await make({ name: 'Reader', permissions: ['records:read'] });
    expect(await grant(anna, reader, { token })).toMatchObject({ status: 202 });
  });

  test('the platform’s administration, without having it himself; with it he gives and takes it', async () => {
    expect(await refused(() => grant(anna, 'platform_administrator'))).toMatchObject(problem(403, 'beyond-own-rights'));
    const pia = await person(world, 'pia', { roles: [administrator, platform] });
    const token = await sessionOf(world, pia);
    expect(await grant(anna, 'platform_administrator', { token })).toMatchObject({ status: 202 });
    expect(await refused(() => revoke(anna, 'platform_administrator'))).toMatchObject(problem(403, 'forbidden'));
    expect(await revoke(anna, 'platform_administrator', { token })).toMatchObject({ status: 202 });
  });

  test('anything without the right to manage roles', async () => {
    const token = await sessionOf(world, anna);
    const ben = await person(world, 'ben');
    for (const call of [() => grant(ben, 'member', { token }), () => revoke(ben, 'member', { token }), () => world.call(createRole, { token, body: { name: 'Mine', permissions: ['records:read'] } }),
      () => world.call(listRoles, { token }), () => world.call(listUserRoles, { token, params: { id: ben.userId } }), () => world.call(listOrphanedPermissions, { token, params: { id: ben.userId } })]) expect(await refused(call)).toMatchObject({ status: 403 });
  });

  test('what was taken from him while he gave', async () => {
    const boss = await person(world, 'boss', { roles: [administrator] });
    const token = await sessionOf(world, boss);
    const moment = justBefore(roleBindingKey(anna, 'administrator'), async () => {
      world.tables.interfere = () => undefined;
      expect(await revoke(boss, 'administrator')).toMatchObject({ status: 202 });
    });
    expect((await grant(anna, 'administrator', { token })).status).toBe(403);
    expect(moment.happened()).toBe(true);
    expect(await rightsOf(world, anna)).toEqual(['records:read', 'records:write']);
  });

  test('for longer than he has it himself', async () => {
    const temp = await person(world, 'temp');
    await grant(temp, 'administrator', { expiresAt: soon() });
    const token = await sessionOf(world, temp);
    expect(await grant(anna, 'administrator', { token })).toMatchObject(problem(403, 'beyond-own-rights'));
    expect(await grant(anna, 'administrator', { token, expiresAt: soon(SOON_MS + 100_000) })).toMatchObject(problem(403, 'beyond-own-rights'));
    expect(await grant(anna, 'administrator', { token, expiresAt: soon(SOON_MS - 100_000) })).toMatchObject({ status: 202 });
    await world.time.pass(SOON_MS + 100_000);
    expect(await grant(anna, 'administrator', { token, expiresAt: soon() })).toMatchObject({ status: 403 });
  });

  test('a role that depends on permissions which the person lacks, and hears which', async () => {
    const approver = await make({ name: 'Approver', permissions: ['workflows:manage'], requires: ['workflows:read', 'audit:read'] });
    const auditor = await make({ permissions: ['audit:read'] });
    await grant(anna, auditor);
    expect(await refused(() => grant(anna, approver))).toMatchObject({
      ...problem(409, 'role-requirements-missing'), body: { errors: [{ pointer: '/roleId', detail: 'Missing permissions: workflows:read' }] } });
    await grant(anna, await make({ name: 'Watcher', permissions: ['workflows:read'] }));
    expect(await grant(anna, approver)).toMatchObject({ status: 202 });
  });

  test('a role whose requirements went at the last moment', async () => {
    const approver = await make({ name: 'Approver', permissions: ['workflows:manage'], requires: ['audit:read'] });
    const auditor = await make({});
    await grant(anna, auditor);
    const moment = justBefore(roleBindingKey(anna, approver), async () => {
      world.tables.interfere = () => undefined;
      await revoke(anna, auditor);
    });
    expect(await grant(anna, approver)).toMatchObject(problem(409, 'role-requirements-missing'));
    expect(moment.happened()).toBe(true);
  });

  test.each([['yesterday', '2026-03-01T08:00:00Z'], ['this very moment', '2026-03-02T08:00:00Z']])('a role until %s', async (_, expiresAt) => {
    expect(await refused(() => grant(anna, 'administrator', { expiresAt }))).toMatchObject({ status: 400, body: { errors: [{ pointer: '/expiresAt', code: 'not-in-future' }] } });
  });

  test.each(['tomorrow', '2026-03-03', '2026-03-03T08:00:00+02:00', 12])('a role until “%s”, which is no time of ours', async (expiresAt) => {
    expect(await refused(() => grant(anna, 'administrator', { expiresAt: expiresAt as string }))).toMatchObject({ status: 400, body: { errors: [{ pointer: '/expiresAt' }] } });
  });
});

describe('a role that ends by itself', () => {
  test('gives nothing from its end on although nobody writes, and may be granted anew', async () => {
    await grant(anna, 'administrator', { expiresAt: soon() });
    expect(await rightsOf(world, anna)).toContain('users:delete');
    await world.settle();
    const before = world.tables.items('identity');
    await world.time.pass(SOON_MS);
    expect(world.tables.items('identity')).toEqual(before);
    expect(await rightsOf(world, anna)).toEqual(['records:read', 'records:write']);
    expect(await rolesOf(anna)).toEqual(['member']);
    expect(await readAdministrators(world.store, TENANT)).toEqual([ada]);
    expect(await revoke(anna, 'administrator')).toMatchObject({ status: 404 });
    expect(await grant(anna, 'administrator', { expiresAt: soon() })).toMatchObject({ status: 202 });
    expect(await readBinding(world.store, anna, 'administrator')).toMatchObject({ version: 2 });
  });

  test('leaves its binding in the table: the version goes on from it', async () => {
    await grant(anna, 'administrator', { expiresAt: soon() });
    expect(await world.store.get('identity', roleBindingKey(anna, 'administrator'))).not.toHaveProperty('expiresAt');
  });
});

describe('a role that is revoked', () => {
  test('gives nothing from the answer on; what another role still gives stays', async () => {
    await grant(anna, await make({ name: 'Reader', permissions: ['records:read', 'audit:read'] }));
    await grant(anna, 'administrator');
    const answer = await revoke(anna, 'administrator');
    expect(answer).toMatchObject({ status: 202, body: { runUrl: expect.stringContaining(`/workflows/runs/role_revocation-${String(answer.body['eventId'])}`) as string } });
    expect(await rightsOf(world, anna)).toEqual(['audit:read', 'records:read', 'records:write']);
    expect((await readAuthorization(world.store, anna))?.permissions).toEqual(['audit:read', 'records:read', 'records:write']);
    expect(await readAdministrators(world.store, TENANT)).toEqual([ada]);
  });

  test('is refused with the very next request', async () => {
    await grant(anna, 'administrator');
    const token = await sessionOf(world, anna);
    expect(await world.call(listRoles, { token })).toMatchObject({ status: 200 });
    await revoke(anna, 'administrator');
    expect(await world.call(listRoles, { token })).toMatchObject({ status: 403 });
  });

  test('leaves a tombstone with who and why; the event has neither words nor names', async () => {
    await revoke(anna, 'member');
    expect(await readBinding(world.store, anna, 'member')).toMatchObject({ version: 2, status: 'revoked', emits: member.permissions, revokedBy: ada.userId, reason: 'moved to another team' });
    expect(await eventsOf('role.revoked')).toMatchObject([{ aggregateId: anna.userId, data: { userId: anna.userId, roleId: 'member', version: 2, by: ada.userId } }]);
    expect(JSON.stringify(world.bus.events)).not.toContain('another team');
    expect(audited(world, anna, 'role.revoked')).toMatchObject([{ actor: ada.userId, reason: 'moved to another team' }]);
    expect(await rolesOf(anna)).toEqual([]);
  });

  test('twice is not found, and under the same key the same answer', async () => {
    const first = await revoke(anna, 'member', { key: 'k' });
    expect(await revoke(anna, 'member', { key: 'k' })).toEqual(first);
    expect(await refused(() => revoke(anna, 'member', { key: null }))).toMatchObject({ status: 404 });
  });

  test('by ten at once is revoked once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.time.work(() => revoke(anna, 'member', { key: null }))));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(await eventsOf('role.revoked')).toHaveLength(1);
  });

  test('may be one’s own, unless one is the last administrator', async () => {
    const second = await person(world, 'second', { roles: [administrator] });
    expect(await revoke(second, 'administrator', { token: await sessionOf(world, second) })).toMatchObject({ status: 202 });
    expect(await refused(() => revoke(ada, 'administrator'))).toMatchObject(problem(409, 'last-administrator'));
  });

  test('needs a reason', async () => {
    expect(await refused(() => world.call(revokeRole, { token: asAda, params: { id: anna.userId, roleId: 'member' }, body: {} }))).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason', code: 'required' }] } });
  });
});

describe('a tenant keeps an administrator', () => {
  test.each([1, 2, 3, 4, 5])('when two take it from each other at once (%s)', async () => {
    const bob = await person(world, 'bob', { roles: [administrator] });
    const asBob = await sessionOf(world, bob);
    const answers = await Promise.all([world.time.work(() => revoke(bob, 'administrator')), world.time.work(() => revoke(ada, 'administrator', { token: asBob }))]);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(await administering()).toHaveLength(1);
  });

  test('when two give up their own at once', async () => {
    const bob = await person(world, 'bob', { roles: [administrator] });
    const asBob = await sessionOf(world, bob);
    const answers = await Promise.all([world.time.work(() => revoke(ada, 'administrator')), world.time.work(() => revoke(bob, 'administrator', { token: asBob }))]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 409]));
    expect(await administering()).toHaveLength(1);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['is about to be active only', () => person(world, 'other', { roles: [administrator], status: 'pending_verification' })],
    ['has it for a while only', async () => grant(await person(world, 'other'), 'administrator', { expiresAt: soon() })],
    ['administers another tenant', () => open('elsewhere')],
    ['is about to be deleted', async () => {
      const other = await person(world, 'other', { roles: [administrator] });
      world.tables.overwrite('identity', authorizationKey(other), { status: 'deletion_pending' });
    }],
  ])('that lasts: somebody who %s is none to rely on', async (_, another) => {
    await another();
    expect(await revoke(ada, 'administrator')).toMatchObject(problem(409, 'last-administrator'));
  });

  test('also when the one who was relied on goes at the last moment', async () => {
    const bob = await person(world, 'bob', { roles: [administrator] });
    const moment = justBefore(roleBindingKey(ada, 'administrator'), () => { world.tables.overwrite('identity', authorizationKey(bob), { status: 'deletion_pending' }); });
    expect(await revoke(ada, 'administrator')).toMatchObject(problem(409, 'last-administrator'));
    expect(moment.happened()).toBe(true);
  });

  test('when an assignment is taken back by its own process', async () => {
    await grant(anna, 'administrator');
    world.tables.overwrite('identity', authorizationKey(ada), { status: 'deletion_pending' });
    await expect(assignmentWithdrawn(world.store, anna, { roleId: 'administrator', version: 1 }, 'withdrawn', new Date())).rejects.toMatchObject({ name: 'BusinessRefusal' });
  });
});

describe('an assignment that its process takes back', () => {
  test('is gone with all that it gave', async () => {
    await grant(anna, 'administrator');
    expect(await withdraw(1)).toBe(true);
    expect(await rightsOf(world, anna)).toEqual(['records:read', 'records:write']);
    expect(await readBinding(world.store, anna, 'administrator')).toMatchObject({ version: 2, status: 'revoked', revokedBy: 'system', reason: 'a check failed for good' });
    expect(await withdraw(1)).toBe(false);
  });

  test('is left alone when it was revoked or granted anew since', async () => {
    await grant(anna, 'administrator');
    await revoke(anna, 'administrator');
    expect([await withdraw(1), await withdraw(2)]).toEqual([false, false]);
    await grant(anna, 'administrator');
    expect([await withdraw(1), await withdraw(2)]).toEqual([false, false]);
    expect(await rightsOf(world, anna)).toContain('roles:manage');
  });
});

test.each(Array.from({ length: 20 }, (_, round) => round))('grant and revoke of several roles at once: what was revoked is not there, what was granted is (%s)', async () => {
  const [auditor, watcher, reader] = [await make({}), await make({ name: 'Watcher', permissions: ['workflows:read'] }), await make({ name: 'Reader', permissions: ['users:read'] })];
  await grant(anna, auditor);
  const answers = await Promise.all([
    world.time.work(() => revoke(anna, auditor)), world.time.work(() => grant(anna, watcher)), world.time.work(() => grant(anna, reader)), world.time.work(() => revoke(anna, 'member'))]);
  const [gone, watching, reading, left] = answers.map(({ status }) => status === 202);
  expect(answers.every(({ status }) => status === 202 || status === 503)).toBe(true);
  expect(await rightsOf(world, anna)).toEqual([
    ...(gone ? [] : ['audit:read']), ...(left ? [] : ['records:read', 'records:write']), ...(reading ? ['users:read'] : []), ...(watching ? ['workflows:read'] : [])]);
  const seen = await readAuthorization(world.store, anna);
  expect(seen?.permissions).toEqual(await rightsOf(world, anna));
});

test('a role that is taken back while another one is revoked brings that one back never', async () => {
  await grant(anna, 'administrator');
  await world.settle();
  const writes = await assignmentWithdrawn(world.store, anna, { roleId: 'administrator', version: 1 }, 'a check failed for good', new Date());
  await revoke(anna, 'member');
  await expect(world.store.transact(writes)).rejects.toMatchObject({ name: 'ConditionFailed' });
  await world.store.transact(await assignmentWithdrawn(world.store, anna, { roleId: 'administrator', version: 1 }, 'a check failed for good', new Date()));
  expect(await rightsOf(world, anna)).toEqual([]);
});

test('a registration that grants its role while somebody grants another loses neither', async () => {
  const auditor = await make({});
  const guest = await world.register();
  const moment = justBefore(roleBindingKey(guest, 'member'), async () => {
    world.tables.interfere = () => undefined;
    expect(await grant(guest, auditor)).toMatchObject({ status: 202 });
  });
  await world.settle();
  expect(moment.happened()).toBe(true);
  expect(await rightsOf(world, guest)).toEqual(['audit:read', 'records:read', 'records:write']);
});

test('a membership that was revoked before the registration came to grant it stays revoked', async () => {
  const guest = await world.register();
  let [granted, revokedFirst] = [0, 0];
  world.inject('AssignDefaultRole', async (proceed) => {
    granted = (await grant(guest, 'member')).status;
    revokedFirst = (await revoke(guest, 'member')).status;
    return proceed();
  });
  await world.settle();
  expect([granted, revokedFirst]).toEqual([202, 202]);
  expect(await world.runOf('user_registration', guest)).toMatchObject({ status: 'COMPLETED' });
  expect(await rightsOf(world, guest)).toEqual([]);
});

describe('another tenant', () => {
  let eve: string;
  beforeEach(async () => {
    await open('other');
    eve = await world.administratorSession('other');
  });

  test('finds neither our people nor our roles, as if there were none', async () => {
    const auditor = await make({});
    const mia = await person(world, 'mia', { tenantId: 'other' });
    const pairs: readonly (readonly [() => Promise<HttpAnswer>, () => Promise<HttpAnswer>])[] = [
      [() => grant(anna, 'member', { token: eve }), () => grant({ ...anna, userId: 'nobody' }, 'member', { token: eve })],
      [() => grant(mia, auditor, { token: eve }), () => grant(mia, 'role_nothing', { token: eve })],
      [() => revoke(anna, 'member', { token: eve }), () => revoke({ ...anna, userId: 'nobody' }, 'member', { token: eve })],
      [() => world.call(listUserRoles, { token: eve, params: { id: anna.userId } }), () => world.call(listUserRoles, { token: eve, params: { id: 'nobody' } })],
      [() => world.call(listOrphanedPermissions, { token: eve, params: { id: anna.userId } }), () => world.call(listOrphanedPermissions, { token: eve, params: { id: 'nobody' } })],
      [() => world.call(createInvitation, { token: eve, body: { email: 'x@example.com', roleId: auditor } }), () => world.call(createInvitation, { token: eve, body: { email: 'x@example.com', roleId: 'role_nothing' } })],
    ];
    for (const [foreign, absent] of pairs) {
      const answer = await refused(foreign);
      expect(answer.status).toBe(404);
      expect(without(answer)).toEqual(without(await absent()));
    }
  });

  test('has roles of its own, under the same names', async () => {
    const [ours, theirs] = [await make({}), await make({}, eve)];
    expect(await listedRoles(asAda)).toEqual(['member', 'administrator', 'platform_administrator', ours]);
    expect(await listedRoles(eve)).toEqual(['member', 'administrator', 'platform_administrator', theirs]);
  });
});

describe('roles of a tenant’s own', () => {
  test('are listed after those that everybody has, page by page', async () => {
    const own = [];
    for (let n = 0; n < 5; n += 1) own.push(await make({ name: `Role ${n}`, permissions: ['audit:read', 'audit:read'], requires: ['users:read'], forcesLogout: true }));
    const pages: string[][] = [];
    for (let cursor: string | undefined; pages.length < 10;) {
      const { body } = await world.call(listRoles, { token: asAda, query: { limit: '2', ...(cursor && { cursor }) } });
      pages.push((body['items'] as { roleId: string }[]).map(({ roleId }) => roleId));
      cursor = body['cursor'] as string | undefined;
      if (!cursor) break;
    }
    expect(pages.every((page) => page.length <= 2)).toBe(true);
    expect(pages.flat()).toEqual(['member', 'administrator', 'platform_administrator', ...own.toSorted()]);
    const { body } = await world.call(listRoles, { token: asAda });
    expect(body['items']).toContainEqual({ roleId: own[0], name: 'Role 0', permissions: ['audit:read'], requires: ['users:read'], forcesLogout: true, system: false });
    expect(body['items']).toContainEqual({ roleId: 'administrator', name: 'Administrator', permissions: administrator.permissions, requires: [], forcesLogout: true, system: true });
    expect(body).not.toHaveProperty('cursor');
    expect(await world.call(listRoles, { token: asAda, query: { cursor: Buffer.from('{"roleId":"a#b"}').toString('base64url') } })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  });

  test.each(['administrator', 'Administrator', 'Platform Administrator', 'platform_administrator', '管理员', 'ＭＥＭＢＥＲ', 'Admin\u200Distrator'])('never take the place of one that everybody has: “%s”', async (name) => {
    expect(await refused(() => attempt({ name }))).toMatchObject({ ...problem(409, 'role-name-taken'), body: { errors: [{ pointer: '/name' }] } });
  });

  test('have names of their own, in whatever spelling, also when two are made at once', async () => {
    const answers = await Promise.all([attempt({}), attempt({ name: ' auditor ' })]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  test('hold nothing that their maker does not hold', async () => {
    expect(await refused(() => attempt({ permissions: ['tenants:manage'] }))).toMatchObject(problem(403, 'beyond-own-rights'));
    const token = await sessionOf(world, await person(world, 'stan', { roles: [steward] }));
    expect(await refused(() => attempt({ permissions: ['records:read', 'audit:read'] }, token))).toMatchObject({ body: { errors: [{ pointer: '/permissions', detail: 'Missing permissions: audit:read' }] } });
    expect(await attempt({ permissions: ['records:read'] }, token)).toMatchObject({ status: 201 });
  });

  test('under the same key are made once', async () => {
    const call = { token: asAda, key: 'k', body: { name: 'Auditor', permissions: ['audit:read'] } };
    const answers = await Promise.all([world.call(createRole, call), world.call(createRole, call)]);
    expect(answers[0]).toMatchObject({ status: 201 });
    expect(answers[1]).toEqual(answers[0]);
  });

  test.each([
    [{ name: '' }, '/name'], [{ name: 'a\r\nBcc: b@example.org' }, '/name'], [{ name: 'x'.repeat(65) }, '/name'], [{ permissions: [] }, '/permissions'], [{ permissions: ['everything'] }, '/permissions/0'],
    [{ requires: ['everything'] }, '/requires/0'], [{ administers: true }, '/administers'], [{ roleId: 'administrator' }, '/roleId'], [{ forcesLogout: 'yes' }, '/forcesLogout'],
  ])('%j is no role', async (about, pointer) => {
    expect(await refused(() => attempt(about))).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });
});

describe('a preview of a clean-up', () => {
  test('finds nothing with whoever has what her roles give', async () => {
    expect(await preview()).toEqual({ status: 200, body: { orphans: [], remaining: ['records:read', 'records:write'], permissionEpoch: 0 } });
  });

  test('shows what no role gives, and that allows nothing', async () => {
    world.tables.overwrite('identity', authorizationKey(anna), { permissions: ['audit:read', 'records:read', 'records:write'] });
    expect((await preview()).body).toMatchObject({ orphans: ['audit:read'], remaining: ['records:read', 'records:write'] });
    expect(await rightsOf(world, anna)).toEqual(['records:read', 'records:write']);
  });

  test('shows what a role that has ended by itself has left', async () => {
    await grant(anna, await make({}), { expiresAt: soon() });
    await world.time.pass(SOON_MS);
    expect((await preview()).body).toMatchObject({ orphans: ['audit:read'] });
  });
});

describe('an invitation with a role', () => {
  test('brings it, in the name of whoever invited, beside what everybody gets', async () => {
    const auditor = await make({});
    expect(await invite(auditor)).toMatchObject({ status: 202 });
    const guest = await join();
    await world.settle();
    expect(await rightsOf(world, guest)).toEqual(['audit:read', 'records:read', 'records:write']);
    expect(await readBinding(world.store, guest, auditor)).toMatchObject({ grantedBy: ada.userId, version: 1 });
    expect(await readAuthorization(world.store, guest)).toMatchObject({ permissionEpoch: 1, roleIds: ['member', auditor] });
    expect(audited(world, guest, 'role.assigned')).toMatchObject([{ actor: ada.userId }]);
  });

  test('that is no good is none, where everybody may join', async () => {
    await world.call(register, { body: { tenantId: TENANT, ...someone, invitationToken: 'x' } });
    await world.settle();
    expect(world.eventsOf('user.registration_completed')).toHaveLength(1);
  });

  test('used twice at once in a tenant where everybody may join lets both in and gives the role once', async () => {
    const auditor = await make({});
    await invite(auditor);
    await world.settle();
    const [invitationToken] = world.mailbox.sent.flatMap(({ mail }) => /invitation=([\w-]+)/.exec(mail.text)?.[1] ?? []);
    const answers = await Promise.all([1, 2, 3].map(() => world.time.work(() => world.call(register, { body: { tenantId: TENANT, ...someone, invitationToken } }))));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await world.settle();
    expect(world.tables.items('identity').filter(({ pk, sk }) => sk === `ROLE#${auditor}` && pk.includes('#USER#'))).toHaveLength(1);
  });

  test('brings only what the inviter may give: when he invites', async () => {
    const stan = await person(world, 'stan', { roles: [{ ...steward, permissions: [...steward.permissions, 'users:manage'] }] });
    const token = await sessionOf(world, stan);
    expect(await refused(() => invite('administrator', token))).toMatchObject(problem(403, 'beyond-own-rights'));
    const approver = await make({ name: 'Approver', permissions: ['workflows:manage'], requires: ['workflows:read'] });
    expect(await refused(() => invite(approver))).toMatchObject(problem(409, 'role-requirements-missing'));
    expect(await refused(() => invite('role_nothing'))).toMatchObject({ status: 404 });
    const clerk = await person(world, 'clerk', { roles: [{ ...steward, roleId: 'role_clerk', permissions: ['users:manage', 'records:read'] }] });
    const [reader, asClerk] = [await make({ name: 'Reader', permissions: ['records:read'] }), await sessionOf(world, clerk)];
    expect(await refused(() => invite(reader, asClerk))).toMatchObject({ body: { errors: [{ detail: 'Missing permissions: roles:manage' }] } });
    expect(await invite('member', asClerk)).toMatchObject({ status: 202 });
  });

  test('and when it is used: whoever was dismissed meanwhile has left no door open', async () => {
    const boss = await person(world, 'boss', { roles: [administrator] });
    expect(await invite('administrator', await sessionOf(world, boss))).toMatchObject({ status: 202 });
    await revoke(boss, 'administrator');
    const guest = await join();
    await world.settle();
    expect(await rightsOf(world, guest)).toEqual(['records:read', 'records:write']);
    expect(audited(world, guest, 'invitation.role_lapsed')).toMatchObject([{ actor: boss.userId, after: { roleId: 'administrator' } }]);
    expect(await readAdministrators(world.store, TENANT)).toEqual([ada]);
  });

  test('and at the very moment in which it is granted', async () => {
    const boss = await person(world, 'boss', { roles: [administrator] });
    await invite('administrator', await sessionOf(world, boss));
    const guest = await join();
    const moment = justBefore(roleBindingKey(guest, 'administrator'), async () => {
      world.tables.interfere = () => undefined;
      await revoke(boss, 'administrator');
    });
    await world.settle();
    expect(moment.happened()).toBe(true);
    expect(await rightsOf(world, guest)).toEqual(['records:read', 'records:write']);
  });

  test('leaves nothing behind when the account could not be set up, nor does a role that somebody granted meanwhile', async () => {
    await invite('administrator');
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    const auditor = await make({});
    const guest = await join();
    expect(await grant(guest, auditor)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await world.runOf('user_registration', guest)).toMatchObject({ status: 'COMPENSATED' });
    expect(leftOf(guest)).toEqual([]);
    expect(world.tables.items('identity').filter(({ pk }) => pk === administratorsPartition(TENANT))).toHaveLength(1);
  });

  test('leaves nothing behind when somebody grants a role at the very moment in which the account goes', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    const guest = await world.register();
    const auditor = await make({});
    const moment = justBefore(authorizationKey(guest), () => undefined);
    let released = false;
    world.tables.interfere = async (writes) => {
      if (released || !writes.some((write) => 'delete' in write && keyOf(write).sk === 'AUTHORIZATION')) return;
      released = true;
      await grant(guest, auditor);
    };
    await world.settle();
    expect([released, moment.happened()]).toEqual([true, false]);
    expect(leftOf(guest)).toEqual([]);
  });
});

test('what every tenant has stands in no table, so no write changes it', () => {
  expect(world.tables.items('identity').filter((item: Item) => item.pk.endsWith('#ROLES'))).toEqual([]);
  expect(permissions.filter((each) => !administrator.permissions.includes(each as never))).toEqual(['tenants:manage']);
});

/** Stands at the end: it reads what all tests above have used. */
test('every endpoint needed all that it was allowed', () => {
  for (const entry of [listRoles, createRole, listUserRoles, assignRole, revokeRole, listOrphanedPermissions, createInvitation].map(routeEntry)) {
    const { declared = new Set<string>(), used = new Set<string>() } = touched.get(`${entry} index.handler`) ?? {};
    expect(declared.size).toBeGreaterThan(0);
    expect([...declared].filter((each) => !used.has(each)).map((each) => `${entry}: ${each}`)).toEqual([]);
  }
});
