import { readGate } from '../../adapters/gate.ts';
import type { Store } from '../../adapters/store.ts';
import { GATE_SHARDS } from '../../domain/tenant.ts';
import { Problem } from '../../kit/problem.ts';

/**
 * Tries one shard of the tenant's gate, and only when that one refuses looks at all of them, once, and tries those that have room.
 * @param attempt answers undefined where the shard lets nobody in
 * @throws Problem 404 at a closed gate, 409 at a full one
 */
export async function throughGate<Answer>(store: Store, tenantId: string, attempt: (shard: number) => Promise<Answer | undefined>): Promise<Answer> {
  const first = Math.floor(Math.random() * GATE_SHARDS);
  const answer = await attempt(first);
  if (answer !== undefined) return answer;
  const open = (await readGate(store, tenantId)).filter((each) => each.open);
  if (open.length === 0) throw noSuchTenant();
  // Begun behind the shard that refused, else all who were refused would meet at the first one with room.
  const inTurn = [...open.filter(({ shard }) => shard > first), ...open.filter(({ shard }) => shard <= first)].filter(({ hasRoom }) => hasRoom);
  for (const { shard } of inTurn) {
    const later = await attempt(shard);
    if (later !== undefined) return later;
  }
  throw new Problem('tenant-full', [{ pointer: '/tenantId', code: 'full' }]);
}

export const noSuchTenant = (): Problem => new Problem('tenant-not-found', [{ pointer: '/tenantId', code: 'no-such-tenant' }]);
