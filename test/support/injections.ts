import { AsyncLocalStorage } from 'node:async_hooks';
import { named } from './function-host.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a fault does with time. */
export type Time = Pick<VirtualTime, 'wait' | 'pause' | 'shift' | 'gone' | 'work'>;

/** The call that a state makes, with its payload as it is or changed. */
type Call = (change?: (payload: unknown) => unknown) => Promise<unknown>;
/** What happens instead of an orderly call; `proceed` is the call itself and may be made never, once or more often. `execution`: whose state it is, where it is a machine's. */
export type Fault = (proceed: Call, time: Time, execution?: string) => Promise<unknown>;

interface Injection { readonly state: string; readonly fault: Fault; left: number; fired: number }

/** Whose call it is that touches the world at this moment. */
const acting = new AsyncLocalStorage<string>();
export const whoActs = (): string | undefined => acting.getStore();
/** Of two machines that have states of one name. */
export const stateOf = (machine: string, state: string): string => `${machine}/${state}`;

/** Faults, put around the calls that a state makes, by its name or by machine and name. One that never fires proves nothing: `assertFired` says so. */
export class Injections {
  readonly #time: Time;
  readonly #all: Injection[] = [];
  /** How often each state called, whatever came of it. */
  readonly calls = new Map<string, number>();

  constructor(time: Time) {
    this.#time = time;
  }

  /** The next calls of the state go wrong: once, so many times, or every time. */
  into(state: string, fault: Fault, times: number | 'always' = 1): void {
    this.#all.push({ state, fault, left: times === 'always' ? Infinity : times, fired: 0 });
  }

  /** Whether something would go wrong with a call that the state makes now. */
  concerns(state: string, machine: string): boolean {
    return this.#next(state, stateOf(machine, state)) !== undefined;
  }

  around(state: string, proceed: Call, { machine = '', execution }: { readonly machine?: string; readonly execution?: string } = {}): Promise<unknown> {
    const whole = stateOf(machine, state);
    return acting.run(whole, () => {
      this.calls.set(state, (this.calls.get(state) ?? 0) + 1);
      const injection = this.#next(state, whole);
      if (!injection) return proceed();
      injection.left -= 1;
      injection.fired += 1;
      return injection.fault(proceed, this.#time, execution);
    });
  }

  #next(state: string, whole: string): Injection | undefined {
    return this.#all.find((each) => (each.state === state || each.state === whole) && each.left > 0);
  }

  /** How often what was injected last into a state has struck. */
  firedAt(state: string): () => number {
    const injection = this.#all.findLast((each) => each.state === state);
    return () => injection?.fired ?? 0;
  }

  /** The trouble is over; whatever was injected must have struck. */
  repair(): void {
    for (const each of this.#all) if (each.left === Infinity) each.left = 0;
    this.assertFired();
  }

  /** For mixes of faults of which one may keep the others from striking. */
  forget(): void {
    this.#all.length = 0;
  }

  assertFired(): void {
    const silent = this.#all.filter(({ left, fired }) => fired === 0 || (left > 0 && left !== Infinity));
    if (silent.length > 0) throw new Error(`faults that never fired prove nothing: ${silent.map(({ state }) => state).join(', ')}`);
  }
}

/** Nothing has happened yet. */
export const failsWith = (name: string): Fault => () => Promise.reject(named(name));

/** The effect is there, the answer is not: what Lambda reports when time runs out or the process dies. */
export const afterItsEffect = (name: 'Sandbox.Timedout' | 'States.Timeout' | 'Lambda.Unknown'): Fault => async (proceed) => {
  await proceed();
  throw named(name);
};

export const twiceInSequence: Fault = async (proceed) => {
  await proceed();
  return proceed();
};

/** Two deliveries of one call side by side; the machine sees the answer of the first. */
export const twiceAtOnce: Fault = async (proceed) => {
  const [first] = await Promise.all([proceed(), proceed().catch((error: unknown) => error)]);
  return first;
};

/** It hangs past its time-out, and its effect comes when everybody has given it up. */
export const lateBy = (ms: number): Fault => async (proceed, time) => {
  setTimeout(() => void proceed().catch((error: unknown) => error), ms);
  await time.pause(8_000);
  throw named('Sandbox.Timedout');
};
