import { setImmediate as turn } from 'node:timers/promises';
import FakeTimers from '@sinonjs/fake-timers';

/** Turns of the event loop in which nothing moved before time may go on. */
const QUIET_TURNS = 2;

/**
 * Time in which retries, pauses and time-outs cost nothing. Work is real and takes no time: the clock jumps to its next timer
 * only when nobody works.
 */
export class VirtualTime {
  readonly #clock: ReturnType<typeof FakeTimers.install>;
  #working = 0;

  constructor(now: Date) {
    this.#clock = FakeTimers.install({ now, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  }

  /** While this goes on, time stands still. */
  async work<T>(job: () => Promise<T>): Promise<T> {
    this.#working += 1;
    try {
      return await job();
    } finally {
      this.#working -= 1;
    }
  }

  /** A pause of somebody who does not work: it lets nobody else's work stand still. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
  }

  /** A pause in virtual time, also in the middle of work. */
  async pause(ms: number): Promise<void> {
    const working = this.#working > 0;
    if (working) this.#working -= 1;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, ms);
    });
    if (working) this.#working += 1;
  }

  /** Whoever works is gone in the middle of it. */
  gone(): Promise<never> {
    this.#working -= 1;
    return new Promise(() => undefined);
  }

  /** The clock goes wrong, and nothing else: no timer fires by it. */
  shift(ms: number): void {
    this.#clock.setSystemTime(Date.now() + ms);
  }

  /** Lets time pass until nothing is left that could happen. */
  async settle(): Promise<void> {
    for (let quiet = 0; ;) {
      await turn();
      quiet = this.#working > 0 ? 0 : quiet + 1;
      if (quiet < QUIET_TURNS) continue;
      if (this.#clock.countTimers() === 0) return;
      this.#clock.next();
      quiet = 0;
    }
  }

  /** Nothing happens for so long. */
  async pass(ms: number): Promise<void> {
    await this.settle();
    this.#clock.tick(ms);
  }

  end(): void {
    this.#clock.uninstall();
  }
}
