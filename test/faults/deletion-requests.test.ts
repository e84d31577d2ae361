import { administrator, someone, TENANT, World } from '../support/world.ts';
import { authorizationKey, readAdministrators, type Subject } from '../../lambdas/adapters/identity.ts';
import { login } from '../../lambdas/api/auth/routes.ts';
import { getDeletion, listDeletions, requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { createApiKey, getMe } from '../../lambdas/api/me/routes.ts';
import { assignRole } from '../../lambdas/api/roles/routes.ts';
import { changeTenant } from '../../lambdas/api/tenants/routes.ts';
import { A_DAY_MS, askAsAdministrator, askForOwn, lookAt, sessionOf, withSomebodyActive } from '../support/deletions.ts';
import { unrestIn } from '../support/picture.ts';

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await withSomebodyActive());
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const ask = (token: string, body: object, { userId } = subject) => world.call(requestDeletion, { token, params: { id: userId }, body });
const typesOf = (userId: string): readonly string[] => world.bus.events.filter(({ detail }) => detail.aggregateId === userId).map(({ type }) => type);

describe('whoever asks for the deletion of his own account', () => {
  test('is answered with what follows, when, and the receipt code; from then on nothing of the account lets anybody in', async () => {
    const token = await sessionOf(world);
    const { body: key } = await world.call(createApiKey, { token, body: { name: 'a script' } });
    const { status, body } = await ask(token, { reason: 'consent withdrawn', password: someone.password });
    expect({ status, body }).toMatchObject({ status: 202, body: { status: 'GRACE_PERIOD', receiptCode: expect.any(String) as string, statusUrl: expect.stringContaining(String(body['requestId'])) as string } });
    expect(Date.parse(String(body['dueAt'])) - Date.now()).toBe(31 * A_DAY_MS);
    expect(Date.parse(String(body['graceEndsAt'])) - Date.now()).toBe(7 * A_DAY_MS);
    expect(await Promise.all([
      world.call(getMe, { token }), world.call(getMe, { apiKey: String(key['secret']) }), world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password } }),
    ].map(async (call) => (await call).status))).toEqual([401, 401, 401]);
    expect(await world.user(subject)).toMatchObject({ status: 'deletion_pending', deletionRequestId: body['requestId'] });
    await world.settle();
    expect(typesOf(subject.userId)).toContain('user.deletion_requested');
    expect(await unrestIn(world)).toEqual([]);
  });

  test('gives the password once more: without one nothing happens, with a wrong one neither', async () => {
    const token = await sessionOf(world);
    const before = await world.user(subject);
    expect(await ask(token, { reason: 'moved away' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/password', code: 'required' }] } });
    expect(await ask(token, { reason: 'moved away', password: 'not the passphrase' })).toMatchObject({ status: 401, body: { type: '/problems/wrong-credentials' } });
    expect(await world.user(subject)).toEqual(before);
  });

  test('needs a login for it: an API key is not enough', async () => {
    const token = await sessionOf(world);
    const { body: key } = await world.call(createApiKey, { token, body: { name: 'a script' } });
    expect(await world.call(requestDeletion, { apiKey: String(key['secret']), params: { id: subject.userId }, body: { reason: 'moved away', password: someone.password } }))
      .toMatchObject({ status: 403, body: { type: '/problems/session-needed' } });
  });

  test('hears by mail what goes, what stays and how to take it back; the words of the reason stand nowhere in the clear', async () => {
    await askForOwn(world, subject, { reason: 'Because of Xanthippe next door' });
    await world.settle();
    const [mail] = world.mails('deletion').filter(({ userId }) => userId === subject.userId);
    expect(mail?.mail.text).toMatch(/cancel=[\w-]+/);
    expect(mail?.mail.text).toContain('What goes');
    expect(mail?.mail.text).toContain('What stays');
    expect(mail?.mail.text).not.toContain('Receipt code');
    expect(JSON.stringify((['identity', 'ledger', 'events', 'audit'] as const).map((table) => world.tables.items(table)))).not.toContain('Xanthippe');
  });
});

describe('an administrator who asks for the deletion of somebody else', () => {
  test('is not told the receipt code, which the person finds in her mail and can use', async () => {
    const { status, body } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 86_400 });
    expect([status, 'receiptCode' in body]).toEqual([202, false]);
    await world.settle();
    const [mail] = world.mails('deletion').filter(({ userId }) => userId === subject.userId);
    const receiptCode = String(/Receipt code: ([\w-]+)/.exec(mail?.mail.text ?? '')?.[1]);
    expect(await world.call(getDeletion, { params: { id: String(body['requestId']) }, query: { receiptCode } })).toMatchObject({ status: 200, body: { requestId: body['requestId'], status: 'GRACE_PERIOD' } });
  });

  test('is answered with the first request when he asks again, and with the same answer when the request comes again', async () => {
    const token = await world.administratorSession();
    const again = { token, params: { id: subject.userId }, body: { reason: 'moved away' }, key: 'the-same-key' };
    const first = await world.call(requestDeletion, again);
    expect(await world.call(requestDeletion, again)).toEqual(first);
    expect(await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 })).toEqual({ ...first, status: 200 });
    expect(world.tables.items('ledger').filter(({ sk }) => sk === 'DELETION')).toHaveLength(1);
  });

  test('meets others who ask at the same moment: one request, and all hear of it', async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, () => world.administratorSession()));
    const answers = await Promise.all(tokens.map((token) => ask(token, { reason: 'moved away' })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 200, 200, 202]);
    expect(new Set(answers.map(({ body }) => body['requestId'])).size).toBe(1);
    await world.settle();
    expect(typesOf(subject.userId).filter((type) => type === 'user.deletion_requested')).toHaveLength(1);
  });

  test('finds nobody of another tenant, and nobody who is not there', async () => {
    const token = await world.administratorSession();
    expect((await ask(token, { reason: 'moved away' }, { tenantId: TENANT, userId: 'usr_nobodyanywhere' })).status).toBe(404);
  });

  test('may delete what was registered and not verified yet', async () => {
    const other = await world.register({ ...someone, email: 'bert.berg@example.com' });
    await world.settle();
    expect((await askAsAdministrator(world, other)).status).toBe(202);
    expect((await world.user(other)).status).toBe('deletion_pending');
  });
});

const admin = async (): Promise<Subject> => {
  const [first] = await readAdministrators(world.store, TENANT);
  if (!first) throw new Error('the tenant has no administrator');
  return first;
};
const askForAdmin = async (who: Subject, password: string = administrator.password) => ask(await world.administratorSession(), { reason: 'moved away', password }, who);

describe('the last administrator', () => {
  test('stays: neither he himself nor anybody else can have him deleted', async () => {
    expect(await askForAdmin(await admin())).toMatchObject({ status: 409, body: { type: '/problems/last-administrator' } });
  });

  test('of two who both ask for their own at the same moment one stays', async () => {
    const first = await admin();
    await world.call(assignRole, { token: await world.administratorSession(), params: { id: subject.userId }, body: { roleId: 'administrator' } });
    await world.settle();
    const [one, other] = await Promise.all([askForAdmin(first), (async () => ask(await sessionOf(world), { reason: 'moved away', password: someone.password }))()]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([202, 409]);
    const statuses = await Promise.all([first, subject].map(async (each) => (await world.store.get('identity', authorizationKey(each)))?.['status']));
    expect(statuses.filter((status) => status === 'active')).toHaveLength(1);
  });
});

describe('the grace period', () => {
  test('of 0 puts the pivot into the transaction of the request', async () => {
    const { body } = await askForOwn(world, subject, { gracePeriodSeconds: 0 });
    expect(body).toMatchObject({ status: 'RUNNING', receiptCode: expect.any(String) as string });
    expect((await world.user(subject)).status).toBe('deleting');
    await world.settle();
    expect(typesOf(subject.userId).filter((type) => type.startsWith('user.deletion'))).toEqual(expect.arrayContaining(['user.deletion_requested', 'user.deletion_started']));
    expect(world.mails('deletion').filter(({ mail }) => mail.text.includes('cancel='))).toEqual([]);
  });

  test('is at least what the tenant wants, and leaves time before the due date', async () => {
    const platform = await world.administratorSession();
    world.hold((await readAdministrators(world.store, TENANT))[0] ?? subject, ['tenants:manage', 'users:delete']);
    expect((await world.call(changeTenant, { token: platform, params: { id: TENANT }, body: { privacy: { minimumGracePeriodSeconds: 3_600 } } })).body).toMatchObject({ privacy: { profile: 'gdpr', minimumGracePeriodSeconds: 3_600 } });
    expect(await ask(platform, { reason: 'moved away', gracePeriodSeconds: 60 })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/gracePeriodSeconds', code: 'too-small' }] } });
    expect(await ask(platform, { reason: 'moved away', gracePeriodSeconds: 60 * 86_400 })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/gracePeriodSeconds', code: 'too-big' }] } });
    expect((await ask(platform, { reason: 'moved away', gracePeriodSeconds: 3_600 })).status).toBe(202);
  });
});

test('the list has the open ones by due date, then those that are over, and nobody without the right sees it', async () => {
  const other = await world.register({ ...someone, email: 'bert.berg@example.com' });
  await world.settle();
  const first = await askAsAdministrator(world, other);
  await world.time.pass(A_DAY_MS);
  const second = await askAsAdministrator(world, subject);
  const token = await world.administratorSession();
  const { body } = await world.call(listDeletions, { token });
  expect((body['items'] as { requestId: string }[]).map(({ requestId }) => requestId)).toEqual([first.body['requestId'], second.body['requestId']]);
  expect((await world.call(listDeletions, { token, query: { status: 'RUNNING' } })).body).toEqual({ items: [] });
  expect(await lookAt(world, first.body['requestId'])).toMatchObject({ status: 200, body: { phases: Array.from({ length: 9 }, () => ({ status: 'PENDING', counts: {} })) } });
});
