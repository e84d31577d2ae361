import { jest } from '@jest/globals';
import type { RunView } from '../../lambdas/api/workflows/run-schemas.ts';
import { readTenantStatistics } from '../../lambdas/adapters/tenant-statistics.ts';
import { adminToken, call, deployedPlatform, eventually, mailsTo, tokenIn, type Answer, type DeployedPlatform } from '../support/local-aws-platform.ts';
import { replaceStep } from '../support/local-aws-faults.ts';
import { everythingStored, eventsOf, executions, publishAgain } from '../support/local-aws-contents.ts';

jest.setTimeout(120_000);

const PASSWORD = 'a quiet morning by the lake';
const STEPS = ['AssignDefaultRole', 'CreateUserProfile', 'RecordRegistrationAudit', 'SendVerificationEmail', 'SendWelcomeEmail', 'UpdateTenantStatistics'];

let platform: DeployedPlatform;
let token: string;

beforeAll(async () => {
  platform = await deployedPlatform('registration');
  token = await adminToken(platform);
}, 180_000);
afterAll(() => platform?.stop());

interface Accepted { readonly success: boolean; readonly userId: string; readonly message: string; readonly nextSteps: string[]; readonly statusUrl: string }

const registration = (email: string) => ({ tenantId: 'demo', email, password: PASSWORD, firstName: 'Mei', lastName: 'Tester' });
const register = (email: string, more: object = {}): Promise<Answer<Accepted>> =>
  call<Accepted>(platform, 'POST', '/auth/register', { body: { ...registration(email), ...more } });

async function runsOf(userId: string, type: string): Promise<readonly RunView[]> {
  const { body } = await call<{ items: RunView[] }>(platform, 'GET', `/workflows/runs?type=${type}&subject=${userId}`, { token });
  return body.items;
}

const finished = (userId: string, type: string, withinMs?: number): Promise<RunView> => eventually(`the end of ${type}`, async () => {
  const [run] = await runsOf(userId, type);
  if (!run || run.status === 'RUNNING') return undefined;
  return (await call<RunView>(platform, 'GET', `/workflows/runs/${run.runId}`, { token })).body;
}, withinMs);

const count = (mails: readonly { subject: string }[], word: RegExp): number => mails.filter(({ subject }) => word.test(subject)).length;

describe('a registration', () => {
  test('travels from the call to the mails, the active account and the recorded run', async () => {
    const email = 'whole.way@example.org';
    const { status, body, headers } = await register(email);
    expect(status).toBe(202);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body).toEqual({
      success: true, userId: expect.stringMatching(/^usr_/), message: expect.stringContaining('验证'),
      nextSteps: ['email_verification', 'profile_completion'], statusUrl: expect.stringContaining(body.userId) });

    const run = await finished(body.userId, 'user_registration');
    expect(run).toMatchObject({ status: 'COMPLETED', tenantId: 'demo', subject: body.userId, type: 'user_registration' });
    expect(run.steps.map(({ step }) => step).toSorted()).toEqual(STEPS);
    for (const step of run.steps) expect(step).toMatchObject({ status: 'DONE', attempts: 1, duration: expect.any(Number), startedAt: expect.any(String), finishedAt: expect.any(String) });

    const mails = await mailsTo(platform, email);
    expect([count(mails, /验证/), count(mails, /欢迎/), mails.length]).toEqual([1, 1, 2]);
    const verification = mails.find(({ subject }) => /验证/.test(subject));
    if (!verification) throw new Error('no verification mail');
    expect((await fetch(body.statusUrl)).status).toBe(200);
    expect(await (await fetch(body.statusUrl)).json()).toEqual({ status: 'awaiting_verification' });
    expect((await call(platform, 'POST', '/auth/login', { body: { tenantId: 'demo', email, password: PASSWORD } })).status).toBe(401);

    const verified = await call(platform, 'POST', '/auth/verify-email', { body: { token: tokenIn(verification) } });
    expect([verified.status, verified.body]).toEqual([200, { status: 'verified' }]);
    expect(await finished(body.userId, 'account_activation')).toMatchObject({ status: 'COMPLETED' });
    expect(await (await fetch(body.statusUrl)).json()).toEqual({ status: 'active' });
    const toAdmin = await eventually('the mail to the administrator', async () => (await mailsTo(platform, platform.admin.email)).find(({ text }) => text.includes(body.userId)));
    expect(toAdmin.text).not.toContain(email);

    const again = await call<{ type: string }>(platform, 'POST', '/auth/verify-email', { body: { token: tokenIn(verification) } });
    expect([again.status, again.body.type]).toEqual([400, expect.stringMatching(/\/already-verified$/)]);
    const login = await call<{ sessionToken: string }>(platform, 'POST', '/auth/login', { body: { tenantId: 'demo', email: email.toUpperCase(), password: PASSWORD } });
    expect(login.status).toBe(200);
    expect((await call(platform, 'GET', '/workflows/runs', { token: login.body.sessionToken })).status).toBe(403);
    expect((await call(platform, 'POST', '/auth/logout', { token: login.body.sessionToken })).status).toBe(204);
    expect((await call(platform, 'GET', '/workflows/runs', { token: login.body.sessionToken })).status).toBe(401);
  });

  test('is confirmed before its workflow has ended: the account becomes active all the same, once', async () => {
    const email = 'other.order@example.org';
    const slow = await replaceStep(platform, 'user_registration', 'RecordRegistrationAudit', { waitMs: 4_000 });
    const { body } = await register(email, {});
    const mail = await eventually('the verification mail', async () => (await mailsTo(platform, email)).find(({ text }) => text.includes('token=')));
    expect((await call(platform, 'POST', '/auth/verify-email', { body: { token: tokenIn(mail) } })).body).toEqual({ status: 'verified' });
    expect(await runsOf(body.userId, 'account_activation')).toHaveLength(0);
    expect(await finished(body.userId, 'user_registration')).toMatchObject({ status: 'COMPLETED' });
    expect(await finished(body.userId, 'account_activation')).toMatchObject({ status: 'COMPLETED' });
    await slow.restore();
  });

  test('whose event is delivered three more times at once has one run and one of each mail', async () => {
    const email = 'delivered.again@example.org';
    const { body } = await register(email);
    await publishAgain(platform, body.userId, 'user.created', 3);
    const run = await finished(body.userId, 'user_registration');
    await eventually('the first duplicates to have ended', async () => ((await executions(platform, 'user_registration'))['RUNNING'] ? undefined : true));
    const before = await executions(platform, 'user_registration');
    await publishAgain(platform, body.userId, 'user.created', 3);
    await eventually('three more executions that found nothing to do', async () => {
      const now = await executions(platform, 'user_registration');
      return !now['RUNNING'] && now['SUCCEEDED'] === (before['SUCCEEDED'] ?? 0) + 3 ? true : undefined;
    });
    expect(await runsOf(body.userId, 'user_registration')).toHaveLength(1);
    expect(run.steps.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await mailsTo(platform, email)).toHaveLength(2);
    expect((await eventsOf(platform, body.userId)).filter(({ type }) => type === 'user.default_role_assigned')).toHaveLength(1);
  });

  test('whose step throws a transient error twice completes, and each effect happened once', async () => {
    const fault = await replaceStep(platform, 'user_registration', 'CreateUserProfile', { throwFirst: 2 });
    const email = 'throws.twice@example.org';
    const { body } = await register(email);
    const run = await finished(body.userId, 'user_registration', 60_000);
    await fault.restore();
    expect(run.status).toBe('COMPLETED');
    expect(await fault.calls()).toBe(3);
    expect(run.steps.find(({ step }) => step === 'CreateUserProfile')).toMatchObject({ status: 'DONE' });
    expect(await mailsTo(platform, email)).toHaveLength(2);
  });

  test('whose Lambda times out after its effect completes, and the effect happened once', async () => {
    const before = (await readTenantStatistics(platform.store, 'demo')).registrations;
    const fault = await replaceStep(platform, 'user_registration', 'UpdateTenantStatistics', { timeOutAfterFirst: true });
    const { body } = await register('times.out@example.org');
    const run = await finished(body.userId, 'user_registration', 60_000);
    await fault.restore();
    expect(run.status).toBe('COMPLETED');
    expect(await fault.calls()).toBe(2);
    expect((await readTenantStatistics(platform.store, 'demo')).registrations).toBe(before + 1);
  });

  test('fifty at once: fifty completed runs, a hundred mails, exact tenant statistics', async () => {
    const before = (await readTenantStatistics(platform.store, 'demo')).registrations;
    const addresses = Array.from({ length: 50 }, (_, position) => `burst.${position}@example.org`);
    const accepted = await Promise.all(addresses.map((email) => register(email)));
    expect(accepted.map(({ status }) => status)).toEqual(addresses.map(() => 202));
    const runs = await Promise.all(accepted.map(({ body }) => finished(body.userId, 'user_registration', 90_000)));
    expect(runs.filter(({ status }) => status === 'COMPLETED')).toHaveLength(50);
    const mails = (await platform.mailbox.messages()).filter(({ to }) => to.some((address) => addresses.includes(address)));
    expect(mails).toHaveLength(100);
    expect((await readTenantStatistics(platform.store, 'demo')).registrations).toBe(before + 50);
  });
});

describe('bad input', () => {
  const valid = registration('bad.input@example.org');
  test.each([
    ['malformed JSON', '{"tenantId": "demo", ', 400, ''],
    ['an unknown field', { ...valid, role: 'administrator' }, 400, '/role'],
    ['a missing field', { ...valid, lastName: undefined }, 400, '/lastName'],
    ['a prototype key', `{"__proto__": {"role": "administrator"}, "tenantId": "demo"}`, 400, '/__proto__'],
    ['a weak password', { ...valid, password: 'password1' }, 400, '/password'],
    ['a short password', { ...valid, password: 'kurz' }, 400, '/password'],
    ['an unknown tenant', { ...valid, tenantId: 'nobody' }, 404, '/tenantId'],
    ['an address with a line break', { ...valid, email: 'a@example.org\r\nBcc: b@example.org' }, 400, '/email'],
    ['a body of 11 KB', { ...valid, firstName: 'x'.repeat(11 * 1024) }, 413, ''],
  ])('%s is refused with the field named, and nothing is written', async (_, body, expected, pointer) => {
    const before = await everythingStored(platform);
    const { status, headers, body: problem } = await call<{ status: number; type: string; title: string; detail: string; requestId: string; errors: { pointer: string }[] }>(platform, 'POST', '/auth/register', { body });
    expect(status).toBe(expected);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({ status: expected, type: expect.any(String), title: expect.any(String), detail: expect.any(String), requestId: expect.any(String) });
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
    expect(await everythingStored(platform)).toEqual(before);
  });

  test('problems come in the language that was asked for', async () => {
    const { body } = await call<{ title: string }>(platform, 'POST', '/auth/register', { body: '{', headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect(body.title).toBe('The request is not valid JSON');
  });
});

test.each([['GET', '/auth/registers'], ['DELETE', '/auth/register'], ['POST', '/']])('%s %s, where no endpoint is, is told so as everything else is', async (method, path) => {
  const { status, body, headers } = await call<{ detail: string; requestId: string }>(platform, method, path);
  expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  expect(body).toMatchObject({ type: expect.stringMatching(/no-such-endpoint$/), status: 404, requestId: expect.any(String) });
  expect(body.detail).toContain('/openapi.json');
});
