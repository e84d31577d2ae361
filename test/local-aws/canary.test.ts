import { GetExecutionHistoryCommand, ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { CloudWatchLogsClient, DescribeLogGroupsCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { found } from '../support/canary.ts';
import { everythingStored } from '../support/local-aws-contents.ts';
import { clientSettings } from '../../local/cdk.ts';
import { clientsAt, machineArn } from '../../local/point-state.ts';
import { replaceStep } from '../support/local-aws-faults.ts';
import { adminToken, call, deployedPlatform, eventually, mailsTo, tokenIn, type DeployedPlatform } from '../support/local-aws-platform.ts';

jest.setTimeout(120_000);

const canaries = {
  address: 'canary.Zq7Xv2Lw@singing.example', password: 'Canary-Pw-83hf-Qlm2-tree', 'first name': 'Canarywilhelmina', 'last name': "O'Canaryferdinand",
};

let platform: DeployedPlatform;

/** The whole way, a failing registration and refused requests included; then everything that was left behind is read. */
beforeAll(async () => {
  platform = await deployedPlatform('canary');
  const token = await adminToken(platform);
  const body = { tenantId: 'demo', email: canaries.address, password: canaries.password, firstName: canaries['first name'], lastName: canaries['last name'] };
  const { body: { userId } } = await call<{ userId: string }>(platform, 'POST', '/auth/register', { body });
  const ended = (subject: string, type: string, status: string) => eventually(`${type} ${status}`, async () =>
    (await call<{ items: { status: string }[] }>(platform, 'GET', `/workflows/runs?type=${type}&subject=${subject}`, { token })).body.items.find((run) => run.status === status), 30_000);
  await ended(userId, 'user_registration', 'COMPLETED');
  const mail = (await mailsTo(platform, canaries.address)).find(({ text }) => text.includes('token='));
  if (!mail) throw new Error('no verification mail');
  await call(platform, 'POST', '/auth/verify-email', { body: { token: tokenIn(mail) } });
  await ended(userId, 'account_activation', 'COMPLETED');
  await call(platform, 'POST', '/auth/login', { body: { tenantId: 'demo', email: canaries.address, password: canaries.password } });
  await call(platform, 'POST', '/auth/login', { body: { tenantId: 'demo', email: canaries.address, password: `${canaries.password}!` } });
  await call(platform, 'POST', '/auth/register', { body: { ...body, unknown: canaries.address } });
  await call(platform, 'POST', '/auth/register', { body });

  const fault = await replaceStep(platform, 'user_registration', 'CreateUserProfile', { throwFirst: 1_000, error: 'BusinessRefusal' });
  const parked = await call<{ userId: string }>(platform, 'POST', '/auth/register', { body: { ...body, email: `second.${canaries.address}` } });
  await ended(parked.body.userId, 'user_registration', 'COMPENSATED');
  await fault.restore();
}, 180_000);
afterAll(() => platform?.stop());

test('the search finds what is there: the mails carry the canaries in the clear', async () => {
  const mails = JSON.stringify(await mailsTo(platform, canaries.address));
  expect(found(mails, canaries)).toEqual(expect.arrayContaining(['address plain', 'first name plain']));
});

test('no table holds a canary', async () => {
  const stored = await everythingStored(platform);
  expect(Object.values(stored).flat().length).toBeGreaterThan(40);
  expect(found(JSON.stringify(stored), canaries)).toEqual([]);
});

test('no execution history holds a canary', async () => {
  const { sfn } = clientsAt(platform.endpoint);
  const histories = await Promise.all(['user_registration', 'user_registration-compensation', 'account_activation'].map(async (type) => {
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: await machineArn(platform.endpoint, type) }));
    return Promise.all(executions.map(({ executionArn }) => sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, includeExecutionData: true }))));
  }));
  const events = histories.flat().flatMap((history) => history.events ?? []);
  expect(events.length).toBeGreaterThan(30);
  expect(found(JSON.stringify(events), canaries)).toEqual([]);
});

test('no queue holds a canary', async () => {
  const sqs = new SQSClient(clientSettings(platform.endpoint));
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const messages = await Promise.all(QueueUrls.map(async (QueueUrl) => (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))).Messages ?? []));
  expect(messages.flat().length).toBeGreaterThan(0);
  expect(found(JSON.stringify(messages), canaries)).toEqual([]);
});

test('no log holds a canary', async () => {
  const logs = new CloudWatchLogsClient(clientSettings(platform.endpoint));
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
  const lines = await Promise.all(logGroups.map(async ({ logGroupName }) =>
    ((await logs.send(new FilterLogEventsCommand({ logGroupName }))).events ?? []).map(({ message }) => message)));
  expect(lines.flat().length).toBeGreaterThan(10);
  expect(found(JSON.stringify(lines), canaries)).toEqual([]);
  expect(found(await readFile(join(platform.workDir, 'local-aws.log'), 'utf8'), canaries)).toEqual([]);
});
