import type { Item, Query } from '../../lambdas/adapters/store.ts';
import { byBytes } from './memory-items.ts';

/** The items of one partition in the order of their sort keys; of a million of them a page is found without looking at the rest. */
export class MemoryPartition {
  readonly #items = new Map<string, Item>();
  /** Of all that is there, and perhaps of some that was; undefined when something came that is not in it. */
  #order: readonly string[] | undefined;

  get(sk: string): Item | undefined {
    return this.#items.get(sk);
  }

  put(item: Item): void {
    if (!this.#items.has(item.sk)) this.#order = undefined;
    this.#items.set(item.sk, item);
  }

  delete(sk: string): void {
    this.#items.delete(sk);
  }

  all(): IterableIterator<Item> {
    return this.#items.values();
  }

  /** What a query without an index reads, one after the other. */
  * between({ skBeginsWith = '', skAtLeast = '', skAtMost, descending }: Pick<Query, 'skBeginsWith' | 'skAtLeast' | 'skAtMost' | 'descending'>, after?: string): Generator<Item> {
    const order = this.#order ??= [...this.#items.keys()].toSorted(byBytes);
    const begins = firstOf(order, (sk) => byBytes(sk, skBeginsWith) >= 0 && byBytes(sk, skAtLeast) >= 0 && (after === undefined || descending || byBytes(sk, after) > 0));
    const ends = firstOf(order, (sk) => (byBytes(sk, skBeginsWith) > 0 && !sk.startsWith(skBeginsWith)) || (skAtMost !== undefined && byBytes(sk, skAtMost) > 0) || (after !== undefined && descending === true && byBytes(sk, after) >= 0));
    for (let nth = 0; nth < ends - begins; nth += 1) {
      const item = this.#items.get(order[descending ? ends - 1 - nth : begins + nth] ?? '');
      if (item) yield item;
    }
  }
}

/** The first position from which on it holds: once it does it does for all behind. */
function firstOf(order: readonly string[], holds: (sk: string) => boolean): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(order[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
