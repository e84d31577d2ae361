/** What a local AWS leaves behind: nothing that runs, and its state where it was told to keep it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { jest } from '@jest/globals';
import * as z from 'zod';
import { folderAt, startLocalAws } from '../../local/local-aws.ts';
import { freePort } from '../../local/ports.ts';
import { clientSettings } from '../../local/cdk.ts';
import { createFunction, invoke } from '../support/emulated-lambda.ts';

jest.setTimeout(30_000);

const ROOT = resolve(import.meta.dirname, '../..');
const STARTER = `
  const { startLocalAws } = await import('${ROOT}/local/local-aws.ts');
  const { endpoint, stop } = await startLocalAws({ port: Number(process.argv[1]), logFile: process.argv[2] });
  console.log(endpoint);
  process.once('SIGTERM', async () => { await stop(); process.exit(); });`;

interface Running {
  readonly starter: ReturnType<typeof spawn>;
  /** What of it there is still to see. */
  remains(): Promise<string[]>;
}

const started: Running[] = [];

afterAll(() => started.forEach(({ starter }) => starter.kill('SIGKILL')));

/** A local AWS started by a process of its own, with a Lambda that has been called and one that still runs. */
async function startElsewhere(): Promise<Running> {
  const port = await freePort();
  const args = ['--input-type=module', '--eval', STARTER, String(port), `${ROOT}/.local/test/stopping-${port}.log`];
  const starter = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(starter.stdout, 'data');
  const endpoint = `http://localhost:${port}`;
  const workers = [await callHandler(endpoint), await callAndLeaveRunning(endpoint)];
  const remains = async (): Promise<string[]> => [
    ...((await answers(endpoint)) ? ['server'] : []),
    ...(workers.some(isRunning) ? ['worker'] : []),
    ...(existsSync(folderAt(port)) ? ['folder'] : []),
  ];
  started.push({ starter, remains });
  return { starter, remains };
}

async function callHandler(endpoint: string): Promise<number> {
  const lambda = new LambdaClient(clientSettings(endpoint));
  await createFunction(lambda, 'idle', { source: 'exports.handler = async () => ({ pid: process.pid })', handler: 'handler' });
  return z.object({ pid: z.number() }).parse(await invoke(lambda, 'idle')).pid;
}

async function callAndLeaveRunning(endpoint: string): Promise<number> {
  const lambda = new LambdaClient(clientSettings(endpoint));
  const source = 'let calls = 0; exports.handler = () => calls++ === 0 ? { pid: process.pid } : new Promise((resolve) => setTimeout(resolve, 60000))';
  await createFunction(lambda, 'busy', { source, handler: 'handler', timeout: 60 });
  const { pid } = z.object({ pid: z.number() }).parse(await invoke(lambda, 'busy'));
  void invoke(lambda, 'busy').catch(() => 'cut off by the end of the server');
  await delay(100);
  return pid;
}

const answers = (endpoint: string): Promise<boolean> => fetch(`${endpoint}/_ministack/health`).then(({ ok }) => ok, () => false);

/** A process that has ended and that nobody has waited for yet has no command line any more. */
const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';

async function remainsOf(running: Running): Promise<string[]> {
  for (const deadline = Date.now() + 9000; ; await delay(50)) {
    const left = await running.remains();
    if (left.length === 0 || Date.now() > deadline) return left;
  }
}

test('stop leaves neither server nor worker nor folder, also while a handler runs', async () => {
  const running = await startElsewhere();
  expect(await running.remains()).toEqual(['server', 'worker', 'folder']);
  running.starter.kill('SIGTERM');
  expect(await remainsOf(running)).toEqual([]);
});

test('the same when the one who started it is killed outright', async () => {
  const running = await startElsewhere();
  running.starter.kill('SIGKILL');
  expect(await remainsOf(running)).toEqual([]);
});

test('tables and functions are there again after an orderly restart', async () => {
  const stateDir = await mkdtemp(join(tmpdir(), 'local-aws-state-'));
  const options = { port: await freePort(), logFile: `${ROOT}/.local/test/restart.log`, stateDir };
  const Key = { pk: { S: 'USER#1' } };

  const first = await startLocalAws(options);
  const dynamo = new DynamoDBClient(clientSettings(first.endpoint));
  await dynamo.send(new CreateTableCommand({
    TableName: 'platform',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  }));
  await dynamo.send(new PutItemCommand({ TableName: 'platform', Item: { ...Key, status: { S: 'active' } } }));
  await callHandler(first.endpoint);
  await first.stop();

  const second = await startLocalAws(options);
  const { Item } = await new DynamoDBClient(clientSettings(second.endpoint)).send(new GetItemCommand({ TableName: 'platform', Key }));
  const answer = await invoke(new LambdaClient(clientSettings(second.endpoint)), 'idle');
  await second.stop();
  await rm(stateDir, { recursive: true });

  expect(Item).toEqual({ ...Key, status: { S: 'active' } });
  expect(answer).toEqual({ pid: expect.any(Number) });
});
