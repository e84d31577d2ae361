import * as z from 'zod/mini';
import { GATE_SHARDS, quotaOver, quotaShares } from '../domain/tenant.ts';
import { created, gateKey } from './identity.ts';
import { allOf, asRead, equal, whenPresent, type Condition, type Store, type Write } from './store.ts';

/** The gate of a tenant: part of every registration's transaction, at one of its shards. Under a quota each shard has its share of the places. */
const gateItem = z.object({ open: z.boolean(), used: z.optional(z.number()), limit: z.optional(z.number()) });
export interface GateShard { readonly shard: number; readonly open: boolean; readonly hasRoom: boolean; readonly used: number | undefined }

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
    const { open: isOpen, used, limit = Infinity } = gateItem.parse(item);
    return [{ shard, open: isOpen, hasRoom: (used ?? 0) < limit, used }];
  });
}

/**
 * Every shard at once, in the transaction of the tenant's own change, so that nobody slips in behind it. A quota counts the places
 * taken since there was one, and is spread over what is free: as it was read, else it is spread anew. Null is no quota.
 */
export function gateChanged(tenantId: string, seen: readonly GateShard[], change: { readonly open?: boolean; readonly quota?: number | null }): readonly Write[] {
  const { open: isOpen, quota } = change;
  const limits = typeof quota === 'number' ? quotaOver(quota, seen.map(({ used = 0 }) => used)) : [];
  if (isOpen === undefined && quota === undefined) return [];
  return seen.map(({ shard, used }, at) => ({
    table: 'identity', update: gateKey(tenantId, shard),
    set: { ...(isOpen !== undefined && { open: isOpen }), ...(limits[at] !== undefined && { limit: limits[at], used: used ?? 0 }) },
    ...(quota === null && { remove: ['limit'] }), if: limits[at] === undefined ? whenPresent : asRead('used', used),
  }));
}
