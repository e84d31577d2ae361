/** What the rest of the project takes for granted about the local AWS, and each correction of the launcher. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EventBridgeClient, PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { LambdaClient, PublishVersionCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { CreateStateMachineCommand, DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { jest } from '@jest/globals';
import * as z from 'zod';
import { folderAt, startLocalAws, type LocalAws } from '../../local/local-aws.ts';
import { mailboxAt } from '../../local/mailbox.ts';
import { freePort } from '../../local/ports.ts';
import { ensurePythonEnvironment } from '../../local/python-environment.ts';
import { clientSettings } from '../../local/cdk.ts';
import { createFunction, invoke, ROLE } from '../support/emulated-lambda.ts';
import { zipOf } from '../../local/zip.ts';

jest.setTimeout(30_000);

const ROOT = resolve(import.meta.dirname, '../..');
const GATE = 3;
const SHORT_RETRY = { IntervalSeconds: 1, BackoffRate: 1 };

const HANDLERS = `
  let calls = 0;
  const seen = new Map();
  const named = (name) => Object.assign(new Error('on purpose'), { name });
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  exports.echo = async (event) => ({ keys: Object.keys(event), event, call: ++calls, pid: process.pid, node: process.version });
  exports.fail = async ({ key, name, times }) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count <= (times ?? Infinity)) throw named(name);
    return { attempts: count };
  };
  exports.counts = async ({ key }) => ({ attempts: seen.get(key) ?? 0 });
  exports.failOrCount = async (event) => event.count === true ? exports.counts(event) : exports.fail(event);
  exports.sleep = async ({ ms }) => { const from = Date.now(); await wait(ms); return { from, to: Date.now() }; };
  exports.die = async () => process.kill(process.pid, 'SIGKILL');
  exports.about = async (event, context) => ({
    name: context.functionName, arn: context.invokedFunctionArn, version: context.functionVersion,
    remaining: context.getRemainingTimeInMillis(), home: process.env.HOME, npm: process.env.npm_lifecycle_event ?? null,
  });
`;

let port: number;
let aws: LocalAws;
let lambda: LambdaClient;
let sfn: SFNClient;

beforeAll(async () => {
  port = await freePort();
  aws = await startLocalAws({ port, logFile: `${ROOT}/.local/test/smoke.log`, lambdaGate: GATE, say: (line) => console.log(line) });
  lambda = new LambdaClient(clientSettings(aws.endpoint));
  sfn = new SFNClient(clientSettings(aws.endpoint));
  await Promise.all(['echo', 'failOrCount', 'die', 'about'].map((name) => createFunction(lambda, name, { source: HANDLERS, handler: name })));
  await createFunction(lambda, 'sleep', { source: HANDLERS, handler: 'sleep', timeout: 1 });
  await Promise.all([1, 2, 3].map((n) => createFunction(lambda, `sleeper-${n}`, { source: HANDLERS, handler: 'sleep' })));
  await wait(0.05);
});

afterAll(async () => {
  await aws.stop();
});

/** The pauses of Wait and Retry, scaled. */
const wait = (scale: number): Promise<Response> =>
  fetch(`${aws.endpoint}/_ministack/config`, { method: 'POST', body: JSON.stringify({ 'stepfunctions._SFN_WAIT_SCALE': scale }) });

const arnOf = (name: string): string => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

interface Outcome {
  readonly status: string;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly output: unknown;
}

let machines = 0;

/** Runs the states as a machine of their own until it ends. */
async function run(states: Record<string, object>, input: object = {}): Promise<Outcome> {
  const definition = JSON.stringify(branch(states));
  const { stateMachineArn } = await sfn.send(new CreateStateMachineCommand({ name: `machine-${++machines}`, definition, roleArn: ROLE }));
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }));
  for (;;) {
    const { status, output, error, cause } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (status !== 'RUNNING') return { status: status ?? '', error, cause, output: output === undefined ? undefined : JSON.parse(output) };
    await delay(30);
  }
}

const branch = (states: Record<string, object>): object => ({ StartAt: Object.keys(states)[0], States: states });

/** A Lambda task as CDK writes it. */
const task = (name: string, payload: object, more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name.startsWith('arn:') ? name : arnOf(name), ...payload },
  End: true,
  ...more,
});

const failing = (key: string, name: string, more: object = {}, times?: number): object =>
  task('failOrCount', { Payload: { key, name, ...(times === undefined ? {} : { times }) } }, more);

const attemptsAt = async (key: string): Promise<unknown> => (await invoke(lambda, 'failOrCount', { key, count: true }))['attempts'];

describe('Lambda', () => {
  test('handlers run on Node 24 and see nothing of the environment of the one who started it', async () => {
    expect(await invoke(lambda, 'echo')).toMatchObject({ node: expect.stringMatching(/^v2[4-9]/) });
    expect(await invoke(lambda, 'about')).toMatchObject({ home: folderAt(port), npm: null });
  });

  test('the context names the function and says how much time is left', async () => {
    expect(await invoke(lambda, 'about')).toMatchObject({ name: 'about', arn: arnOf('about'), version: '$LATEST' });
    expect((await invoke(lambda, 'about'))['remaining']).toBeGreaterThan(8000);
    expect((await invoke(lambda, 'about'))['remaining']).toBeLessThanOrEqual(10_000);
  });

  test('a handler that throws reports the own name of its error and keeps its process', async () => {
    const before = await invoke(lambda, 'failOrCount', { key: 'kept', name: 'TransientFailure' });
    expect(before).toMatchObject({ errorType: 'TransientFailure', errorMessage: 'on purpose' });
    await invoke(lambda, 'failOrCount', { key: 'kept', name: 'TransientFailure' });
    expect(await attemptsAt('kept')).toBe(2);
  });

  test('a handler that takes too long ends as Sandbox.Timedout', async () => {
    expect(await invoke(lambda, 'sleep', { ms: 3000 })).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  test('a handler whose process is killed ends as Runtime.ExitError, and the next call works', async () => {
    expect(await invoke(lambda, 'die')).toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(await invoke(lambda, 'die')).toMatchObject({ errorType: 'Runtime.ExitError' });
  });

  test('two calls of one function run side by side, and no more handlers at once than the gate lets through', async () => {
    const names = ['sleeper-1', 'sleeper-2', 'sleeper-3'];
    await Promise.all(names.map((name) => invoke(lambda, name, { ms: 1 })));
    const calls = names.flatMap((name) => [name, name, name]);
    const spans = await Promise.all(calls.map(async (name) => ({ name, ...spanOf(await invoke(lambda, name, { ms: 250 })) })));
    expect(mostAtOnce(spans)).toBe(GATE);
    expect(Math.max(...names.map((name) => mostAtOnce(spans.filter((span) => span.name === name))))).toBe(2);
  });
});

interface Span {
  readonly from: number;
  readonly to: number;
}

const spanOf = (answer: unknown): Span => z.object({ from: z.number(), to: z.number() }).parse(answer);

const mostAtOnce = (spans: readonly Span[]): number =>
  Math.max(...spans.map(({ from }) => spans.filter((other) => other.from <= from && from < other.to).length));

describe('Step Functions', () => {
  test('the event arrives clean and leaves clean', async () => {
    const { output } = await run({ Echo: task('echo', { 'Payload.$': '$' }) }, { userId: 'u-1', nested: { kept: true } });
    expect(output).toMatchObject({ Payload: { keys: ['userId', 'nested'], event: { userId: 'u-1', nested: { kept: true } } } });
    const { output: untouched } = await run({ Echo: task('echo', { 'Payload.$': '$' }, { ResultPath: null }) }, { userId: 'u-1' });
    expect(untouched).toEqual({ userId: 'u-1' });
  });

  test('Retry by the name of an error tries again until it works', async () => {
    const Retry = [{ ErrorEquals: ['TransientFailure'], MaxAttempts: 3, ...SHORT_RETRY }];
    expect(await run({ Step: failing('retried', 'TransientFailure', { Retry }, 2) })).toMatchObject({ status: 'SUCCEEDED', output: { Payload: { attempts: 3 } } });
  });

  test('Retry of another error does not apply', async () => {
    const Retry = [{ ErrorEquals: ['TransientFailure'], MaxAttempts: 3, ...SHORT_RETRY }];
    expect(await run({ Step: failing('other', 'BusinessRefusal', { Retry }) })).toMatchObject({ status: 'FAILED', error: 'BusinessRefusal' });
    expect(await attemptsAt('other')).toBe(1);
  });

  test('MaxAttempts 0 means never, whatever entry follows', async () => {
    const Retry = [{ ErrorEquals: ['BusinessRefusal'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'], MaxAttempts: 3, ...SHORT_RETRY }];
    expect(await run({ Step: failing('never', 'BusinessRefusal', { Retry }) })).toMatchObject({ status: 'FAILED' });
    expect(await attemptsAt('never')).toBe(1);
  });

  test('Catch by the name of an error keeps the input and says what happened', async () => {
    const Catch = [
      { ErrorEquals: ['Fenced'], Next: 'Wrong' },
      { ErrorEquals: ['BusinessRefusal'], Next: 'Caught', ResultPath: '$.failure' },
    ];
    const { output } = await run({ Step: failing('caught', 'BusinessRefusal', { Catch }), Caught: { Type: 'Pass', End: true }, Wrong: { Type: 'Fail' } }, { userId: 'u-1' });
    expect(output).toMatchObject({ userId: 'u-1', failure: { Error: 'BusinessRefusal', Cause: expect.stringContaining('on purpose') } });
  });

  test('a Lambda that takes too long is Sandbox.Timedout to Retry and Catch', async () => {
    const Catch = [{ ErrorEquals: ['Sandbox.Timedout'], Next: 'Caught' }];
    const outcome = await run({ Step: task('sleep', { Payload: { ms: 3000 } }, { Catch }), Caught: { Type: 'Pass', Result: 'caught', End: true } });
    expect(outcome.output).toBe('caught');
  });

  test('inside a Parallel each branch retries and catches by name, and a Choice reads what came out', async () => {
    const Retry = [{ ErrorEquals: ['TransientFailure'], MaxAttempts: 2, ...SHORT_RETRY }];
    const done = { 'status': 'DONE', 'attempts.$': '$.Payload.attempts' };
    const Branches = [
      branch({ A: failing('branch-a', 'TransientFailure', { Retry, ResultSelector: done }, 1) }),
      branch({
        B: failing('branch-b', 'BusinessRefusal', { Retry, Catch: [{ ErrorEquals: ['BusinessRefusal'], Next: 'BFailed' }] }),
        BFailed: { Type: 'Pass', Parameters: { 'status': 'FAILED', 'error.$': '$.Error' }, End: true },
      }),
    ];
    const ResultSelector = { 'A.$': '$[0]', 'B.$': '$[1]', 'count.$': 'States.ArrayLength($)' };
    const { output } = await run({
      Settle: { Type: 'Parallel', Branches, ResultSelector, ResultPath: '$.outcomes', Next: 'Judge' },
      Judge: { Type: 'Choice', Choices: [{ Variable: '$.outcomes.A.status', StringEquals: 'DONE', Next: 'Right' }], Default: 'Wrong' },
      Right: { Type: 'Pass', Parameters: { 'text.$': "States.Format('{} of {}', $.userId, $.outcomes.count)", 'outcomes.$': '$.outcomes' }, End: true },
      Wrong: { Type: 'Fail' },
    }, { userId: 'u-1' });
    expect(output).toEqual({ text: 'u-1 of 2', outcomes: { A: { status: 'DONE', attempts: 2 }, B: { status: 'FAILED', error: 'BusinessRefusal' }, count: 2 } });
  });

  test('a Parallel whose branch fails is caught by the Catch on the Parallel', async () => {
    const Branches = [branch({ A: failing('uncaught', 'Bug') }), branch({ B: { Type: 'Pass', End: true } })];
    const Catch = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Net' }];
    const { output } = await run({ Both: { Type: 'Parallel', Branches, Catch, End: true }, Net: { Type: 'Pass', End: true } }, { userId: 'u-1' });
    expect(output).toMatchObject({ userId: 'u-1', failure: { Error: 'Bug' } });
  });

  test('a Parallel is retried as a whole', async () => {
    const Branches = [branch({ A: failing('whole', 'TransientFailure', {}, 2) })];
    const Retry = [{ ErrorEquals: ['TransientFailure'], MaxAttempts: 2, ...SHORT_RETRY }];
    expect(await run({ All: { Type: 'Parallel', Branches, Retry, End: true } })).toMatchObject({ output: [{ Payload: { attempts: 3 } }] });
  });

  test('a machine sends a message to a queue by itself', async () => {
    const sqs = new SQSClient(clientSettings(aws.endpoint));
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'user_registration_dlq' }));
    const Send = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { QueueUrl, 'MessageBody.$': '$' }, ResultPath: null, Next: 'End' };
    expect(await run({ Send, End: { Type: 'Fail', Error: 'StepFailed' } }, { runId: 'r-1' })).toMatchObject({ status: 'FAILED', error: 'StepFailed' });
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.map(({ Body }) => JSON.parse(Body ?? ''))).toEqual([{ runId: 'r-1' }]);
  });
});

const answering = (text: string): string => `exports.handler = async () => '${text}'`;

async function cloudFormation(action: string, parameters: Record<string, string>): Promise<string> {
  const authorization = 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cloudformation/aws4_request, SignedHeaders=host, Signature=none';
  const body = new URLSearchParams({ Action: action, Version: '2010-05-15', ...parameters });
  return (await fetch(aws.endpoint, { method: 'POST', body, headers: { authorization } })).text();
}

/** The outputs of a stack with one function, of this text, and these versions of it. */
async function deploy(text: string, versions: readonly string[]): Promise<Record<string, string>> {
  const lambdaFunction = { FunctionName: 'deployed', Runtime: 'nodejs24.x', Handler: 'index.handler', Role: ROLE, Code: { ZipFile: answering(text) } };
  const Resources = { Function: { Type: 'AWS::Lambda::Function', Properties: lambdaFunction }, ...Object.fromEntries(versions.map((name) => [name, { Type: 'AWS::Lambda::Version', DeletionPolicy: 'Retain', Properties: { FunctionName: { Ref: 'Function' } } }])) };
  const Outputs = Object.fromEntries(versions.map((name) => [name, { Value: { Ref: name } }]));
  await cloudFormation(versions.length === 1 ? 'CreateStack' : 'UpdateStack', { StackName: 'versions', TemplateBody: JSON.stringify({ Resources, Outputs }) });
  for (;;) {
    const answer = await cloudFormation('DescribeStacks', { StackName: 'versions' });
    if (/_COMPLETE<\/StackStatus>/.test(answer)) {
      return Object.fromEntries(versions.map((name) => [name, new RegExp(`<OutputKey>${name}</OutputKey>\\s*<OutputValue>([^<]+)`).exec(answer)?.[1] ?? '']));
    }
    await delay(30);
  }
}

describe('function versions', () => {
  test('an older version still answers with its own code', async () => {
    await createFunction(lambda, 'versioned', { source: answering('old'), handler: 'handler' });
    await lambda.send(new PublishVersionCommand({ FunctionName: 'versioned' }));
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'versioned', ZipFile: zipOf('index.js', answering('new')) }));
    await lambda.send(new PublishVersionCommand({ FunctionName: 'versioned' }));
    const { output } = await run({
      Old: task(`${arnOf('versioned')}:1`, {}, { ResultPath: '$.old', End: false, Next: 'New' }),
      New: task(`${arnOf('versioned')}:2`, {}, { ResultPath: '$.new' }),
    });
    expect(output).toMatchObject({ old: { Payload: 'old' }, new: { Payload: 'new' } });
  });

  test('a deployment pins a version, and the next deployment keeps it', async () => {
    const first = await deploy('old', ['First']);
    const second = await deploy('new', ['First', 'Second']);
    expect(first).toEqual({ First: `${arnOf('deployed')}:1` });
    expect(second).toEqual({ First: `${arnOf('deployed')}:1`, Second: `${arnOf('deployed')}:2` });
    const { output } = await run({
      Old: task(second['First'] ?? '', {}, { ResultPath: '$.old', End: false, Next: 'New' }),
      New: task(second['Second'] ?? '', {}, { ResultPath: '$.new' }),
    });
    expect(output).toMatchObject({ old: { Payload: 'old' }, new: { Payload: 'new' } });
  });
});

test('a mail that SES took lies in the mailbox', async () => {
  const ses = new SESClient(clientSettings(aws.endpoint));
  const Body = { Text: { Data: 'token=abc' }, Html: { Data: '<p>您好</p>' } };
  await ses.send(new SendEmailCommand({ Source: 'no-reply@example.com', Destination: { ToAddresses: ['wang@example.com'] }, Message: { Subject: { Data: '请验证' }, Body } }));
  const mailbox = await mailboxAt(aws.endpoint);
  expect(await mailbox.messages()).toEqual([{ to: ['wang@example.com'], from: 'no-reply@example.com', subject: '请验证', text: 'token=abc', html: '<p>您好</p>', at: expect.stringMatching(/^\d{4}-.*Z$/) }]);
});

test('a rule hands over to a queue what its transformer makes of an event, as JSON', async () => {
  const [bridge, sqs] = [new EventBridgeClient(clientSettings(aws.endpoint)), new SQSClient(clientSettings(aws.endpoint))];
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'told_by_others' }));
  await bridge.send(new PutRuleCommand({ Name: 'OfOthers', EventPattern: JSON.stringify({ source: [{ 'anything-but': ['ours'] }], detail: { name: [{ exists: true }] } }) }));
  const InputTransformer = { InputPathsMap: { source: '$.source', name: '$.detail.name', count: '$.detail.count' }, InputTemplate: '{"said":<source>,"name":<name>,"count":<count>,"text":"<name> said so"}' };
  await bridge.send(new PutTargetsCommand({ Rule: 'OfOthers', Targets: [{ Id: 'queue', Arn: 'arn:aws:sqs:us-east-1:000000000000:told_by_others', InputTransformer }] }));
  const said = [['ours', { name: 'a', count: 1 }], ['theirs', { count: 1 }], ['theirs', { name: 'b', count: 2 }]] as const;
  await bridge.send(new PutEventsCommand({ Entries: said.map(([Source, detail]) => ({ Source, DetailType: 'told', Detail: JSON.stringify(detail) })) }));
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5, MaxNumberOfMessages: 10 }));
  expect(Messages.map(({ Body = '' }) => JSON.parse(Body) as unknown)).toEqual([{ said: 'theirs', name: 'b', count: 2, text: 'b said so' }]);
});

test('another MiniStack, whose source the corrections were not written for, is refused by name', async () => {
  const script = [
    `import sys; sys.path.insert(0, '${ROOT}/local')`,
    'from ministack.services import stepfunctions',
    'from ministack_corrections import state_machines',
    'stepfunctions._find_matching_retrier = lambda *_: None',
    'state_machines.correct()',
  ];
  const refused = promisify(execFile)(await ensurePythonEnvironment(), ['-c', script.join('\n')]);
  await expect(refused).rejects.toThrow(/ministack_launcher: the source of .* has changed; check local\/ministack_corrections/);
});
