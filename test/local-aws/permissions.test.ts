/** Roles on the deployed platform: what is taken is gone with the answer, also while everything behind the answer is broken. */
import { jest } from '@jest/globals';
import type { RunView } from '../../lambdas/api/workflows/run-schemas.ts';
import { failState } from '../../local/point-state.ts';
import { tellBounce } from '../support/local-aws-operations.ts';
import { adminToken, call, deployedPlatform, eventually, mailsTo, tokenIn, type DeployedPlatform } from '../support/local-aws-platform.ts';

jest.setTimeout(180_000);

const PASSWORD = 'a quiet morning by the lake';
const reason = 'moved to another team';

let platform: DeployedPlatform;
let admin: string;
let auditor: string;
let operator: string;

beforeAll(async () => {
  platform = await deployedPlatform('permissions');
  admin = await adminToken(platform);
  auditor = await roleOf({ name: 'Auditor', permissions: ['audit:read'] });
  operator = await roleOf({ name: 'Operator', permissions: ['workflows:read'], forcesLogout: true });
}, 180_000);
afterAll(() => platform?.stop());

async function roleOf(body: object): Promise<string> {
  const made = await call<{ roleId: string }>(platform, 'POST', '/roles', { token: admin, body });
  expect(made.status).toBe(201);
  return made.body.roleId;
}

interface Person { readonly userId: string; readonly email: string; readonly token: string }

const logIn = async (email: string, password = PASSWORD): Promise<string> =>
  (await call<{ sessionToken: string }>(platform, 'POST', '/auth/login', { body: { tenantId: 'demo', email, password } })).body.sessionToken;

async function activePerson(name: string): Promise<Person> {
  const email = `${name}@example.org`;
  const { body: { userId } } = await call<{ userId: string }>(platform, 'POST', '/auth/register', {
    body: { tenantId: 'demo', email, password: PASSWORD, firstName: 'Mei', lastName: 'Tester' }, headers: { 'accept-language': 'en' } });
  const mail = await eventually('the verification mail', async () => (await mailsTo(platform, email)).find(({ subject }) => /verify/i.test(subject)));
  await call(platform, 'POST', '/auth/verify-email', { body: { token: tokenIn(mail) } });
  return { userId, email, token: await eventually('the first login', () => logIn(email)) };
}

interface Begun { readonly eventId: string; readonly runUrl: string }
const grant = ({ userId }: Person, roleId: string) => call<Begun>(platform, 'POST', `/users/${userId}/roles`, { token: admin, body: { roleId } });
const revoke = ({ userId }: Person, roleId: string) => call<Begun>(platform, 'DELETE', `/users/${userId}/roles/${roleId}`, { token: admin, body: { reason } });

const runOf = (eventId: string, type: string, status: RunView['status']): Promise<RunView> => eventually(`${type} to be ${status}`, async () => {
  const { status: found, body } = await call<RunView>(platform, 'GET', `/workflows/runs/${type}-${eventId}`, { token: admin });
  return found === 200 && body.status === status ? body : undefined;
}, 30_000);

const seen = async (token: string, path: string): Promise<number> => (await call(platform, 'GET', path, { token })).status;
const mailAbout = ({ email }: Person, words: RegExp) => eventually(`a mail about ${words.source}`, async () => (await mailsTo(platform, email)).find(({ subject }) => words.test(subject)));

test('a role is granted and taken away: each counts at once, is told and recorded; the loss of one that asks for it logs out', async () => {
  const mei = await activePerson('mei');
  expect(await seen(mei.token, '/workflows/runs')).toBe(403);
  const granted = await grant(mei, operator);
  expect([granted.status, await seen(mei.token, '/workflows/runs')]).toEqual([202, 200]);
  expect(await runOf(granted.body.eventId, 'role_assignment', 'COMPLETED')).toMatchObject({ subject: mei.userId });
  expect((await fetch(granted.body.runUrl, { headers: { authorization: `Bearer ${admin}` } })).status).toBe(200);
  expect((await mailAbout(mei, /new role/i)).text).toContain('Operator');

  const revoked = await revoke(mei, operator);
  expect([revoked.status, await seen(mei.token, '/workflows/runs')]).toEqual([202, 403]);
  const run = await runOf(revoked.body.eventId, 'role_revocation', 'COMPLETED');
  expect(run.steps.find(({ step }) => step === 'RevokeUserSessions')).toMatchObject({ status: 'DONE' });
  expect((await mailAbout(mei, /role was taken/i)).text).toMatch(new RegExp(`Operator[\\s\\S]*${reason}`));
  expect(await seen(mei.token, '/me')).toBe(401);
  const activity = await call<{ items: { action: string }[] }>(platform, 'GET', `/users/${mei.userId}/activity`, { token: admin });
  expect(activity.body.items.map(({ action }) => action).toSorted()).toEqual(['role.assigned', 'role.revoked']);
});

/** How many requests were allowed before the answer to a revocation, and how many of those that began after it. */
async function revokedInUse(person: Person): Promise<{ before: number; stale: number; denied: number; eventId: string }> {
  const counted = { before: 0, stale: 0, denied: 0 };
  let answered = Infinity;
  const using = async (): Promise<void> => {
    while (counted.denied < 5) {
      const began = performance.now();
      const status = await seen(person.token, '/audit?subject=nobody');
      if (status === 200) counted[began > answered ? 'stale' : 'before'] += 1;
      else if (began > answered) counted.denied += 1;
    }
  };
  const users = [using(), using(), using()];
  await eventually('a use of the right', () => Promise.resolve(counted.before > 0 || undefined));
  const { status, body: { eventId } } = await revoke(person, auditor);
  answered = performance.now();
  await Promise.all(users);
  expect(status).toBe(202);
  return { ...counted, eventId };
}

describe('while every Lambda behind the answer is broken', () => {
  test('a right that was taken allows nothing any more; its run waits, and finishes after the repair', async () => {
    const noor = await activePerson('noor');
    const fault = await failState(platform.endpoint, 'role_revocation', 'ClearPermissionCache', 'BusinessRefusal');
    const rounds: Awaited<ReturnType<typeof revokedInUse>>[] = [];
    for (let round = 0; round < 10; round += 1) {
      expect((await grant(noor, auditor)).status).toBe(202);
      rounds.push(await revokedInUse(noor));
    }
    expect(rounds.map(({ stale }) => stale)).toEqual(rounds.map(() => 0));
    for (const { before, denied } of rounds) expect(Math.min(before, denied)).toBeGreaterThan(0);
    const eventId = rounds.at(-1)?.eventId ?? 'none';
    const { runId, allowedActions } = await runOf(eventId, 'role_revocation', 'PARKED');
    expect(allowedActions).toContain('retry');
    await fault.restore();
    expect((await call(platform, 'POST', `/workflows/runs/${runId}/retry`, { token: admin, body: { reason: 'it is repaired' } })).status).toBe(202);
    await runOf(eventId, 'role_revocation', 'COMPLETED');
    expect(await seen(noor.token, '/audit?subject=nobody')).toBe(403);
  });

  test('a grant whose check fails for good is taken back, and both sides are told', async () => {
    const kim = await activePerson('kim');
    const fault = await failState(platform.endpoint, 'role_assignment', 'CheckDependentPermissions', 'BusinessRefusal');
    const granted = await grant(kim, auditor);
    await runOf(granted.body.eventId, 'role_assignment', 'COMPENSATED');
    await fault.restore();
    expect(await seen(kim.token, '/audit?subject=nobody')).toBe(403);
    await mailAbout(kim, /could not be given/i);
    const toAdmin = await eventually('the mail to the granter', async () => (await mailsTo(platform, platform.admin.email)).find(({ subject }) => /收回/.test(subject)));
    expect(toAdmin.text).toContain('Auditor');
    expect((await grant(kim, auditor)).status).toBe(202);
    expect(await seen(kim.token, '/audit?subject=nobody')).toBe(200);
  });
});

test('a forgotten password is replaced by mail: the link works once, and every session and API key of before has ended', async () => {
  const lin = await activePerson('lin');
  const { body: { secret } } = await call<{ secret: string }>(platform, 'POST', '/me/api-keys', { token: lin.token, body: { name: 'a script' } });
  const withKey = async (): Promise<number> => (await call(platform, 'GET', '/me', { headers: { 'x-api-key': secret } })).status;
  expect(await withKey()).toBe(200);
  expect((await call(platform, 'POST', '/auth/request-password-reset', { body: { tenantId: 'demo', email: lin.email } })).status).toBe(202);
  const [, token] = /reset=([\w-]+)/.exec((await eventually('the mail with the link', async () => (await mailsTo(platform, lin.email)).find(({ text }) => text.includes('reset=')))).text) ?? [];
  const password = 'another evening by the river';
  const uses = await Promise.all(Array.from({ length: 14 }, () => call(platform, 'POST', '/auth/reset-password', { body: { token, password } })));
  expect(uses.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, ...Array.from({ length: 13 }, () => 400)]);
  expect([await seen(lin.token, '/me'), await withKey(), await logIn(lin.email)]).toEqual([401, 401, undefined]);
  expect(await seen(await logIn(lin.email, password), '/me')).toBe(200);
});

test('a mail that came back marks the address; corrected by an administrator it must be proven anew', async () => {
  const ana = await activePerson('ana');
  await tellBounce(platform, { tenantId: 'demo', userId: ana.userId });
  const undeliverable = (): Promise<true | undefined> =>
    call<{ undeliverable?: boolean }>(platform, 'GET', `/users/${ana.userId}`, { token: admin }).then(({ body }) => body.undeliverable || undefined);
  await eventually('the mark', undeliverable);
  expect((await call(platform, 'POST', `/users/${ana.userId}/email`, { token: admin, body: { email: 'ana.right@example.org' } })).status).toBe(202);
  expect([await seen(ana.token, '/me'), await undeliverable()]).toEqual([401, undefined]);
  const mail = await eventually('a link to the right address', async () => (await mailsTo(platform, 'ana.right@example.org')).find(({ subject }) => /verify/i.test(subject)));
  await call(platform, 'POST', '/auth/verify-email', { body: { token: tokenIn(mail) } });
  await eventually('the login with the right address', () => logIn('ana.right@example.org'));
});
