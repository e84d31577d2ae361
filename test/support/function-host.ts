import type { Context } from 'aws-lambda';
import type { Bus } from '../../lambdas/adapters/bus.ts';
import type { Mailbox } from '../../lambdas/adapters/mailbox.ts';
import type { Store } from '../../lambdas/adapters/store.ts';
import { vault, type Vault } from '../../lambdas/adapters/vault.ts';
import type { BindableHandler } from '../../lambdas/kit/bindable.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';
import { memoryKeyWrapper } from './memory-key-wrapper.ts';
import type { MemoryTables } from './memory-store.ts';
import type { VirtualTime } from './virtual-time.ts';

const LAMBDA_TIMEOUT_MS = 8_000;
const LARGEST_PAYLOAD_BYTES = 262_144;

export interface Ports { readonly store: Store; readonly vault: Vault; readonly mailbox: Mailbox; readonly bus: Bus }
type Bound = (event: unknown, context: Context) => Promise<unknown>;
/** One deployed function: the file of its handler, and what its role allows. */
export interface DeployedFunction { readonly entry: string; readonly touches: Touches }

/** Of every function, what it may touch and what it has touched, over all worlds of a test file. */
export const touched = new Map<string, { readonly declared: ReadonlySet<string>; readonly used: Set<string> }>();

const grantsOf = ({ tables = {}, unwrapsTenantKeys, sendsMail, putsEvents }: Touches): ReadonlySet<string> => new Set([
  ...Object.entries(tables).flatMap(([table, actions]) => actions.map((action) => `${table} ${action}`)),
  ...(unwrapsTenantKeys ? ['kms'] : []), ...(sendsMail ? ['ses'] : []), ...(putsEvents ? ['events'] : []),
]);

/** An error as its name and message only: what crosses the border of a function. */
export const named = (name: string, message = name): Error => Object.assign(new Error(message), { name });

/**
 * Runs the real handlers on the twins. Each sees the world through a role that allows what its declaration says and nothing
 * else; payloads cross the border as JSON, errors as name and message.
 */
export class FunctionHost {
  /** Everything that went in or out of a function. */
  readonly traffic: { readonly entry: string; readonly text: string }[] = [];
  readonly #containers = new Map<string, Promise<Bound>>();
  readonly #world: { readonly tables: MemoryTables; readonly mailbox: Mailbox; readonly bus: Bus; readonly time: VirtualTime };
  #requests = 0;

  constructor(world: { readonly tables: MemoryTables; readonly mailbox: Mailbox; readonly bus: Bus; readonly time: VirtualTime }) {
    this.#world = world;
  }

  /** @throws what Lambda would report: the handler's error by its name, or `Sandbox.Timedout` */
  async invoke(deployed: DeployedFunction, payload: unknown): Promise<unknown> {
    const bound = await this.#world.time.work(() => this.#container(deployed));
    const event = overTheWire(payload);
    this.traffic.push({ entry: deployed.entry, text: JSON.stringify(event) });
    this.#requests += 1;
    const requestId = `request-${this.#requests}`;
    const answer = await this.#withinItsTime(() => bound(event, contextOf(deployed.entry, requestId))).catch((error: unknown) => {
      const { name, message, stack = '' } = error instanceof Error ? error : named('UnknownError');
      throw named(name, JSON.stringify({ errorType: name, errorMessage: message, trace: stack.split('\n') }));
    });
    this.traffic.push({ entry: deployed.entry, text: JSON.stringify(answer) ?? '' });
    return overTheWire(answer);
  }

  #container(deployed: DeployedFunction): Promise<Bound> {
    const running = this.#containers.get(deployed.entry) ?? this.#boot(deployed);
    this.#containers.set(deployed.entry, running);
    return running;
  }

  async #boot({ entry, touches }: DeployedFunction): Promise<Bound> {
    const { handler } = await import(`../../${entry}`) as { handler: BindableHandler<Ports, unknown> };
    const { tables, mailbox, bus } = this.#world;
    const use = roleOf(entry, touches);
    const store = tables.store((table, action) => use(`${table} ${action}`));
    return handler.with({
      store, vault: vault(store, memoryKeyWrapper(() => use('kms'))),
      mailbox: { send: async (mail) => { use('ses'); await mailbox.send(mail); } },
      bus: { put: async (events) => { use('events'); return bus.put(events); } },
    });
  }

  async #withinItsTime(run: () => Promise<unknown>): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(named('Sandbox.Timedout', 'Task timed out after 8.00 seconds')), LAMBDA_TIMEOUT_MS);
    });
    try {
      return await Promise.race([this.#world.time.work(run), timeout]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Like a role: whatever is not allowed is denied; and it is remembered what was needed. */
function roleOf(entry: string, touches: Touches): (grant: string) => void {
  const record = touched.get(entry) ?? { declared: grantsOf(touches), used: new Set<string>() };
  touched.set(entry, record);
  return (grant) => {
    if (!record.declared.has(grant)) throw named('AccessDeniedException', `${entry} is not allowed: ${grant}`);
    record.used.add(grant);
  };
}

function overTheWire(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null';
  if (Buffer.byteLength(text) > LARGEST_PAYLOAD_BYTES) throw uncatchable('States.DataLimitExceeded');
  return JSON.parse(text);
}

/** Neither Retry nor Catch sees it, as on AWS. */
export const uncatchable = (name: string): Error => Object.assign(named(name), { isCatchable: false, isRetryable: false });

/** Without the time that is left: the host keeps the time itself, and middy's own clock is not the virtual one. */
const contextOf = (functionName: string, awsRequestId: string): Context => ({
  functionName, awsRequestId, functionVersion: '1', memoryLimitInMB: '256', invokedFunctionArn: `arn:aws:lambda:eu-central-1:111122223333:function:${functionName}:1`,
} as Context);
