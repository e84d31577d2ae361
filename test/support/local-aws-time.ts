import { setTimeout as sleep } from 'node:timers/promises';
import { UNCLAIMED_TOO_LONG_MS } from '../../lambdas/adapters/event-store.ts';
import { whenPresent, won, type Key, type Store, type TableName } from '../../lambdas/adapters/store.ts';
import type { MemoryTables } from './memory-store.ts';
import type { Told } from './told.ts';

interface Place { readonly store: Store; readonly tables: MemoryTables; settle(): Promise<void> }

/** On a local AWS nobody waits for hours: what waits for a moment is told that the moment was earlier. */
export class LocalTime implements Pick<Told['time'], keyof Told['time']> {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  work<T>(job: () => Promise<T>): Promise<T> {
    return job();
  }

  wait(ms: number): Promise<void> {
    return sleep(ms);
  }

  pause(ms: number): Promise<void> {
    return sleep(ms);
  }

  gone(): Promise<never> {
    throw new Error('no process of a function can be ended from here');
  }

  shift(): void {
    throw new Error('the clock of a function cannot be set from here');
  }

  async pass(ms: number): Promise<void> {
    await this.#place.settle();
    const { tables, store } = this.#place;
    const earlier = async (table: TableName, key: Key, moments: Readonly<Record<string, unknown>>): Promise<void> => {
      const set = Object.entries(moments).filter(([, at]) => at !== undefined).map(([name, at]) => [name, typeof at === 'number' ? at - Math.floor(ms / 1_000) : new Date(Date.parse(String(at)) - ms).toISOString()] as const);
      // An update of what has gone meanwhile would bring it back.
      await won(store.update({ table, update: key, set: Object.fromEntries(set), if: whenPresent }));
    };
    const marks = tables.items('ledger').filter(({ sk, watchShard }) => sk === 'RUN' && watchShard !== undefined);
    // Once it is overdue it stays as it is: a letter about it is known by its moment.
    const outbox = tables.items('events').filter((event) => ('pendingShard' in event || 'unclaimedShard' in event) && typeof event['occurredAt'] === 'string' && Date.parse(event['occurredAt']) > Date.now() - UNCLAIMED_TOO_LONG_MS);
    const links = tables.items('identity').filter(({ sk }) => sk.startsWith('TOKEN#'));
    await Promise.all([
      ...marks.map((run) => earlier('ledger', run, { dueAt: run['dueAt'], deadlineAt: run['deadlineAt'] })),
      ...outbox.map((event) => earlier('events', event, { occurredAt: event['occurredAt'] })),
      ...links.map((link) => earlier('identity', link, { validUntil: link['validUntil'] })),
    ]);
  }
}
