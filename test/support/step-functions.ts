import { StateMachine } from 'aws-local-stepfunctions';
import type { SeenExecution } from '../../lambdas/adapters/executions.ts';
import { dashed } from '../../lib/entry-points.ts';
import { compensationDefinition } from '../../lib/compensation-definition.ts';
import { compensationStates, forwardStates } from '../../lib/machine-states.ts';
import { machineDefinition } from '../../lib/machine-definition.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { checkStart, LARGEST_STATE_BYTES, LONGEST_HISTORY } from './execution-limits.ts';
import { named, type DeployedFunction, type FunctionHost } from './function-host.ts';
import type { Injections } from './injections.ts';
import { lintOf, statesOf, tasksOf, type AnyMachine } from './machine-lint.ts';
import { MemoryQueues } from './memory-queues.ts';

export interface Execution {
  readonly arn: string;
  readonly type: string;
  readonly input: unknown;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  /** Names of the states in the order in which they were entered. */
  readonly path: string[];
  /** Every retry that was made, by state. */
  readonly retried: string[];
  /** Everything that the history keeps, as text. */
  readonly history: string[];
}

interface Deployed { readonly definition: AnyMachine; readonly machine: StateMachine; readonly functions: ReadonlyMap<string, DeployedFunction> }
const deployments = new Map<string, Deployed>();

const arnOf = (workflow: WorkflowDeclaration, state: string): string => `arn:aws:lambda:eu-central-1:111122223333:function:${dashed(workflow)}-${state}:1`;

export type Machine = 'forward' | 'compensation';
const definitions = { forward: machineDefinition, compensation: compensationDefinition } as const;
const states = { forward: forwardStates, compensation: compensationStates } as const;

const nameOf = (workflow: WorkflowDeclaration, which: Machine): string => `${workflow.type} ${which} ${workflow.config.parallelTasks}`;

/** A machine from somewhere else than the declaration, such as a template, takes the place of the compiled one. */
export function deploy(workflow: WorkflowDeclaration, which: Machine, definition: AnyMachine, functions: ReadonlyMap<string, DeployedFunction>): void {
  deployments.set(nameOf(workflow, which), deploymentOf(definition, functions));
}

/** As the stack deploys it: states know functions by version ARN, and functions come from files by name. */
function deployed(workflow: WorkflowDeclaration, which: Machine): Deployed {
  const name = nameOf(workflow, which);
  const known = deployments.get(name);
  if (known) return known;
  const definition = definitions[which](workflow, {
    partition: 'aws', functionArn: (state) => arnOf(workflow, state), deadLetterQueueUrl: `https://queue.example/${workflow.config.deadLetterQueue}`,
  }) as AnyMachine;
  const deployment = deploymentOf(definition, new Map<string, DeployedFunction>(states[which](workflow).map(({ state, ...about }) => [arnOf(workflow, state), about])));
  deployments.set(name, deployment);
  return deployment;
}

function deploymentOf(definition: AnyMachine, functions: ReadonlyMap<string, DeployedFunction>): Deployed {
  const complaints = lintOf(definition);
  if (complaints.length > 0) throw new Error(`running it in process would prove nothing: ${complaints.join('; ')}`);
  // By way of text: what structuredClone makes inside Jest is of another realm, and the runner takes it for no plain object.
  const machine = new StateMachine(JSON.parse(JSON.stringify(definition)) as ConstructorParameters<typeof StateMachine>[0]);
  return { definition, machine, functions };
}

/** Runs the compiled machines in process, on the real handlers. */
export class StepFunctions {
  readonly executions: Execution[] = [];
  readonly queues = new MemoryQueues();
  /** What was put into them, and what of it was deleted again. */
  readonly deadLetters = this.queues.letters;
  readonly silenced = this.queues.silenced;
  readonly #aborts = new Map<string, () => void>();
  /** So many of the next starts by name never come about: whoever makes them dies before. */
  startsToLose = 0;
  /** So many events an execution may have. */
  longestHistory = LONGEST_HISTORY;
  readonly #names = new Set<string>();
  readonly #host: FunctionHost;
  readonly #injections: Injections;

  constructor(host: FunctionHost, injections: Injections) {
    this.#host = host;
    this.#injections = injections;
  }

  start(workflow: WorkflowDeclaration, input: unknown, which: Machine = 'forward', name = `execution-${this.executions.length + 1}`): Execution {
    checkStart(name, input);
    const { definition, machine, functions } = deployed(workflow, which);
    const execution: Execution = {
      arn: `arn:aws:states:eu-central-1:111122223333:execution:${dashed(workflow)}:${name}`, type: which === 'forward' ? workflow.type : `${workflow.type}-compensation`, input, status: 'RUNNING', path: [], retried: [], history: [],
    };
    this.executions.push(execution);
    const handlers = Object.fromEntries(tasksOf(definition).map((state) => [state, async (parameters: unknown): Promise<unknown> => {
      const isQueue = new Map(statesOf(definition)).get(state)?.Resource?.includes(':sqs:');
      const call = (payload: unknown): Promise<unknown> => (isQueue ? this.#send(payload) : this.#call(functions, payload));
      return this.#injections.around(state, (change = (payload) => payload) => call(change(parameters)), { machine: execution.type, execution: execution.arn });
    }]));
    const running = machine.run(input as Parameters<StateMachine['run']>[0], {
      overrides: { taskResourceLocalHandlers: handlers as NonNullable<NonNullable<Parameters<StateMachine['run']>[1]>['overrides']>['taskResourceLocalHandlers'] & object },
      context: { Execution: { Id: execution.arn, Name: name }, StateMachine: { Id: dashed(workflow) } },
    });
    this.#aborts.set(execution.arn, () => running.abort());
    // Ended in its very first state, before anybody knew how.
    if (execution.status !== 'RUNNING') running.abort();
    void record(execution, running, this.longestHistory);
    return execution;
  }

  look(arn: string): Promise<SeenExecution | undefined> {
    const found = this.executions.find((each) => each.arn === arn);
    return Promise.resolve(found && { running: found.status === 'RUNNING', input: JSON.stringify(found.input) });
  }

  /** As when somebody presses "stop", or the machine is gone: what works at this moment works on, and no state follows it. */
  stop(arn: string): Promise<void> {
    this.end(arn, 'ABORTED');
    return Promise.resolve();
  }

  /** The same, also as when the time of the machine is up. */
  end(arn: string, status: 'ABORTED' | 'TIMED_OUT'): void {
    const found = this.executions.find((each) => each.arn === arn);
    if (found?.status !== 'RUNNING') return;
    found.status = status;
    this.#aborts.get(arn)?.();
  }

  /** A name is taken for ever: whoever starts it again starts nothing. */
  startCompensation(type: string, runId: string, attempt: number, input: object): Promise<void> {
    return this.#startNamed(type, input, 'compensation', `${runId}-c${attempt}`);
  }

  startRun(type: string, runId: string, attempt: number, input: object): Promise<void> {
    return this.#startNamed(type, input, 'forward', `${runId}-a${attempt}`);
  }

  // Whoever is refused hears it as a rejection, like everything of AWS.
  // oxlint-disable-next-line typescript/require-await
  async #startNamed(type: string, input: object, which: Machine, name: string): Promise<void> {
    if (this.startsToLose > 0) {
      this.startsToLose -= 1;
      throw named('Lambda.Unknown');
    }
    const workflow = workflows.find((each) => each.type === type);
    if (!workflow) throw named('StateMachineDoesNotExist', `there is no machine of ${type}`);
    if (this.#names.has(name)) return;
    this.start(workflow, JSON.parse(JSON.stringify(input)), which, name);
    this.#names.add(name);
  }

  async #call(functions: ReadonlyMap<string, DeployedFunction>, parameters: unknown): Promise<unknown> {
    const { FunctionName, Payload } = parameters as { FunctionName: string; Payload: unknown };
    const found = functions.get(FunctionName);
    if (!found) throw new Error(`no function ${FunctionName}`);
    return { Payload: await this.#host.invoke(found, Payload), StatusCode: 200 };
  }

  async #send(parameters: unknown): Promise<unknown> {
    const { QueueUrl, MessageBody } = parameters as { QueueUrl: string; MessageBody: object };
    await this.queues.send(QueueUrl.split('/').at(-1) ?? '', MessageBody);
    return { MessageId: `message-${this.deadLetters.length}` };
  }
}

async function record(execution: Execution, { eventLogs, result, abort }: ReturnType<StateMachine['run']>, longestHistory: number): Promise<void> {
  const ended = result.then(() => 'SUCCEEDED' as const, (error: unknown) => (error instanceof Error && error.name === 'ExecutionTimeoutError' ? 'TIMED_OUT' as const : 'FAILED' as const));
  for await (const event of eventLogs) {
    const text = JSON.stringify(event);
    if (execution.status === 'RUNNING' && (Buffer.byteLength(text) > LARGEST_STATE_BYTES || execution.history.length >= longestHistory)) {
      // No Catch sees it: the execution is over, and whatever works at this moment works on.
      execution.status = 'FAILED';
      abort();
      continue;
    }
    execution.history.push(text);
    if (event.type === 'StateEntered') execution.path.push(event.state.name);
    if (event.type === 'StateRetried') execution.retried.push(event.state.name);
  }
  const status = await ended;
  if (execution.status === 'RUNNING') execution.status = status;
}
