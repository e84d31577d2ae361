import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { latencyOf, type Probed } from '../lambdas/domain/revocation-probe.ts';
import { readOutputs } from '../local/outputs.ts';

const HELP = `npm run probe:revocation [-- --people 5]

Measures from outside how long a revoked right is still let through: makes a tenant of its own with some people, gives each a role,
lets them use its right without a pause, revokes it, and notes when each is denied for the first time after the revocation was
answered. Prints p50 and p99, keeps them for GET /workflows/statistics, and closes the tenant. Exit code 1 when a request that began
after the answer was allowed.

Against the platform that \`npm start\` runs, or another by --api URL, with a platform administrator's
--tenant, --email and the password in PROBE_PASSWORD.

  --people   how many revocations (5)`;

interface Target { readonly api: string; readonly tenantId: string; readonly email: string; readonly password: string }
interface Answer<T> { readonly status: number; readonly body: T }

async function call<T>({ api }: Target, method: string, path: string, { body, token }: { body?: unknown; token?: string } = {}): Promise<Answer<T>> {
  const response = await fetch(`${api}${path}`, {
    method, headers: { 'content-type': 'application/json', 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }) }, ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
}

/** @throws what was wanted, and what the platform answered instead */
async function wanted<T>(target: Target, method: string, path: string, more: { body?: unknown; token?: string } = {}): Promise<T> {
  const { status, body } = await call<T>(target, method, path, more);
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

const PASSWORD = randomBytes(18).toString('base64url');
const login = async (target: Target, tenantId: string, email: string, password: string): Promise<string> =>
  (await wanted<{ sessionToken: string }>(target, 'POST', '/auth/login', { body: { tenantId, email, password } })).sessionToken;

/** An account is active when its processes have run, so its first login may take a while. */
async function joined(target: Target, tenantId: string, email: string): Promise<{ userId: string; token: string }> {
  const { userId } = await wanted<{ userId: string }>(target, 'POST', '/auth/register', { body: { tenantId, email, password: PASSWORD, firstName: 'Probe', lastName: 'Person' } });
  for (let left = 60; left > 0; left -= 1) {
    const { status, body } = await call<{ sessionToken: string }>(target, 'POST', '/auth/login', { body: { tenantId, email, password: PASSWORD } });
    if (status === 200) return { userId, token: body.sessionToken };
    await sleep(500);
  }
  throw new Error(`${userId} was not active within 30 s`);
}

interface Revoking { readonly target: Target; readonly admin: string; readonly roleId: string; readonly userId: string; readonly token: string }

/** Two requesters that never pause, one revocation among them. */
async function revocation({ target, admin, roleId, userId, token }: Revoking): Promise<{ denial: number; allowedAfterwards: number }> {
  const seen = { acknowledged: Infinity, denied: Infinity, allowedAfterwards: 0 };
  const using = async (): Promise<void> => {
    while (seen.denied === Infinity) {
      const began = performance.now();
      const { status } = await call(target, 'GET', '/roles', { token });
      if (status === 200 && began > seen.acknowledged) seen.allowedAfterwards += 1;
      if (status !== 200 && performance.now() > seen.acknowledged) seen.denied = Math.min(seen.denied, performance.now());
    }
  };
  const users = [using(), using()];
  await sleep(200);
  await wanted(target, 'DELETE', `/users/${userId}/roles/${roleId}`, { token: admin, body: { reason: 'a probe of revocations' } });
  seen.acknowledged = performance.now();
  await Promise.all(users);
  return { denial: seen.denied - seen.acknowledged, allowedAfterwards: seen.allowedAfterwards };
}

async function probe(target: Target, people: number): Promise<Probed> {
  const root = await login(target, target.tenantId, target.email, target.password);
  const tenantId = `probe-${randomBytes(4).toString('hex')}`;
  const email = `admin@${tenantId}.example`;
  await wanted(target, 'POST', '/tenants', { token: root, body: { tenantId, name: 'Probe', verificationWaived: true, admin: { email, password: PASSWORD, firstName: 'Probe', lastName: 'Admin' } } });
  const admin = await login(target, tenantId, email, PASSWORD);
  const { roleId } = await wanted<{ roleId: string }>(target, 'POST', '/roles', { token: admin, body: { name: 'Looking at roles', permissions: ['roles:read'] } });
  const denials: number[] = [];
  let allowedAfterwards = 0;
  for (let n = 1; n <= people; n += 1) {
    const { userId, token } = await joined(target, tenantId, `person${n}@${tenantId}.example`);
    await wanted(target, 'POST', `/users/${userId}/roles`, { token: admin, body: { roleId } });
    const told = await revocation({ target, admin, roleId, userId, token });
    console.log(`${n}/${people}: denied ${told.denial.toFixed(0)} ms after the answer, ${told.allowedAfterwards} allowed after it`);
    denials.push(told.denial);
    allowedAfterwards += told.allowedAfterwards;
  }
  await wanted(target, 'PATCH', `/tenants/${tenantId}`, { token: root, body: { status: 'closed' } });
  const seen: Probed = { denials, allowedAfterwards };
  await wanted(target, 'POST', '/workflows/statistics/revocation-probe', { token: root, body: seen });
  return seen;
}

async function targetOf(given: { api?: string; tenant?: string; email?: string }): Promise<Target> {
  if (given.api === undefined) {
    const { apiUrl, tenantId, admin } = await readOutputs();
    return { api: apiUrl, tenantId, ...admin };
  }
  const password = process.env['PROBE_PASSWORD'];
  if (!given.tenant || !given.email || !password) throw new Error(`--api needs --tenant, --email and PROBE_PASSWORD\n\n${HELP}`);
  return { api: given.api.replace(/\/$/, ''), tenantId: given.tenant, email: given.email, password };
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, api: { type: 'string' }, tenant: { type: 'string' }, email: { type: 'string' }, people: { type: 'string' } } });
  if (values.help === true) {
    console.log(HELP);
    return true;
  }
  const people = Number(values.people ?? 5);
  if (!Number.isInteger(people) || people < 1 || people > 500) throw new Error(`--people is a number from 1 to 500\n\n${HELP}`);
  const { p50, p99, allowedAfterwards } = latencyOf(await probe(await targetOf(values), people));
  console.log(`From the answer to the first denial: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms. Allowed after the answer: ${allowedAfterwards}.`);
  return allowedAfterwards === 0;
}

process.exitCode = await main().then((fresh) => (fresh ? 0 : 1), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
