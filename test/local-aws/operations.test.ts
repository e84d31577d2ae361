import { DisableRuleCommand, EnableRuleCommand, EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { jest } from '@jest/globals';
import type { ConfigView } from '../../lambdas/api/configuration/routes.ts';
import type { TimelineItem } from '../../lambdas/api/history/routes.ts';
import type { DeadLetterView } from '../../lambdas/api/workflows/routes.ts';
import type { RunView } from '../../lambdas/api/workflows/run-schemas.ts';
import { statisticsDiffer } from '../../lambdas/adapters/run-recount.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import type { Statistics } from '../../lambdas/domain/run-statistics.ts';
import { clientSettings } from '../../local/cdk.ts';
import { eventsOf, executions, leftOfPeople, scan } from '../support/local-aws-contents.ts';
import { replaceStep } from '../support/local-aws-faults.ts';
import { reconcile, sweep, tellEnded } from '../support/local-aws-operations.ts';
import { adminToken, call, deployedPlatform, eventually, mailsTo, type Answer, type DeployedPlatform } from '../support/local-aws-platform.ts';

jest.setTimeout(120_000);

const TYPE = 'user_registration';

let platform: DeployedPlatform;
let token: string;
/** Two people whose event was published while its rule did not work, at the beginning: the sweeper has a patience of a minute. */
let lost: { readonly swept: string; readonly redriven: string };

beforeAll(async () => {
  platform = await deployedPlatform('operations');
  token = await adminToken(platform);
  const mend = await breakRule('user.created');
  lost = { swept: await register('swept'), redriven: await register('redriven') };
  await eventually('the events to be published', async () => ((await Promise.all(Object.values(lost).map(isPublished))).every(Boolean) ? true : undefined));
  await mend();
}, 180_000);
afterAll(() => platform?.stop());

async function register(name: string): Promise<string> {
  const body = { tenantId: 'demo', email: `${name}@example.org`, password: 'a quiet morning by the lake', firstName: 'Mei', lastName: 'Tester' };
  const answer = await call<{ userId: string }>(platform, 'POST', '/auth/register', { body });
  expect(answer.status).toBe(202);
  return answer.body.userId;
}

async function breakRule(event: string): Promise<() => Promise<unknown>> {
  const bridge = new EventBridgeClient(clientSettings(platform.endpoint));
  const { Rules = [] } = await bridge.send(new ListRulesCommand({ EventBusName: platform.eventBusName }));
  const rule = Rules.find(({ EventPattern = '' }) => EventPattern.includes(`"${event}"`));
  const which = { Name: rule?.Name, EventBusName: platform.eventBusName };
  await bridge.send(new DisableRuleCommand(which));
  return () => bridge.send(new EnableRuleCommand(which));
}

const isPublished = async (userId: string): Promise<boolean> =>
  (await scan(platform, 'events')).some(({ type, aggregateId, publishedAt }) => type === 'user.created' && aggregateId === userId && publishedAt !== undefined);

const get = <Body>(path: string): Promise<Answer<Body>> => call<Body>(platform, 'GET', path, { token });
const runsOf = async (userId: string): Promise<readonly RunView[]> => (await get<{ items: RunView[] }>(`/workflows/runs?type=${TYPE}&subject=${userId}`)).body.items;

const reached = (userId: string, status: RunView['status'], withinMs = 30_000): Promise<RunView> => eventually(`the run of ${userId} to be ${status}`, async () => {
  const [run] = await runsOf(userId);
  return run?.status === status ? (await get<RunView>(`/workflows/runs/${run.runId}`)).body : undefined;
}, withinMs);

const operate = (path: string, body: object) => call<{ batchId: string; count: number }>(platform, 'POST', `/workflows/${path}`, { token, body });

async function configure(values: Partial<ConfigView['values']>): Promise<ConfigView> {
  const { body: { version } } = await get<ConfigView>(`/workflows/${TYPE}/config`);
  const { status, body } = await call<ConfigView>(platform, 'PUT', `/workflows/${TYPE}/config`, { token, body: { values, version, reason: 'a test of it' } });
  expect(status).toBe(200);
  return body;
}

const welcomed = ({ steps }: RunView) => steps.find(({ step }) => step === 'SendWelcomeEmail')?.status;
const told = async (runId: string, type: string): Promise<number> => (await eventsOf(platform, runId)).filter((event) => event.type === type).length;
const mails = async (name: string, word: RegExp): Promise<number> => (await mailsTo(platform, `${name}@example.org`)).filter(({ subject }) => word.test(subject)).length;
const leftOf = async (userId: string): Promise<readonly string[]> => (await leftOfPeople(platform)).filter((item) => item.includes(userId));

const sqs = () => new SQSClient(clientSettings(platform.endpoint));
const queueUrl = async (queue: string): Promise<string | undefined> => (await sqs().send(new GetQueueUrlCommand({ QueueName: `bpp-local-${queue}` }))).QueueUrl;
const put = async (queue: string, body: object): Promise<unknown> => sqs().send(new SendMessageCommand({ QueueUrl: await queueUrl(queue), MessageBody: JSON.stringify(body) }));
/** By the passes that come; what one looks at is hidden for some seconds. */
const emptied = (queue: string): Promise<true> => eventually(`${queue} to be empty`, async () => {
  await reconcile(platform);
  const { Attributes = {} } = await sqs().send(new GetQueueAttributesCommand({ QueueUrl: await queueUrl(queue), AttributeNames: ['All'] }));
  return Attributes['ApproximateNumberOfMessages'] === '0' && Attributes['ApproximateNumberOfMessagesNotVisible'] === '0' ? true : undefined;
});
const letters = async (kind: string, query = ''): Promise<readonly DeadLetterView[]> =>
  (await get<{ items: DeadLetterView[] }>(`/workflows/dead-letters${query}`)).body.items.filter((letter) => letter.kind === kind);

describe('what AWS itself put into a queue', () => {
  test('an event that a rule could not hand over is listed, and can be redriven', async () => {
    const [event] = await eventsOf(platform, lost.redriven);
    await put(`${TYPE}_undelivered`, { source: EVENT_SOURCE, 'detail-type': event?.type, detail: event?.detail });
    await reconcile(platform);
    const [letter, ...others] = await letters('undelivered_event');
    expect([letter, others]).toEqual([expect.objectContaining({ type: TYPE, eventId: event?.detail.eventId, redrivable: true }), []]);
    expect((await operate(`dead-letters/${letter?.id}/redrive`, {})).status).toBe(202);
  });

  test('a call that failed is listed for whoever administers the platform, and gone when it is put away with a reason', async () => {
    await put('async_failures', {
      requestContext: { functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:bpp-local-relay:$LATEST', condition: 'RetriesExhausted' }, responsePayload: { errorType: 'InternalException' },
    });
    await reconcile(platform);
    const [letter] = await letters('failed_call', '?tenant=platform');
    expect(letter).toMatchObject({ step: 'bpp-local-relay', errorClass: 'InternalException', redrivable: false });
    expect((await call(platform, 'DELETE', `/workflows/dead-letters/${letter?.id}?tenant=platform`, { token, body: { reason: 'the relay is well again' } })).status).toBe(204);
    expect(await letters('failed_call', '?tenant=platform')).toEqual([]);
    await emptied('async_failures');
  });

  test('a failure that another system tells on the bus waits for whoever administers the platform, without what it says of people; ours does not', async () => {
    const bridge = new EventBridgeClient(clientSettings(platform.endpoint));
    const says = (Source: string, data: object) => ({ EventBusName: platform.eventBusName, Source, DetailType: 'workflow.failed', Detail: JSON.stringify({ data }) });
    await bridge.send(new PutEventsCommand({ Entries: [
      says('com.example.billing', { failureType: 'invoice_failed', email: 'somebody@example.org' }), says('com.example.shop', { email: 'somebody@example.org' }), says(EVENT_SOURCE, { failureType: 'user_registration_failed' })] }));
    const found = await eventually('both to be listed', async () => {
      await reconcile(platform);
      const all = await letters('foreign_failure', '?tenant=platform');
      return all.length >= 2 ? all : undefined;
    });
    expect(new Set(found.map(({ source, errorClass, redrivable }) => `${source} ${errorClass} ${redrivable}`))).toEqual(new Set(['com.example.billing invoice_failed false', 'com.example.shop UnknownFailure false']));
    expect(found).toHaveLength(2);
    expect(JSON.stringify(await scan(platform, 'ledger'))).not.toContain('somebody@example.org');
    for (const { id } of found) expect((await call(platform, 'DELETE', `/workflows/dead-letters/${id}?tenant=platform`, { token, body: { reason: 'they have dealt with it' } })).status).toBe(204);
    await emptied('async_failures');
    expect(await letters('foreign_failure', '?tenant=platform')).toEqual([]);
  });
});

test('a run that hangs past its deadline is found and undone, exactly once, also when AWS tells of it, twice; and its late effect loses', async () => {
  await configure({ deadline: 3_000 });
  const fault = await replaceStep(platform, TYPE, 'CreateUserProfile', { waitMs: 6_500 });
  const userId = await register('hangs');
  const running = await reached(userId, 'RUNNING');
  await eventually('the reconciler to find it', async () => {
    const [first, second] = await Promise.all([reconcile(platform), reconcile(platform)]);
    return first.repairs['timed out'] || second.repairs['timed out'] || (await runsOf(userId))[0]?.status !== 'RUNNING' ? true : undefined;
  });
  const run = await reached(userId, 'COMPENSATED');
  await configure({ deadline: 300_000 });
  await eventually('the late effect to have come', async () => (await fault.calls() > 0 && Date.now() > Date.parse(running.startedAt) + 8_000 ? true : undefined));
  await fault.restore();
  await Promise.all([tellEnded(platform, run.executionArn ?? ''), tellEnded(platform, run.executionArn ?? ''), reconcile(platform)]);
  expect(run.cause).toContain('超过期限');
  expect(await Promise.all(['workflow.timed_out', 'workflow.failed', 'workflow.compensated'].map((type) => told(run.runId, type)))).toEqual([1, 1, 1]);
  expect(await executions(platform, `${TYPE}-compensation`)).toEqual({ SUCCEEDED: 1 });
  expect([await mails('hangs', /未完成/), await leftOf(userId)]).toEqual([1, []]);
});

test('a change of the configuration concerns the next run and not the one that is under way', async () => {
  const fault = await replaceStep(platform, TYPE, 'SendWelcomeEmail', { waitMs: 3_000 });
  const running = await register('under.way');
  await reached(running, 'RUNNING');
  const { version } = await configure({ bestEffort: { SendWelcomeEmail: false } });
  const next = await register('next');
  const [ended, later] = [await reached(running, 'COMPLETED'), await reached(next, 'COMPLETED')];
  await configure({ bestEffort: { SendWelcomeEmail: true } });
  await fault.restore();
  expect([welcomed(ended), welcomed(later), later.configVersion - ended.configVersion, later.configVersion]).toEqual(['DONE', 'SKIPPED', 1, version]);
  expect([await mails('under.way', /欢迎/), await mails('next', /欢迎/)]).toEqual([1, 0]);
});

test('registrations of a paused process wait, and enabling it runs each once, at once', async () => {
  await configure({ enabled: false });
  const names = ['waits.1', 'waits.2', 'waits.3', 'waits.4'];
  const people = await Promise.all(names.map(register));
  const waiting = await Promise.all(people.map((userId) => reached(userId, 'WAITING')));
  await reconcile(platform);
  expect(await Promise.all(names.map((name) => mails(name, /./)))).toEqual([0, 0, 0, 0]);
  await configure({ enabled: true });
  await Promise.all(people.map((userId) => reached(userId, 'COMPLETED')));
  expect(await Promise.all(waiting.map(({ runId }) => told(runId, 'workflow.started')))).toEqual([1, 1, 1, 1]);
  expect(await Promise.all(names.map((name) => mails(name, /./)))).toEqual([2, 2, 2, 2]);
});

test('a registration that is stopped in the middle ends as cancelled, with the reason and with nothing left', async () => {
  const fault = await replaceStep(platform, TYPE, 'CreateUserProfile', { waitMs: 4_000 });
  const userId = await register('stopped');
  const { runId } = await reached(userId, 'RUNNING');
  expect((await operate(`runs/${runId}/stop`, {})).status).toBe(400);
  expect((await operate(`runs/${runId}/stop`, { reason: 'was a test account' })).status).toBe(202);
  const run = await reached(userId, 'CANCELLED');
  await eventually('the late effect to have come', async () => (Date.now() > Date.parse(run.startedAt) + 5_500 ? true : undefined));
  await fault.restore();
  expect([run.cause.includes('was a test account'), await leftOf(userId), await mails('stopped', /未完成/)]).toEqual([true, [], 1]);
  expect((await operate(`runs/${runId}/stop`, { reason: 'was a test account' })).status).toBe(409);
});

describe('what was parked', () => {
  const names = ['parked.1', 'parked.2', 'parked.3', 'parked.4'];
  let parked: readonly RunView[];
  beforeAll(async () => {
    const fault = await replaceStep(platform, TYPE, 'SendWelcomeEmail', { throwFirst: 1_000, error: 'BusinessRefusal' });
    const people = await Promise.all(names.map(register));
    parked = await Promise.all(people.map((userId) => reached(userId, 'COMPLETED_WITH_WARNINGS')));
    await fault.restore();
  });

  test('is taken up with a reason', async () => {
    const [run] = parked as readonly [RunView];
    expect((await operate(`runs/${run.runId}/retry`, { reason: 'mails go out again' })).status).toBe(202);
    await reached(run.subject, 'COMPLETED');
    expect(await mails('parked.1', /欢迎/)).toBe(1);
    const { body } = await get<{ items: { action: string; reason?: string }[] }>(`/audit?subject=${run.subject}`);
    expect(body.items).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'run.resumed', reason: 'mails go out again' })]));
  });

  test('is taken up in bulk: first only said, then done', async () => {
    const wanted = { type: TYPE, status: 'COMPLETED_WITH_WARNINGS', errorClass: 'BusinessRefusal', reason: 'mails go out again' };
    expect((await operate('bulk-retries', { ...wanted, dryRun: true })).body.count).toBe(3);
    expect((await runsOf(parked[1]?.subject ?? '')).map(({ status }) => status)).toEqual(['COMPLETED_WITH_WARNINGS']);
    const { status, body: { batchId } } = await operate('bulk-retries', { ...wanted, dryRun: false });
    expect(status).toBe(202);
    await reconcile(platform);
    await Promise.all(parked.map(({ subject }) => reached(subject, 'COMPLETED')));
    const { body } = await get<{ status: string; totals: Record<string, number>; items: { result: string }[] }>(`/workflows/bulk-retries/${batchId}`);
    expect(body).toMatchObject({ status: 'DONE', items: [{ result: 'RETRIED' }, { result: 'RETRIED' }, { result: 'RETRIED' }] });
    expect(await Promise.all(names.map((name) => mails(name, /欢迎/)))).toEqual([1, 1, 1, 1]);
  });

  test('the events, the audit and the timeline tell of the person', async () => {
    const [{ subject, runId }] = parked as readonly [RunView];
    const events = (await get<{ items: { type: string; publishedAt?: string }[] }>(`/events?aggregateId=${subject}`)).body.items;
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['user.created', 'user.default_role_assigned', 'user.welcome_email_sent', 'user.registration_completed']));
    const ofRun = (await get<{ items: { type: string }[] }>(`/events?aggregateId=${runId}`)).body.items;
    expect(ofRun.map(({ type }) => type)).toEqual(['workflow.completed', 'workflow.completed', 'workflow.started']);
    const timeline = (await get<{ items: TimelineItem[] }>(`/timeline?subject=${subject}`)).body.items;
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).toSorted().toReversed());
    expect(new Set(timeline.map(({ kind }) => kind))).toEqual(new Set(['run_started', 'run_ended', 'event', 'audit']));
  });
});

test('events whose rule lost them are found by the sweeper and have their run, and what rang for one of them rings no more', async () => {
  await eventually('both to be registered', async () => {
    await sweep(platform);
    const runs = (await Promise.all(Object.values(lost).map(runsOf))).flat();
    return runs.length >= 2 && runs.every(({ status }) => status === 'COMPLETED') ? true : undefined;
  }, 90_000);
  expect(await Promise.all(Object.values(lost).map(async (userId) => (await runsOf(userId)).length))).toEqual([1, 1]);
  expect([await mails('swept', /./), await mails('redriven', /./)]).toEqual([2, 2]);
  await emptied(`${TYPE}_undelivered`);
  expect(await letters('undelivered_event')).toEqual([]);
});

test('in the end the statistics add up, and are what a recount gives', async () => {
  const { body } = await get<Statistics & { byType: Record<string, Statistics> }>('/workflows/statistics');
  const { runningWorkflows, completedWorkflows, completedWithWarnings, compensatedWorkflows, failedWorkflows, totalWorkflows } = body;
  const runs = (await scan(platform, 'ledger')).filter(({ sk, tenantId }) => sk === 'RUN' && tenantId === 'demo');
  expect(totalWorkflows).toBe(runs.length);
  expect(completedWorkflows + compensatedWorkflows + failedWorkflows).toBe(totalWorkflows);
  expect([runningWorkflows, completedWithWarnings, compensatedWorkflows, body.byType[TYPE]?.byStatus.CANCELLED]).toEqual([0, 0, 1, 1]);
  expect(await statisticsDiffer(platform.store, 'demo')).toEqual([]);
});
