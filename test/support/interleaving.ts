import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../../lambdas/adapters/store.ts';

/** Small and seeded: the same number tells the same story again (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6D2B79F5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many turns of the event loop, in which others act. */
export async function pause(turns: number): Promise<void> {
  for (let n = 0; n < turns; n += 1) await turn();
}

/** Tables whose answers take their time, on the way there and on the way back: whoever else acts may come in between. */
export function slowly(store: Store, random: () => number, most = 3): Store {
  const late = async <T>(act: () => Promise<T>): Promise<T> => {
    await pause(Math.floor(random() * most));
    const answer = await act();
    await pause(Math.floor(random() * most));
    return answer;
  };
  return {
    get: (...read) => late(() => store.get(...read)),
    getMany: (...reads) => late(() => store.getMany(...reads)),
    query: (...query) => late(() => store.query(...query)),
    scan: (...scan) => late(() => store.scan(...scan)),
    batch: (...writes) => late(() => store.batch(...writes)),
    transact: (...writes) => late(() => store.transact(...writes)),
    update: (...write) => late(() => store.update(...write)),
  };
}
