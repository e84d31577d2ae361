import { TransientFailure } from '../domain/errors.ts';
import { anyOf, ConditionFailed, missing, type Key, type Store, type Write } from './store.ts';

/** Counted of what is known by a keyed hash alone, for as long as a window lasts. */
const counterKey = (tenantId: string, hash: string): Key => ({ pk: `TENANT#${tenantId}#COUNTED#${hash}`, sk: 'COUNTED' });

/** One more, unless there were so many already; of any number at once no more get through. */
export async function countedOnce(store: Store, tenantId: string, hash: string, { times, endsAt }: { readonly times: number; readonly endsAt: number }): Promise<boolean> {
  const one: Extract<Write, { update: Key }> = {
    table: 'identity', update: counterKey(tenantId, hash), add: { count: 1 }, setIfAbsent: { expiresAt: endsAt },
    if: anyOf(missing('count'), { attribute: 'count', is: '<', value: times }),
  };
  return store.update(one).then(() => true, (error: unknown) => {
    if (error instanceof ConditionFailed) return false;
    throw error;
  });
}

/** One less, where it turned out that it should not count. Nobody is refused because that cannot be written. */
export async function countedBack(store: Store, tenantId: string, hash: string): Promise<void> {
  await store.update({ table: 'identity', update: counterKey(tenantId, hash), add: { count: -1 }, if: { attribute: 'count', is: '>', value: 0 } }).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed) && !(error instanceof TransientFailure)) throw error;
  });
}
