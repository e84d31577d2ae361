import * as z from 'zod/mini';
import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { addressKey, authorizationItem, authorizationKey, credentialKey, readOwner, readTenant, stillAdmitted, type Authorization, type Subject } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { hashPassword, verifyAgainstDummy, verifyPassword } from '../../adapters/password-hash.ts';
import { newSession, type NewSession } from '../../adapters/sessions.ts';
import { equal, type Store, type Write } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { sourceOf } from '../../domain/rate-limit.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { countTowards } from '../../kit/rate-limits.ts';
import { sessionCookie } from '../../kit/session-cookie.ts';
import { login } from './routes.ts';

type Request = RequestOf<typeof login>;
interface Ports { readonly store: Store; readonly vault: Vault }

/** Unknown tenant, unknown address, wrong password, account not active: the same answer after the same work. */
export const handler = endpoint(login, async (request: Request, ports: Ports) => {
  const { body: { tenantId, email, password } } = request;
  if (!(await readTenant(ports.store, tenantId))) return refused(password);
  const blindIndex = await ports.vault.blindIndex(tenantId, email);
  const takeBack = await countAttempt(request, ports, blindIndex);
  const reply = await optimistically(() => logIn(request, ports.store, blindIndex));
  await takeBack();
  return reply;
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function refused(password: string): Promise<never> {
  await verifyAgainstDummy(password);
  throw new Problem('wrong-credentials');
}

/** Counted as failed until it succeeds, of this address from this source and of this source, whether or not the address is known. */
async function countAttempt({ body: { tenantId }, origin, now }: Request, ports: Ports, blindIndex: string): Promise<() => Promise<void>> {
  const source = sourceOf(origin.sourceIp);
  const ofAccount = await countTowards(login, 'loginFailuresPerAccount', ports, { tenantId, about: [source, blindIndex] }, now);
  const ofSource = await countTowards(login, 'loginFailuresPerSource', ports, { tenantId, about: [source] }, now);
  return async () => {
    await Promise.all([ofAccount(), ofSource()]);
  };
}

async function logIn({ body, origin, now }: Request, store: Store, blindIndex: string): Promise<Reply> {
  const userId = await readOwner(store, addressKey(body.tenantId, blindIndex));
  if (userId === undefined) return refused(body.password);
  const subject = { tenantId: body.tenantId, userId };
  const verified = await verify(store, subject, body.password);
  if (!verified) throw new Problem('wrong-credentials');
  const session = newSession(subject, now, verified.authorization.accessEpoch);
  await store.transact([
    session.write, stillAdmitted(subject, verified.authorization), ...verified.renewal,
    audited(subject, { action: 'session.started', actor: subject.userId, correlationId: origin.requestId, now }),
  ]);
  return answer(subject, session, body.cookie === true);
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
