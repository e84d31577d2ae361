import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { invitationWithdrawn, readInvitation } from '../../adapters/invitations.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { ConditionFailed, type Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { deleteInvitation } from './routes.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** Looked for in the caller's tenant only, so one of another answers as one that does not exist. */
export const handler = endpoint(deleteInvitation, async ({ params: { id }, caller, origin, now, commit }, { store }: Ports) => {
  const subject = { tenantId: caller.tenantId, userId: id };
  if (!(await readInvitation(store, subject))) throw new Problem('not-found');
  return commit([
    ...invitationWithdrawn(subject), audited(subject, { action: 'invitation.withdrawn', actor: caller.userId, correlationId: origin.requestId, now }),
  ], { status: 204 }).catch((error: unknown) => {
    throw error instanceof ConditionFailed ? new Problem('not-found') : error;
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
