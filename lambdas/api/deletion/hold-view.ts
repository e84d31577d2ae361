import type { Vault } from '../../adapters/vault.ts';
import type { LegalHold } from '../../domain/legal-hold.ts';
import type { HoldView } from './deletion-schemas.ts';

export const holdView = async (keys: Vault, tenantId: string, { holdId, categories, until, basis, placedAt }: LegalHold): Promise<HoldView> => ({
  holdId, basis: await keys.openForTenant(tenantId, basis), placedAt, ...(categories && { categories: [...categories] }), ...(until !== undefined && { until }),
});
