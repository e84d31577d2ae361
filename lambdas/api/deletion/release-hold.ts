import { deletionReleased } from '../../accounts/deletion-steps.ts';
import { audited } from '../../adapters/audit.ts';
import { readDeletion } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { holdReleased, readHold } from '../../adapters/legal-holds.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { causedByRequest } from '../../domain/events/event.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { accountStands } from './account-stands.ts';
import { releaseHold } from './routes.ts';

type Request = RequestOf<typeof releaseHold>;

/** Also of somebody who is erased but for what was held: the hold outlives the account. */
export const handler = endpoint(releaseHold, (request: Request, { store }: { store: Store; vault: Vault }) => optimistically(() => release(request, store)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function release({ params: { id: userId }, body: { reason }, caller, origin: { requestId: correlationId }, now, commit }: Request, store: Store): Promise<Reply> {
  const subject = { tenantId: caller.tenantId, userId };
  const [user, hold] = await Promise.all([readUser(store, subject), readHold(store, subject)]);
  if (!hold) throw new Problem('not-found');
  const open = user?.deletionRequestId === undefined ? undefined : await readDeletion(store, { tenantId: subject.tenantId, requestId: user.deletionRequestId });
  return commit([
    holdReleased(subject, hold),
    ...(user && open?.status === 'BLOCKED_BY_HOLD' ? deletionReleased({ request: open, user, actor: caller.userId, cause: causedByRequest(correlationId), now })
      : user ? [accountStands(subject, user)] : []),
    audited(subject, { action: 'legal_hold.released', actor: caller.userId, correlationId, now, before: { holdId: hold.holdId }, ...(reason && { reason }) }),
  ], { status: 204 });
}
