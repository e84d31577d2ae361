import '../../support/environment.ts';
import type { Context } from 'aws-lambda';
import { readStep, stepKey } from '../../../lambdas/adapters/run-ledger.ts';
import type { Mailbox } from '../../../lambdas/adapters/mailbox.ts';
import type { Store } from '../../../lambdas/adapters/store.ts';
import { BusinessRefusal, TransientFailure } from '../../../lambdas/domain/errors.ts';
import { userActivated, userReadyToActivate, userWelcomeEmailSent } from '../../../lambdas/domain/events/catalogue.ts';
import { step, type StepBody } from '../../../lambdas/kit/step.ts';
import { bestEffort, nothingToUndo, parallel, required, type WorkflowDeclaration } from '../../../lambdas/kit/workflow.ts';
import { ListeningLog } from '../../support/listening-log.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const workflow: WorkflowDeclaration<'Quiet' | 'Telling' | 'Deciding'> = {
  type: 'made_up', title: 'Made up', startsOn: userReadyToActivate, failureType: 'made_up_failed', admits: ['active'], afterCompensation: [], publishes: { completed: userActivated },
  stages: [parallel('all', required('Quiet', { touches: {}, compensation: nothingToUndo('made up') }), bestEffort('Telling', { touches: {}, publishes: userWelcomeEmailSent }),
    required('Deciding', { touches: {}, verdicts: ['yes', 'no'], compensation: nothingToUndo('made up') }))],
  config: { timeout: 60_000, retryAttempts: 1, retryDelay: 1_000, backoffRate: 2, compensationEnabled: false, priority: 'low', parallelTasks: true, deadLetterQueue: 'made_up_dlq' },
};
const run = { runId: 'made_up-1', type: 'made_up', attempt: 1, tenantId: 'demo', subject: 'usr_1', eventId: 'e-1', correlationId: 'c-1', depth: 0, versionBase: 10, data: {} };
const context = { awsRequestId: 'request-1', functionName: 'made-up', getRemainingTimeInMillis: () => 60_000 } as Context;
const effectKey = { pk: 'EFFECT', sk: 'EFFECT' };
const counting: StepBody<{ store: Store }> = () => Promise.resolve({ writes: [{ table: 'identity', update: effectKey, add: { times: 1 } }] });

const needsMail: StepBody<{ store: Store; mailbox: Mailbox }> = () => Promise.resolve({});
const never: StepBody<{ store: Store }> = () => Promise.reject(new Error('asked again'));

let tables: MemoryTables;
let store: Store;
let log: ListeningLog;
beforeEach(() => {
  tables = new MemoryTables();
  store = tables.store();
  log = new ListeningLog();
});
afterEach(() => log.end());

const quiet = (body: StepBody<{ store: Store }>, attempt = 1, within = context): Promise<unknown> =>
  step(workflow, 'Quiet', body, () => ({ store })).with({ store })({ run: { ...run, attempt } }, within);
const effect = async (): Promise<unknown> => (await store.get('identity', effectKey))?.['times'];
const record = () => readStep(store, run.runId, 'Quiet');

describe('a step', () => {
  test('writes its effect and that it is done together', async () => {
    expect(await quiet(counting)).toEqual({ step: 'Quiet', status: 'DONE' });
    expect(await effect()).toBe(1);
    expect(await record()).toMatchObject({ status: 'DONE', attempt: 1, attempts: 1, startedAt: expect.any(String) as string, finishedAt: expect.any(String) as string });
  });

  test('is on record as begun before anything happens', async () => {
    let before: unknown;
    await quiet(async (input, ports) => {
      before = await record();
      return counting(input, ports);
    });
    expect(before).toMatchObject({ status: 'STARTED', attempts: 1 });
  });

  test('that is done is not done again, nor even thought about', async () => {
    await quiet(counting);
    expect(await quiet(never)).toEqual({ step: 'Quiet', status: 'DONE' });
    expect(await quiet(never, 2)).toEqual({ step: 'Quiet', status: 'DONE' });
    expect(await effect()).toBe(1);
  });

  test('that runs twice at once takes effect once', async () => {
    expect(await Promise.all([quiet(counting), quiet(counting)])).toEqual([{ step: 'Quiet', status: 'DONE' }, { step: 'Quiet', status: 'DONE' }]);
    expect(await effect()).toBe(1);
  });

  test('leaves no effect when it fails, and says on its record why', async () => {
    await expect(quiet(() => Promise.reject(new TransientFailure('the tables are contended')))).rejects.toMatchObject({ name: 'TransientFailure' });
    expect(await effect()).toBeUndefined();
    expect(await record()).toMatchObject({ status: 'STARTED', error: { name: 'TransientFailure', message: 'the tables are contended' } });
    await quiet(counting);
    expect(await record()).toMatchObject({ status: 'DONE', attempts: 2 });
    expect((await record())?.error).toBeUndefined();
  });

  test('that finds the world changed under it is asked again', async () => {
    await store.transact([{ table: 'identity', update: effectKey, add: { version: 1 } }]);
    let asked = 0;
    await quiet(async () => {
      const seen = await store.get('identity', effectKey);
      asked += 1;
      if (asked === 1) await store.transact([{ table: 'identity', update: effectKey, add: { version: 1 } }]);
      return { writes: [{ table: 'identity', update: effectKey, add: { times: 1 }, if: { attribute: 'version', is: '=', value: Number(seen?.['version']) } }] };
    });
    expect(asked).toBe(2);
    expect(await effect()).toBe(1);
  });

  test('never quotes what an error says unless the platform said it', async () => {
    const error: unknown = await quiet(() => Promise.reject(new TypeError('cannot read anna@example.com'))).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'TypeError', message: 'unexpected failure, see the log of request request-1' });
    expect(String(error instanceof Error && error.stack) + JSON.stringify(await record()) + log.lines.join('\n')).not.toContain('anna');
    await expect(quiet(() => Promise.reject(new BusinessRefusal('the account is gone')))).rejects.toMatchObject({ name: 'BusinessRefusal', message: 'the account is gone' });
  });

  test('leaves it to Lambda to say that time is up: what middy would throw a moment earlier, nobody retries', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const running = quiet(() => promise.then(() => ({})), 1, { ...context, getRemainingTimeInMillis: () => 20 });
    const first = await Promise.race([running.then(() => 'done', (error: unknown) => error), new Promise((tell) => { setTimeout(tell, 60, 'still running'); })]);
    expect(first).toBe('still running');
    resolve();
    expect(await running).toEqual({ step: 'Quiet', status: 'DONE' });
  });

  test('is handed what it needs: a port that is missing does not compile', () => {
    // @ts-expect-error nobody hands a mailbox over
    expect(step(workflow, 'Quiet', needsMail, () => ({ store }))).toBeDefined();
  });

  test('refuses an input that is no run', async () => {
    await expect(step(workflow, 'Quiet', counting, () => ({ store })).with({ store })({ run: { runId: 1 } }, context)).rejects.toMatchObject({ name: '$ZodError' });
  });
});

describe('the right to act', () => {
  test('is lost with the void: a late starter does not begin', async () => {
    tables.overwrite('ledger', stepKey(run.runId, 'Quiet'), { step: 'Quiet', void: 'superseded' });
    await expect(quiet(counting)).rejects.toMatchObject({ name: 'Fenced' });
    expect(await record()).toEqual({ step: 'Quiet', void: 'superseded' });
    expect(await effect()).toBeUndefined();
  });

  test('is lost with the void: a late writer writes nothing', async () => {
    await expect(quiet((input, ports) => {
      tables.overwrite('ledger', stepKey(run.runId, 'Quiet'), { void: 'superseded' });
      return counting(input, ports);
    })).rejects.toMatchObject({ name: 'Fenced' });
    expect(await effect()).toBeUndefined();
  });

  test('is lost to a later attempt', async () => {
    await expect(quiet(async (input, ports) => {
      await quiet(() => Promise.reject(new TransientFailure('later')), 2).catch(() => undefined);
      return counting(input, ports);
    })).rejects.toMatchObject({ name: 'Fenced' });
    expect(await effect()).toBeUndefined();
    await expect(quiet(counting, 1)).rejects.toMatchObject({ name: 'Fenced' });
    await quiet(counting, 2);
    expect(await effect()).toBe(1);
  });

  test.each(['PARKED', 'FAILED'] as const)('ends when the machine gives the step up (%s): only a later attempt begins it again', async (status) => {
    tables.overwrite('ledger', stepKey(run.runId, 'Quiet'), { step: 'Quiet', status, attempt: 1, finishedAt: '2026-03-02T08:00:00.000Z' });
    await expect(quiet(counting)).rejects.toMatchObject({ name: 'Fenced' });
    expect(await effect()).toBeUndefined();
    await quiet(counting, 2);
    expect(await effect()).toBe(1);
  });
});

const telling = (event: Record<string, unknown> | undefined): Promise<unknown> =>
  step(workflow, 'Telling', () => Promise.resolve(event ? { event } : {}), () => ({ store })).with({ store })({ run }, context);

describe('the event of a step', () => {
  test('takes the version that was reserved for it, and is written with DONE', async () => {
    await telling({ userId: 'usr_1' });
    expect(tables.items('events')).toEqual([expect.objectContaining({ type: 'user.welcome_email_sent', aggregateId: 'usr_1', aggregateVersion: 11, causationId: 'e-1', correlationId: 'c-1', depth: 1 })]);
  });

  test('must be told where it was declared, and nowhere else', async () => {
    await expect(telling(undefined)).rejects.toMatchObject({ name: 'Error' });
    await expect(quiet(() => Promise.resolve({ event: { userId: 'usr_1' } }))).rejects.toMatchObject({ name: 'Error' });
    expect(tables.items('events')).toEqual([]);
  });

  test('must be what its schema says', async () => {
    await expect(telling({ userId: 'usr_1', email: 'anna@example.com' })).rejects.toMatchObject({ name: '$ZodError' });
    expect(tables.items('events')).toEqual([]);
  });
});

const deciding = (verdict: string | undefined): Promise<unknown> =>
  step(workflow, 'Deciding', () => Promise.resolve(verdict === undefined ? {} : { verdict }), () => ({ store })).with({ store })({ run }, context);

describe('the verdict of a step', () => {
  test('is answered and kept with DONE: whoever asks again hears the same, whatever would be decided now', async () => {
    expect(await deciding('yes')).toEqual({ step: 'Deciding', status: 'DONE', verdict: 'yes' });
    expect(await deciding('no')).toEqual({ step: 'Deciding', status: 'DONE', verdict: 'yes' });
    expect(await readStep(store, run.runId, 'Deciding')).toMatchObject({ status: 'DONE', verdict: 'yes' });
  });

  test('of two who decide at once one counts, for both', async () => {
    const [one, other] = await Promise.all([deciding('yes'), deciding('no')]);
    expect(one).toEqual(other);
  });

  test('must be one of those that are declared', async () => {
    for (const verdict of ['perhaps', undefined]) await expect(deciding(verdict)).rejects.toMatchObject({ name: 'Error' });
    await expect(quiet(() => Promise.resolve({ verdict: 'yes' }))).rejects.toMatchObject({ name: 'Error' });
    expect(await readStep(store, run.runId, 'Deciding')).toMatchObject({ status: 'STARTED' });
  });
});
