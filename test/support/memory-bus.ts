import type { Bus } from '../../lambdas/adapters/bus.ts';
import type { EventDetail } from '../../lambdas/domain/events/event.ts';

export interface BusEvent { readonly type: string; readonly detail: EventDetail }

/** The event bus in memory: acknowledges entry by entry, and refuses or is down when told to. */
export class MemoryBus implements Bus {
  readonly events: BusEvent[] = [];
  /** Its rules. */
  onEvent: (event: BusEvent) => void = () => undefined;
  #refusals: ((event: BusEvent) => boolean)[] = [];
  #outages = 0;

  /** The next entry that it concerns is refused under a 200, its neighbours are not. */
  refuseNext(concerns: (event: BusEvent) => boolean): void {
    this.#refusals.push(concerns);
  }

  /** So many of the next calls fail as a whole. */
  outage(calls: number): void {
    this.#outages = calls;
  }

  put(events: readonly BusEvent[]): Promise<readonly boolean[]> {
    if (this.#outages > 0) {
      this.#outages -= 1;
      return Promise.reject(Object.assign(new Error('the bus is down'), { name: 'InternalException' }));
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
