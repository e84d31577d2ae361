import * as z from 'zod/mini';
import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { addressKey, authorizationItem, authorizationKey, credentialKey, readOwner, readTenant, type Subject } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { hashPassword, verifyAgainstDummy, verifyPassword } from '../../adapters/password-hash.ts';
import { newSession, type NewSession } from '../../adapters/sessions.ts';
import { equal, type Store, type Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { SESSION_COOKIE } from '../../kit/authentication.ts';
import { endpoint, type Reply } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { login } from './routes.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** Unknown tenant, unknown address, wrong password, account not active: the same answer after the same work. */
export const handler = endpoint(login, async ({ body, origin, now }, ports: Ports) => {
  const subject = await findSubject(ports, body.tenantId, body.email);
  const verified = subject ? await verify(ports.store, subject, body.password) : await verifyAgainstDummy(body.password);
  if (!subject || !verified) throw new Problem('wrong-credentials');
  const session = newSession(subject, now);
  await ports.store.transact([
    session.write, ...verified.renewal,
    audited(subject, { action: 'session.started', actor: subject.userId, correlationId: origin.requestId, now }),
  ]);
  return answer(subject, session, body.cookie === true);
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function findSubject(ports: Ports, tenantId: string, email: string): Promise<Subject | undefined> {
  if (!(await readTenant(ports.store, tenantId))) return undefined;
  const userId = await readOwner(ports.store, addressKey(tenantId, await ports.vault.blindIndex(tenantId, email)));
  return userId === undefined ? undefined : { tenantId, userId };
}

const credentialItem = z.object({ passwordHash: z.string() });

/** Undefined when the login must be refused; else what to write along, such as a hash renewed with today's parameters. */
async function verify(store: Store, subject: Subject, password: string): Promise<{ renewal: readonly Write[] } | undefined> {
  const [credential, authorization] = await store.getMany([
    { table: 'identity', key: credentialKey(subject) }, { table: 'identity', key: authorizationKey(subject) }]);
  if (!credential || !authorization) return verifyAgainstDummy(password).then(() => undefined);
  const { passwordHash } = credentialItem.parse(credential);
  const { matches, outdated } = await verifyPassword(password, passwordHash);
  if (!matches || authorizationItem.parse(authorization).status !== 'active') return undefined;
  return { renewal: outdated ? [renewed(subject, passwordHash, await hashPassword(password))] : [] };
}

const renewed = (subject: Subject, before: string, after: string): Write =>
  ({ table: 'identity', update: credentialKey(subject), set: { passwordHash: after }, if: equal('passwordHash', before) });

/** With `cookie` the token goes where no script can read it, and stands nowhere else. */
function answer({ userId }: Subject, { token, expiresAt }: NewSession, cookie: boolean): Reply {
  const body = { userId, expiresAt: expiresAt.toISOString() };
  if (!cookie) return { status: 200, body: { ...body, sessionToken: token } };
  return {
    status: 200, body,
    cookies: [`${SESSION_COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Expires=${expiresAt.toUTCString()}`],
  };
}
