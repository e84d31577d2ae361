import { isValid, parseApiKey } from '../adapters/api-keys.ts';
import { apiKeyKey, authorizationItem, authorizationKey, sessionKey, type Authorization } from '../adapters/identity.ts';
import { isOpen, parseSession } from '../adapters/sessions.ts';
import { ConditionFailed, type Item, type Store, type Write } from '../adapters/store.ts';
import { usageNoted } from '../adapters/usage.ts';
import { parseToken, type BearerToken } from '../domain/bearer-token.ts';
import { TransientFailure } from '../domain/errors.ts';
import { effectiveAt, type Permission } from '../domain/role.ts';
import type { HttpEvent } from './http-request.ts';
import { Problem } from './problem.ts';
import type { CredentialAccess } from './route.ts';
import { sessionCookieName } from './session-cookie.ts';
import { requiredSetting } from './settings.ts';

export interface Caller {
  readonly tenantId: string;
  readonly userId: string;
  readonly kind: 'session' | 'api key';
  /** What he may do now, and with this credential. */
  readonly permissions: readonly Permission[];
  readonly permissionEpoch: number;
  /** As it was read: sessions and API keys of an earlier one have ended. */
  readonly accessEpoch: number | undefined;
  /** Of the secret that he showed; by it the credential is found. */
  readonly credentialHash: string;
}

interface Credential { readonly kind: Caller['kind']; readonly token: BearerToken }
/** What a credential that is good lets its holder do, and the note that it was used. */
interface Good { readonly permissions: readonly Permission[]; readonly note: ReturnType<typeof usageNoted> }

/**
 * Who calls, and whether he may: credential and authorization item, read consistently and in one round trip (2 read units), so
 * that a right which was taken is refused with the very next request.
 * @throws Problem 401 without a valid credential of an active account, 403 without a permission that is needed
 */
export async function authenticate(store: Store, event: HttpEvent, access: CredentialAccess): Promise<Caller> {
  const credential = credentialOf(event);
  if (!credential) throw new Problem('unauthenticated');
  const { kind, token: { tenantId, userId, hash } } = credential;
  const [item, account] = await store.getMany([
    { table: 'identity', key: keyOf(credential) }, { table: 'identity', key: authorizationKey({ tenantId, userId }) }]);
  const authorization = account && authorizationItem.parse(account);
  const good = item && authorization?.status === 'active' ? judged(credential, item, authorization, new Date()) : undefined;
  if (!authorization || !good) throw new Problem('unauthenticated');
  await noteUsage(store, good.note);
  refuseUnlessMay(access, kind, good.permissions, event.pathParameters?.['id'] === userId);
  const { permissionEpoch, accessEpoch } = authorization;
  return { tenantId, userId, kind, permissions: good.permissions, permissionEpoch, accessEpoch, credentialHash: hash };
}

const keyOf = ({ kind, token }: Credential) => (kind === 'session' ? sessionKey : apiKeyKey)(token, token.hash);

/** Undefined for a credential that has ended. */
function judged(credential: Credential, item: Item, authorization: Authorization, now: Date): Good | undefined {
  const held = effectiveAt(authorization, now);
  const epoch = authorization.accessEpoch ?? 0;
  if (credential.kind === 'session') {
    const session = parseSession(item);
    return isOpen(session, epoch, now) ? { permissions: held, note: usageNoted(keyOf(credential), 'lastSeenAt', session.lastSeenAt, now) } : undefined;
  }
  const apiKey = parseApiKey(item);
  return isValid(apiKey, epoch, now) ? {
    permissions: held.filter((each) => apiKey.permissions.includes(each)), note: usageNoted(keyOf(credential), 'lastUsedAt', apiKey.lastUsedAt, now),
  } : undefined;
}

/** @throws Problem 403 */
function refuseUnlessMay(access: CredentialAccess, kind: Caller['kind'], held: readonly Permission[], own: boolean): void {
  const forOneself = access === 'session' || (access === 'own account or users:delete' && own);
  if (forOneself && kind !== 'session') throw new Problem('session-needed');
  const needed = forOneself || access === 'any credential' ? [] : access === 'own account or users:delete' ? ['users:delete' as const] : typeof access === 'string' ? [access] : access;
  if (!needed.every((permission) => held.includes(permission))) throw new Problem('forbidden');
}

/** Whoever notes the same, or ends the session, at the same moment may be faster; and nobody is refused for a note. */
async function noteUsage(store: Store, note: Extract<Write, { update: unknown }> | undefined): Promise<void> {
  if (note) await store.update(note).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed) && !(error instanceof TransientFailure)) throw error;
  });
}

/** What is shown on purpose comes before what a browser sends by itself. */
function credentialOf(event: HttpEvent): Credential | undefined {
  const shown = bearerOf(event);
  if (shown) return { kind: 'session', token: shown };
  const apiKey = parseToken(event.headers['x-api-key'] ?? '');
  if (apiKey) return { kind: 'api key', token: apiKey };
  const sent = cookieOf(event);
  return sent && { kind: 'session', token: sent };
}

function bearerOf({ headers }: HttpEvent): BearerToken | undefined {
  const [scheme, token] = (headers['authorization'] ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? parseToken(token) : undefined;
}

/** A browser sends the cookie by itself, so a call that changes something must also come from our own origin. */
function cookieOf({ cookies, headers, requestContext: { http } }: HttpEvent): BearerToken | undefined {
  const value = (cookies ?? headers['cookie']?.split('; '))?.map((cookie) => cookie.split('=')).find(([name]) => name === sessionCookieName())?.[1];
  if (!value) return undefined;
  const safe = http.method === 'GET' || headers['origin'] === new URL(requiredSetting('CONSOLE_URL')).origin;
  return safe ? parseToken(value) : undefined;
}
