import * as z from 'zod/mini';
import { deletionSecrets } from '../../accounts/deletion-secrets.ts';
import { deletionTold } from '../../accounts/deletion-events.ts';
import { deletionEntered } from '../../adapters/accounts-in-deletion.ts';
import { audited } from '../../adapters/audit.ts';
import { deletionOpened, readDeletion } from '../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readAuthorization, readTenant, readUser, type Authorization, type Subject, type User } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { holdStands, readHold } from '../../adapters/legal-holds.ts';
import { anotherAdministrator, unchanged, type Holder } from '../../adapters/role-bindings.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { dueDate, newDeletionRequestId, reasonCodeOf, reminderOf, type DeletionRequest } from '../../domain/deletion-request.ts';
import { causedByRequest } from '../../domain/events/event.ts';
import { identifier } from '../../domain/identifier.ts';
import { holdsEverything, type LegalHold } from '../../domain/legal-hold.ts';
import { liveGrants, systemRoleOf } from '../../domain/role.ts';
import { privacyOf, type Privacy } from '../../domain/tenant.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { statusUrlOf } from './deletion-view.ts';
import { gracePeriodOf } from './grace-period.ts';
import { proveIdentity } from './prove-identity.ts';
import { requestDeletion } from './routes.ts';

type Request = RequestOf<typeof requestDeletion>;
interface Ports { readonly store: Store; readonly vault: Vault }

/** State, end of all access and event are one transaction; without a grace period the pivot is in it too. Of two who ask at once both hear of the first request. */
export const handler = endpoint(requestDeletion, async (request: Request, ports: Ports) => {
  const subject = { tenantId: request.caller.tenantId, userId: request.params.id };
  if (isOwn(request)) await proveIdentity(request, ports, subject);
  return optimistically(async () => {
    const { user, seen } = await deletable(ports.store, subject);
    const first = user.deletionRequestId === undefined ? undefined : await readDeletion(ports.store, { tenantId: subject.tenantId, requestId: user.deletionRequestId });
    return first ? answer(200, first) : accept(request, ports, { subject, user, seen, ...await conditionsOf(ports.store, subject, seen, request) });
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
}, async ({ status, body }, request, { vault: keys }) => {
  if (status !== 202 || !isOwn(request)) return { status, body };
  const { requestId } = z.object({ requestId: identifier }).parse(body);
  const { receipt } = await deletionSecrets(keys, { tenantId: request.caller.tenantId, requestId });
  return { status, body: { ...body as object, receiptCode: receipt.token } };
});

const isOwn = ({ params, caller }: Request): boolean => params.id === caller.userId;

interface Deletable { readonly user: User; readonly seen: Authorization }
/** @throws Problem 404 for nobody of this tenant, 409 for what a failed registration left behind */
async function deletable(store: Store, subject: Subject): Promise<Deletable> {
  const [user, seen] = await Promise.all([readUser(store, subject), readAuthorization(store, subject)]);
  if (!user || !seen) throw new Problem('not-found');
  if (user.status === 'registration_failed') throw new Problem('deletion-not-possible');
  return { user, seen };
}

/** What the decision rests on besides the account itself: all of it stands unchanged in the transaction. */
interface Conditions { readonly privacy: Privacy; readonly hold: LegalHold | undefined; readonly relyingOn: readonly Holder[] }

/** @throws Problem 409 for the last administrator, 401 for a caller whose access has just ended */
async function conditionsOf(store: Store, subject: Subject, seen: Authorization, { caller, now }: Request): Promise<Conditions> {
  const administers = liveGrants(seen, now).some(({ roleId }) => systemRoleOf(roleId)?.administers);
  const [tenant, hold, keeper, own] = await Promise.all([
    readTenant(store, subject.tenantId), readHold(store, subject), administers ? anotherAdministrator(store, subject) : undefined, readAuthorization(store, caller)]);
  if (own?.status !== 'active') throw new Problem('unauthenticated');
  if (!tenant) throw new Problem('not-found');
  if (administers && !keeper) throw new Problem('last-administrator');
  // A transaction names an item once: the subject's own is written, and who asks may be who stays.
  const relyingOn = new Map([{ subject: { tenantId: caller.tenantId, userId: caller.userId }, seen: own }, ...(keeper ? [keeper] : [])].map((each) => [each.subject.userId, each]));
  relyingOn.delete(subject.userId);
  return { privacy: privacyOf(tenant), hold, relyingOn: [...relyingOn.values()] };
}

async function accept(request: Request, { vault: keys }: Ports, { subject, user, seen, privacy, hold, relyingOn }: Deletable & Conditions & { readonly subject: Subject }): Promise<Reply> {
  const { body: { reason }, caller, origin: { requestId: correlationId }, now, commit } = request;
  const [opened, key] = await Promise.all([newRequest(request, keys, { subject, user, privacy, hold }), keys.personKey(subject)]);
  const { requestId, status, reasonCode } = opened;
  const events = ['requested' as const, status === 'RUNNING' ? 'started' as const : { notice: 'requested' as const }];
  return commit([
    ...deletionEntered(subject, user, seen, { requestId, to: status === 'RUNNING' ? 'deleting' : 'deletion_pending', events: events.length }),
    deletionOpened(opened, now), holdStands(subject, hold),
    ...relyingOn.map(unchanged),
    ...deletionTold(events, { subject, user, requestId, cause: causedByRequest(correlationId), now }),
    audited(subject, {
      action: 'deletion.requested', actor: caller.userId, correlationId, now, after: { requestId, reasonCode },
      ...(key && { evidence: key.seal('words', { words: reason }) }),
    }),
  ], answer(202, opened));
}

interface About { readonly subject: Subject; readonly user: User; readonly privacy: Privacy; readonly hold: LegalHold | undefined }
async function newRequest({ body, caller, now }: Request, keys: Vault, { subject, user, privacy, hold }: About): Promise<DeletionRequest> {
  const due = dueDate(privacy, now);
  const grace = gracePeriodOf(body.gracePeriodSeconds, privacy, now, due);
  const graceEnds = new Date(now.getTime() + grace * 1000);
  const requestId = newDeletionRequestId();
  const { receipt, cancel } = await deletionSecrets(keys, { tenantId: subject.tenantId, requestId });
  const blocked = holdsEverything(hold, now);
  return {
    requestId, ...subject, version: 1, profile: privacy.profile, reasonCode: body.ground ?? reasonCodeOf(body.reason), requestedBy: caller.userId, requestedAt: now.toISOString(),
    status: blocked ? 'BLOCKED_BY_HOLD' : grace === 0 ? 'RUNNING' : 'GRACE_PERIOD', ...(!blocked && grace === 0 && { startedAt: now.toISOString() }),
    graceEndsAt: graceEnds.toISOString(), remindAt: reminderOf(now, graceEnds)?.toISOString(), finishBy: due.toISOString(),
    ...(privacy.retention.length > 0 && { retention: privacy.retention }), statusBefore: user.status, receiptHash: receipt.hash, cancelHash: cancel.hash, ...(blocked && { heldUntil: hold.until }),
  };
}

const answer = (status: 200 | 202, request: DeletionRequest): Reply => ({
  status, body: { requestId: request.requestId, status: request.status, dueAt: request.finishBy, graceEndsAt: request.graceEndsAt, statusUrl: statusUrlOf(request) },
});
