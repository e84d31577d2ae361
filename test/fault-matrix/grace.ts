import type { Told } from '../support/told.ts';

/** The grace of every deletion has just ended. */
export async function graceEnds({ tables, store }: Pick<Told, 'tables' | 'store'>): Promise<void> {
  const past = new Date(Date.now() - 1_000).toISOString();
  for (const key of tables.items('ledger').filter((item) => item.sk === 'DELETION')) await store.update({ table: 'ledger', update: key, set: { graceEndsAt: past, dueAt: past } });
}
