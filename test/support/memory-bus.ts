import type { Bus } from '../../lambdas/adapters/bus.ts';
import type { EventDetail } from '../../lambdas/domain/events/event.ts';

const ENTRIES_PER_CALL = 10;
const LARGEST_CALL_BYTES = 256 * 1024;

export interface BusEvent { readonly type: string; readonly detail: EventDetail }

/** The event bus in memory: acknowledges entry by entry, and refuses or is down when told to. */
export class MemoryBus implements Bus {
  readonly events: BusEvent[] = [];
  /** Its rules. */
  onEvent: (event: BusEvent) => void = () => undefined;
  #refusals: ((event: BusEvent) => boolean)[] = [];
  #outages = { after: 0, calls: 0 };

  /** The next entry that it concerns is refused under a 200, its neighbours are not. */
  refuseNext(concerns: (event: BusEvent) => boolean): void {
    this.#refusals.push(concerns);
  }

  /** So many of the next calls fail as a whole, once so many have succeeded. */
  outage(calls: number, after = 0): void {
    this.#outages = { after, calls };
  }

  /** Ten at a time, as the adapter asks: what was published before a call fails stays published. */
  async put(events: readonly BusEvent[]): Promise<readonly boolean[]> {
    const acknowledged: boolean[] = [];
    for (let from = 0; from < events.length; from += ENTRIES_PER_CALL) acknowledged.push(...await this.#call(events.slice(from, from + ENTRIES_PER_CALL)));
    return acknowledged;
  }

  #call(events: readonly BusEvent[]): Promise<readonly boolean[]> {
    if (events.reduce((sum, { detail }) => sum + Buffer.byteLength(JSON.stringify(detail)), 0) > LARGEST_CALL_BYTES) return refused('ValidationException', 'entries of more than 256 KB');
    if (this.#outages.after > 0) this.#outages.after -= 1;
    else if (this.#outages.calls > 0) {
      this.#outages.calls -= 1;
      return refused('InternalException', 'the bus is down');
    }
    const acknowledged = events.map((event) => {
      const refusal = this.#refusals.findIndex((concerns) => concerns(event));
      if (refusal >= 0) this.#refusals.splice(refusal, 1);
      return refusal < 0;
    });
    const taken = structuredClone(events.filter((_, position) => acknowledged[position]).map(({ type, detail }) => ({ type, detail })));
    this.events.push(...taken);
    taken.forEach((event) => this.onEvent(event));
    return Promise.resolve(acknowledged);
  }
}

const refused = (name: string, message: string): Promise<never> => Promise.reject(Object.assign(new Error(message), { name }));
