import { audited } from '../../adapters/audit.ts';
import { readDeletion } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { ConditionFailed, type Store } from '../../adapters/store.ts';
import { readRecipient, recipientToldByHand } from '../../adapters/told-recipients.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { recipientStatus } from '../../domain/told-recipient.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { recipientView } from './recipient-view.ts';
import { tellRecipient } from './routes.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** Whom no mail reached somebody has told by telephone or letter, and says how. It stands in the record of the request: of the person there is none any more. */
export const handler = endpoint(tellRecipient, async ({ params: { id: requestId, recipient: nth }, body, caller, origin, now, commit }, { store, vault: keys }: Ports) => {
  const named = { tenantId: caller.tenantId, requestId };
  const [request, recipient] = await Promise.all([readDeletion(store, named), readRecipient(store, named, nth)]);
  if (!request || !recipient) throw new Problem('not-found');
  if (recipientStatus(recipient) !== 'NOT_REACHED') throw new Problem('recipient-told');
  const reason = await keys.sealForTenant(caller.tenantId, body.reason);
  const told = { ...recipient, toldAt: now.toISOString(), toldBy: caller.userId, reason };
  return commit([
    recipientToldByHand(named, recipient, { by: caller.userId, reason, now }),
    audited({ tenantId: caller.tenantId, userId: requestId }, { action: 'recipient.told', actor: caller.userId, correlationId: origin.requestId, now, after: { requestId, recipient: nth } }),
  ], { status: 200, body: await recipientView(keys, caller.tenantId, told) }).catch((error: unknown) => {
    throw error instanceof ConditionFailed ? new Problem('recipient-told') : error;
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
