import type { NamedDeletion } from '../adapters/deletion-requests.ts';
import type { Vault } from '../adapters/vault.ts';
import { hashOf, tokenOf } from '../domain/bearer-token.ts';

interface Secret { readonly token: string; readonly hash: string }
/** The one lets its holder look at the request for as long as it is kept, and take it back; the other, of the mails, only take it back. */
export interface DeletionSecrets { readonly receipt: Secret; readonly cancel: Secret }

/** In the mail to the office of that place in the list: with it the office acknowledges what it was told, and nothing else. */
export const recipientSecret = async (vault: Vault, named: NamedDeletion, nth: number): Promise<Secret> =>
  secretOf(named, await vault.tenantSecret(named.tenantId, `deletion recipient ${nth} ${named.requestId}`));

const secretOf = ({ tenantId, requestId }: NamedDeletion, secret: Buffer): Secret => ({ token: tokenOf({ tenantId, userId: requestId }, secret), hash: hashOf(secret) });

/** Derived from the tenant's key: the same again whenever they are needed, also when the person's own key is gone. Only the hashes are stored. */
export async function deletionSecrets(vault: Vault, { tenantId, requestId }: NamedDeletion): Promise<DeletionSecrets> {
  const [receipt, cancel] = await Promise.all(['receipt', 'cancel'].map((purpose) => vault.tenantSecret(tenantId, `deletion ${purpose} ${requestId}`)));
  if (!receipt || !cancel) throw new Error('a secret could not be derived');
  return { receipt: secretOf({ tenantId, requestId }, receipt), cancel: secretOf({ tenantId, requestId }, cancel) };
}
