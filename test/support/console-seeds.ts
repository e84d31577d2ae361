import { call, eventually, type DeployedPlatform } from './local-aws-platform.ts';
import { replaceStep } from './local-aws-faults.ts';

type Reached = Pick<DeployedPlatform, 'apiUrl' | 'endpoint' | 'workDir' | 'tenantId'>;
export type Caller = Reached & { readonly token: string };

export const PASSWORD = 'a quiet morning by the lake';

/** Names as people have them, and as some write them in order to break a page. */
export const hostileNames = {
  markup: '<img src=x onerror=alert(1)>', rightToLeft: 'مريم ‮evil', emoji: '👩🏽‍🚀🏳️‍🌈', long: '长'.repeat(100),
} as const;

export const register = async ({ apiUrl, tenantId }: Reached, email: string, firstName = 'Mei', lastName = 'Tester'): Promise<string> => {
  const { status, body, text } = await call<{ userId: string }>({ apiUrl } as DeployedPlatform, 'POST', '/auth/register', { body: { tenantId, email, password: PASSWORD, firstName, lastName } });
  if (status !== 202) throw new Error(`the registration of ${email} was answered ${status}: ${text}`);
  return body.userId;
};

interface Run { readonly runId: string; readonly status: string }

/** The run of a process about somebody, once it is in one of these states. */
export const runIn = ({ apiUrl, token }: Caller, type: string, subject: string, ...statuses: readonly string[]): Promise<string> =>
  eventually(`${type} of ${subject} to be ${statuses.join(' or ')}`, async () => {
    const { body } = await call<{ items: Run[] }>({ apiUrl } as DeployedPlatform, 'GET', `/workflows/runs?type=${type}&subject=${subject}`, { token });
    return body.items.find(({ status }) => statuses.includes(status))?.runId;
  }, 60_000);

const withFault = async <T>(platform: Reached, machine: string, step: string, work: () => Promise<T>): Promise<T> => {
  const fault = await replaceStep(platform as DeployedPlatform, machine, step, { throwFirst: 1_000, error: 'BusinessRefusal' });
  try {
    return await work();
  } finally {
    await fault.restore();
  }
};

const registered = async (caller: Caller, name: string, ...statuses: readonly string[]): Promise<string> =>
  runIn(caller, 'user_registration', await register(caller, `${name}@example.org`), ...statuses);

/** Real runs, one in each state that a run can come to rest in, by the name of the state. */
export const seedRuns = async (caller: Caller) => {
  const completed = await registered(caller, 'completed', 'COMPLETED');
  const withWarnings = await withFault(caller, 'user_registration', 'SendWelcomeEmail', () => registered(caller, 'warned', 'COMPLETED_WITH_WARNINGS'));
  const compensated = await withFault(caller, 'user_registration', 'CreateUserProfile', () => registered(caller, 'compensated', 'COMPENSATED'));
  const compensationFailed = await withFault(caller, 'user_registration', 'CreateUserProfile', () =>
    withFault(caller, 'user_registration-compensation', 'RevokeDefaultRole', () => registered(caller, 'half.undone', 'COMPENSATION_FAILED')));
  return { completed, withWarnings, compensated, compensationFailed };
};
export type SeededRuns = Awaited<ReturnType<typeof seedRuns>>;
