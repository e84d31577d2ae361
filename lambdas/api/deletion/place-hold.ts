import { deletionBlocked, deletionReleased } from '../../accounts/deletion-steps.ts';
import { audited, type AuditEntry } from '../../adapters/audit.ts';
import { deletionChanged } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { holdPlaced, readHold } from '../../adapters/legal-holds.ts';
import type { Store, Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { isBeforePivot, keptBackOf, waitsForHold, type DeletionRequest } from '../../domain/deletion-request.ts';
import { causedByRequest } from '../../domain/events/event.ts';
import { nextEnd } from '../../domain/kept-back.ts';
import { holdsEverything, newHoldId, type LegalHold } from '../../domain/legal-hold.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { accountStands } from './account-stands.ts';
import { holdView } from './hold-view.ts';
import { openDeletion } from './open-deletion.ts';
import { placeHold } from './routes.ts';

type Request = RequestOf<typeof placeHold>;
interface Ports { readonly store: Store; readonly vault: Vault }

/** One hold a person: another takes the place of the one that was read. A deletion that was asked for and has not begun stops in the same transaction, or goes on where less is held than before. */
export const handler = endpoint(placeHold, (request: Request, ports: Ports) => optimistically(() => place(request, ports)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function place(request: Request, { store, vault: keys }: Ports): Promise<Reply> {
  const { params: { id: userId }, body: { until }, caller, origin: { requestId: correlationId }, now, commit } = request;
  if (until !== undefined && new Date(until) <= now) throw new Problem('invalid-request', [{ pointer: '/until', code: 'not-in-future' }]);
  const subject = { tenantId: caller.tenantId, userId };
  const [user, seen] = await Promise.all([readUser(store, subject), readHold(store, subject)]);
  const open = await openDeletion(store, subject, user);
  if (open && waitsForHold(open)) return holdLonger(request, keys, { subject, open, seen });
  if (!user) throw new Problem('not-found');
  if (open && !isBeforePivot(open)) throw new Problem('past-the-pivot');
  const hold = await newHold(request, keys, subject.tenantId);
  return commit(
    [holdPlaced(subject, seen, hold), ...following(request, subject, user, open, hold), audited(subject, { ...placed(hold), actor: caller.userId, correlationId, now })],
    { status: 200, body: await holdView(keys, subject.tenantId, hold) });
}

const newHold = async ({ body: { basis, categories, until }, caller, now }: Request, keys: Vault, tenantId: string): Promise<LegalHold> => ({
  holdId: newHoldId(), basis: await keys.sealForTenant(tenantId, basis), placedBy: caller.userId, placedAt: now.toISOString(),
  ...(categories && { categories: [...new Set(categories)] }), ...(until !== undefined && { until: new Date(until).toISOString() }),
});
const placed = ({ holdId, categories = [], until }: LegalHold): Pick<AuditEntry, 'action' | 'after'> =>
  ({ action: 'legal_hold.placed', after: { holdId, categories: categories.length > 0 ? [...categories] : ['everything'], until: until ?? null } });

interface Waiting { readonly subject: Subject; readonly open: DeletionRequest; readonly seen: LegalHold | undefined }
/** Of somebody who is erased but for this: it may be held longer, or less of it; what is gone cannot be. */
async function holdLonger(request: Request, keys: Vault, { subject, open, seen }: Waiting): Promise<Reply> {
  const { body: { categories }, caller, origin: { requestId: correlationId }, now, commit } = request;
  const { tenantId, requestId, heldCategories = [] } = open;
  if (categories?.some((category) => !heldCategories.includes(category))) throw new Problem('past-the-pivot');
  const hold = { ...await newHold(request, keys, tenantId), categories: categories ?? [...heldCategories] };
  const kept = keptBackOf(open, hold);
  return commit([
    holdPlaced(subject, seen, hold), deletionChanged(open, { heldUntil: nextEnd(kept, heldCategories, now) }, now),
    audited({ tenantId, userId: requestId }, { ...placed(hold), actor: caller.userId, correlationId, now }),
  ], { status: 200, body: await holdView(keys, tenantId, hold) });
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
