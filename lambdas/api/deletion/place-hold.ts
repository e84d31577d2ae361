import { deletionBlocked, deletionReleased } from '../../accounts/deletion-steps.ts';
import { audited } from '../../adapters/audit.ts';
import { deletionChanged, readDeletion } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { holdPlaced, readHold } from '../../adapters/legal-holds.ts';
import type { Store, Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { isBeforePivot, type DeletionRequest } from '../../domain/deletion-request.ts';
import { causedByRequest } from '../../domain/events/event.ts';
import { holdsEverything, newHoldId, type LegalHold } from '../../domain/legal-hold.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { accountStands } from './account-stands.ts';
import { holdView } from './hold-view.ts';
import { placeHold } from './routes.ts';

type Request = RequestOf<typeof placeHold>;
interface Ports { readonly store: Store; readonly vault: Vault }

/** One hold a person: another takes the place of the one that was read. A deletion that was asked for and has not begun stops in the same transaction, or goes on where less is held than before. */
export const handler = endpoint(placeHold, (request: Request, ports: Ports) => optimistically(() => place(request, ports)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function place(request: Request, { store, vault: keys }: Ports): Promise<Reply> {
  const { params: { id: userId }, body: { basis, categories, until }, caller, origin: { requestId: correlationId }, now, commit } = request;
  if (until !== undefined && new Date(until) <= now) throw new Problem('invalid-request', [{ pointer: '/until', code: 'not-in-future' }]);
  const subject = { tenantId: caller.tenantId, userId };
  const [user, seen] = await Promise.all([readUser(store, subject), readHold(store, subject)]);
  if (!user) throw new Problem('not-found');
  const open = user.deletionRequestId === undefined ? undefined : await readDeletion(store, { tenantId: subject.tenantId, requestId: user.deletionRequestId });
  if (open && !isBeforePivot(open)) throw new Problem('past-the-pivot');
  const hold: LegalHold = {
    holdId: newHoldId(), basis: await keys.sealForTenant(subject.tenantId, basis), placedBy: caller.userId, placedAt: now.toISOString(),
    ...(categories && { categories: [...new Set(categories)] }), ...(until !== undefined && { until: new Date(until).toISOString() }),
  };
  return commit([
    holdPlaced(subject, seen, hold), ...following(request, subject, user, open, hold),
    audited(subject, { action: 'legal_hold.placed', actor: caller.userId, correlationId, now, after: { holdId: hold.holdId, categories: [...(hold.categories ?? ['everything'])], until: hold.until ?? null } }),
  ], { status: 200, body: await holdView(keys, subject.tenantId, hold) });
}

/** What it means for a deletion that was asked for; without one the account must be as it was read, so that none begins unseen. */
function following({ caller, origin, now }: Request, subject: Subject, user: User, open: DeletionRequest | undefined, hold: LegalHold): readonly Write[] {
  if (!open) return [accountStands(subject, user)];
  const acting = { request: open, user, actor: caller.userId, cause: causedByRequest(origin.requestId), now };
  const blocks = holdsEverything(hold, now);
  if (blocks && open.status === 'GRACE_PERIOD') return deletionBlocked(acting, hold);
  if (!blocks && open.status === 'BLOCKED_BY_HOLD') return deletionReleased(acting);
  return [deletionChanged(open, { heldUntil: blocks ? hold.until : undefined }, now), accountStands(subject, user)];
}
