import type { Bus } from '../adapters/bus.ts';
import { eventLeftLying } from '../adapters/dead-letters.ts';
import { poisoned, published, storedEvent } from '../adapters/event-store.ts';
import { ConditionFailed, type Item, type Store } from '../adapters/store.ts';
import { log, safeError } from '../kit/log.ts';
import { workflows } from '../workflows/index.ts';

/**
 * Puts stored events on the bus and marks each as published once its very entry was acknowledged. What was not stays
 * pending, and the sweeper comes for it. One that cannot be read is set aside with the reason; its neighbours go on.
 */
export async function publishStored(items: readonly Item[], { store, bus }: { store: Store; bus: Bus }): Promise<void> {
  const readable = await Promise.all(items.map(async (item) => publishable(item) ?? setAside(store, item)));
  const events = readable.filter((each) => each !== undefined);
  if (events.length === 0) return;
  const acknowledged = await bus.put(events);
  await Promise.all(events.map(async ({ key, detail }, position) => {
    if (!acknowledged[position]) return log.warn('the bus refused an event, it stays pending', { eventId: detail.eventId });
    await store.update(published(key, new Date())).catch(leaveIt);
  }));
}

function publishable(item: Item) {
  const event = storedEvent(item);
  return event && { key: { pk: item.pk, sk: item.sk }, ...event };
}

async function setAside(store: Store, item: Item): Promise<undefined> {
  log.error('an event cannot be read and is set aside', { count: 1 });
  const starts = workflows.find(({ startsOn }) => startsOn.name === item['type'])?.type;
  await store.transact([poisoned({ pk: item.pk, sk: item.sk }, 'unreadable', new Date()), eventLeftLying(item, starts, new Date())]).catch(leaveIt);
}

/** Expired meanwhile, or marked by a twin of this very delivery: nothing is left to mark. */
function leaveIt(error: unknown): void {
  if (!(error instanceof ConditionFailed)) log.warn('an event could not be marked; the sweeper will come for it again', { error: safeError(error) });
}
