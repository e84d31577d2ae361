import { deadLetterResolved, undeliveredLetterId } from '../adapters/dead-letters.ts';
import { ConditionFailed, type Store } from '../adapters/store.ts';
import type { EventDetail } from '../domain/events/event.ts';

/** An event that could not be delivered has its run. Somebody may have been told of it: that is settled. */
export async function deliveredAfterAll(store: Store, event: EventDetail, now: Date): Promise<boolean> {
  const resolved = deadLetterResolved(event.tenantId, undeliveredLetterId(event), 'OPEN', { resolution: 'delivered', by: 'system', now });
  return store.update(resolved).then(() => true, (error: unknown) => {
    if (error instanceof ConditionFailed) return false;
    throw error;
  });
}
