import type { World } from '../support/world.ts';

/** The grace of every deletion has just ended. */
export function graceEnds({ tables }: World): void {
  const past = new Date(Date.now() - 1_000).toISOString();
  for (const { pk, sk } of tables.items('ledger').filter((item) => item.sk === 'DELETION')) tables.overwrite('ledger', { pk, sk }, { graceEndsAt: past, dueAt: past });
}
