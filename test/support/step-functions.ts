import { StateMachine } from 'aws-local-stepfunctions';
import { completeEntry, dashed, operationEntry, stepEntry } from '../../lib/entry-points.ts';
import { machineDefinition } from '../../lib/machine-definition.ts';
import { claimTouches, completeTouches, parkTouches, stepTouches } from '../../lambdas/kit/engine-touches.ts';
import { stepsOf, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { uncatchable, type DeployedFunction, type FunctionHost } from './function-host.ts';
import type { Injections } from './injections.ts';
import { lintOf, statesOf, tasksOf, type AnyMachine } from './machine-lint.ts';

const LARGEST_STATE_BYTES = 262_144;

export interface DeadLetter { readonly queue: string; readonly body: Readonly<Record<string, unknown>> }
export interface Execution {
  readonly arn: string;
  readonly type: string;
  readonly input: unknown;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  /** Names of the states in the order in which they were entered. */
  readonly path: string[];
  /** Every retry that was made, by state. */
  readonly retried: string[];
  /** Everything that the history keeps, as text. */
  readonly history: string[];
}

interface Deployed { readonly definition: AnyMachine; readonly machine: StateMachine; readonly functions: ReadonlyMap<string, DeployedFunction> }
const deployments = new Map<WorkflowDeclaration, Deployed>();

const arnOf = (workflow: WorkflowDeclaration, state: string): string => `arn:aws:lambda:eu-central-1:111122223333:function:${dashed(workflow)}-${state}:1`;

/** As the stack deploys it: states know functions by version ARN, and functions come from files by name. */
function deployed(workflow: WorkflowDeclaration): Deployed {
  const known = deployments.get(workflow);
  if (known) return known;
  const definition = machineDefinition(workflow, {
    partition: 'aws', functionArn: (state) => arnOf(workflow, state), deadLetterQueueUrl: `https://queue.example/${workflow.config.deadLetterQueue}`,
  }) as AnyMachine;
  const complaints = lintOf(definition);
  if (complaints.length > 0) throw new Error(`running it in process would prove nothing: ${complaints.join('; ')}`);
  const functions = new Map<string, DeployedFunction>([
    [arnOf(workflow, 'Claim'), { entry: operationEntry('claim-run'), touches: claimTouches }],
    [arnOf(workflow, 'Park'), { entry: operationEntry('park-run'), touches: parkTouches }],
    [arnOf(workflow, 'Complete'), { entry: completeEntry(workflow), touches: completeTouches(workflow) }],
    ...stepsOf(workflow).map((step) => [arnOf(workflow, step.step), { entry: stepEntry(workflow, step), touches: stepTouches(step) }] as const),
  ]);
  // By way of text: what structuredClone makes inside Jest is of another realm, and the runner takes it for no plain object.
  const machine = new StateMachine(JSON.parse(JSON.stringify(definition)) as ConstructorParameters<typeof StateMachine>[0]);
  const deployment = { definition, machine, functions };
  deployments.set(workflow, deployment);
  return deployment;
}

/** Runs the compiled machines in process, on the real handlers. */
export class StepFunctions {
  readonly executions: Execution[] = [];
  readonly deadLetters: DeadLetter[] = [];
  readonly #host: FunctionHost;
  readonly #injections: Injections;

  constructor(host: FunctionHost, injections: Injections) {
    this.#host = host;
    this.#injections = injections;
  }

  start(workflow: WorkflowDeclaration, input: unknown): Execution {
    const { definition, machine, functions } = deployed(workflow);
    const name = `execution-${this.executions.length + 1}`;
    const execution: Execution = {
      arn: `arn:aws:states:eu-central-1:111122223333:execution:${dashed(workflow)}:${name}`, type: workflow.type, input, status: 'RUNNING', path: [], retried: [], history: [],
    };
    this.executions.push(execution);
    const handlers = Object.fromEntries(tasksOf(definition).map((state) => [state, async (parameters: unknown): Promise<unknown> => {
      const isQueue = new Map(statesOf(definition)).get(state)?.Resource?.includes(':sqs:');
      return this.#injections.around(state, () => (isQueue ? this.#send(parameters) : this.#call(functions, parameters)));
    }]));
    const running = machine.run(input as Parameters<StateMachine['run']>[0], {
      overrides: { taskResourceLocalHandlers: handlers as NonNullable<NonNullable<Parameters<StateMachine['run']>[1]>['overrides']>['taskResourceLocalHandlers'] & object },
      context: { Execution: { Id: execution.arn, Name: name }, StateMachine: { Id: dashed(workflow) } },
    });
    void record(execution, running);
    return execution;
  }

  async #call(functions: ReadonlyMap<string, DeployedFunction>, parameters: unknown): Promise<unknown> {
    const { FunctionName, Payload } = parameters as { FunctionName: string; Payload: unknown };
    const found = functions.get(FunctionName);
    if (!found) throw new Error(`no function ${FunctionName}`);
    return { Payload: await this.#host.invoke(found, Payload), StatusCode: 200 };
  }

  #send(parameters: unknown): Promise<unknown> {
    const { QueueUrl, MessageBody } = parameters as { QueueUrl: string; MessageBody: Readonly<Record<string, unknown>> };
    this.deadLetters.push({ queue: QueueUrl.split('/').at(-1) ?? '', body: MessageBody });
    return Promise.resolve({ MessageId: `message-${this.deadLetters.length}` });
  }
}

async function record(execution: Execution, { eventLogs, result }: ReturnType<StateMachine['run']>): Promise<void> {
  const ended = result.then(() => 'SUCCEEDED' as const, (error: unknown) => (error instanceof Error && error.name === 'ExecutionTimeoutError' ? 'TIMED_OUT' as const : 'FAILED' as const));
  for await (const event of eventLogs) {
    const text = JSON.stringify(event);
    if (Buffer.byteLength(text) > LARGEST_STATE_BYTES) throw uncatchable('States.DataLimitExceeded');
    execution.history.push(text);
    if (event.type === 'StateEntered') execution.path.push(event.state.name);
    if (event.type === 'StateRetried') execution.retried.push(event.state.name);
  }
  execution.status = await ended;
}
