import { World } from '../support/world.ts';
import { readAdministrators } from '../../lambdas/adapters/identity.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { changeConfig, checkConfig, configHistory, getConfig, rollBackConfig, type ConfigView } from '../../lambdas/api/configuration/routes.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { PLATFORM } from '../../lambdas/domain/tenant.ts';
import { configFor } from '../../lambdas/kit/process-config.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { touched } from '../support/function-host.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';

/** Of every process it can be seen and changed what holds, by whom and since when, and each change can be taken back. */
const TYPE = 'user_registration';
let world: World;
let token: string;
beforeEach(async () => {
  world = await World.withTenant();
  token = await world.administratorSession();
});
afterEach(async () => {
  await world.settle();
  world.end();
});

interface Problem { readonly type: string; readonly status: number; readonly detail: string; readonly errors?: readonly { pointer: string; code: string; detail: string }[] }
interface Answer { readonly status: number; readonly body: ConfigView & Problem }
interface Asking { readonly by?: string; readonly type?: string; readonly scope?: string; readonly language?: string; readonly key?: string | null }

async function ask(route: Route, { by = token, type = TYPE, scope, ...more }: Asking, body?: unknown): Promise<Answer> {
  return await world.call(route, { token: by, params: { type }, ...(scope && { query: { scope } }), ...(body !== undefined && { body }), ...more }) as unknown as Answer;
}
const look = (about: Asking = {}): Promise<Answer> => ask(getConfig, about);
const change = (values: object, version: number, about: Asking & { reason?: string } = {}): Promise<Answer> => {
  const { reason, ...asking } = about;
  return ask(changeConfig, asking, { values, version, ...(reason && { reason }) });
};
const errorsOf = async (values: object, about: Asking = {}): Promise<Problem['errors']> => {
  const { status, body } = await change(values, 1, about);
  expect([status, body.type]).toEqual([400, '/problems/invalid-request']);
  return body.errors;
};
const check = (values: unknown, about: Asking = {}): Promise<Answer> => ask(checkConfig, about, { values });
const notesAfter = async (values: object, about: Asking = {}): Promise<readonly string[]> => (await change(values, 1, about)).body.notes;
const rollBack = (version: number, toVersion: number, about: Asking = {}): Promise<Answer> => ask(rollBackConfig, about, { version, toVersion, reason: 'it was better before' });
interface Entry { readonly version: number; readonly values: ConfigView['values']; readonly before: object; readonly after: object; readonly changedBy: string; readonly changedAt: string; readonly reason?: string }
const history = async (query: Record<string, string> = {}, by = token): Promise<{ items: readonly Entry[]; cursor?: string }> =>
  (await world.call(configHistory, { token: by, params: { type: TYPE }, query })).body as unknown as { items: readonly Entry[]; cursor?: string };

/** Another tenant; who administers it may administer the platform too. */
async function anotherTenant(tenantId: string, administersPlatform = false): Promise<string> {
  await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) }, {
    tenantId, name: tenantId, administersPlatform, admin: { email: `ada@${tenantId}.example`, password: 'correct horse battery', firstName: 'Ada', lastName: 'Other', language: 'en' },
  }, new Date());
  return world.administratorSession(tenantId);
}
const administrator = async (): Promise<string> => (await readAdministrators(world.store, 'demo'))[0]?.userId ?? '';
const written = (): number => world.tables.items('ledger').length + world.tables.items('events').length + world.tables.items('audit').length;

describe('what holds', () => {
  test('before anybody has changed anything is what was deployed, and says what can be changed', async () => {
    expect(await look()).toEqual({ status: 200, body: {
      type: TYPE, version: 1, changedBy: null, changedAt: null, notes: [], changeable: ['enabled', 'compensationEnabled', 'deadline', 'bestEffort'],
      defaults: { enabled: true, compensationEnabled: true, deadline: 300_000, bestEffort: { SendWelcomeEmail: true, UpdateTenantStatistics: true } },
      values: {
        timeout: 300_000, retryAttempts: 3, retryDelay: 5_000, backoffRate: 2, compensationEnabled: true, priority: 'high', parallelTasks: true, deadLetterQueue: 'user_registration_dlq',
        enabled: true, deadline: 300_000, bestEffort: { SendWelcomeEmail: true, UpdateTenantStatistics: true },
      },
    } });
    expect(await history()).toEqual({ items: [] });
  });

  test.each([[getConfig, undefined], [changeConfig, { values: {}, version: 1 }], [configHistory, undefined], [rollBackConfig, { version: 1, toVersion: 1, reason: 'made up' }]] as const)(
    'of a process that nobody declared is not told', async (route, body) => {
      expect(await ask(route, { type: 'user_registrations' }, body)).toMatchObject({ status: 404 });
    });

  test('is told to nobody who has not logged in', async () => {
    expect(await world.call(getConfig, { params: { type: TYPE } })).toMatchObject({ status: 401 });
  });
});

describe('a change', () => {
  test('merges, raises the version and tells by whom and when', async () => {
    const { status, body } = await change({ deadline: 120_000, bestEffort: { SendWelcomeEmail: false } }, 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, changedBy: await administrator(), changedAt: new Date().toISOString(),
      values: { timeout: 300_000, enabled: true, deadline: 120_000, bestEffort: { SendWelcomeEmail: false, UpdateTenantStatistics: true } } });
    expect((await look()).body).toEqual(body);
    expect((await change({ enabled: false, bestEffort: { UpdateTenantStatistics: false } }, 2)).body).toMatchObject({
      version: 3, values: { enabled: false, deadline: 120_000, bestEffort: { SendWelcomeEmail: false, UpdateTenantStatistics: false } } });
  });

  test('holds for the next run that is claimed', async () => {
    await change({ enabled: false, compensationEnabled: false }, 1);
    expect(await configFor(world.store, workflowOf(TYPE), 'demo')).toMatchObject({ version: 2, values: { enabled: false, compensationEnabled: false, deadline: 300_000 } });
  });

  test('of a whole answer that is sent back with one value changed changes that one', async () => {
    const { values, version } = (await look()).body;
    expect((await change({ ...values, compensationEnabled: false }, version)).body).toMatchObject({ version: 2, values: { ...values, compensationEnabled: false } });
    expect((await history()).items).toEqual([expect.objectContaining({ before: { compensationEnabled: true }, after: { compensationEnabled: false } })]);
  });

  test('to what is so already changes nothing', async () => {
    const before = written();
    expect((await change({ enabled: true, deadline: 300_000, timeout: 300_000, bestEffort: { SendWelcomeEmail: true } }, 1)).body).toMatchObject({ version: 1, changedBy: null });
    expect(written()).toBe(before);
  });

  test('that was decided on an old version is refused, and so is one of the future', async () => {
    await change({ enabled: false }, 1);
    const before = written();
    for (const version of [1, 3]) expect(await change({ deadline: 60_000 }, version)).toMatchObject({ status: 409, body: { type: '/problems/stale-version' } });
    expect(written()).toBe(before);
  });

  test('and another at the same moment: one wins, the other is told', async () => {
    const answers = await Promise.all([change({ deadline: 60_000 }, 1), change({ deadline: 90_000 }, 1)]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect((await look()).body).toMatchObject({ version: 2, values: { deadline: answers[0]?.status === 200 ? 60_000 : 90_000 } });
    expect((await history()).items).toHaveLength(1);
  });

  test('that comes again under its key is answered again and made once', async () => {
    const answers = [await change({ enabled: false }, 1, { key: 'pause' }), await change({ enabled: false }, 1, { key: 'pause' })];
    expect(answers[1]).toEqual(answers[0]);
    expect((await look()).body.version).toBe(2);
  });

  test('tells the bus in words, once', async () => {
    await change({ enabled: false, bestEffort: { SendWelcomeEmail: false } }, 1, { reason: 'the mail provider is down' });
    await world.settle();
    expect(world.eventsOf('config.changed').map(({ detail }) => detail)).toEqual([expect.objectContaining({
      tenantId: 'demo', aggregateId: 'config-user_registration', aggregateVersion: 1, data: { type: TYPE, version: 2, changed: ['enabled', 'bestEffort.SendWelcomeEmail'], changedBy: await administrator() } })]);
  });

  test('is in the audit with who, when, why, before and after', async () => {
    await change({ enabled: false, bestEffort: { SendWelcomeEmail: false } }, 1, { reason: 'the mail provider is down' });
    expect(world.tables.items('audit').filter(({ action }) => action === 'config.changed')).toEqual([expect.objectContaining({
      tenantId: 'demo', subject: 'config-user_registration', actor: await administrator(), occurredAt: new Date().toISOString(), reason: 'the mail provider is down',
      before: { enabled: true, bestEffort: { SendWelcomeEmail: true } }, after: { enabled: false, bestEffort: { SendWelcomeEmail: false } } })]);
  });

  test('is everything or nothing', async () => {
    const before = written();
    world.tables.interfere = (writes) => {
      if (writes.some(({ table }) => table === 'audit')) throw new Error('the process dies');
    };
    expect(await change({ enabled: false }, 1, { key: null })).toMatchObject({ status: 500 });
    expect(written()).toBe(before);
  });
});

describe('a change that cannot be', () => {
  test('of a limit of the machine is refused with the sum that it would come to', async () => {
    const { body } = await change({ retryAttempts: 5, timeout: 120_000 }, 1);
    expect(body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([['/values/timeout', 'not-changeable'], ['/values/retryAttempts', 'not-changeable']]);
    for (const text of [body.detail, ...(body.errors ?? []).map(({ detail }) => detail)]) {
      expect(text).toContain('6 tries x 9 s + pauses 5 + 10 + 20 + 40 + 80 s + 5 s overhead = 214 s');
      expect(text).toContain('more than the timeout of 120 s');
      expect(text).toContain('changed by a deployment');
    }
  });

  test('of a limit that would fit is refused all the same, and says so in Chinese too', async () => {
    expect(await errorsOf({ retryDelay: 1_000 }, { language: 'zh-CN' })).toEqual([
      { pointer: '/values/retryDelay', code: 'not-changeable', detail: 'retryDelay 属于状态机，只能通过部署更改。按此值，一个用尽重试的步骤需要 4 次尝试 x 9 s + 间隔 1 + 2 + 4 s + 5 s 开销 = 48 s，未超过超时 300 s。' }]);
  });

  test.each([['priority', 'low'], ['parallelTasks', false], ['deadLetterQueue', 'another_dlq']])('of %s says that a deployment changes it', async (name, value) => {
    expect(await errorsOf({ [name]: value })).toEqual([{ pointer: `/values/${name}`, code: 'not-changeable', detail: `${name} is decided when deploying and is changed by a deployment.` }]);
  });

  test('of a step that is none, or none of the best-effort ones, lists those there are', async () => {
    expect(await errorsOf({ bestEffort: { 'Send/Flowers': false, AssignDefaultRole: false } })).toEqual(['Send~1Flowers', 'AssignDefaultRole'].map((step) => expect.objectContaining({
      pointer: `/values/bestEffort/${step}`, code: 'unknown-field', detail: expect.stringContaining('SendWelcomeEmail, UpdateTenantStatistics') as string }) as unknown));
  });

  test('of compensation where nothing can be undone says why', async () => {
    expect(await errorsOf({ compensationEnabled: true }, { type: 'account_activation' })).toEqual([
      { pointer: '/values/compensationEnabled', code: 'not-allowed', detail: expect.stringContaining('No step of account_activation can be undone') as string }]);
    expect(await change({ compensationEnabled: false }, 1, { type: 'account_activation' })).toMatchObject({ status: 200, body: { version: 1 } });
  });

  test.each([[{ deadline: 999 }, '/values/deadline', 'too-small'], [{ deadline: 30 * 86_400_000 + 1 }, '/values/deadline', 'too-big'], [{ deadline: 'soon' }, '/values/deadline', 'wrong-type'],
    [{ enabled: 'no' }, '/values/enabled', 'wrong-type'], [{ speed: 1 }, '/values/speed', 'unknown-field'], [{ retryAttempts: 1e9 }, '/values/retryAttempts', 'too-big'], [{ bestEffort: { SendWelcomeEmail: 0 } }, '/values/bestEffort/SendWelcomeEmail', 'wrong-type']])(
    '%j is refused where it stands', async (values, pointer, code) => {
      expect(await errorsOf(values)).toEqual([expect.objectContaining({ pointer, code })]);
    });

  test('without the version that it was decided on is refused', async () => {
    expect(await ask(changeConfig, {}, { values: { enabled: false } })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/version', code: 'required' }] } });
  });
});

describe('a check of values', () => {
  test.each([[{ retryAttempts: 5, timeout: 120_000 }], [{ priority: 'low' }], [{ bestEffort: { AssignDefaultRole: false } }], [{ deadline: 999 }], [{ retryAttempts: 1e9 }], [{ retryDelay: 0.5, speed: 1 }], [{ timeout: 'long' }]])(
    'of %j answers well, with what the change itself would be refused for', async (values) => {
      const errors = await errorsOf(values, { language: 'zh-CN' });
      expect(await check(values, { language: 'zh-CN' })).toMatchObject({ status: 200, body: { valid: false, errors } });
    });

  test('spells out the sum of the limits that are asked for', async () => {
    expect((await check({ retryAttempts: 5, timeout: 120_000 })).body).toMatchObject({
      arithmetic: { sum: '6 tries x 9 s + pauses 5 + 10 + 20 + 40 + 80 s + 5 s overhead = 214 s', takes: 214_000, timeout: 120_000, fits: false } });
    expect((await check({})).body).toMatchObject({ valid: true, errors: [], arithmetic: { takes: 76_000, timeout: 300_000, fits: true } });
  });

  test('counts with the longest that a step of that process may take', async () => {
    expect((await check({}, { type: 'user_deletion' })).body).toMatchObject({ valid: true, arithmetic: { sum: expect.stringContaining('tries x 61 s') as string, fits: true } });
  });

  test('of what would be taken changes nothing', async () => {
    const before = written();
    expect(await check({ enabled: false, deadline: 60_000, timeout: 300_000 })).toMatchObject({ status: 200, body: { valid: true, errors: [] } });
    expect([written(), (await look()).body.version]).toEqual([before, 1]);
  });

  test('is for whoever may change it', async () => {
    expect(await check({ enabled: false }, { scope: 'platform' })).toMatchObject({ status: 403 });
    expect(await check({ enabled: false }, { type: 'user_registrations' })).toMatchObject({ status: 404 });
  });
});

describe('what may surprise is said', () => {
  test('a deadline below the machine’s time-out is allowed: the reconciler steps in first', async () => {
    expect(await notesAfter({ deadline: 60_000 })).toEqual(["The deadline of 60 s is below the machine's time-out of 300 s, which is allowed: the reconciler steps in before the machine's own time-out."]);
    expect((await look({ language: 'zh-CN' })).body.notes).toEqual(['期限 60 s 短于状态机的超时 300 s（允许）：协调器会在状态机自身超时之前介入。']);
  });

  test('a deadline above it never counts: the machine’s own comes first', async () => {
    expect(await notesAfter({ deadline: 400_000 })).toEqual([expect.stringContaining("the machine's own time-out comes first")]);
  });

  test('a paused process lets events wait, and loses none', async () => {
    expect(await notesAfter({ enabled: false })).toEqual([expect.stringContaining('new events wait and none is lost')]);
  });

  test('who switches compensation or a step off reads what follows', async () => {
    expect(await notesAfter({ compensationEnabled: false, bestEffort: { SendWelcomeEmail: false } })).toEqual([
      expect.stringContaining('parked for an operator'), 'These best-effort steps are skipped: SendWelcomeEmail.']);
  });
});

describe('tenants and the platform', () => {
  test('what one tenant has changed another does not see', async () => {
    const stranger = await anotherTenant('other');
    await change({ enabled: false }, 1);
    expect((await look({ by: stranger })).body).toMatchObject({ version: 1, changedBy: null, values: { enabled: true } });
    expect(await history({}, stranger)).toEqual({ items: [] });
    expect(await change({ deadline: 60_000 }, 1, { by: stranger })).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await look()).body).toMatchObject({ version: 2, values: { enabled: false, deadline: 300_000 } });
  });

  test('the platform’s values are for its administrators only', async () => {
    expect(await look({ scope: 'platform' })).toMatchObject({ status: 403 });
    expect(await change({ enabled: false }, 1, { scope: 'platform' })).toMatchObject({ status: 403 });
    expect(await rollBack(1, 1, { scope: 'platform' })).toMatchObject({ status: 403 });
    expect(await ask(configHistory, { scope: 'platform' })).toMatchObject({ status: 403 });
    expect(await look({ scope: 'universe' })).toMatchObject({ status: 400 });
  });

  test('a value of the platform holds for every tenant that has none of its own, and raises everybody’s version', async () => {
    const operator = await anotherTenant('operators', true);
    await change({ deadline: 60_000 }, 1);
    await world.time.pass(1_000);
    expect(await change({ deadline: 90_000, enabled: false }, 1, { by: operator, scope: 'platform', reason: 'maintenance' })).toMatchObject({ status: 200, body: { version: 2, values: { deadline: 90_000, enabled: false } } });
    expect((await look()).body).toMatchObject({ version: 3, changedBy: 'platform', values: { deadline: 60_000, enabled: false } });
    expect((await look({ by: operator })).body).toMatchObject({ version: 2, values: { deadline: 90_000, enabled: false } });
    expect((await look({ by: operator, scope: 'platform' })).body.changedBy).toMatch(/^usr_/);
    await world.settle();
    expect(world.eventsOf('config.changed').map(({ detail }) => [detail.tenantId, detail.aggregateVersion])).toEqual([['demo', 1], [PLATFORM, 1]]);
    expect(world.tables.items('audit').filter(({ action, tenantId }) => action === 'config.changed' && tenantId === PLATFORM)).toEqual([expect.objectContaining({ reason: 'maintenance' })]);
  });

  test('a change that the platform overtakes is stale, and what the tenant lets go of follows the platform again', async () => {
    const operator = await anotherTenant('operators', true);
    await change({ enabled: false }, 1);
    await change({ enabled: true }, 2);
    await change({ enabled: false }, 1, { by: operator, scope: 'platform' });
    expect(await change({ deadline: 60_000 }, 3)).toMatchObject({ status: 409 });
    expect((await look()).body).toMatchObject({ version: 4, values: { enabled: false } });
    expect((await change({ enabled: true }, 4)).body).toMatchObject({ version: 5, values: { enabled: true } });
  });

  test('a change of the platform between look and write makes a tenant’s change stale', async () => {
    const operator = await anotherTenant('operators', true);
    let overtaken = false;
    world.tables.interfere = async (writes) => {
      if (overtaken || !writes.some((write) => 'check' in write)) return;
      overtaken = true;
      expect(await change({ enabled: false }, 1, { by: operator, scope: 'platform' })).toMatchObject({ status: 200 });
    };
    expect(await change({ deadline: 60_000 }, 1)).toMatchObject({ status: 409 });
    expect((await look()).body).toMatchObject({ version: 2, values: { enabled: false, deadline: 300_000 } });
  });

  test('whoever may not operate processes may neither look nor change', async () => {
    const member = await world.register();
    await world.settle();
    await world.verify(world.tokenOf(member));
    await world.settle();
    const { token: session, write } = newSession(member, new Date());
    await world.store.transact([write]);
    expect((await look({ by: session })).status).toBe(403);
    expect((await change({ enabled: false }, 1, { by: session })).status).toBe(403);
  });
});

describe('the history', () => {
  beforeEach(async () => {
    await change({ enabled: false }, 1, { reason: 'the mail provider is down' });
    await world.time.pass(1_000);
    await change({ enabled: true, deadline: 60_000 }, 2);
  });

  test('tells newest first what it was and what it is, by whom, when and why', async () => {
    const { items } = await history();
    expect(items).toEqual([
      { version: 3, changedBy: await administrator(), changedAt: expect.any(String) as string, before: { enabled: false, deadline: 300_000 }, after: { enabled: true, deadline: 60_000 },
        values: { enabled: true, compensationEnabled: true, deadline: 60_000, bestEffort: { SendWelcomeEmail: true, UpdateTenantStatistics: true } } },
      expect.objectContaining({ version: 2, before: { enabled: true }, after: { enabled: false }, reason: 'the mail provider is down' })]);
  });

  test('comes in pages', async () => {
    const { items, cursor = '' } = await history({ limit: '1' });
    expect(items.map(({ version }) => version)).toEqual([3]);
    expect((await history({ limit: '1', cursor })).items.map(({ version }) => version)).toEqual([2]);
  });

  test('is gone back in: what was set then is set again, as a new version with its reason', async () => {
    expect((await rollBack(3, 2)).body).toMatchObject({ version: 4, values: { enabled: false, deadline: 300_000 } });
    expect((await history()).items[0]).toMatchObject({ version: 4, before: { enabled: true, deadline: 60_000 }, after: { enabled: false, deadline: 300_000 }, reason: 'it was better before' });
    expect(world.tables.items('audit').filter(({ action, reason }) => action === 'config.changed' && reason === 'it was better before')).toHaveLength(1);
  });

  test('is gone back in to its beginning: the process as it was deployed', async () => {
    expect((await rollBack(3, 1)).body).toMatchObject({ version: 4, values: { enabled: true, deadline: 300_000 } });
    expect((await rollBack(4, 3)).body).toMatchObject({ version: 5, values: { deadline: 60_000 } });
  });

  test('is not gone back in from an old version, to one of the future, or without a reason; to where one is, nothing happens', async () => {
    const before = written();
    expect(await rollBack(2, 1)).toMatchObject({ status: 409 });
    expect(await rollBack(3, 4)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/toVersion', code: 'too-big' }] } });
    expect(await ask(rollBackConfig, {}, { version: 3, toVersion: 2 })).toMatchObject({ status: 400 });
    expect((await rollBack(3, 3)).body).toMatchObject({ version: 3 });
    expect(written()).toBe(before);
  });

  test('goes on where the platform has changed something meanwhile', async () => {
    const operator = await anotherTenant('operators', true);
    await change({ compensationEnabled: false }, 1, { by: operator, scope: 'platform' });
    await change({ deadline: 90_000 }, 4);
    expect((await rollBack(5, 4)).body).toMatchObject({ version: 6, values: { deadline: 60_000, compensationEnabled: false } });
  });
});

/** Stands at the end: it reads what all tests above have used. */
test('each of the endpoints was allowed exactly what it needed', () => {
  const own = [getConfig, changeConfig, configHistory, rollBackConfig].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual([]);
});
