import * as z from 'zod/mini';
import { GATE_SHARDS, quotaShares } from '../domain/tenant.ts';
import { created, gateKey } from './identity.ts';
import { allOf, equal, whenPresent, type Condition, type Store, type Write } from './store.ts';

/** The gate of a tenant: part of every registration's transaction, at one of its shards. Under a quota each shard has its share of the places. */
const gateItem = z.object({ open: z.boolean(), used: z.optional(z.number()), limit: z.optional(z.number()) });
export interface GateShard { readonly shard: number; readonly open: boolean; readonly hasRoom: boolean }

const open = equal('open', true);
const openWithRoom: Condition = allOf(open, { attribute: 'used', below: 'limit' });

export function gateMade(tenantId: string, quota: number | undefined): readonly Write[] {
  const shares = quota === undefined ? [] : quotaShares(quota);
  return Array.from({ length: GATE_SHARDS }, (_, shard) =>
    created(gateKey(tenantId, shard), { open: true, ...(shares[shard] !== undefined && { used: 0, limit: shares[shard] }) }));
}

export const gateIsOpen = (tenantId: string, shard: number): Write => ({ table: 'identity', check: gateKey(tenantId, shard), if: open });
/** What a registration must find that takes no place: whoever is known is not told so by a full tenant. */
export const gateHasRoom = (tenantId: string, shard: number): Write => ({ table: 'identity', check: gateKey(tenantId, shard), if: openWithRoom });
export const placeTaken = (tenantId: string, shard: number): Write =>
  ({ table: 'identity', update: gateKey(tenantId, shard), add: { used: 1 }, if: openWithRoom });
export const placeGivenBack = (tenantId: string, shard: number): Write =>
  ({ table: 'identity', update: gateKey(tenantId, shard), add: { used: -1 }, if: whenPresent });

export async function readGate(store: Store, tenantId: string): Promise<readonly GateShard[]> {
  const items = await store.getMany(Array.from({ length: GATE_SHARDS }, (_, shard) => ({ table: 'identity', key: gateKey(tenantId, shard) })));
  return items.flatMap((item, shard) => {
    if (!item) return [];
    const { open: isOpen, used = 0, limit = Infinity } = gateItem.parse(item);
    return [{ shard, open: isOpen, hasRoom: used < limit }];
  });
}
