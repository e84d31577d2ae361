import '../support/environment.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { compensationDefinition } from '../../lib/compensation-definition.ts';
import { machineDefinition } from '../../lib/machine-definition.ts';
import type { Retrier } from '../../lib/states-language.ts';
import { lintOf, statesOf, type AnyMachine, type AnyState } from '../support/machine-lint.ts';

/** The lint of the machines notices what it is there to notice: each rule refuses a machine that is broken in one place. */
const resources = { partition: 'aws', functionArn: (state: string) => `arn:aws:lambda:eu-central-1:111122223333:function:${state}:1`, deadLetterQueueUrl: 'https://queue.example/dlq' };
const compiled = (type: string, definition: typeof machineDefinition = machineDefinition): AnyMachine => definition(workflowOf(type), resources);
const machine = compiled('role_assignment');

const state = (name: string): AnyState => {
  const found = machine.States[name];
  if (!found) throw new Error(`there is no state ${name}`);
  return found;
};
const STEP = 'CheckDependentPermissions';
const broken = (change: Partial<AnyState> & Readonly<Record<string, unknown>>, name = STEP): AnyMachine => ({ ...machine, States: { ...machine.States, [name]: { ...state(name), ...change } } });
const retrying = (change: Partial<Retrier>): AnyMachine => broken({ Retry: (state(STEP).Retry ?? []).map((each) => ({ ...each, ...change })) });
const alsoRetrying = (error: string): AnyMachine => retrying({ ErrorEquals: [...(state(STEP).Retry ?? []).flatMap(({ ErrorEquals }) => ErrorEquals), error] });
const withBranch = (states: Readonly<Record<string, AnyState>>): AnyMachine => broken({ Type: 'Parallel', Resource: undefined, TimeoutSeconds: undefined, Retry: undefined, Branches: [{ StartAt: 'X', States: states }] });

test.each(['user_registration', 'role_assignment', 'user_deletion'])('the machine of %s is right', (type) => {
  expect(lintOf(compiled(type))).toEqual([]);
});

test.each<readonly [string, AnyMachine, string]>([
  ['a machine without a time-out', { ...machine, TimeoutSeconds: undefined }, 'the machine has no time-out'],
  ['a task without one', broken({ TimeoutSeconds: undefined }), `${STEP} has no time-out`],
  ['a task with more time than its machine', broken({ TimeoutSeconds: 9_999 }), `${STEP} may take longer than the machine`],
  ['a task whose tries take longer than its machine', retrying({ MaxAttempts: 9, IntervalSeconds: 60 }), `${STEP} may take longer than the machine`],
  ['a task that is tried once', broken({ Retry: [] }), `${STEP} has no Retry`],
  ['a herd of retries', retrying({ JitterStrategy: 'NONE' as 'FULL' }), `${STEP} retries without jitter`],
  ['half a second between retries', retrying({ IntervalSeconds: 0.5 }), `${STEP} retries after no whole number of seconds, or never`],
  ['a retry that is none', retrying({ MaxAttempts: 0 }), `${STEP} retries after no whole number of seconds, or never`],
  ...['BusinessRefusal', 'AddressRejected', 'Fenced', 'DuplicateRun', 'RunWaiting', 'States.ALL', 'States.TaskFailed', 'States.Runtime', 'States.DataLimitExceeded'].map((name) =>
    [`a retry of ${name}`, alsoRetrying(name), `${STEP} retries what no retry can heal`] as const),
  ['no retry where Lambda is busy', retrying({ ErrorEquals: ['TransientFailure'] }), `${STEP} gives up what a retry would heal`],
  ['a task that catches nothing', broken({ Catch: [] }), `${STEP} has no Catch for everything`],
  ['a task that catches only what it knows', broken({ Catch: [{ ErrorEquals: ['Fenced'], ResultPath: '$.error', Next: 'Complete' }] }), `${STEP} has no Catch for everything`],
  ['a Catch in place of the input', broken({ Catch: [{ ErrorEquals: ['States.ALL'], Next: `${STEP}Failed` }] }), `${STEP} has a Catch that loses its input`],
  ['a Catch over the input', broken({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$', Next: `${STEP}Failed` }] }), `${STEP} has a Catch that loses its input`],
  ['a failure that no queue hears of', broken({ Next: 'RunFailed' }, `${STEP}Failed`), `${STEP}Failed fails the execution without a dead letter`],
  ['a failure inside a branch', withBranch({ X: { Type: 'Fail' } }), 'X fails inside a branch'],
  ['two states of one name', withBranch({ X: { Type: 'Succeed' }, Complete: { Type: 'Succeed' } }), 'Complete is the name of two states'],
  ['a service that nobody answers for', broken({ Resource: 'arn:aws:states:::events:putEvents' }), `${STEP} calls what nobody answers in process`],
  ['another query language', broken({ QueryLanguage: 'JSONata' }), '"QueryLanguage":"JSONata" is not run in process as on AWS'],
  ['variables', broken({ Assign: { x: 1 } }), '"Assign": is not run in process as on AWS'],
  ['an output of another query language', broken({ Output: { x: 1 } }), '"Output": is not run in process as on AWS'],
  ['a look at what the execution in process does not know of itself', broken({ Parameters: { 'x.$': '$$.State.RetryCount' } }), '"$$.State.RetryCount" is not run in process as on AWS'],
  ['a heartbeat', broken({ HeartbeatSeconds: 5 }), '"HeartbeatSeconds": is not run in process as on AWS'],
  ['a time-out from the state', broken({ TimeoutSecondsPath: '$.x' }), '"TimeoutSecondsPath": is not run in process as on AWS'],
  ['a task token', broken({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }), 'waitForTaskToken is not run in process as on AWS'],
  ['a distributed map', broken({ ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } } }), '"Mode":"DISTRIBUTED" is not run in process as on AWS'],
])('%s is refused', (_, wrong, complaint) => {
  expect(lintOf(wrong)).toContain(complaint);
});

test('a Parallel needs a safety net as well, and a compensation is held to the same', () => {
  const registration = compiled('user_registration');
  const [name = ''] = statesOf(registration).find(([, { Type }]) => Type === 'Parallel') ?? [];
  const parallel = registration.States[name];
  expect(lintOf({ ...registration, States: { ...registration.States, [name]: { Type: 'Parallel', ...parallel, Catch: [] } } })).toEqual([`${name} has no Catch for everything`]);
  const undoing = compiled('user_registration', compensationDefinition);
  expect(lintOf(undoing)).toEqual([]);
  expect(lintOf({ ...undoing, TimeoutSeconds: undefined })).toContain('the machine has no time-out');
});
