import { ReceiveMessageCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { jest } from '@jest/globals';
import type { RunView } from '../../lambdas/api/workflows/run-schemas.ts';
import { readTenantStatistics } from '../../lambdas/adapters/tenant-statistics.ts';
import { clientSettings } from '../../local/cdk.ts';
import { machineArn } from '../../local/point-state.ts';
import { eventsOf, leftOfPeople } from '../support/local-aws-contents.ts';
import { replaceStep } from '../support/local-aws-faults.ts';
import { adminToken, call, deployedPlatform, eventually, mailsTo, type DeployedPlatform } from '../support/local-aws-platform.ts';

jest.setTimeout(120_000);

let platform: DeployedPlatform;
let token: string;

beforeAll(async () => {
  platform = await deployedPlatform('compensation');
  token = await adminToken(platform);
}, 180_000);
afterAll(() => platform?.stop());

const person = (email: string) => ({ tenantId: 'demo', email, password: 'a quiet morning by the lake', firstName: 'Mei', lastName: 'Tester' });

async function register(email: string): Promise<string> {
  const { status, body } = await call<{ userId: string }>(platform, 'POST', '/auth/register', { body: person(email) });
  expect(status).toBe(202);
  return body.userId;
}

const reached = (userId: string, status: RunView['status'], withinMs = 30_000): Promise<RunView> => eventually(`the run to be ${status}`, async () => {
  const { body } = await call<{ items: RunView[] }>(platform, 'GET', `/workflows/runs?type=user_registration&subject=${userId}`, { token });
  const [run] = body.items;
  return run?.status === status ? (await call<RunView>(platform, 'GET', `/workflows/runs/${run.runId}`, { token })).body : undefined;
}, withinMs);

const operate = (runId: string, what: string, body?: object) => call<{ type?: string }>(platform, 'POST', `/workflows/runs/${runId}/${what}`, { token, ...(body && { body }) });

async function deadLetters(): Promise<string[]> {
  const sqs = new SQSClient(clientSettings(platform.endpoint));
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'bpp-local-user_registration_dlq' }));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }));
  return Messages.map(({ Body = '' }) => Body);
}

const leftOf = async (userId: string): Promise<string[]> => (await leftOfPeople(platform)).filter((item) => item.includes(userId));

const undosOf = (run: RunView) => Object.fromEntries([...run.steps.flatMap(({ compensation }) => compensation ?? []), ...run.afterCompensation].map(({ step, status }) => [step, status]));

describe.each(['AssignDefaultRole', 'CreateUserProfile', 'RecordRegistrationAudit', 'SendVerificationEmail'])('%s fails for good', (step) => {
  test('everything is undone, the person is told, and registering again works', async () => {
    const before = await readTenantStatistics(platform.store, 'demo');
    const email = `${step.toLowerCase()}@example.org`;
    const fault = await replaceStep(platform, 'user_registration', step, { throwFirst: 1_000, error: 'BusinessRefusal' });
    const userId = await register(email);
    const run = await reached(userId, 'COMPENSATED');
    await fault.restore();

    expect(run.cause).toContain(step);
    expect(undosOf(run)).toMatchObject({ NotifyRegistrationFailed: 'DONE', ReleaseEmailAddress: 'DONE' });
    expect(await leftOf(userId)).toEqual([]);
    expect(await readTenantStatistics(platform.store, 'demo')).toEqual(before);
    expect((await mailsTo(platform, email)).filter(({ subject }) => /未完成/.test(subject))).toHaveLength(1);
    expect((await deadLetters()).filter((letter) => letter.includes(run.runId))).toHaveLength(1);
    const types = (await eventsOf(platform, userId)).map(({ type }) => type);
    expect(types).toContain('user.registration_failed');
    expect(types).not.toContain('user.registration_completed');
    const ofRun = (await eventsOf(platform, run.runId)).map(({ type }) => type);
    expect(ofRun).toEqual(expect.arrayContaining(['workflow.started', 'workflow.failed', 'workflow.compensated']));

    const again = await register(email);
    expect(again).not.toBe(userId);
    expect(await reached(again, 'COMPLETED')).toMatchObject({ status: 'COMPLETED' });
  });
});

/** A registration that fails, and whose compensation fails at one undo. */
async function failing(email: string) {
  const step = await replaceStep(platform, 'user_registration', 'CreateUserProfile', { throwFirst: 1_000, error: 'BusinessRefusal' });
  const undo = await replaceStep(platform, 'user_registration-compensation', 'RevokeDefaultRole', { throwFirst: 1_000, error: 'BusinessRefusal' });
  const userId = await register(email);
  const run = await reached(userId, 'COMPENSATION_FAILED');
  await step.restore();
  return { userId, run, undo };
}

test('the list of processes names the machines and the queue that are really there', async () => {
  const { body } = await call<{ items: { type: string; stateMachineArn: string; compensationArn: string | null; deadLetterQueueUrl: string }[] }>(platform, 'GET', '/workflows', { token });
  const process = body.items.find(({ type }) => type === 'user_registration');
  expect(process?.stateMachineArn).toBe(await machineArn(platform.endpoint, 'user_registration'));
  expect(process?.compensationArn).toBe(await machineArn(platform.endpoint, 'user_registration-compensation'));
  expect(process?.deadLetterQueueUrl).toMatch(/\/bpp-local-user_registration_dlq$/);
});

describe('an undo that fails for good', () => {
  test('is seen with what is left, the others ran, and after the repair a retry ends it', async () => {
    const { userId, run, undo } = await failing('undo.retried@example.org');
    expect(undosOf(run)).toMatchObject({ RevokeDefaultRole: 'FAILED', VoidVerificationToken: 'DONE', RestoreTenantStatistics: 'DONE' });
    expect(run.allowedActions).toEqual(['retry', 'skip']);
    expect((await leftOf(userId)).length).toBeGreaterThan(0);
    await undo.restore();
    expect((await operate(run.runId, 'retry', { reason: 'the cause is mended' })).status).toBe(202);
    expect(undosOf(await reached(userId, 'COMPENSATED'))).toMatchObject({ RevokeDefaultRole: 'DONE' });
    expect(await leftOf(userId)).toEqual([]);
    expect((await mailsTo(platform, 'undo.retried@example.org')).filter(({ subject }) => /未完成/.test(subject))).toHaveLength(1);
    expect((await operate(run.runId, 'retry', { reason: 'the cause is mended' })).status).toBe(409);
  });

  test('can be skipped with a reason, and the reason is kept', async () => {
    const { userId, run, undo } = await failing('undo.skipped@example.org');
    await undo.restore();
    expect((await operate(run.runId, 'compensation/RevokeDefaultRole/skip', {})).status).toBe(400);
    expect((await operate(run.runId, 'compensation/RevokeDefaultRole/skip', { reason: 'removed by hand' })).status).toBe(202);
    const ended = await reached(userId, 'COMPENSATED');
    expect(ended.steps.find(({ compensation }) => compensation?.step === 'RevokeDefaultRole')?.compensation).toMatchObject({ status: 'SKIPPED', skippedBecause: 'removed by hand' });
  });
});
