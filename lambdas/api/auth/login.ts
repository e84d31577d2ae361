import * as z from 'zod/mini';
import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { addressKey, authorizationItem, authorizationKey, credentialKey, readOwner, readTenant, stillAdmitted, type Authorization, type Subject } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { hashPassword, verifyAgainstDummy, verifyPassword } from '../../adapters/password-hash.ts';
import { newSession, type NewSession } from '../../adapters/sessions.ts';
import { equal, type Store, type Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { sessionCookie } from '../../kit/session-cookie.ts';
import { login } from './routes.ts';

type Request = RequestOf<typeof login>;
interface Ports { readonly store: Store; readonly vault: Vault }

/** Unknown tenant, unknown address, wrong password, account not active: the same answer after the same work. */
export const handler = endpoint(login, (request: Request, ports: Ports) => optimistically(() => logIn(request, ports)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function logIn({ body, origin, now }: Request, ports: Ports): Promise<Reply> {
  const subject = await findSubject(ports, body.tenantId, body.email);
  const verified = subject ? await verify(ports.store, subject, body.password) : await verifyAgainstDummy(body.password);
  if (!subject || !verified) throw new Problem('wrong-credentials');
  const session = newSession(subject, now, verified.authorization.sessionEpoch);
  await ports.store.transact([
    session.write, stillAdmitted(subject, verified.authorization), ...verified.renewal,
    audited(subject, { action: 'session.started', actor: subject.userId, correlationId: origin.requestId, now }),
  ]);
  return answer(subject, session, body.cookie === true);
}

async function findSubject(ports: Ports, tenantId: string, email: string): Promise<Subject | undefined> {
  if (!(await readTenant(ports.store, tenantId))) return undefined;
  const userId = await readOwner(ports.store, addressKey(tenantId, await ports.vault.blindIndex(tenantId, email)));
  return userId === undefined ? undefined : { tenantId, userId };
}

const credentialItem = z.object({ passwordHash: z.string() });

interface Verified { readonly authorization: Authorization; readonly renewal: readonly Write[] }
/** Undefined when the login must be refused; else what to write along, such as a hash renewed with today's parameters. */
async function verify(store: Store, subject: Subject, password: string): Promise<Verified | undefined> {
  const [credential, account] = await store.getMany([
    { table: 'identity', key: credentialKey(subject) }, { table: 'identity', key: authorizationKey(subject) }]);
  if (!credential || !account) return verifyAgainstDummy(password).then(() => undefined);
  const { passwordHash } = credentialItem.parse(credential);
  const { matches, outdated } = await verifyPassword(password, passwordHash);
  const authorization = authorizationItem.parse(account);
  if (!matches || authorization.status !== 'active') return undefined;
  return { authorization, renewal: outdated ? [renewed(subject, passwordHash, await hashPassword(password))] : [] };
}

const renewed = (subject: Subject, before: string, after: string): Write =>
  ({ table: 'identity', update: credentialKey(subject), set: { passwordHash: after }, if: equal('passwordHash', before) });

/** With `cookie` the token goes where no script can read it, and stands nowhere else. */
function answer({ userId }: Subject, { token, expiresAt }: NewSession, cookie: boolean): Reply {
  const body = { userId, expiresAt: expiresAt.toISOString() };
  if (!cookie) return { status: 200, body: { ...body, sessionToken: token } };
  return { status: 200, body, cookies: [sessionCookie(token, expiresAt)] };
}
