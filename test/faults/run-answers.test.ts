import type { Subject } from '../../lambdas/adapters/identity.ts';
import { getRun, listProcesses, listRuns } from '../../lambdas/api/workflows/routes.ts';
import type { RunSummary, RunView } from '../../lambdas/api/workflows/run-schemas.ts';
import { runOpened } from '../../lambdas/adapters/run-transitions.ts';
import { createApiKey } from '../../lambdas/api/me/routes.ts';
import { failsWith } from '../support/injections.ts';
import { liveThrough } from '../support/picture.ts';
import { TENANT, World } from '../support/world.ts';

/** Whoever looks at a run finds why it is where it is, what comes next, who must act and what he may do himself. */
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  token = await world.administratorSession();
});
afterEach(() => world.end());

const listed = async (query: Record<string, string>): Promise<readonly RunSummary[]> => {
  const { status, body } = await world.call(listRuns, { token: await world.administratorSession(), query });
  expect(status).toBe(200);
  return body['items'] as RunSummary[];
};
const runOf = async (type: string, language = 'en'): Promise<RunView> => {
  const { runId } = await world.runOf(type, subject);
  return (await world.call(getRun, { token: await world.administratorSession(), params: { runId }, language })).body as unknown as RunView;
};
const stepOf = ({ steps }: RunView, name: string) => steps.find(({ step }) => step === name);

describe('the list', () => {
  test('finds what needs a person, and loses it when it was given up', async () => {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
    expect(await listed({ view: 'needs_a_person' })).toEqual([expect.objectContaining({
      type: 'user_registration', status: 'COMPLETED_WITH_WARNINGS', failedStep: 'SendWelcomeEmail', errorClass: 'BusinessRefusal', cause: expect.stringContaining('SendWelcomeEmail: BusinessRefusal'),
    })]);
    expect(await listed({ view: 'needs_a_person', errorClass: 'BusinessRefusal' })).toHaveLength(1);
    expect(await listed({ view: 'needs_a_person', status: 'PARKED' })).toEqual([]);
    expect(await listed({ view: 'needs_a_person', errorClass: 'TransientFailure' })).toEqual([]);
    expect(await listed({ view: 'failed' })).toEqual([]);
  });

  test('finds what failed and for what, by the time at which it ended', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    await world.settle();
    const [failed] = await listed({ view: 'failed' });
    expect(failed).toMatchObject({ status: 'COMPENSATED', failedStep: 'CreateUserProfile', errorClass: 'BusinessRefusal', changedAt: failed?.finishedAt, cause: expect.stringContaining('CreateUserProfile') });
    const ended = failed?.finishedAt ?? '';
    const later = new Date(Date.parse(ended) + 1).toISOString();
    expect(await listed({ status: 'COMPENSATED', from: ended, to: ended, step: 'CreateUserProfile', errorClass: 'BusinessRefusal' })).toHaveLength(1);
    expect(await listed({ status: 'COMPENSATED', from: later })).toEqual([]);
    expect(await listed({ status: 'COMPENSATED,PARKED', type: 'account_activation' })).toEqual([]);
  });

  test('tells of what is in flight which step is tried again, how often it was and may be', async () => {
    world.mailbox.failNext(['certainly not sent', 'certainly not sent'], ({ mail }) => mail.subject.includes('Welcome'));
    const seen: (readonly RunSummary[])[] = [];
    let calls = 0;
    world.inject('SendWelcomeEmail', async (proceed) => {
      calls += 1;
      if (calls === 3) seen.push(await listed({ view: 'not_progressing' }));
      return proceed();
    }, 3);
    await world.settle();
    const expected = [expect.objectContaining({ status: 'RUNNING', current: [{ step: 'SendWelcomeEmail', attempt: 2, of: 4, retrying: true, error: expect.objectContaining({ name: 'TransientFailure' }) }] })];
    expect(seen).toEqual([expected]);
    expect(await listed({ view: 'in_flight' })).toEqual([]);
  });

  test('refuses what no list can have', async () => {
    for (const [name, value] of [['status', 'PARKED,NOWHERE'], ['view', 'everything'], ['from', 'yesterday'], ['order', 'random']] as const)
      expect((await world.call(listRuns, { token, query: { [name]: value } })).status).toBe(400);
  });

  test('a rare state among thousands of runs costs few requests', async () => {
    for (let nth = 0; nth < 2_000; nth += 1) await world.store.transact(runOpened({
      runId: `user_registration-n${nth}`, type: 'user_registration', status: nth === 7 ? 'PARKED' : 'COMPLETED', tenantId: TENANT, subject: `usr_${nth}`, eventId: `n${nth}`,
      eventAggregate: `usr_${nth}`, eventVersion: 1, correlationId: 'c', configVersion: 1, attempt: 1, version: 1, versionBase: 1, depth: 0, startedAt: new Date(Date.now() + nth).toISOString(),
    }));
    const before = world.tables.requests;
    expect((await listed({ status: 'PARKED,TIMED_OUT' })).map(({ runId }) => runId)).toEqual(['user_registration-n7']);
    expect(world.tables.requests - before).toBeLessThanOrEqual(8);
  });
});

describe('a run', () => {
  test('shows each try of a step, with its error and the waits between them', async () => {
    world.mailbox.failNext(['certainly not sent', 'certainly not sent'], ({ mail }) => mail.subject.includes('Welcome'));
    await world.settle();
    const { tries = [], startedAt, finishedAt } = stepOf(await runOf('user_registration'), 'SendWelcomeEmail') ?? {};
    expect(tries.map(({ error }) => error)).toEqual(['TransientFailure', 'TransientFailure', undefined]);
    expect([tries[0]?.startedAt, tries[2]?.finishedAt]).toEqual([startedAt, finishedAt]);
    for (const [nth, next] of tries.slice(1).entries()) expect(Date.parse(next.startedAt) - Date.parse(tries[nth]?.finishedAt ?? '')).toBeGreaterThan(0);
  });

  test('that was undone says what became of every step, and tells its events', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    await world.settle();
    const run = await runOf('user_registration');
    expect(run).toMatchObject({ status: 'COMPENSATED', who: { code: 'nobody' }, nextAt: null, moreEvents: false });
    expect([stepOf(run, 'AssignDefaultRole')?.undo, stepOf(run, 'RecordRegistrationAudit')?.undo]).toEqual(['undone', 'cannot be undone']);
    expect(stepOf(run, 'AssignDefaultRole')?.compensation).toMatchObject({ step: 'RevokeDefaultRole', status: 'DONE', tries: [expect.objectContaining({ startedAt: expect.any(String) })] });
    expect(run.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['user.created', 'workflow.failed', 'workflow.compensated', 'user.registration_failed']));
    expect(new Set(run.events.map(({ eventId }) => eventId)).size).toBe(run.events.length);
  });

  test('says who must act, in the language of whoever asks, and why what he may not do is not possible', async () => {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
    const run = await runOf('user_registration');
    expect(run.who).toEqual({ code: 'operator', text: expect.stringContaining('workflows:manage') });
    expect((await runOf('user_registration', 'zh-CN')).who.text).toMatch(/[一-鿿]/);
    expect(run.allowedActions).toEqual(['retry']);
    expect(run.actions).toEqual([
      { action: 'retry', allowed: true }, { action: 'stop', allowed: false, obstacle: 'has ended', reason: 'The run has ended.' },
      { action: 'skip', allowed: false, obstacle: 'nothing to skip', reason: expect.any(String) }]);
    const { body: { secret } } = await world.call(createApiKey, { token, body: { name: 'reads', permissions: ['workflows:read'] } });
    const { body } = await world.call(getRun, { apiKey: String(secret), params: { runId: run.runId }, language: 'en' });
    expect(body).toMatchObject({ allowedActions: [], actions: expect.arrayContaining([expect.objectContaining({ action: 'retry', obstacle: 'not permitted' })]) });
  });

  test('that has ended well offers nothing, and says so for each', async () => {
    await liveThrough(world, subject);
    const run = await runOf('user_registration');
    expect(run.actions.map(({ action, obstacle }) => [action, obstacle])).toEqual([['retry', 'nothing failed'], ['stop', 'has ended'], ['skip', 'nothing to skip']]);
    expect(run.executionUrl).toMatch(/^https:\/\/[a-z0-9-]+\.console\.aws\.amazon\.com\/states\/home\?region=/);
  });
});

test('a process tells everything that a picture of it needs', async () => {
  const { body } = await world.call(listProcesses, { token });
  const processes = body['items'] as { type: string; forwardOnly: boolean; undos: string[]; steps: { step: string; onlyIf?: unknown; leadsBackTo?: string }[] }[];
  const of = (type: string) => processes.find((each) => each.type === type);
  expect(of('user_registration')).toMatchObject({ forwardOnly: false, undos: expect.arrayContaining(['RevokeDefaultRole', 'ReleaseEmailAddress']) });
  expect(of('role_revocation')).toMatchObject({ forwardOnly: true, undos: [] });
  expect(of('role_revocation')?.steps.find(({ step }) => step === 'RevokeUserSessions')?.onlyIf).toEqual({ step: 'DecideForcedLogout', verdict: expect.any(String) });
  expect(of('user_deletion')?.steps.find(({ step }) => step === 'VerifyDeletionCompliance')?.leadsBackTo).toBe('DeletePersonalData');
});
