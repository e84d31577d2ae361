import * as z from 'zod/mini';
import { dataCategories, type LegalHold } from '../domain/legal-hold.ts';
import type { Subject } from './identity.ts';
import { asRead, equal, whenAbsent, type Item, type Key, type Store, type Write } from './store.ts';

/** Beside the deletions, and not below the person: a hold of some of her data is known still when the rest is erased. */
const holdItem = z.object({
  holdId: z.string(), categories: z.optional(z.array(z.enum(dataCategories))), until: z.optional(z.string()), basis: z.string(), placedBy: z.string(), placedAt: z.string(),
});
export const holdKey = ({ tenantId, userId }: Subject): Key => ({ pk: `TENANT#${tenantId}#HOLD#${userId}`, sk: 'HOLD' });

const KEPT_AFTER_ITS_END_S = 90 * 86_400;

export async function readHold(store: Store, subject: Subject): Promise<LegalHold | undefined> {
  const item = await store.get('ledger', holdKey(subject));
  return item && parseHold(item);
}
export const parseHold = (item: Item): LegalHold => holdItem.parse(item);

/** In place of what was read. One that has ended is kept for a while, for whoever asks why it took so long, and then goes by itself. */
export const holdPlaced = (subject: Subject, seen: LegalHold | undefined, { categories, until, ...hold }: LegalHold): Write => ({
  table: 'ledger', if: asRead('holdId', seen?.holdId),
  put: { ...holdKey(subject), ...hold, ...(categories && { categories: [...categories] }), ...(until !== undefined && { until, expiresAt: Math.floor(Date.parse(until) / 1000) + KEPT_AFTER_ITS_END_S }) },
});

export const holdReleased = (subject: Subject, { holdId }: LegalHold): Write => ({ table: 'ledger', delete: holdKey(subject), if: equal('holdId', holdId) });

/** Belongs into the transaction of whoever decides by it: no hold comes or goes unseen. */
export const holdStands = (subject: Subject, seen: LegalHold | undefined): Write => ({ table: 'ledger', check: holdKey(subject), if: seen ? equal('holdId', seen.holdId) : whenAbsent });
