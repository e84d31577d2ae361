import { deletionReleased, subjectOfDeletion } from '../../accounts/deletion-steps.ts';
import { audited } from '../../adapters/audit.ts';
import { deletionChanged } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { holdReleased, readHold } from '../../adapters/legal-holds.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { keptBackOf, waitsForHold, type DeletionRequest } from '../../domain/deletion-request.ts';
import { causedByRequest } from '../../domain/events/event.ts';
import { nextEnd } from '../../domain/kept-back.ts';
import type { LegalHold } from '../../domain/legal-hold.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { accountStands } from './account-stands.ts';
import { openDeletion } from './open-deletion.ts';
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
  const open = await openDeletion(store, subject, user);
  if (open && waitsForHold(open)) return goesOn(open, { hold, actor: caller.userId, correlationId, now, commit });
  return commit([
    holdReleased(subject, hold),
    ...(user && open?.status === 'BLOCKED_BY_HOLD' ? deletionReleased({ request: open, user, actor: caller.userId, cause: causedByRequest(correlationId), now })
      : user ? [accountStands(subject, user)] : []),
    audited(subject, { action: 'legal_hold.released', actor: caller.userId, correlationId, now, before: { holdId: hold.holdId }, ...(reason && { reason }) }),
  ], { status: 204 });
}

interface Releasing extends Pick<Request, 'now' | 'commit'> { readonly hold: LegalHold; readonly actor: string; readonly correlationId: string }
/** Whoever looks after deletions finds it due within a minute, and the erasure goes on with what no other ground keeps. */
function goesOn(open: DeletionRequest, { hold, actor, correlationId, now, commit }: Releasing): Promise<Reply> {
  const { tenantId, requestId, heldCategories = [] } = open;
  const kept = keptBackOf(open, undefined);
  return commit([
    holdReleased(subjectOfDeletion(open), hold), deletionChanged(open, { heldUntil: nextEnd(kept, heldCategories, now) }, now),
    audited({ tenantId, userId: requestId }, { action: 'legal_hold.released', actor, correlationId, now, before: { holdId: hold.holdId } }),
  ], { status: 204 });
}
