import { audited, type AuditedAction } from '../../adapters/audit.ts';
import { appended } from '../../adapters/event-store.ts';
import { addressKey, readOwner, readTenant, readUser, versionTaken, type Subject, type User } from '../../adapters/identity.ts';
import { askedJustNow, requestNoted, type AskedMail } from '../../adapters/mail-requests.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { Vault } from '../../adapters/vault.ts';
import type { userPasswordResetRequested, userVerificationRequested } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { newUserId } from '../../domain/identifier.ts';
import type { EndpointRequest, Reply } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import type { Counted } from '../../kit/rate-limits.ts';

export interface Ports { readonly store: Store; readonly vault: Vault }
type Request = Pick<EndpointRequest<undefined, undefined, undefined>, 'now' | 'origin' | 'commit'> & { readonly body: { readonly tenantId: string; readonly email: string } };

/** A mail that a person asks for by her address alone. */
interface Asked {
  readonly what: AskedMail;
  readonly count: (counted: Counted) => Promise<unknown>;
  /** Whose mail it is; for anybody else nothing begins. */
  readonly isFor: (user: User) => boolean;
  readonly event: typeof userVerificationRequested | typeof userPasswordResetRequested;
  readonly action: AuditedAction;
}

const answer: Reply = { status: 202, body: {} };

/**
 * The same answer after the same work, whatever the address. Whether a tenant exists is no secret; whose addresses it knows is.
 * @throws Problem 429 for an address for which too much was asked
 */
export async function answerAlike(request: Request, ports: Ports, asked: Asked): Promise<Reply> {
  const { body: { tenantId, email }, now } = request;
  if (!(await readTenant(ports.store, tenantId))) return answer;
  const blindIndex = await ports.vault.blindIndex(tenantId, email);
  if (!(await askedJustNow(ports.store, asked.what, tenantId, blindIndex, now))) await asked.count({ tenantId, about: [blindIndex] });
  return optimistically(() => ask(request, ports.store, blindIndex, asked));
}

/** The same reads and one transaction for every address. */
async function ask(request: Request, store: Store, blindIndex: string, asked: Asked): Promise<Reply> {
  const { body: { tenantId }, now, commit } = request;
  const { what, isFor } = asked;
  const [heard, owner] = await Promise.all([askedJustNow(store, what, tenantId, blindIndex, now), readOwner(store, addressKey(tenantId, blindIndex))]);
  const subject = { tenantId, userId: owner ?? newUserId() };
  const user = await readUser(store, subject);
  const begun = user && isFor(user) ? requested(subject, user, request, asked) : [];
  return commit(heard ? [] : [requestNoted(what, tenantId, blindIndex, now), ...begun], answer);
}

function requested({ tenantId, userId }: Subject, user: User, { origin: { requestId }, now }: Request, { event, action }: Asked): readonly Write[] {
  const aggregate = { tenantId, aggregateId: userId, aggregateVersion: user.version + 1 };
  return [
    versionTaken({ tenantId, userId }, user),
    appended(occurrence(event, aggregate, causedByRequest(requestId), { userId }, now)),
    audited({ tenantId, userId }, { action, actor: 'system', correlationId: requestId, now }),
  ];
}
