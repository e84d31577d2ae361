import { World, type HttpAnswer, type HttpCall } from '../support/world.ts';
import { deadLetterKey } from '../../lambdas/adapters/dead-letters.ts';
import { eventKey } from '../../lambdas/adapters/event-store.ts';
import { readAdministrators, type Subject } from '../../lambdas/adapters/identity.ts';
import { readRun, runKey } from '../../lambdas/adapters/run-ledger.ts';
import type { Item, Store, Write } from '../../lambdas/adapters/store.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { permissions } from '../../lambdas/domain/role.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { getBulkRetry, startBulkRetry, stopBulkRetry } from '../../lambdas/api/bulk/routes.ts';
import { listDeadLetters, retryRun } from '../../lambdas/api/workflows/routes.ts';
import { bulkRetryTouches } from '../../lambdas/kit/engine-touches.ts';
import { workOffBatches } from '../../lambdas/operations/bulk-retries.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { named, touched } from '../support/function-host.ts';
import { failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { audited, liveThrough, mailsTo, registeredOnce, registrationOf, unrestIn } from '../support/picture.ts';

/** Many runs that failed for one cause are taken up again together: seen before it is done, in portions, each once. */
const CROWD = 5;
const MINUTE = 60_000;
const reason = 'the mail provider is back';
let world: World;
let token: string;
beforeEach(async () => {
  world = await World.withTenant();
  token = await world.administratorSession();
});
afterEach(() => world.end());

/** What whoever works them off may touch, and what he has touched, over all tests. */
const used = new Set<string>();
const store = (): Store => world.tables.store((table, action) => {
  if (!bulkRetryTouches.tables?.[table]?.includes(action)) throw named('AccessDeniedException', `${table} ${action}`);
  used.add(`${table} ${action}`);
});
const work = (withinMs?: number): Promise<number> => world.time.work(() => workOffBatches({
  store: store(), queues: world.machines.queues,
  executions: {
    startRun: (...start) => { used.add('runs'); return world.machines.startRun(...start); },
    startCompensation: (...start) => { used.add('compensations'); return world.machines.startCompensation(...start); },
  },
}, new Date(), withinMs));
/** A minute later somebody comes for the next portion. */
const nextMinute = async (withinMs?: number): Promise<number> => {
  await world.time.pass(MINUTE);
  const dealtWith = work(withinMs);
  await world.settle();
  return dealtWith;
};

const person = (n: number) => ({ email: `person${n}@example.com`, password: 'a long enough passphrase', firstName: `First${n}`, lastName: `Last${n}` });
/** So many whose welcome mail failed for good. */
const crowd = async (many = CROWD): Promise<readonly Subject[]> => {
  world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'), many);
  const subjects: Subject[] = [];
  for (let n = 0; n < many; n += 1) {
    subjects.push(await world.register(person(n)));
    await world.settle();
    await world.time.pass(1_000);
  }
  return subjects;
};
const welcomed = (subjects: readonly Subject[]): readonly number[] => subjects.map((subject) => mailsTo(world, subject, 'welcome').length);

interface Result { readonly runId: string; readonly result: string; readonly detail?: string; readonly errorClass?: string }
interface Seen { readonly status: string; readonly totals: Readonly<Record<string, number>>; readonly items: readonly Result[]; readonly cursor?: string; readonly nextPortionAt?: string }
const start = (body: object = {}, more: HttpCall = {}): Promise<HttpAnswer> => world.call(startBulkRetry, { token, body: { dryRun: false, reason, ...body }, ...more });
const dryRun = (body: object = {}, more: HttpCall = {}): Promise<HttpAnswer> => start({ dryRun: true, ...body }, more);
const counted = async (body: object): Promise<unknown> => (await dryRun(body)).body['count'];
const begun = async (body: object = {}): Promise<string> => {
  const { status, body: answer } = await start(body);
  expect(status).toBe(202);
  return String(answer['batchId']);
};
const see = async (id: string, more: HttpCall = {}): Promise<Seen> => (await world.call(getBulkRetry, { token, params: { id }, ...more })).body as unknown as Seen;
const stop = (id: string, more: HttpCall = {}): Promise<HttpAnswer> => world.call(stopBulkRetry, { token, params: { id }, body: { reason: 'wrong cause' }, ...more });
const none = { QUEUED: 0, TAKEN: 0, RETRIED: 0, NOT_POSSIBLE: 0, FAILED: 0, STOPPED: 0 };
const itemsOf = (id: string): readonly Item[] => world.tables.items('ledger').filter(({ pk, sk }) => pk.endsWith(`#BATCH#${id}`) && sk.startsWith('ITEM#'));

const otherTenant = async (administersPlatform = false): Promise<string> => {
  await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
    { tenantId: 'other', name: 'Other', admin: { email: 'ada@other.example', password: 'correct horse battery', firstName: 'Ada', lastName: 'Other', language: 'en' }, administersPlatform }, new Date());
  return world.administratorSession('other');
};

describe('a dry run', () => {
  test('says which runs it would be and why they stand where they stand, and writes nothing', async () => {
    const subjects = await crowd();
    const before = world.tables.snapshot();
    const { status, body } = await dryRun();
    expect(status).toBe(200);
    expect(body).toMatchObject({ count: CROWD, more: false });
    expect(body['items']).toEqual(await Promise.all(subjects.map(async (subject) => ({
      runId: (await world.runOf('user_registration', subject)).runId, type: 'user_registration', status: 'COMPLETED_WITH_WARNINGS', subject: subject.userId, startedAt: expect.any(String) as string,
      step: 'SendWelcomeEmail', errorClass: 'BusinessRefusal', cause: expect.stringContaining('SendWelcomeEmail: BusinessRefusal') as string }))));
    expect(world.tables.snapshot()).toEqual(before);
    expect(await nextMinute()).toBe(0);
  });

  test('finds nothing where nothing waits', async () => {
    await liveThrough(world, await world.register());
    expect(await dryRun()).toMatchObject({ status: 200, body: { count: 0, more: false, items: [] } });
  });

  test('tells by process, state and error apart what it is asked for', async () => {
    await crowd(2);
    world.inject('ActivateUser', failsWith('TypeError'));
    await liveThrough(world, await world.register());
    expect(await counted({})).toBe(3);
    expect(await counted({ type: 'user_registration' })).toBe(2);
    expect(await counted({ type: 'account_activation', status: 'PARKED' })).toBe(1);
    expect(await counted({ status: 'COMPLETED_WITH_WARNINGS' })).toBe(2);
    expect(await counted({ status: 'COMPENSATION_FAILED' })).toBe(0);
    expect(await counted({ errorClass: 'TypeError' })).toBe(1);
    expect(await counted({ errorClass: 'Lambda.Unknown' })).toBe(0);
    expect(await counted({ type: 'no_such_process' })).toBe(0);
  });

  test('counts a run with two parked steps once, and none that was undone', async () => {
    for (const step of ['SendWelcomeEmail', 'UpdateTenantStatistics']) world.inject(step, failsWith('BusinessRefusal'));
    await world.register(person(1));
    await world.settle();
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    await world.register(person(2));
    await world.settle();
    expect(await dryRun()).toMatchObject({ body: { count: 1 } });
  });
});

describe('what waits is taken up in portions', () => {
  test('so many a minute, each once, and then it is done', async () => {
    const subjects = await crowd();
    const id = await begun({ perMinute: 2 });
    expect(await see(id)).toMatchObject({ status: 'RUNNING', count: CROWD, perMinute: 2, reason, totals: { ...none, QUEUED: CROWD } });
    expect(welcomed(subjects)).toEqual([0, 0, 0, 0, 0]);
    expect(await nextMinute()).toBe(2);
    expect(welcomed(subjects)).toEqual([1, 1, 0, 0, 0]);
    expect(await work()).toBe(0);
    const between = await see(id);
    expect(between.totals).toEqual({ ...none, QUEUED: 3, RETRIED: 2 });
    expect(Date.parse(between.nextPortionAt ?? '') - Date.now()).toBeLessThanOrEqual(MINUTE);
    expect(await nextMinute()).toBe(2);
    expect(await nextMinute()).toBe(1);
    const end = await see(id);
    expect(end).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: CROWD }, finishedAt: expect.any(String) as string });
    expect(end.nextPortionAt).toBeUndefined();
    expect(await nextMinute()).toBe(0);
    for (const subject of subjects) expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect((await world.call(listDeadLetters, { token })).body['items']).toEqual([]);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('and the audit says who began it and why, and of each run that it was taken up', async () => {
    const subjects = await crowd(2);
    const [admin] = await readAdministrators(world.store, 'demo');
    const id = await begun();
    await nextMinute();
    expect(world.tables.items('audit').filter((item) => item['subject'] === id)).toEqual([expect.objectContaining({ action: 'runs.bulk_retry_started', actor: admin?.userId, reason })]);
    for (const subject of subjects) expect(audited(world, subject, 'run.resumed')).toEqual([expect.objectContaining({ actor: admin?.userId, correlationId: id })]);
    expect(await see(id)).toMatchObject({ by: admin?.userId, selected: {} });
  });

  test('also parked runs and failed compensations, urgent processes first; their messages leave the queues', async () => {
    world.inject('ActivateUser', failsWith('BusinessRefusal'));
    await liveThrough(world, await world.register(person(1)));
    for (const step of ['CreateUserProfile', 'RevokeDefaultRole']) world.inject(step, failsWith('BusinessRefusal'));
    const undone = await world.register(person(2));
    await world.settle();
    expect(world.machines.deadLetters).toHaveLength(2);
    const id = await begun();
    expect(await nextMinute()).toBe(2);
    expect(await see(id)).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: 2 } });
    expect(await world.runOf('user_registration', undone)).toMatchObject({ status: 'COMPENSATED', compensation: 2 });
    expect(world.machines.silenced).toHaveLength(2);
  });

  test('also where their messages cannot be taken out of the queues', async () => {
    await crowd(1);
    world.machines.queues.silence = () => Promise.reject(new Error('the queue is away'));
    const id = await begun();
    expect(await nextMinute()).toBe(1);
    expect(await see(id)).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: 1 } });
    expect(world.log.lines.join('\n')).toContain('stay in their queue');
  });

  test('a run that fails again waits again, and this bulk does not try it twice', async () => {
    const subjects = await crowd(1);
    world.inject('SendWelcomeEmail', failsWith('TypeError'));
    const id = await begun({ perMinute: 600 });
    await nextMinute();
    await nextMinute();
    expect(await see(id)).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: 1 } });
    expect(welcomed(subjects)).toEqual([0]);
    expect(await dryRun()).toMatchObject({ body: { count: 1 } });
  });

  test('with nothing to be taken up it is done with the first look', async () => {
    const id = await begun();
    expect(await see(id)).toMatchObject({ status: 'RUNNING', count: 0 });
    expect(await nextMinute()).toBe(0);
    expect(await see(id)).toMatchObject({ status: 'DONE', items: [] });
  });

  test('whoever has no more time leaves the rest for the next minute', async () => {
    await crowd(3);
    const id = await begun();
    world.tables.interfere = (writes) => (writes.some(isRetry) ? world.time.pause(2_000) : undefined);
    expect(await nextMinute(1_000)).toBe(1);
    expect(await see(id)).toMatchObject({ status: 'RUNNING', totals: { ...none, QUEUED: 2, RETRIED: 1 } });
    world.tables.interfere = () => undefined;
    expect(await nextMinute()).toBe(2);
  });

  test('results come in pages', async () => {
    await crowd();
    const id = await begun();
    const whole = await see(id);
    const first = await see(id, { query: { limit: '2' } });
    const second = await see(id, { query: { limit: '2', cursor: first.cursor ?? '' } });
    const third = await see(id, { query: { limit: '2', cursor: second.cursor ?? '' } });
    expect([...first.items, ...second.items, ...third.items]).toEqual(whole.items);
    expect([whole.cursor, third.cursor]).toEqual([undefined, undefined]);
    expect([first.totals, third.totals]).toEqual([whole.totals, whole.totals]);
    for (const cursor of ['nonsense', Buffer.from('{"from":"-1"}').toString('base64url'), Buffer.from('{}').toString('base64url')])
      expect(await world.call(getBulkRetry, { token, params: { id }, query: { cursor } })).toMatchObject({ status: 400 });
  });
});

const isRetry = (write: Write): boolean => 'update' in write && write.update.sk.startsWith('ITEM#') && write.set?.['status'] === 'RETRIED';

describe('stopped', () => {
  test('nothing more is tried, and it says who stopped it and why', async () => {
    const subjects = await crowd();
    const id = await begun({ perMinute: 2 });
    await nextMinute();
    expect(await stop(id)).toMatchObject({ status: 202, body: { batchId: id, status: 'STOPPED' } });
    const [admin] = await readAdministrators(world.store, 'demo');
    expect(await see(id)).toMatchObject({ status: 'STOPPED', stoppedBy: admin?.userId, stopReason: 'wrong cause', totals: { ...none, RETRIED: 2, STOPPED: 3 } });
    for (let minute = 0; minute < 10; minute += 1) expect(await nextMinute()).toBe(0);
    expect(welcomed(subjects)).toEqual([1, 1, 0, 0, 0]);
    expect(world.tables.items('audit').filter((item) => item['subject'] === id).map(({ action }) => action)).toEqual(['runs.bulk_retry_started', 'runs.bulk_retry_stopped']);
    expect(await stop(id)).toMatchObject({ status: 409 });
    expect(await dryRun()).toMatchObject({ body: { count: 3 } });
  });

  test('at the very moment of a retry: the retry loses', async () => {
    const subjects = await crowd(3);
    const id = await begun();
    let stopped: Promise<HttpAnswer> | undefined;
    world.tables.interfere = async (writes) => {
      if (stopped || !writes.some(isRetry)) return;
      stopped = stop(id);
      await stopped;
    };
    expect(await nextMinute()).toBe(0);
    expect(await stopped).toMatchObject({ status: 202 });
    expect(await see(id)).toMatchObject({ status: 'STOPPED', totals: { ...none, STOPPED: 3 } });
    expect(welcomed(subjects)).toEqual([0, 0, 0]);
  });

  test('once it is done it cannot be', async () => {
    await crowd(1);
    const id = await begun();
    await nextMinute();
    expect(await stop(id)).toMatchObject({ status: 409 });
  });
});

describe('each run is retried once', () => {
  test('when two work at once', async () => {
    const subjects = await crowd();
    const id = await begun();
    await world.time.pass(MINUTE);
    const both = Promise.all([work(), work()]);
    await world.settle();
    expect((await both).toSorted((a, b) => a - b)).toEqual([0, CROWD]);
    expect(welcomed(subjects)).toEqual([1, 1, 1, 1, 1]);
    expect(await see(id)).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: CROWD } });
  });

  test('when one is still at it as the next portion is due', async () => {
    const subjects = await crowd();
    const id = await begun();
    let paused = false;
    world.tables.interfere = async (writes) => {
      if (paused || !writes.some(isRetry)) return;
      paused = true;
      await world.time.pause(MINUTE + 1_000);
    };
    await world.time.pass(MINUTE);
    const slow = work(10 * MINUTE);
    const later = world.time.wait(MINUTE).then(() => work());
    await world.settle();
    expect((await slow) + (await later)).toBe(CROWD);
    expect(welcomed(subjects)).toEqual([1, 1, 1, 1, 1]);
    await nextMinute();
    expect(await see(id)).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: CROWD } });
  });

  test('when two bulks have it', async () => {
    const subjects = await crowd(3);
    const [one, other] = [await begun(), await begun()];
    await nextMinute();
    expect(welcomed(subjects)).toEqual([1, 1, 1]);
    const results = await Promise.all([one, other].map(async (id) => (await see(id)).totals));
    expect(results.map(({ RETRIED = 0 }) => RETRIED).toSorted((a, b) => a - b)).toEqual([0, 3]);
    expect(results.map(({ NOT_POSSIBLE = 0 }) => NOT_POSSIBLE).toSorted((a, b) => a - b)).toEqual([0, 3]);
  });

  test('when whoever had taken it died: after five minutes it is taken again, because nothing was done', async () => {
    const subjects = await crowd(2);
    const id = await begun();
    const [first] = itemsOf(id);
    if (!first) throw new Error('no item');
    world.tables.overwrite('ledger', first, { status: 'TAKEN', takenAt: new Date().toISOString() });
    expect(await nextMinute()).toBe(1);
    expect(await see(id)).toMatchObject({ status: 'RUNNING', totals: { ...none, TAKEN: 1, RETRIED: 1 } });
    for (let minute = 2; minute <= 4; minute += 1) expect(await nextMinute()).toBe(0);
    expect(await nextMinute()).toBe(1);
    expect(welcomed(subjects)).toEqual([1, 1]);
    expect(await see(id)).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: 2 } });
  });

  test('when the machine could not be started: it stands as resumed, and is started by whoever looks after such', async () => {
    await crowd(1);
    world.machines.startsToLose = 1;
    const id = await begun();
    expect(await nextMinute()).toBe(1);
    const { totals, items } = await see(id);
    expect(totals).toEqual({ ...none, RETRIED: 1 });
    const run = await readRun(world.store, items[0]?.runId ?? '');
    expect(run).toMatchObject({ status: 'RUNNING', attempt: 2 });
    expect(run?.executionArn).toBeUndefined();
    expect(world.log.lines.join('\n')).toContain('taken up and not started');
  });
});

describe('what is not possible is said of the run, and holds up no other', () => {
  test('somebody was faster', async () => {
    const subjects = await crowd(3);
    const id = await begun();
    const { runId } = (await see(id)).items[1] ?? { runId: '' };
    expect(await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 202 });
    await world.settle();
    expect(await nextMinute()).toBe(3);
    expect(await see(id)).toMatchObject({ status: 'DONE', totals: { ...none, RETRIED: 2, NOT_POSSIBLE: 1 } });
    expect((await see(id)).items[1]).toMatchObject({ runId, result: 'NOT_POSSIBLE', detail: expect.stringContaining('has moved') as string });
    expect((await see(id, { language: 'zh-CN' })).items[1]?.detail).toContain('状态已发生变化');
    expect(welcomed(subjects)).toEqual([1, 1, 1]);
  });

  test('somebody was faster at the very same moment', async () => {
    await crowd(2);
    const id = await begun();
    let other: Promise<HttpAnswer> | undefined;
    world.tables.interfere = async (writes) => {
      if (other || !writes.some(isRetry)) return;
      other = world.call(retryRun, { token, params: { runId: (await see(id)).items[0]?.runId ?? '' }, body: { reason: 'the cause is mended' } });
      await other;
    };
    expect(await nextMinute()).toBe(2);
    expect(await other).toMatchObject({ status: 202 });
    expect(await see(id)).toMatchObject({ totals: { ...none, RETRIED: 1, NOT_POSSIBLE: 1 } });
  });

  test('its event is no longer kept, or the run itself', async () => {
    await crowd(2);
    const id = await begun();
    const [first, second] = await Promise.all((await see(id)).items.map(({ runId }) => readRun(world.store, runId)));
    if (!first || !second) throw new Error('two runs');
    await world.store.transact([
      { table: 'events', delete: eventKey({ tenantId: 'demo', aggregateId: first.eventAggregate, aggregateVersion: first.eventVersion }) }, { table: 'ledger', delete: runKey(second.runId) }]);
    await nextMinute();
    const { items } = await see(id);
    expect(items.map(({ result }) => result)).toEqual(['NOT_POSSIBLE', 'NOT_POSSIBLE']);
    expect(items.map(({ detail }) => detail)).toEqual([expect.stringContaining('Nothing of the run is left'), expect.stringContaining('no longer kept')]);
  });

  test('an error is named, and the run stands as it was', async () => {
    const subjects = await crowd(2);
    const id = await begun();
    let failing = true;
    world.tables.interfere = (writes) => {
      if (!failing || !writes.some(isRetry)) return;
      failing = false;
      throw new TypeError('nobody expected this');
    };
    expect(await nextMinute()).toBe(2);
    const { totals, items, status } = await see(id);
    expect([status, totals]).toEqual(['DONE', { ...none, FAILED: 1, RETRIED: 1 }]);
    expect(items[0]).toMatchObject({ result: 'FAILED', errorClass: 'TypeError', detail: expect.stringContaining('TypeError') as string });
    expect(welcomed(subjects)).toEqual([0, 1]);
    expect(await dryRun()).toMatchObject({ body: { count: 1 } });
  });
});

describe('begun as a whole or not at all', () => {
  test.each([1, 2])('whoever dies at transaction %d of the preparation has begun nothing; the same request again begins it', async (deadly) => {
    const subjects = await crowd(2);
    let transactions = 0;
    world.tables.interfere = (writes) => {
      if (!writes.some((write) => 'put' in write && write.put.sk.startsWith('ITEM#')) && !writes.some((write) => 'update' in write && write.update.sk === 'BATCH')) return;
      transactions += 1;
      if (transactions === deadly) throw named('Lambda.Unknown');
    };
    expect(await start({}, { key: 'the-same-key' })).toMatchObject({ status: 500 });
    world.tables.interfere = () => undefined;
    expect(await nextMinute()).toBe(0);
    expect(welcomed(subjects)).toEqual([0, 0]);
    expect(await start({}, { key: 'the-same-key' })).toMatchObject({ status: 202, body: { count: 2 } });
    expect(await nextMinute()).toBe(2);
    expect(welcomed(subjects)).toEqual([1, 1]);
  });

  test('asked for twice under one key, also at once, it is begun once', async () => {
    await crowd(2);
    const asked = Promise.all([start({}, { key: 'once' }), start({}, { key: 'once' })]);
    await world.settle();
    const answers = await asked;
    answers.push(await start({}, { key: 'once' }));
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['batchId'])}`)).size).toBe(1);
    expect(await nextMinute()).toBe(2);
    expect(world.tables.items('audit').filter(({ action }) => action === 'runs.bulk_retry_started')).toHaveLength(1);
    expect(await start({ perMinute: 7 }, { key: 'once' })).toMatchObject({ status: 422 });
  });

  test('a thousand at the most: whether there are more is said', async () => {
    await crowd(1);
    const [pattern] = world.tables.items('ledger').filter(({ sk }) => sk === 'RUN');
    const [letter] = world.tables.items('ledger').filter(({ pk }) => pk === deadLetterKey('demo', '').pk);
    if (!pattern || !letter) throw new Error('a run that waits');
    for (let n = 0; n < 1_002; n += 1) {
      world.tables.overwrite('ledger', runKey(`made-up-${n}`), { ...pattern, runId: `made-up-${n}` });
      world.tables.overwrite('ledger', deadLetterKey('demo', `29990101T000000000Z-${n}`), { ...letter, id: `29990101T000000000Z-${n}`, runId: `made-up-${n}` });
    }
    const { body } = await dryRun();
    expect([body['count'], body['more'], (body['items'] as unknown[]).length]).toEqual([1_000, true, 100]);
    const id = await begun({ perMinute: 600 });
    expect(itemsOf(id)).toHaveLength(1_000);
    expect((await see(id)).totals).toEqual({ ...none, QUEUED: 1_000 });
    await stop(id);
  });
});

describe('whose it is', () => {
  test('another tenant finds nothing of it, and takes nothing up', async () => {
    const subjects = await crowd(2);
    const id = await begun();
    const stranger = await otherTenant();
    expect(await dryRun({}, { token: stranger })).toMatchObject({ status: 200, body: { count: 0 } });
    expect(await world.call(getBulkRetry, { token: stranger, params: { id } })).toMatchObject({ status: 404 });
    expect(await stop(id, { token: stranger })).toMatchObject({ status: 404 });
    for (const query of [{ tenant: 'demo' }, { tenant: 'other' }]) {
      expect(await dryRun({}, { token: stranger, query })).toMatchObject({ status: 403 });
      expect(await world.call(getBulkRetry, { token: stranger, params: { id }, query })).toMatchObject({ status: 403 });
      expect(await stop(id, { token: stranger, query })).toMatchObject({ status: 403 });
    }
    expect(await start({}, { token: stranger })).toMatchObject({ status: 202, body: { count: 0 } });
    await nextMinute();
    expect(welcomed(subjects)).toEqual([1, 1]);
  });

  test('a platform administrator does it for the tenant that he names', async () => {
    const subjects = await crowd(2);
    const platform = await otherTenant(true);
    const query = { tenant: 'demo' };
    const { status, body } = await start({ perMinute: 1 }, { token: platform, query });
    expect([status, body['count']]).toEqual([202, 2]);
    expect(body['statusUrl']).toMatch(/\/workflows\/bulk-retries\/bulk_[\w-]+\?tenant=demo$/);
    await nextMinute();
    const id = String(body['batchId']);
    expect(await see(id)).toMatchObject({ totals: { ...none, RETRIED: 1, QUEUED: 1 } });
    expect(await stop(id, { token: platform, query })).toMatchObject({ status: 202 });
    expect(welcomed(subjects)).toEqual([1, 0]);
  });

  test('whoever may only look may only look', async () => {
    await crowd(1);
    const id = await begun();
    const [admin] = await readAdministrators(world.store, 'demo');
    if (!admin) throw new Error('no administrator');
    world.hold(admin, permissions.filter((each) => each !== 'workflows:manage'));
    expect([(await dryRun()).status, (await start()).status, (await stop(id)).status]).toEqual([403, 403, 403]);
    expect(await see(id)).toMatchObject({ status: 'RUNNING' });
    expect(await world.call(startBulkRetry, { body: { dryRun: true, reason } })).toMatchObject({ status: 401 });
  });

  test.each<[string, object]>([
    ['without a reason', { reason: '  ' }], ['too slow', { perMinute: 0 }], ['too fast', { perMinute: 601 }], ['by halves', { perMinute: 1.5 }], ['of no state', { status: 'COMPLETED' }],
    ['of an error with spaces', { errorClass: 'a b' }], ['of a hostile process', { type: 'x#RUN' }], ['of somebody else', { tenantId: 'other' }], ['perhaps', { dryRun: 'no' }]])('what is asked for %s is refused', async (_, body) => {
    const before = world.tables.snapshot();
    expect(await start(body)).toMatchObject({ status: 400 });
    expect(world.tables.snapshot()).toEqual(before);
  });

  test.each(['a#b', 'x'.repeat(65), '../demo'])('an id like %j is refused', async (id) => {
    expect(await world.call(getBulkRetry, { token, params: { id } })).toMatchObject({ status: 400 });
    expect(await stop(id)).toMatchObject({ status: 400 });
  });
});

/** Stands at the end: it reads what all tests above have used. */
test('the endpoints and whoever works it off were allowed exactly what they needed', () => {
  const own = [startBulkRetry, getBulkRetry, stopBulkRetry].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used: needed }]) => [...declared].filter((grant) => !needed.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual([]);
  expect([...used].toSorted()).toEqual([...Object.entries(bulkRetryTouches.tables ?? {}).flatMap(([table, actions]) => actions.map((action) => `${table} ${action}`)), 'compensations', 'runs'].toSorted());
});
