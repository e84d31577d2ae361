import { deadLetterResolved, undeliveredLetterId } from '../adapters/dead-letters.ts';
import { won, type Store } from '../adapters/store.ts';
import type { EventDetail } from '../domain/events/event.ts';

/** An event that could not be delivered has its run. Somebody may have been told of it: that is settled. */
export const deliveredAfterAll = (store: Store, event: EventDetail, now: Date): Promise<boolean> =>
  won(store.update(deadLetterResolved(event.tenantId, undeliveredLetterId(event), 'OPEN', { resolution: 'delivered', by: 'system', now })));
