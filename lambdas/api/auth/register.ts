import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { appended } from '../../adapters/event-store.ts';
import { gateIsOpen, readTenant, type Subject } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { newAccount } from '../../adapters/new-account.ts';
import { hashPassword } from '../../adapters/password-hash.ts';
import { registrationNoted } from '../../adapters/registrations.ts';
import { ConditionFailed, type Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { userCreated } from '../../domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../domain/events/event.ts';
import { newUserId } from '../../domain/identifier.ts';
import { negotiateLanguage, type Language } from '../../domain/language.ts';
import { passwordWeakness } from '../../domain/password.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { consoleUrl } from '../../kit/mail-settings.ts';
import { Problem } from '../../kit/problem.ts';
import type { FieldProblem } from '../../kit/problem-texts.ts';
import { register } from './routes.ts';

type Request = RequestOf<typeof register>;
interface Ports { readonly store: Store; readonly vault: Vault }

export const handler = endpoint(register, async (request: Request, ports: Ports) => {
  const { tenantId, password } = request.body;
  const tenant = await readTenant(ports.store, tenantId);
  if (tenant?.status !== 'open') throw noSuchTenant();
  refuseWeakness(request.body);
  const subject = { tenantId, userId: newUserId() };
  const outcome = await commit(request, ports, tenant, subject, await hashPassword(password));
  if (outcome === 'address taken') await ports.store.transact([registrationNoted(subject, 'decoy', request.now)]);
  return accepted(subject.userId, request.origin.language);
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

const weaknesses = { too_short: 'password-too-short', common: 'password-common', contains_context: 'password-contains-context' } as const satisfies Record<string, FieldProblem>;

function refuseWeakness({ password, email, firstName, lastName, tenantId }: Request['body']): void {
  const weakness = passwordWeakness(password, [email.slice(0, email.lastIndexOf('@')), firstName, lastName, tenantId]);
  if (weakness) throw new Problem('invalid-request', [{ pointer: '/password', code: weaknesses[weakness] }]);
}

const noSuchTenant = () => new Problem('tenant-not-found', [{ pointer: '/tenantId', code: 'no-such-tenant' }]);

/** State and event in one transaction: everything that follows the answer follows from this. */
async function commit({ body, origin, now }: Request, ports: Ports, tenant: Tenant, subject: Subject, passwordHash: string): Promise<'accepted' | 'address taken'> {
  const { email, firstName, lastName } = body;
  const { requestId, sourceIp, userAgent, referrer } = origin;
  const account = await newAccount(ports.vault, {
    subject, passwordHash, status: 'pending_verification', roleIds: [], permissions: [], now,
    personal: { email, firstName, lastName, language: negotiateLanguage(origin.acceptLanguage, tenant.defaults.language) },
    evidence: { sourceIp, ...(userAgent && { userAgent }), ...(referrer && { referrer }) },
  });
  const aggregate = { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion: 1 };
  const gate = gateIsOpen(subject.tenantId);
  const writes = [
    gate, ...account.writes, registrationNoted(subject, 'account', now),
    appended(occurrence(userCreated, aggregate, causedByRequest(requestId), { userId: subject.userId }, now)),
    audited(subject, { action: 'registration.accepted', actor: subject.userId, correlationId: requestId, now }),
  ];
  return ports.store.transact(writes).then(() => 'accepted' as const, (error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error;
    if (error.concerns(writes, gate)) throw noSuchTenant();
    if (error.concerns(writes, account.address)) return 'address taken' as const;
    throw error;
  });
}

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
