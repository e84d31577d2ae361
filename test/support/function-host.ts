import type { Context } from 'aws-lambda';
import type { Bus } from '../../lambdas/adapters/bus.ts';
import type { DeadLetterQueues } from '../../lambdas/adapters/dead-letter-queues.ts';
import type { Executions } from '../../lambdas/adapters/executions.ts';
import type { Mailbox } from '../../lambdas/adapters/mailbox.ts';
import type { Signer } from '../../lambdas/adapters/signer.ts';
import type { Store } from '../../lambdas/adapters/store.ts';
import { vault, type Vault } from '../../lambdas/adapters/vault.ts';
import type { BindableHandler } from '../../lambdas/kit/bindable.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';
import { memoryKeyWrapper } from './memory-key-wrapper.ts';
import { memorySigner } from './memory-signer.ts';
import type { MemoryTables } from './memory-store.ts';
import type { VirtualTime } from './virtual-time.ts';

const LAMBDA_TIMEOUT_MS = 8_000;
/** Between the states of a machine; what is called over HTTP may answer what Lambda allows. */
const LARGEST_PAYLOAD_BYTES = 262_144;
const LARGEST_ANSWER_BYTES = 6 * 1024 * 1024;

export interface Ports { readonly store: Store; readonly vault: Vault; readonly mailbox: Mailbox; readonly bus: Bus; readonly executions: Executions; readonly queues: DeadLetterQueues; readonly signer: Signer }
type Bound = (event: unknown, context: Context) => Promise<unknown>;
/** One deployed function: the file of its handler, the export that is called, and what its role allows. */
export interface DeployedFunction {
  readonly entry: string; readonly handler?: string; readonly touches: Touches;
  /** How long the machine waits for it, where that is longer than for most. */
  readonly timeoutS?: number;
  /** What it is allowed beyond that, and needs so seldom that another test proves it. */
  readonly seldom?: Touches;
}

/** Of every function, what it may touch and what it has touched, over all worlds of a test file. */
export const touched = new Map<string, { readonly declared: ReadonlySet<string>; readonly used: Set<string> }>();

const grantsOf = ({ tables = {}, unwrapsTenantKeys, makesTenantKeys, signsCertificates, sendsMail, putsEvents, startsCompensations, startsRuns, silencesDeadLetters, endsExecutions, ringsDeadLetters, tellsWhere }: Touches): ReadonlySet<string> => new Set([
  ...Object.entries(tables).flatMap(([table, actions]) => actions.map((action) => `${table} ${action}`)),
  ...(unwrapsTenantKeys ? ['kms'] : []), ...(makesTenantKeys ? ['kms new key'] : []), ...(signsCertificates ? ['kms sign', 'kms public key'] : []), ...(sendsMail ? ['ses'] : []), ...(putsEvents ? ['events'] : []), ...(startsCompensations ? ['states'] : []), ...(startsRuns ? ['states of runs'] : []), ...(silencesDeadLetters ? ['sqs'] : []), ...(endsExecutions ? ['executions'] : []), ...(ringsDeadLetters ? ['sqs send'] : []), ...(tellsWhere ? ['sqs urls'] : []),
]);

/** An error as its name and message only: what crosses the border of a function. */
export const named = (name: string, message = name): Error => Object.assign(new Error(message), { name });

export interface HostedWorld {
  readonly tables: MemoryTables; readonly mailbox: Mailbox; readonly bus: Bus; readonly time: VirtualTime;
  readonly machines: Executions & { readonly queues: DeadLetterQueues };
}

/**
 * Runs the real handlers on the twins. Each sees the world through a role that allows what its declaration says and nothing
 * else; payloads cross the border as JSON, errors as name and message.
 */
export class FunctionHost {
  /** Everything that went in or out of a function. */
  readonly traffic: { readonly entry: string; readonly text: string }[] = [];
  readonly #containers = new Map<string, Promise<Bound>>();
  readonly #world: HostedWorld;
  #requests = 0;

  constructor(world: HostedWorld) {
    this.#world = world;
  }

  /** @throws what Lambda would report: the handler's error by its name, or `Sandbox.Timedout` */
  async invoke(deployed: DeployedFunction, payload: unknown): Promise<unknown> {
    const bound = await this.#world.time.work(() => this.#container(deployed));
    const event = overTheWire(payload);
    this.traffic.push({ entry: deployed.entry, text: JSON.stringify(event) });
    this.#requests += 1;
    const requestId = `request-${this.#requests}`;
    const answer = await this.#withinItsTime(() => bound(event, contextOf(deployed.entry, requestId)), deployed.timeoutS === undefined ? LAMBDA_TIMEOUT_MS : (deployed.timeoutS - 1) * 1000).catch((error: unknown) => {
      const { name, message, stack = '' } = error instanceof Error ? error : named('UnknownError');
      throw named(name, JSON.stringify({ errorType: name, errorMessage: message, trace: stack.split('\n') }));
    });
    this.traffic.push({ entry: deployed.entry, text: JSON.stringify(answer) ?? '' });
    return overTheWire(answer, deployed.entry.startsWith('lambdas/api/') ? LARGEST_ANSWER_BYTES : LARGEST_PAYLOAD_BYTES);
  }

  #container(deployed: DeployedFunction): Promise<Bound> {
    const name = `${deployed.entry} ${deployed.handler ?? 'index.handler'}`;
    const running = this.#containers.get(name) ?? this.#boot(deployed, name);
    this.#containers.set(name, running);
    return running;
  }

  async #boot({ entry, handler = 'index.handler', touches, seldom = {} }: DeployedFunction, name: string): Promise<Bound> {
    const module = await import(`../../${entry}`) as Readonly<Record<string, BindableHandler<Ports, unknown>>>;
    const exported = module[handler.slice('index.'.length)];
    if (!exported) throw named('Runtime.HandlerNotFound', name);
    const { tables, mailbox, bus } = this.#world;
    const use = roleOf(name, touches, seldom);
    const store = tables.store((table, action) => use(`${table} ${action}`));
    return exported.with({
      store, vault: vault(store, memoryKeyWrapper((what) => use(what === 'unwraps' ? 'kms' : 'kms new key'))),
      signer: memorySigner((what) => use(what === 'signs' ? 'kms sign' : 'kms public key')),
      mailbox: { send: async (mail) => { use('ses'); await mailbox.send(mail); } },
      bus: { put: async (events) => { use('events'); return bus.put(events); } },
      executions: {
        startCompensation: async (...start) => { use('states'); await this.#world.machines.startCompensation(...start); },
        startRun: async (...start) => { use('states of runs'); await this.#world.machines.startRun(...start); },
        look: async (arn) => { use('executions'); return this.#world.machines.look(arn); },
        stop: async (...stop) => { use('executions'); await this.#world.machines.stop(...stop); },
      },
      queues: {
        silence: async (...about) => { use('sqs'); await this.#world.machines.queues.silence(...about); },
        peek: async (queue) => { use('sqs'); return this.#world.machines.queues.peek(queue); },
        takeAway: async (...about) => { use('sqs'); await this.#world.machines.queues.takeAway(...about); },
        send: async (...about) => { use('sqs send'); await this.#world.machines.queues.send(...about); },
        urlOf: async (queue) => { use('sqs urls'); return this.#world.machines.queues.urlOf(queue); },
      },
    });
  }

  async #withinItsTime(run: () => Promise<unknown>, limitMs: number): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(named('Sandbox.Timedout', `Task timed out after ${limitMs / 1000}.00 seconds`)), limitMs);
    });
    try {
      return await Promise.race([this.#world.time.work(run), timeout]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Like a role: whatever is not allowed is denied; and it is remembered what was needed. */
function roleOf(entry: string, touches: Touches, seldom: Touches): (grant: string) => void {
  const record = touched.get(entry) ?? { declared: grantsOf(touches), used: new Set<string>() };
  touched.set(entry, record);
  return (grant) => {
    if (!record.declared.has(grant) && !grantsOf(seldom).has(grant)) throw named('AccessDeniedException', `${entry} is not allowed: ${grant}`);
    record.used.add(grant);
  };
}

function overTheWire(value: unknown, largest = LARGEST_PAYLOAD_BYTES): unknown {
  const text = JSON.stringify(value) ?? 'null';
  if (Buffer.byteLength(text) > largest) throw uncatchable('States.DataLimitExceeded');
  return JSON.parse(text);
}

/** Neither Retry nor Catch sees it, as on AWS. */
export const uncatchable = (name: string): Error => Object.assign(named(name), { isCatchable: false, isRetryable: false });

/** Without the time that is left: the host keeps the time itself, and middy's own clock is not the virtual one. */
const contextOf = (functionName: string, awsRequestId: string): Context => ({
  functionName, awsRequestId, functionVersion: '1', memoryLimitInMB: '256', invokedFunctionArn: `arn:aws:lambda:eu-central-1:111122223333:function:${functionName}:1`,
} as Context);
