/** `npm run prune-versions` against a local AWS: what a running execution began with stays, also when its machine has moved on. */
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { LambdaClient, ListVersionsByFunctionCommand, PublishVersionCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { CreateStateMachineCommand, DescribeExecutionCommand, SFNClient, StartExecutionCommand, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import { jest } from '@jest/globals';
import { clientSettings, localAwsEnvironment, ROOT } from '../../local/cdk.ts';
import { startLocalAws, type LocalAws } from '../../local/local-aws.ts';
import { freePort } from '../../local/ports.ts';
import { zipOf } from '../../local/zip.ts';
import { createFunction, ROLE } from '../support/emulated-lambda.ts';
import { eventually } from '../support/local-aws-platform.ts';

jest.setTimeout(60_000);

const execute = promisify(execFile);
/** While it is not there, executions go on. */
const OVER = join(tmpdir(), `prune-versions-${process.pid}`);

let aws: LocalAws;
let lambda: LambdaClient;
let sfn: SFNClient;

beforeAll(async () => {
  aws = await startLocalAws({ port: await freePort(), logFile: join(ROOT, '.local/test/prune-versions.log') });
  lambda = new LambdaClient(clientSettings(aws.endpoint));
  sfn = new SFNClient(clientSettings(aws.endpoint));
});
afterAll(async () => {
  await aws.stop();
  await rm(OVER, { force: true });
});

/** A function with this many published versions, each of other code. */
async function publishedFunction(name: string, versions: number): Promise<void> {
  await createFunction(lambda, name, { source: 'exports.handler = async () => 0;', handler: 'handler' });
  for (let version = 1; version <= versions; version++) {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: zipOf('index.js', `exports.handler = async () => ({ version: ${version}, over: require('node:fs').existsSync(${JSON.stringify(OVER)}) });`) }));
    await lambda.send(new PublishVersionCommand({ FunctionName: name }));
  }
}

const versionsOf = async (name: string): Promise<readonly (string | undefined)[]> =>
  ((await lambda.send(new ListVersionsByFunctionCommand({ FunctionName: name }))).Versions ?? []).map(({ Version }) => Version);

/** Calls the function at the version, again and again until it is over. */
const machineAt = (name: string, version: number): string => JSON.stringify({ StartAt: 'Step', States: {
  Step: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: `arn:aws:lambda:us-east-1:000000000000:function:${name}:${version}` }, Next: 'Judge' },
  Judge: { Type: 'Choice', Choices: [{ Variable: '$.Payload.over', BooleanEquals: true, Next: 'Over' }], Default: 'Wait' },
  Wait: { Type: 'Wait', Seconds: 1, Next: 'Step' },
  Over: { Type: 'Succeed' },
} });

async function prune(...flags: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await execute(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/prune-versions.ts', '--stage', 'local', ...flags], {
    cwd: ROOT, env: { ...process.env, ...localAwsEnvironment(aws.endpoint) },
  });
  return stdout.trim().split('\n');
}

test('versions that neither a machine nor a running execution names go, and no others', async () => {
  await publishedFunction('step', 4);
  await publishedFunction('of-another-stage', 2);
  const { stateMachineArn } = await sfn.send(new CreateStateMachineCommand({ name: 'bpp-local-made_up', definition: machineAt('step', 1), roleArn: ROLE }));
  await sfn.send(new CreateStateMachineCommand({ name: 'bpp-dev-made_up', definition: machineAt('of-another-stage', 2), roleArn: ROLE }));
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{}' }));
  // The local AWS reads the definition a moment after it has accepted the execution.
  await delay(1_000);
  await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: machineAt('step', 4) }));

  expect(await prune()).toEqual(['Every version is needed.']);
  expect(await prune('--keep-for', '0', '--dry-run')).toEqual(['Would delete version 2 of step', 'Would delete version 3 of step']);
  expect(await versionsOf('step')).toEqual(['$LATEST', '1', '2', '3', '4']);

  expect(await prune('--keep-for', '0')).toEqual(['Deleted version 2 of step', 'Deleted version 3 of step']);
  expect(await versionsOf('step')).toEqual(['$LATEST', '1', '4']);

  await writeFile(OVER, '');
  const { status, output } = await eventually('the execution to end', async () => {
    const now = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return now.status === 'RUNNING' ? undefined : now;
  }, 30_000);
  expect([status, JSON.parse(output ?? '{}')]).toMatchObject(['SUCCEEDED', { Payload: { version: 1 } }]);

  expect(await prune('--keep-for', '0')).toEqual(['Deleted version 1 of step']);
  expect(await versionsOf('step')).toEqual(['$LATEST', '4']);
  expect(await versionsOf('of-another-stage')).toEqual(['$LATEST', '1', '2']);
});
