/** An erasure on the deployed platform, from the request to the certificate. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import type { RunView } from '../../lambdas/api/workflows/run-schemas.ts';
import { ROOT } from '../../local/cdk.ts';
import { everythingStored } from '../support/local-aws-contents.ts';
import { adminToken, call, deployedPlatform, eventually, mailsTo, tokenIn, type DeployedPlatform } from '../support/local-aws-platform.ts';

jest.setTimeout(180_000);

const PASSWORD = 'a quiet morning by the lake';
let platform: DeployedPlatform;
let admin: string;

beforeAll(async () => {
  platform = await deployedPlatform('deletion');
  admin = await adminToken(platform);
}, 180_000);
afterAll(() => platform?.stop());

const logIn = (email: string) => call<{ sessionToken: string }>(platform, 'POST', '/auth/login', { body: { tenantId: 'demo', email, password: PASSWORD } });

async function activePerson(email: string, lastName: string): Promise<{ userId: string; token: string }> {
  const { body: { userId } } = await call<{ userId: string }>(platform, 'POST', '/auth/register', {
    body: { tenantId: 'demo', email, password: PASSWORD, firstName: 'Mei', lastName }, headers: { 'accept-language': 'en' } });
  const mail = await eventually('the verification mail', async () => (await mailsTo(platform, email)).find(({ subject }) => /verify/i.test(subject)));
  await call(platform, 'POST', '/auth/verify-email', { body: { token: tokenIn(mail) } });
  return { userId, token: await eventually('the first login', async () => (await logIn(email)).body.sessionToken) };
}

interface Deletion { readonly requestId: string; readonly status: string; readonly receiptCode?: string; readonly certificateUrl?: string; readonly phases: readonly { name: string; status: string }[] }
const deletionOf = (requestId: string, receiptCode: string): Promise<Deletion> =>
  call<Deletion>(platform, 'GET', `/deletion-requests/${requestId}?receiptCode=${receiptCode}`).then(({ body }) => body);

test('a person asks to be deleted: access ends at once, everything goes, and what was done can be proven without an account', async () => {
  const email = 'kanarienvogel@example.org';
  const { userId, token } = await activePerson(email, 'Kanarienvogel');
  expect((await call(platform, 'POST', '/records', { token, body: { kind: 'order', title: 'Ein Sessel fuer Kanarienvogel', amount: 3 } })).status).toBe(201);
  const asked = await call<Deletion>(platform, 'POST', `/users/${userId}/deletion-requests`, { token, body: { reason: 'consent_withdrawn', gracePeriodSeconds: 0, password: PASSWORD } });
  expect(asked.status).toBe(202);
  const { requestId, receiptCode = '' } = asked.body;
  expect([(await call(platform, 'GET', '/me', { token })).status, (await logIn(email)).status]).toEqual([401, 401]);

  const ended = await eventually('the end of the deletion', async () => {
    const deletion = await deletionOf(requestId, receiptCode);
    return ['COMPLETED', 'PARTIALLY_ERASED'].includes(deletion.status) ? deletion : undefined;
  }, 90_000);
  expect(ended.status).toBe('COMPLETED');
  // The request is completed with its last step; the run ends in the state behind it.
  await eventually('the end of the run', async () => {
    const { body: { items } } = await call<{ items: RunView[] }>(platform, 'GET', `/workflows/runs?type=user_deletion&subject=${userId}`, { token: admin });
    return items.find(({ status }) => status === 'COMPLETED');
  });
  expect(ended.phases.map(({ status }) => status)).toEqual(ended.phases.map(() => 'DONE'));
  expect((await mailsTo(platform, email)).some(({ subject }) => /deletion|删除/i.test(subject))).toBe(true);

  const stored = JSON.stringify(await everythingStored(platform));
  expect([/kanarienvogel/i.test(stored), stored.includes(`USER#${userId}","sk":"USER"`)]).toEqual([false, false]);

  const certificate = await call<unknown>(platform, 'GET', `/deletion-requests/${requestId}/certificate?receiptCode=${receiptCode}`);
  expect(certificate.status).toBe(200);
  const file = join(platform.workDir, 'certificate.json');
  await writeFile(file, certificate.text);
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'bin', 'verify-certificate.ts'), file]);
  expect(stdout).toContain(requestId);

  const again = await call<{ userId: string }>(platform, 'POST', '/auth/register', { body: { tenantId: 'demo', email, password: PASSWORD, firstName: 'Mei', lastName: 'Anew' } });
  expect([again.status, again.body.userId === userId]).toEqual([202, false]);
});
