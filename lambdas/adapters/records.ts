import * as z from 'zod/mini';
import { created, userPartition, type Subject } from './identity.ts';
import type { Store, Write } from './store.ts';

/** Business data of a person, under the person: its kind and amount are the tenant's business, its title is sealed under the person's key. */
const recordItem = z.object({ recordId: z.string(), kind: z.string(), title: z.string(), amount: z.optional(z.number()), createdAt: z.string() });
export type BusinessRecord = z.infer<typeof recordItem>;

const RECORD = 'RECORD#';

export const recordMade = (subject: Subject, record: BusinessRecord): Write =>
  created({ pk: userPartition(subject), sk: `${RECORD}${record.createdAt}#${record.recordId}` }, { ...record });

/** Newest first. */
export async function listRecords(store: Store, subject: Subject, { limit, cursor: from }: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{ records: readonly BusinessRecord[]; cursor?: string }> {
  const { items, cursor } = await store.query({
    table: 'identity', pk: userPartition(subject), skBeginsWith: RECORD, descending: true, limit, ...(from !== undefined && { cursor: from }),
  });
  return { records: items.map((item) => recordItem.parse(item)), ...(cursor !== undefined && { cursor }) };
}
