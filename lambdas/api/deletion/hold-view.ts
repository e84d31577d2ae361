import type { Vault } from '../../adapters/vault.ts';
import { isBeforePivot, waitsForHold, type DeletionRequest } from '../../domain/deletion-request.ts';
import type { LegalHold } from '../../domain/legal-hold.ts';
import type { HoldView } from './deletion-schemas.ts';
import type { HeldOrNot } from './routes.ts';

export const holdView = async (keys: Vault, tenantId: string, { holdId, categories, until, basis, placedAt, placedBy }: LegalHold): Promise<HoldView> => ({
  holdId, basis: await keys.openForTenant(tenantId, basis), placedAt, placedBy, ...(categories && { categories: [...categories] }), ...(until !== undefined && { until }),
});

/** Data of somebody can be held while none of it is being erased; a hold can be released whatever becomes of the rest. */
export const actionsOnHold = (open: DeletionRequest | undefined, hold: LegalHold | undefined): HeldOrNot['allowedActions'] =>
  [...(!open || isBeforePivot(open) || waitsForHold(open) ? ['place_hold'] as const : []), ...(hold ? ['release_hold'] as const : [])];
