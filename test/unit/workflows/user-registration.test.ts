import { stepPlace } from '../../../lambdas/adapters/work-records.ts';
import { World } from '../../support/world.ts';
import { profileKey, readUser, tenantKey, type Subject } from '../../../lambdas/adapters/identity.ts';
import { registrationsCounted } from '../../../lambdas/adapters/tenant-statistics.ts';
import { vault } from '../../../lambdas/adapters/vault.ts';
import { updateTenantStatistics } from '../../../lambdas/workflows/user-registration/steps/update-tenant-statistics.ts';
import { memoryKeyWrapper } from '../../support/memory-key-wrapper.ts';
import { audited, mailsTo } from '../../support/picture.ts';

/** What the steps make of a registration, beyond that they happen once. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => world.end());

const keyOfPerson = async () => {
  const key = await vault(world.store, memoryKeyWrapper()).personKey(subject);
  if (!key) throw new Error('the person has no key');
  return key;
};
const profile = async () => {
  const item = await world.store.get('identity', profileKey(subject));
  return (await keyOfPerson()).open('profile', item?.['profile'] as string);
};

test('the profile has the language of the person and the platform’s values', async () => {
  await world.settle();
  expect(await profile()).toEqual({ preferences: { language: 'en', timezone: 'Asia/Shanghai', emailNotifications: true }, settings: { theme: 'light', sidebar: 'expanded' } });
});

test('the profile has what the tenant sets', async () => {
  world.tables.overwrite('identity', tenantKey('demo'), { defaults: { timezone: 'Europe/Vienna', theme: 'dark' } });
  await world.settle();
  expect(await profile()).toMatchObject({ preferences: { timezone: 'Europe/Vienna' }, settings: { theme: 'dark' } });
});

test('the audit keeps where the registration came from, sealed', async () => {
  await world.settle();
  const [entry] = audited(world, subject, 'registration.recorded');
  const evidence = (await keyOfPerson()).open('evidence', entry?.['evidence'] as string);
  expect(evidence).toMatchObject({ sourceIp: '203.0.113.9', userAgent: 'Firefox' });
  expect(JSON.stringify(entry)).not.toContain('203.0.113.9');
});

test('the verification mail carries the link, the welcome mail carries none', async () => {
  await world.settle();
  expect(mailsTo(world, subject, 'verify').map(({ mail }) => /https:\/\/console\.example\/verify#token=[\w-]+/.test(mail.text))).toEqual([true]);
  expect(mailsTo(world, subject, 'welcome').map(({ mail }) => mail.text.includes('token'))).toEqual([false]);
  expect(mailsTo(world, subject, 'welcome')[0]?.mail.subject).toContain('Demo');
});

test('the link stands in no table: only what it hashes to', async () => {
  await world.settle();
  const token = world.tokenOf(subject);
  expect(JSON.stringify(world.tables.snapshot())).not.toContain(token);
  expect(JSON.stringify(world.tables.snapshot())).not.toContain(Buffer.from(token, 'base64url').subarray(-32).toString('base64url'));
});

test('the tenant counts at the shard of the run', async () => {
  const run = { runId: 'user_registration-1', type: 'user_registration', attempt: 1, tenantId: 'demo', subject: subject.userId, eventId: 'e-1', correlationId: 'c-1', depth: 0, versionBase: 1, data: {} };
  const { writes } = await updateTenantStatistics({ run, step: 'UpdateTenantStatistics', place: stepPlace(run, 'UpdateTenantStatistics'), subject, now: new Date() }, { store: world.store });
  expect(writes).toEqual([registrationsCounted('demo', 'user_registration-1', 1)]);
});

test('the account is ready for its person: it can be read with his key', async () => {
  await world.settle();
  const user = await readUser(world.store, subject);
  expect((await keyOfPerson()).open('personal', user?.personal ?? '')).toEqual({ email: 'anna.berg@example.com', firstName: 'Anna', lastName: 'Berg', language: 'en' });
});
