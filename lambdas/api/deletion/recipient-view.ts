import type { Vault } from '../../adapters/vault.ts';
import { recipientStatus, type ToldRecipient } from '../../domain/told-recipient.ts';
import type { RecipientView } from './deletion-schemas.ts';

export const recipientView = async (keys: Vault, tenantId: string, recipient: ToldRecipient): Promise<RecipientView> => {
  const { nth, name, toldAt, notReachedAt, acknowledgedAt, toldBy, reason } = recipient;
  return {
    nth, name, status: recipientStatus(recipient), ...(toldAt !== undefined && { toldAt }), ...(notReachedAt !== undefined && { notReachedAt }), ...(acknowledgedAt !== undefined && { acknowledgedAt }),
    ...(toldBy !== undefined && { toldBy }), ...(reason !== undefined && { reason: await keys.openForTenant(tenantId, reason) }),
  };
};
