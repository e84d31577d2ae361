import { mailboxAt } from '../../local/mailbox.ts';
import { call, eventually, tokenIn, type Answer, type DeployedPlatform } from './local-aws-platform.ts';
import { replaceStep, type Fault } from './local-aws-faults.ts';

/** A deployed platform as far as another process can reach it, and an administrator of it. */
export type Reached = Pick<DeployedPlatform, 'apiUrl' | 'consoleUrl' | 'endpoint' | 'workDir' | 'tenantId' | 'admin'> & { readonly token: string };

export const PASSWORD = 'a quiet morning by the lake';

/** Names as people have them, and as some write them in order to break a page. */
export const hostileNames = {
  markup: '<img src=x onerror=alert(1)>', rightToLeft: 'مريم الفارسي', emoji: '👩🏽‍🚀🏳️‍🌈', long: '长'.repeat(100),
} as const;

export const ask = <Body>(platform: Pick<Reached, 'apiUrl' | 'token'>, method: string, path: string, body?: unknown): Promise<Answer<Body>> =>
  call<Body>(platform, method, path, { token: platform.token, ...(body !== undefined && { body }) });

export async function register(platform: Reached, email: string, firstName = 'Mei', lastName = 'Tester'): Promise<string> {
  const { status, body, text } = await ask<{ userId: string }>(platform, 'POST', '/auth/register', { tenantId: platform.tenantId, email, password: PASSWORD, firstName, lastName });
  if (status !== 202) throw new Error(`the registration of ${email} was answered ${status}: ${text}`);
  return body.userId;
}

/** The run of a process about somebody, once it is in one of these states. */
export const runIn = (platform: Reached, type: string, subject: string, ...statuses: readonly string[]): Promise<string> =>
  eventually(`${type} of ${subject} to be ${statuses.join(' or ')}`, async () => {
    const { body } = await ask<{ items: { runId: string; status: string }[] }>(platform, 'GET', `/workflows/runs?type=${type}&subject=${subject}`);
    return body.items.find(({ status }) => statuses.includes(status))?.runId;
  }, 90_000);

export async function withFault<T>(platform: Reached, machine: string, step: string, fault: Fault, work: () => Promise<T>): Promise<T> {
  const injected = await replaceStep(platform, machine, step, fault);
  try {
    return await work();
  } finally {
    await injected.restore();
  }
}

const forGood: Fault = { throwFirst: 1_000, error: 'BusinessRefusal' };

const registered = async (platform: Reached, name: string, ...statuses: readonly string[]): Promise<string> =>
  runIn(platform, 'user_registration', await register(platform, `${name}@example.org`), ...statuses);

/** Somebody who has confirmed the address and may log in. */
export async function activePerson(platform: Reached, name: string): Promise<string> {
  const email = `${name}@example.org`;
  const userId = await register(platform, email);
  const mailbox = await mailboxAt(platform.endpoint);
  const mail = await eventually('the verification mail', async () => (await mailbox.messages()).find(({ to, text }) => to.includes(email) && text.includes('token=')));
  await ask(platform, 'POST', '/auth/verify-email', { token: tokenIn(mail) });
  await runIn(platform, 'account_activation', userId, 'COMPLETED');
  return userId;
}

/** A role is taken, and nothing can be undone of that: the run waits for a person. Whoever is named had no account before. */
export async function parkedRun(platform: Reached, name: string): Promise<string> {
  const userId = await activePerson(platform, name);
  const { body: { roleId } } = await ask<{ roleId: string }>(platform, 'POST', '/roles', { name: `Auditor ${name}`, permissions: ['audit:read'] });
  await ask(platform, 'POST', `/users/${userId}/roles`, { roleId });
  await runIn(platform, 'role_assignment', userId, 'COMPLETED');
  return withFault(platform, 'role_revocation', 'ClearPermissionCache', forGood, async () => {
    await ask(platform, 'DELETE', `/users/${userId}/roles/${roleId}`, { reason: 'moved to another team' });
    return runIn(platform, 'role_revocation', userId, 'PARKED');
  });
}

/** A registration that failed, and of which something could not be undone. */
export const halfUndone = (platform: Reached, name: string): Promise<string> => withFault(platform, 'user_registration', 'CreateUserProfile', forGood, () =>
  withFault(platform, 'user_registration-compensation', 'RevokeDefaultRole', forGood, () => registered(platform, name, 'COMPENSATION_FAILED')));

/** A paused process, whose runs wait. */
async function waiting(platform: Reached): Promise<string> {
  const config = '/workflows/password_reset/config';
  const { body: { version } } = await ask<{ version: number }>(platform, 'GET', config);
  await ask(platform, 'PUT', config, { version, values: { enabled: false } });
  const email = 'parked@example.org';
  await ask(platform, 'POST', '/auth/request-password-reset', { tenantId: platform.tenantId, email });
  return eventually('a run that waits', async () => (await ask<{ items: { runId: string }[] }>(platform, 'GET', '/workflows/runs?status=WAITING')).body.items[0]?.runId, 30_000);
}

/** Real runs, one in each state that a run can come to rest in, by the name of the state. */
export async function seedRuns(platform: Reached) {
  const completed = await registered(platform, 'completed', 'COMPLETED');
  const withWarnings = await withFault(platform, 'user_registration', 'SendWelcomeEmail', forGood, () => registered(platform, 'warned', 'COMPLETED_WITH_WARNINGS'));
  const retried = await withFault(platform, 'user_registration', 'UpdateTenantStatistics', { throwFirst: 1, error: 'TransientFailure' }, () => registered(platform, 'retried', 'COMPLETED'));
  const compensated = await withFault(platform, 'user_registration', 'CreateUserProfile', forGood, () => registered(platform, 'compensated', 'COMPENSATED'));
  const compensationFailed = await halfUndone(platform, 'half.undone');
  const runs = { completed, withWarnings, retried, compensated, compensationFailed, parked: await parkedRun(platform, 'parked'), waiting: await waiting(platform) };
  for (const [name, firstName] of Object.entries(hostileNames)) await register(platform, `${name.toLowerCase()}@example.org`, firstName, 'Doe');
  return runs;
}
export type SeededRuns = Awaited<ReturnType<typeof seedRuns>>;
