/** Nothing of a local AWS outlives the one who started it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { jest } from '@jest/globals';
import * as z from 'zod';
import { folderAt } from '../../local/local-aws.ts';
import { freePort } from '../../local/ports.ts';
import { clientOf, createFunction, invoke } from '../support/emulated-lambda.ts';

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
  const lambda = new LambdaClient(clientOf(endpoint));
  await createFunction(lambda, 'idle', { source: 'exports.handler = async () => ({ pid: process.pid })', handler: 'handler' });
  return z.object({ pid: z.number() }).parse(await invoke(lambda, 'idle')).pid;
}

async function callAndLeaveRunning(endpoint: string): Promise<number> {
  const lambda = new LambdaClient(clientOf(endpoint));
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
