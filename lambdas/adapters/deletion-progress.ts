import * as z from 'zod/mini';
import { dataCategories, type DataCategory } from '../domain/legal-hold.ts';
import { deletionPartition, type NamedDeletion } from './deletion-requests.ts';
import type { Key, Store, Value, Write } from './store.ts';

/** What a deletion found out on its way, beside its phases: counts and dates, and nothing of the person. */

const planKey = (named: NamedDeletion): Key => ({ pk: deletionPartition(named), sk: 'PLAN' });

interface Planned { readonly lines: readonly object[]; readonly invitationId: string | undefined; readonly now: Date }
/** One line a kind of data; and the invitation by which the person came, whose own key seals her address as well. */
export const deletionPlanned = (named: NamedDeletion, { lines, invitationId, now }: Planned): Write => ({
  table: 'ledger', update: planKey(named), set: { lines: lines as Value, plannedAt: now.toISOString(), ...(invitationId !== undefined && { invitationId }) },
});

/** What whoever verified has left out, since it is kept: it cannot be said to be gone, whatever has become of the hold since. */
export const leftOut = (named: NamedDeletion, categories: readonly DataCategory[]): Write => ({ table: 'ledger', update: planKey(named), set: { leftOut: [...categories] } });

/** From then on the last backup is gone that held anything of the person. */
export const backupsExpire = (named: NamedDeletion, at: Date): Write => ({ table: 'ledger', update: planKey(named), setIfAbsent: { backupsExpireAt: at.toISOString() } });

const planItem = z.object({
  lines: z.array(z.object({
    name: z.string(), table: z.string(), category: z.enum(dataCategories), way: z.string(), count: z.number(), held: z.boolean(),
    reason: z.optional(z.enum(['legal_hold', 'retention'])), until: z.optional(z.string()), basis: z.optional(z.string()),
  })),
  leftOut: z._default(z.array(z.enum(dataCategories)), []),
  plannedAt: z.string(), invitationId: z.optional(z.string()), backupsExpireAt: z.optional(z.string()),
});
export async function readPlan(store: Store, named: NamedDeletion): Promise<z.infer<typeof planItem> | undefined> {
  const item = await store.get('ledger', planKey(named));
  return item && planItem.parse(item);
}
