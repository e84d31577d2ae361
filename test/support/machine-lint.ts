import * as errors from '../../lambdas/domain/errors.ts';
import { worstCaseSeconds } from '../../lambdas/kit/time-limits.ts';
import type { Retrier } from '../../lib/states-language.ts';

/** What a definition must be to mean on AWS what it means in process; the synthesised template is held to the same. */

export interface AnyState {
  readonly Type: string;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly ResultPath?: string; readonly Next: string }[];
  readonly Branches?: readonly { readonly StartAt: string; readonly States: Readonly<Record<string, AnyState>> }[];
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Parameters?: unknown;
  readonly Resource?: string;
}
export interface AnyMachine { readonly StartAt: string; readonly TimeoutSeconds?: number; readonly States: Readonly<Record<string, AnyState>> }

const verdicts = Object.values(errors).flatMap((each) => (each === errors.BusinessRefusal || each.prototype instanceof errors.BusinessRefusal ? [new (each as typeof errors.BusinessRefusal)('').name] : []));
/** Business verdicts, and what includes them: to try again would change nothing. */
const NEVER_RETRIED: readonly string[] = [...verdicts, 'States.ALL', 'States.Runtime', 'States.DataLimitExceeded', 'States.Permissions'];
/** The code had no say, or says that another try may help. */
const ALWAYS_RETRIED = [
  'TransientFailure', 'OutcomeUnknown', 'Lambda.TooManyRequestsException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.Unknown', 'States.Timeout'];
/** What the world in process answers for. */
const ANSWERED = /:states:::(?:lambda:invoke|sqs:sendMessage)$/;
/** What the in-process runner ignores or does differently from AWS, so that a test over it would prove nothing. */
const UNSUPPORTED = /"QueryLanguage":"JSONata"|"Assign":|"(?:Heartbeat|Timeout)SecondsPath":|"HeartbeatSeconds":|waitForTaskToken|"Mode":"DISTRIBUTED"|"Output":/;

/** What the execution in process knows of itself; a path to anything else leads nowhere there, and somewhere on AWS. */
const CONTEXT = /"\$\$\.(?!(?:Execution\.(?:Id|Name)|StateMachine\.Id)")[^"]*"/;

/** Every state, those in branches too, by name. */
export const statesOf = (machine: Pick<AnyMachine, 'States'>): readonly (readonly [string, AnyState])[] =>
  Object.entries(machine.States).flatMap(([name, state]) => [[name, state] as const, ...(state.Branches ?? []).flatMap(statesOf)]);

export const tasksOf = (machine: AnyMachine): readonly string[] => statesOf(machine).flatMap(([name, { Type }]) => (Type === 'Task' ? [name] : []));

/** Sentences about what is wrong; none for a machine that is right. */
export function lintOf(machine: AnyMachine): readonly string[] {
  const spelt = JSON.stringify(machine);
  const unsupported = UNSUPPORTED.exec(spelt) ?? CONTEXT.exec(spelt);
  return [
    ...(machine.TimeoutSeconds ? [] : ['the machine has no time-out']),
    ...(unsupported ? [`${unsupported[0]} is not run in process as on AWS`] : []),
    ...statesOf(machine).flatMap(([name, state]) => complaints(state, machine).map((complaint) => `${name} ${complaint}`)),
    ...unparkedFailures(machine), ...namedTwice(machine),
  ];
}

/** In process a task is known by the name of its state. */
function namedTwice(machine: AnyMachine): readonly string[] {
  const names = statesOf(machine).map(([name]) => name);
  return names.filter((name, position) => names.indexOf(name) !== position).map((name) => `${name} is the name of two states`);
}

/** All its tries run into their time-out, and no pause between them is cut short by jitter (A10). */
const longestSeconds = ({ TimeoutSeconds = 0, Retry = [] }: AnyState): number => TimeoutSeconds + Retry.reduce((sum, { MaxAttempts, IntervalSeconds, BackoffRate }) =>
  sum + worstCaseSeconds({ retryAttempts: MaxAttempts, retryDelay: IntervalSeconds * 1_000, backoffRate: BackoffRate }, TimeoutSeconds) - TimeoutSeconds, 0);

function complaints(state: AnyState, machine: AnyMachine): readonly string[] {
  const catches = state.Catch ?? [];
  const retries = state.Retry ?? [];
  const task = state.Type === 'Task';
  const calls = task && state.Resource?.endsWith(':lambda:invoke');
  const named = retries.flatMap(({ ErrorEquals }) => ErrorEquals);
  return [
    task && !state.TimeoutSeconds && 'has no time-out',
    task && longestSeconds(state) > (machine.TimeoutSeconds ?? 0) && 'may take longer than the machine',
    task && retries.length === 0 && 'has no Retry',
    (task || state.Type === 'Parallel') && !catches.some(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')) && 'has no Catch for everything',
    retries.some(({ JitterStrategy }) => JitterStrategy !== 'FULL') && 'retries without jitter',
    retries.some(({ IntervalSeconds, MaxAttempts }) => !(Number.isInteger(IntervalSeconds) && IntervalSeconds > 0 && MaxAttempts > 0)) && 'retries after no whole number of seconds, or never',
    named.some((name) => NEVER_RETRIED.includes(name) || (calls && name === 'States.TaskFailed')) && 'retries what no retry can heal',
    calls && retries.length > 0 && !ALWAYS_RETRIED.every((name) => named.includes(name)) && 'gives up what a retry would heal',
    task && !ANSWERED.test(state.Resource ?? '') && 'calls what nobody answers in process',
    catches.some(({ ResultPath }) => !ResultPath || ResultPath === '$') && 'has a Catch that loses its input',
  ].filter((complaint) => typeof complaint === 'string');
}

/** Whatever leads to a Fail must have told a queue, so that no execution fails unseen; in a branch it would cut off its siblings. */
function unparkedFailures(machine: AnyMachine): readonly string[] {
  const inBranches = Object.values(machine.States).flatMap(({ Branches = [] }) => Branches.flatMap(statesOf)).filter(([, { Type }]) => Type === 'Fail').map(([name]) => `${name} fails inside a branch`);
  const failing = Object.entries(machine.States).flatMap(([name, { Type }]) => (Type === 'Fail' ? [name] : []));
  const untold = Object.entries(machine.States)
    .filter(([, state]) => !state.Resource?.endsWith(':sqs:sendMessage') && waysOut(state).some((next) => failing.includes(next)))
    .map(([name]) => `${name} fails the execution without a dead letter`);
  return [...inBranches, ...untold];
}

export const waysOut = ({ Next, Default, Choices = [], Catch = [] }: AnyState): readonly string[] =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((catcher) => catcher.Next)].filter((next) => next !== undefined);
