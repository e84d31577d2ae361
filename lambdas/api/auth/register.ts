import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { gateHasRoom, gateIsOpen, placeTaken } from '../../adapters/gate.ts';
import { readOwner, readTenant, readUser, type Subject } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { newAccount, type NewAccountWrites } from '../../adapters/new-account.ts';
import { hashPassword } from '../../adapters/password-hash.ts';
import { registrationNoted } from '../../adapters/registrations.ts';
import { ConditionFailed, keyOf, type Store, type Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { userCreated } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { newUserId } from '../../domain/identifier.ts';
import { negotiateLanguage, type Language } from '../../domain/language.ts';
import { sourceOf } from '../../domain/rate-limit.ts';
import { letsIn, type Tenant } from '../../domain/tenant.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { consoleUrl } from '../../kit/mail-settings.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { countTowards } from '../../kit/rate-limits.ts';
import { refuseWeakness } from '../weak-password.ts';
import { noSuchTenant, throughGate } from './gate.ts';
import { admission, notAllowed, type Admission } from './joining.ts';
import { ownerToBeTold } from './known-address.ts';
import { register } from './routes.ts';

type Request = RequestOf<typeof register>;
interface Ports { readonly store: Store; readonly vault: Vault }
interface Registering { readonly request: Request; readonly tenant: Tenant; readonly subject: Subject; readonly account: NewAccountWrites; readonly admitted: Admission }

/**
 * A known and an unknown address cost the same: one password hash, the same reads, one transaction with the same gate. Whoever
 * took the address a moment before is found at the second look.
 */
export const handler = endpoint(register, async (request: Request, ports: Ports) => {
  const { body, origin, now } = request;
  const { tenantId, password } = body;
  const tenant = await readTenant(ports.store, tenantId);
  if (tenant?.status !== 'open') throw noSuchTenant();
  const admitted = await admission(ports, tenant, body, now);
  refuseWeakness(password, body);
  await countTowards(register, 'registrationsPerSource', ports, { tenantId, about: [sourceOf(origin.sourceIp)] }, now);
  const subject = { tenantId, userId: newUserId() };
  const account = await accountFor(request, ports.vault, tenant, subject, await hashPassword(password));
  const registering = { request, tenant, subject, account, admitted };
  return throughGate(ports.store, tenantId, (shard) => optimistically(() => accept(ports.store, registering, shard)));
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

function accountFor({ body, origin, now }: Request, keys: Vault, tenant: Tenant, subject: Subject, passwordHash: string): Promise<NewAccountWrites> {
  const { email, firstName, lastName } = body;
  const { sourceIp, userAgent, referrer } = origin;
  return newAccount(keys, {
    subject, passwordHash, status: 'pending_verification', grants: [], now,
    personal: { email, firstName, lastName, language: negotiateLanguage(origin.acceptLanguage, tenant.defaults.language) },
    evidence: { sourceIp, ...(userAgent && { userAgent }), ...(referrer && { referrer }) },
  });
}

/** State, event and answer in one transaction: everything that follows the answer follows from this. Undefined where the shard lets nobody in. */
async function accept(store: Store, { request, tenant, subject, account, admitted }: Registering, shard: number): Promise<Reply | undefined> {
  const { origin: { requestId, language }, now, commit } = request;
  const { tenantId } = subject;
  const ownerId = await readOwner(store, keyOf(account.address));
  const known = await readUser(store, { tenantId, userId: ownerId ?? subject.userId });
  const limited = tenant.registrationQuota !== undefined;
  const gate = (!limited ? gateIsOpen : ownerId === undefined ? placeTaken : gateHasRoom)(tenantId, shard);
  const invitation = admitted.use?.(subject.userId);
  const taken = { ...(limited && { gateShard: shard }), ...(admitted.invitationId && { invitationId: admitted.invitationId }) };
  const writes = [gate, ...(invitation ? [invitation] : []), ...(ownerId === undefined
    ? [...account.writes(taken), registrationNoted(subject, 'account', now), ...begun(subject, requestId, now)]
    : [registrationNoted(subject, 'decoy', now), ...ownerToBeTold({ tenantId, userId: ownerId }, known, requestId, now)])];
  return commit(writes, accepted(subject.userId, language)).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error;
    if (invitation && error.concerns(writes, invitation)) {
      if (letsIn(tenant.registrationPolicy, request.body.email)) return accept(store, { request, tenant, subject, account, admitted: {} }, shard);
      throw notAllowed(tenant);
    }
    if (error.concerns(writes, gate)) return undefined;
    throw error;
  });
}

const begun = (subject: Subject, requestId: string, now: Date): readonly Write[] => [
  appended(occurrence(userCreated, { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: 1 }, causedByRequest(requestId), { userId: subject.userId }, now)),
  audited(subject, { action: 'registration.accepted', actor: subject.userId, correlationId: requestId, now }),
];

const messages: Readonly<Record<Language, string>> = {
  'zh-CN': '注册申请已受理，验证邮件将发送至您的邮箱，请查收。',
  en: 'Your registration was accepted. A verification mail will be sent to your address.',
};

/** The same for an address that is known already: nobody learns here who has an account. */
const accepted = (userId: string, language: Language): Reply => ({
  status: 202,
  body: {
    success: true, userId, message: messages[language], nextSteps: ['email_verification', 'profile_completion'],
    statusUrl: `${consoleUrl()}api/auth/registrations/${userId}`,
  },
});
