import { mkdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { assertPortFree, portFrom } from './ports.ts';
import { startProcessGroup, tailOf, type ProcessGroup } from './process-group.ts';
import { ensurePythonEnvironment } from './python-environment.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LAUNCHER = join(ROOT, 'local', 'ministack_launcher.py');
const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;
const DEFAULT_GATE = 6;

export interface LocalAwsOptions {
  readonly port: number;
  /** What the server prints goes here; the end of it is part of the error when the start fails. */
  readonly logFile: string;
  /** Where the state is saved on `stop` and found at the next start; without it nothing is kept. */
  readonly stateDir?: string;
  /** How many Lambda handlers run at once; the rest queue. */
  readonly lambdaGate?: number;
  /** Waits and pauses of machines take this part of their time. */
  readonly waitScale?: number;
  /** Who listens to executions and is asked before a state of a machine calls anything, as an address. */
  readonly tasksAsk?: string;
  /** Hears what takes long. */
  readonly say?: (line: string) => void;
}

export interface LocalAws {
  readonly endpoint: string;
  /** Settles when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts a local AWS and waits until it answers. Throws when the port is taken or the server does not come up. */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  await assertPortFree(options.port, 'LOCAL_AWS_PORT');
  const python = await ensurePythonEnvironment(options.say);
  const folder = folderAt(options.port);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const env = environmentOf(options, folder);
  const server = startProcessGroup({ command: python, args: [LAUNCHER], env, logFile: options.logFile });
  const endpoint = `http://localhost:${options.port}`;
  const stop = async (): Promise<void> => {
    await server.stop(STOP_WITHIN_MS);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(endpoint, server);
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${await tailOf(options.logFile)}`, { cause: error });
  }
  return { endpoint, ended: server.ended, stop };
}

/**
 * The one folder of the server at this port: home and temporary folder of its handlers and their code, gone with it.
 * Not below the project, whose package.json and node_modules the handlers would find.
 */
export const folderAt = (port: number): string => join(tmpdir(), `local-aws-${userInfo().uid}-${port}`);

/** Nothing is inherited but the PATH: handlers must not find here what they would lack on AWS. */
function environmentOf(options: LocalAwsOptions, folder: string): Record<string, string> {
  const state = options.stateDir;
  return {
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    LOCAL_AWS_FOLDER: folder,
    HOME: folder,
    TMPDIR: folder,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    PYTHONUNBUFFERED: '1',
    LOG_LEVEL: 'WARNING',
    GATEWAY_PORT: String(options.port),
    BIND_HOST: '127.0.0.1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    LAMBDA_GATE: String(options.lambdaGate ?? DEFAULT_GATE),
    ...(options.waitScale !== undefined && { SFN_WAIT_SCALE: String(options.waitScale) }),
    ...(options.tasksAsk !== undefined && { TASKS_ASK: options.tasksAsk }),
    S3_DATA_DIR: join(state ?? folder, 's3'),
    ...(state === undefined ? {} : { PERSIST_STATE: '1', S3_PERSIST: '1', STATE_DIR: state }),
  };
}

async function untilItAnswers(endpoint: string, server: ProcessGroup): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (server.hasEnded()) throw new Error('The local AWS ended while starting:');
    const health = await fetch(`${endpoint}/_ministack/health`).catch(() => ({ ok: false }));
    if (health.ok) return;
    await delay(50);
  }
  throw new Error(`The local AWS did not answer within ${READY_WITHIN_MS / 1000} s:`);
}

const say = (line: string): void => console.log(line);

const HELP = `npm run local:aws

Starts the local AWS alone, for cdk, aws or a debugger; Ctrl-C stops it. Nothing is kept.
LOCAL_AWS_PORT moves it to another port than 4566.`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return say(HELP);
  const stopped = new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve)));
  const logFile = join(ROOT, '.local', 'local-aws.log');
  const aws = await startLocalAws({ port: portFrom('LOCAL_AWS_PORT', 4566), logFile, say });
  say(`The local AWS answers at ${aws.endpoint}. In the shell that is to use it:\n
export AWS_ENDPOINT_URL=${aws.endpoint}
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
export AWS_REGION=us-east-1\n
Ctrl-C stops it.`);
  await Promise.race([stopped, aws.ended.then(() => say(`The local AWS has ended by itself: see ${logFile}`))]);
  await aws.stop();
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
