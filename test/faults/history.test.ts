import { World, type HttpAnswer } from '../support/world.ts';
import { audited } from '../../lambdas/adapters/audit.ts';
import { deadLetterOpened } from '../../lambdas/adapters/dead-letters.ts';
import { appended } from '../../lambdas/adapters/event-store.ts';
import { readAdministrators, type Subject } from '../../lambdas/adapters/identity.ts';
import { runKey, runsOfSubject } from '../../lambdas/adapters/run-ledger.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { newUserId } from '../../lambdas/domain/identifier.ts';
import { permissions, type Permission } from '../../lambdas/domain/role.ts';
import { PLATFORM } from '../../lambdas/domain/tenant.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { getTimeline, listAudit, listEvents } from '../../lambdas/api/history/routes.ts';
import { deleteDeadLetter, getRun, listDeadLetters, listRuns, redriveDeadLetter, retryRun } from '../../lambdas/api/workflows/routes.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { touched } from '../support/function-host.ts';
import { failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { liveThrough, mailsTo } from '../support/picture.ts';

/** What happened can be read, by whoever may, and by nobody else. */
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  token = await world.administratorSession();
});
afterEach(() => world.end());

type Listed = readonly Readonly<Record<string, unknown>>[];
const itemsOf = ({ body }: HttpAnswer): Listed => body['items'] as Listed;
const ask = (route: Route, query: Record<string, string>, as = token): Promise<HttpAnswer> => world.call(route, { token: as, query });
const read = async (route: Route, query: Record<string, string>, as = token): Promise<Listed> => {
  const answer = await ask(route, query, as);
  expect(answer.status).toBe(200);
  return itemsOf(answer);
};
const readInPages = async (route: Route, query: Record<string, string>, limit: number): Promise<Listed> => {
  const all: Readonly<Record<string, unknown>>[] = [];
  let cursor: unknown;
  do {
    const { status, body } = await ask(route, { ...query, limit: String(limit), ...(typeof cursor === 'string' && { cursor }) });
    expect(status).toBe(200);
    expect((body['items'] as Listed).length).toBeLessThanOrEqual(limit);
    all.push(...body['items'] as Listed);
    ({ cursor } = body);
  } while (cursor !== undefined);
  return all;
};

const moment = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n);
const identity = ({ kind, runId, eventId }: Readonly<Record<string, unknown>>): string => [kind, runId, eventId].join(' ');

const otherTenant = async (more: { readonly administersPlatform?: boolean } = {}): Promise<string> => {
  await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
    { tenantId: 'other', name: 'Other', admin: { email: 'ada@other.example', password: 'correct horse battery', firstName: 'Ada', lastName: 'Other', language: 'en' }, ...more }, new Date());
  return world.administratorSession('other');
};
const platformAdministrator = (): Promise<string> => otherTenant({ administersPlatform: true });
/** The administrator of the tenant, for as long as he has these rights only. */
const withOnly = async (...left: readonly Permission[]): Promise<void> => {
  const [admin] = await readAdministrators(world.store, 'demo');
  if (!admin) throw new Error('no administrator');
  world.hold(admin, left);
};

const about = {
  events: { route: listEvents, name: 'aggregateId' }, audit: { route: listAudit, name: 'subject' }, timeline: { route: getTimeline, name: 'subject' },
} as const;
const histories = Object.entries(about).map(([what, { route, name }]) => [what, route, name] as const);

describe('the events of one aggregate', () => {
  beforeEach(() => liveThrough(world, subject));

  test('are listed whole, newest version first, and say when they were published', async () => {
    const events = await read(listEvents, { aggregateId: subject.userId });
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['user.created', 'user.email_verified', 'user.activated']));
    const versions = events.map(({ aggregateVersion }) => Number(aggregateVersion));
    expect(versions).toEqual(versions.toSorted((a, b) => b - a));
    expect(events.at(-1)).toEqual({
      type: 'user.created', eventId: expect.any(String), schemaVersion: 1, tenantId: 'demo', aggregateId: subject.userId, aggregateVersion: 1,
      correlationId: expect.any(String), causationId: expect.any(String), occurredAt: expect.any(String), data: { userId: subject.userId }, publishedAt: expect.any(String) });
    for (const event of events) expect(world.bus.events.map(({ detail }) => detail.eventId)).toContain(event['eventId']);
  });

  test('are those of a run as well, whose id is longer than others', async () => {
    const { runId } = await world.runOf('user_registration', subject);
    expect((await read(listEvents, { aggregateId: runId })).map(({ type }) => type)).toEqual(['workflow.completed', 'workflow.started']);
    const long = 'x'.repeat(128);
    await world.store.transact([appended({ type: 'config.changed', starts: false, detail: {
      eventId: 'e-1', schemaVersion: 1, tenantId: 'demo', aggregateId: long, aggregateVersion: 1, correlationId: 'c', causationId: 'c', depth: 0, occurredAt: new Date().toISOString(), data: {} } })]);
    expect(await read(listEvents, { aggregateId: long })).toHaveLength(1);
  });

  test('leave out what nobody can read; that is a dead letter', async () => {
    const before = await read(listEvents, { aggregateId: subject.userId });
    world.tables.overwrite('events', { pk: `TENANT#demo#AGGREGATE#${subject.userId}`, sk: 'V#000000000900' }, { type: 'user.activated' });
    expect(await read(listEvents, { aggregateId: subject.userId })).toEqual(before);
  });
});

describe('the audit of one subject', () => {
  test('says who did what and when, newest first, and keeps what is sealed', async () => {
    await liveThrough(world, subject);
    const entries = await read(listAudit, { subject: subject.userId });
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['registration.accepted', 'registration.recorded', 'email.verified', 'account.activated']));
    const times = entries.map(({ occurredAt }) => String(occurredAt));
    expect(times).toEqual(times.toSorted().toReversed());
    const sealed = world.tables.items('audit').filter((item) => item['subject'] === subject.userId && 'evidence' in item);
    expect(sealed.length).toBeGreaterThan(0);
    expect(JSON.stringify(entries)).not.toContain('evidence');
    for (const { evidence } of sealed) expect(JSON.stringify(entries)).not.toContain(JSON.stringify(evidence));
  });

  test('says why, and what really happened, where a person decided', async () => {
    await world.store.transact([audited(subject, {
      action: 'run.undo_skipped', actor: 'usr_1', correlationId: 'c', runId: 'run-1', outcomes: [{ step: 'RemoveUserProfile', status: 'SKIPPED' }], reason: 'repaired by hand', now: new Date(Date.now() + 1_000) })]);
    expect((await read(listAudit, { subject: subject.userId, limit: '1' }))[0]).toEqual({
      action: 'run.undo_skipped', actor: 'usr_1', correlationId: 'c', runId: 'run-1', outcomes: [{ step: 'RemoveUserProfile', status: 'SKIPPED' }], reason: 'repaired by hand', occurredAt: expect.any(String) });
  });

  test('shows of a changed configuration how it was and how it is', async () => {
    const at = new Date().toISOString();
    world.tables.overwrite('audit', { pk: 'TENANT#demo#SUBJECT#config-user_registration', sk: `${at}#1` }, {
      action: 'config.changed', actor: 'usr_1', correlationId: 'c', occurredAt: at, before: { enabled: true }, after: { enabled: false } });
    expect(await read(listAudit, { subject: 'config-user_registration' })).toEqual([expect.objectContaining({ before: { enabled: true }, after: { enabled: false } })]);
  });

  test('exists for an invitation too', async () => {
    const { body } = await world.call(createInvitation, { token, body: { email: 'invited@example.com' } });
    expect(await read(listAudit, { subject: String(body['invitationId']) })).toEqual([expect.objectContaining({ action: 'invitation.created' })]);
  });
});

describe('the timeline of one subject', () => {
  interface Shown { readonly at: string; readonly kind: string; readonly title: string; readonly runId?: string; readonly eventId?: string; readonly actor?: string; readonly reason?: string }
  const timeline = async (query: Record<string, string> = {}, about_ = subject.userId): Promise<readonly Shown[]> => await read(getTimeline, { subject: about_, ...query }) as unknown as readonly Shown[];
  const ends = async (): Promise<readonly Shown[]> => (await timeline()).filter((each) => each.kind === 'run_ended');

  test('tells of every process, every event and every deed, newest first', async () => {
    await liveThrough(world, subject);
    const shown = await timeline();
    const times = shown.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    const of = (kind: string): readonly Shown[] => shown.filter((each) => each.kind === kind);
    expect(new Set(of('event').map(({ eventId }) => eventId))).toEqual(new Set((await read(listEvents, { aggregateId: subject.userId })).map(({ eventId }) => eventId)));
    expect(of('audit').map(({ at }) => at)).toEqual((await read(listAudit, { subject: subject.userId })).map(({ occurredAt }) => occurredAt));
    for (const type of ['user_registration', 'account_activation']) {
      const { runId, startedAt, finishedAt } = await world.runOf(type, subject);
      expect(shown).toContainEqual({ at: startedAt, kind: 'run_started', title: `A run of ${type} began.`, runId, type });
      expect(shown).toContainEqual({ at: finishedAt, kind: 'run_ended', title: `A run of ${type} ended. Every step is done.`, runId, type, status: 'COMPLETED' });
    }
  });

  test('speaks the language of whoever reads it', async () => {
    await liveThrough(world, subject);
    const { body } = await world.call(getTimeline, { token, query: { subject: subject.userId }, language: 'zh-CN' });
    const titles = (body['items'] as readonly Shown[]).filter(({ kind }) => kind !== 'event').map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['账户已激活。', 'user_registration 的执行已结束：所有步骤均已完成。']));
    for (const title of titles) expect(title).toMatch(/[\u4e00-\u9fff]/);
  });

  test('shows a run by its end once it has one, and no more when it was taken up again', async () => {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await world.settle();
    const { runId } = await world.runOf('user_registration', subject);
    expect(await ends()).toEqual([expect.objectContaining({ runId, status: 'COMPLETED_WITH_WARNINGS' })]);
    await world.store.transact([{ table: 'ledger', update: runKey(runId), set: { status: 'RUNNING' }, remove: ['finishedAt'] }]);
    expect(await ends()).toEqual([]);
  });

  test('says who decided what, and why; what is not known by a sentence is told by its name', async () => {
    await world.store.transact([audited(subject, { action: 'dead_letter.closed', actor: 'usr_1', correlationId: 'c', runId: 'run-1', reason: 'nobody needs it', now: new Date() })]);
    expect(await timeline()).toContainEqual(expect.objectContaining({ kind: 'audit', action: 'dead_letter.closed', actor: 'usr_1', reason: 'nobody needs it', runId: 'run-1', title: 'A dead letter was marked handled, with a reason.' }));
    world.tables.overwrite('audit', { pk: `TENANT#demo#SUBJECT#${subject.userId}`, sk: '1999-01-01T00:00:00.000Z#1' }, { action: 'of.old', actor: 'system', correlationId: 'c', occurredAt: '1999-01-01T00:00:00.000Z' });
    expect((await timeline()).at(-1)).toMatchObject({ title: 'of.old' });
  });

  describe('of somebody with many things, many of them at the same moment', () => {
    const RUNS = 110;
    const somebody = 'usr_with_a_past';
    /** Versions stand in another order than time, runs end in another than they begin, and all of it meets at few moments. */
    beforeEach(async () => {
      await world.settle();
      const pattern = world.tables.items('ledger').find(({ sk }) => sk === 'RUN');
      for (let n = 0; n < RUNS; n += 1) {
        const [startedAt, finishedAt] = [moment(n % 5).toISOString(), moment(n % 5 + (n * 7) % 11).toISOString()];
        world.tables.overwrite('ledger', runKey(`run-${n}`), { ...pattern, runId: `run-${n}`, subject: somebody, startedAt, ...(n % 10 > 0 && { finishedAt }) });
        if (n % 10 === 0) await world.store.transact([{ table: 'ledger', update: runKey(`run-${n}`), remove: ['finishedAt'] }]);
        world.tables.overwrite('ledger', { pk: runsOfSubject('demo', somebody), sk: `RUN#${startedAt}#run-${n}` }, { runId: `run-${n}`, type: 'user_registration' });
        await world.store.transact([
          audited({ tenantId: 'demo', userId: somebody }, { action: 'session.started', actor: somebody, correlationId: `c-${n}`, runId: `audit-${n}`, now: moment(n % 13) }),
          appended({ type: 'user.activated', starts: false, detail: {
            eventId: `event-${n}`, schemaVersion: 1, tenantId: 'demo', aggregateId: somebody, aggregateVersion: n + 1, correlationId: 'c', causationId: 'c', depth: 0,
            occurredAt: moment((n * 5) % 12).toISOString(), data: { userId: somebody } } })]);
      }
      await world.settle();
    });

    const expected: readonly string[] = Array.from({ length: RUNS }, (_, n) => [`run_started run-${n} `, ...(n % 10 > 0 ? [`run_ended run-${n} `] : []), `audit audit-${n} `, `event  event-${n}`]).flat();

    test.each([1, 2, 7, 64, 100])('comes in pages of %d: everything once, nothing lost, newest first', async (limit) => {
      const all = await readInPages(getTimeline, { subject: somebody }, limit);
      expect(all.map(identity).toSorted()).toEqual(expected.toSorted());
      const times = all.map(({ at }) => String(at));
      expect(times).toEqual(times.toSorted().toReversed());
    });

    test('goes on where it was, whatever happens meanwhile', async () => {
      const seen: string[] = [];
      let cursor: unknown;
      for (let page = 0; page === 0 || cursor !== undefined; page += 1) {
        const { body } = await ask(getTimeline, { subject: somebody, limit: '40', ...(typeof cursor === 'string' && { cursor }) });
        seen.push(...(body['items'] as Listed).map(identity));
        ({ cursor } = body);
        await world.store.transact([audited({ tenantId: 'demo', userId: somebody }, { action: 'session.ended', actor: somebody, correlationId: 'c', runId: `later-${page}`, now: new Date() })]);
      }
      expect(seen.toSorted()).toEqual(expected.toSorted());
    });

    test.each([
      { at: '2026-01-01T00:00:00.000Z', kind: 'audit' }, { at: 'yesterday', kind: 'audit', id: 'x' }, { at: '2026-01-01T00:00:00.000Z', kind: 'other', id: 'x' },
      { at: '2026-01-01T00:00:00.000Z', kind: 'audit', id: 'x'.repeat(1_100) }, { at: '2026-01-01T00:00:00.000Z', kind: 'audit', id: 'x', pk: 'TENANT#other' }])('does not go on from a place that is none: %j', async (place) => {
      expect(await ask(getTimeline, { subject: somebody, cursor: Buffer.from(JSON.stringify(place)).toString('base64url') })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
    });
  });
});

describe.each(histories)('the %s', (_, route, name) => {
  test.each([1, 2, 3, 100])('come in pages of %d: each once, in order', async (limit) => {
    await liveThrough(world, subject);
    const whole = await read(route, { [name]: subject.userId });
    expect(whole.length).toBeGreaterThan(3);
    expect(await readInPages(route, { [name]: subject.userId }, limit)).toEqual(whole);
  });

  test.each(['a#b', 'x#V#000000000001', '../demo', '', 'a b', 'x'.repeat(129), 'demo#AGGREGATE#x', '*', '{"S":"x"}', 'ä', 'a\u0000b', '%23'])('of %j cannot be asked for', async (hostile) => {
    expect(await ask(route, { [name]: hostile })).toMatchObject({ status: 400, body: { errors: [{ pointer: `/${name}` }] } });
  });

  test('cannot be asked for without saying of what, nor with what is not known', async () => {
    expect(await ask(route, {})).toMatchObject({ status: 400, body: { errors: [{ pointer: `/${name}`, code: 'required' }] } });
    expect(await ask(route, { [name]: 'x', tenantId: 'demo' })).toMatchObject({ status: 400 });
    for (const limit of ['0', '101', 'many']) expect(await ask(route, { [name]: 'x', limit })).toMatchObject({ status: 400 });
  });

  test('are not gone through with a cursor of something else', async () => {
    await liveThrough(world, subject);
    const { body: { cursor } } = await ask(route, { [name]: subject.userId, limit: '1' });
    // A place in a timeline is a moment, and says nothing of whose.
    const elsewhere = await ask(route, { [name]: 'somebody-else', cursor: String(cursor) });
    expect([elsewhere.status, elsewhere.body['items']]).toEqual(route === getTimeline ? [200, []] : [400, undefined]);
    for (const forged of ['nonsense', Buffer.from('{"pk":"x"}').toString('base64url'), Buffer.from('[]').toString('base64url')])
      expect(await ask(route, { [name]: subject.userId, cursor: forged })).toMatchObject({ status: 400 });
  });

  test('of another tenant look as if there were none', async () => {
    await liveThrough(world, subject);
    const stranger = await otherTenant();
    expect(await ask(route, { [name]: subject.userId }, stranger)).toEqual(await ask(route, { [name]: newUserId() }, stranger));
    expect(await read(route, { [name]: subject.userId }, stranger)).toEqual([]);
  });

  test('are for whoever holds the permission', async () => {
    for (const needed of [route.access].flat()) {
      await withOnly(...permissions.filter((each) => each !== needed));
      expect(await ask(route, { [name]: subject.userId })).toMatchObject({ status: 403 });
    }
    await withOnly(...permissions.filter((each) => [route.access].flat().some((needed) => needed === each)));
    expect(await ask(route, { [name]: subject.userId })).toMatchObject({ status: 200 });
    expect(await world.call(route, { query: { [name]: subject.userId } })).toMatchObject({ status: 401 });
  });
});

describe('somebody else’s tenant', () => {
  const lists: readonly (readonly [string, Route, Record<string, string>])[] = [
    ['runs', listRuns, {}], ['dead letters', listDeadLetters, {}], ['events', listEvents, { aggregateId: 'x' }], ['audit', listAudit, { subject: 'x' }], ['timeline', getTimeline, { subject: 'x' }]];

  test.each(lists)('can be named by nobody but a platform administrator: %s', async (_, route, query) => {
    for (const tenant of ['other', 'demo', PLATFORM, 'nobody']) expect(await ask(route, { ...query, tenant })).toMatchObject({ status: 403 });
    expect(await ask(route, { ...query, tenant: 'a#b' })).toMatchObject({ status: 400 });
    expect(await ask(route, { ...query, tenant: 'demo' }, await platformAdministrator())).toMatchObject({ status: 200 });
  });

  test('is read by a platform administrator, who has his own where he names none', async () => {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
    const platform = await platformAdministrator();
    for (const [route, query] of [[listRuns, {}], [listDeadLetters, {}], [listEvents, { aggregateId: subject.userId }], [listAudit, { subject: subject.userId }], [getTimeline, { subject: subject.userId }]] as const) {
      expect(await read(route, query, platform)).toEqual([]);
      const seen = await read(route, { ...query, tenant: 'demo' }, platform);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen).toEqual(await read(route, query));
    }
  });

  test('is operated by a platform administrator: he reads a run, and takes it up again', async () => {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
    const platform = await platformAdministrator();
    const { runId } = await world.runOf('user_registration', subject);
    expect(await world.call(getRun, { token: platform, params: { runId } })).toMatchObject({ status: 200, body: { runId, tenantId: 'demo', allowedActions: ['retry'] } });
    expect(await world.call(retryRun, { token: platform, params: { runId }, body: { reason: 'the cause is mended' } })).toMatchObject({ status: 202 });
    await world.settle();
    expect(mailsTo(world, subject, 'welcome')).toHaveLength(1);
  });

  test('has dead letters that a platform administrator finds under its name only', async () => {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'), 2);
    await liveThrough(world, subject);
    const platform = await platformAdministrator();
    const [letter] = await read(listDeadLetters, { tenant: 'demo' }, platform);
    const params = { id: String(letter?.['id']) };
    expect(await world.call(redriveDeadLetter, { token: platform, params })).toMatchObject({ status: 404 });
    expect(await world.call(redriveDeadLetter, { token, params, query: { tenant: 'demo' } })).toMatchObject({ status: 403 });
    expect(await world.call(redriveDeadLetter, { token: platform, params, query: { tenant: 'demo' } })).toMatchObject({ status: 202 });
    await world.settle();
    expect(await world.call(deleteDeadLetter, { token: platform, params, query: { tenant: 'demo' }, body: { reason: 'nobody needs it' } })).toMatchObject({ status: 204 });
    expect(await read(listDeadLetters, {})).toEqual([]);
  });

  test('is not there for anybody else: a run of it answers as one that does not exist', async () => {
    await liveThrough(world, subject);
    const { runId } = await world.runOf('user_registration', subject);
    const stranger = await otherTenant();
    const [foreign, absent] = await Promise.all([runId, `${runId.slice(0, -4)}0000`].map(async (each) => {
      const { status, text } = await world.exchange(getRun, { token: stranger, params: { runId: each } });
      return `${status} ${text.replace(/"requestId":"[^"]+"/, '')}`;
    }));
    expect(foreign).toBe(absent);
    expect(foreign).toMatch(/^404 /);
  });
});

describe('what belongs to no tenant', () => {
  test('stands under a name that no tenant may have', async () => {
    const before = world.tables.snapshot();
    await expect(createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
      { tenantId: PLATFORM, name: 'Mine', admin: { email: 'ada@other.example', password: 'correct horse battery', firstName: 'Ada', lastName: 'Other', language: 'en' } }, new Date())).rejects.toThrow('no tenant may be called platform');
    expect(world.tables.snapshot()).toEqual(before);
  });

  test('is listed for a platform administrator, and an event without a tenant is among it', async () => {
    await world.store.transact([deadLetterOpened({ id: '20260302T080000000Z-0000', kind: 'poison_event', tenantId: PLATFORM, since: new Date().toISOString() })]);
    world.tables.overwrite('events', { pk: 'nobody', sk: 'V#000000000001' }, { pendingShard: 'pending#3', occurredAt: new Date().toISOString(), type: 'user.activated' });
    await world.settle();
    const platform = await platformAdministrator();
    expect(await read(listDeadLetters, { tenant: PLATFORM }, platform)).toHaveLength(2);
    expect(await read(listDeadLetters, {}, platform)).toEqual([]);
  });
});

/** Stands at the end: it reads what all tests above have used. */
test('each of the endpoints was allowed exactly what it needed', () => {
  const own = [listEvents, listAudit, getTimeline, getRun, listRuns].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  // Nobody has acted on a run here; who is quoted from the audit stands in operators-words.test.ts.
  expect(unused.toSorted()).toEqual(['get-run.ts index.handler: audit', 'list-runs.ts index.handler: audit', 'list-runs.ts index.handler: ledger'].map((each) => `lambdas/api/workflows/${each} BatchGetItem`));
});
