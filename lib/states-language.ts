import { TASK_TIMEOUT_S } from '../lambdas/kit/time-limits.ts';
import type { WorkflowConfig } from '../lambdas/kit/workflow.ts';

/** The part of the Amazon States Language (JSONPath) that the platform's machines are made of. */

type Values = Readonly<Record<string, unknown>>;
export type Onward = { readonly Next: string } | { readonly End: true };
export type Named<T> = Readonly<Record<string, T>>;

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
  readonly JitterStrategy: 'FULL';
}
/** ResultPath is no choice: a Catch that drops its input loses the run. */
export interface Catcher { readonly ErrorEquals: readonly string[]; readonly ResultPath: `$.${string}`; readonly Next: string }

export type Task = {
  readonly Type: 'Task'; readonly Resource: string; readonly Parameters: Values; readonly TimeoutSeconds: number;
  readonly Retry: readonly Retrier[]; readonly Catch: readonly Catcher[];
  readonly ResultSelector?: Values; readonly ResultPath?: string | null;
} & Onward;
export type Pass = { readonly Type: 'Pass'; readonly Parameters: Values; readonly ResultPath?: string } & Onward;
export type Parallel = {
  readonly Type: 'Parallel'; readonly Branches: readonly { readonly StartAt: string; readonly States: Named<State> }[];
  readonly ResultSelector: Values; readonly ResultPath: string; readonly Catch: readonly Catcher[];
} & Onward;
export interface Choice {
  readonly Type: 'Choice';
  readonly Choices: readonly { readonly Variable: string; readonly StringEquals: string; readonly Next: string }[];
  readonly Default: string;
}
export interface Wait { readonly Type: 'Wait'; readonly Seconds: number; readonly Next: string }
export interface Succeed { readonly Type: 'Succeed' }
export interface Fail { readonly Type: 'Fail'; readonly Error: string; readonly Cause: string }
export type State = Task | Pass | Parallel | Choice | Wait | Succeed | Fail;

/** An alias, not an interface: it is handed to what expects a plain record. */
export type StateMachine = {
  readonly Comment: string; readonly StartAt: string; readonly TimeoutSeconds: number; readonly States: Named<State>;
};

/** What the stack knows and a declaration does not. Functions are asked for by the name of their state. */
export interface Resources {
  readonly partition: string;
  readonly functionArn: (state: string) => string;
  readonly deadLetterQueueUrl: string;
}

/** Worth another try: the platform's own two words, and what is said when the code had no say. */
const TRANSIENT = [
  'TransientFailure', 'OutcomeUnknown', 'Lambda.TooManyRequestsException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException',
  'Lambda.SdkClientException', 'Lambda.ClientExecutionTimeoutException', 'Lambda.Unknown', 'Runtime.ExitError', 'Sandbox.Timedout', 'States.Timeout',
];
/** Whatever SQS says: a dead letter that is sent twice harms nobody, one that is not sent does. */
const ANYTHING_OF_SQS = ['States.TaskFailed', 'States.Timeout'];

const retried = (ErrorEquals: readonly string[], { retryAttempts, retryDelay, backoffRate }: WorkflowConfig): readonly Retrier[] =>
  [{ ErrorEquals, IntervalSeconds: retryDelay / 1000, MaxAttempts: retryAttempts, BackoffRate: backoffRate, JitterStrategy: 'FULL' }];

/** The error under `$.<at>`, beside everything that was known before. */
export const caught = (ErrorEquals: readonly string[], at: string, Next: string): Catcher => ({ ErrorEquals, ResultPath: `$.${at}`, Next });

export const invocation = (
  { partition }: Resources, config: WorkflowConfig, functionArn: string, payload: Values,
  rest: Pick<Task, 'Catch' | 'ResultSelector' | 'ResultPath'> & Partial<Pick<Task, 'TimeoutSeconds'>> & Onward,
): Task => ({
  Type: 'Task', Resource: `arn:${partition}:states:::lambda:invoke`, Parameters: { FunctionName: functionArn, ...payload },
  TimeoutSeconds: TASK_TIMEOUT_S, Retry: retried(TRANSIENT, config), ...rest,
});

export const deadLetter = ({ partition, deadLetterQueueUrl }: Resources, config: WorkflowConfig, MessageBody: Values, Next: string): Task => ({
  Type: 'Task', Resource: `arn:${partition}:states:::sqs:sendMessage`, Parameters: { QueueUrl: deadLetterQueueUrl, MessageBody },
  TimeoutSeconds: TASK_TIMEOUT_S, Retry: retried(ANYTHING_OF_SQS, config), Catch: [caught(['States.ALL'], 'deadLetterError', Next)],
  ResultPath: null, Next,
});
