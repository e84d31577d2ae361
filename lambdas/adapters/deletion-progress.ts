import * as z from 'zod/mini';
import { deletionPartition, type NamedDeletion } from './deletion-requests.ts';
import type { Key, Store, Value, Write } from './store.ts';

/** What a deletion found out on its way, beside its phases: counts and dates, and nothing of the person. */

const planKey = (named: NamedDeletion): Key => ({ pk: deletionPartition(named), sk: 'PLAN' });

/** One line a kind of data; and the invitation by which the person came, whose own key seals her address as well. */
export const deletionPlanned = (named: NamedDeletion, lines: readonly object[], invitationId: string | undefined, now: Date): Write =>
  ({ table: 'ledger', update: planKey(named), set: { lines: lines as Value, plannedAt: now.toISOString(), ...(invitationId !== undefined && { invitationId }) } });

/** From then on the last backup is gone that held anything of the person. */
export const backupsExpire = (named: NamedDeletion, at: Date): Write => ({ table: 'ledger', update: planKey(named), setIfAbsent: { backupsExpireAt: at.toISOString() } });

const planItem = z.object({
  lines: z.array(z.object({ name: z.string(), table: z.string(), category: z.string(), way: z.string(), count: z.number(), held: z.boolean() })),
  plannedAt: z.string(), invitationId: z.optional(z.string()), backupsExpireAt: z.optional(z.string()),
});
export async function readPlan(store: Store, named: NamedDeletion): Promise<z.infer<typeof planItem> | undefined> {
  const item = await store.get('ledger', planKey(named));
  return item && planItem.parse(item);
}
