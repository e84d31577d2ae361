import * as z from 'zod/mini';
import { authorizationItem, authorizationKey, sessionKey } from '../adapters/identity.ts';
import type { Store } from '../adapters/store.ts';
import { parseToken, type BearerToken } from '../domain/bearer-token.ts';
import type { Permission } from '../domain/role.ts';
import type { HttpEvent } from './http-request.ts';
import { Problem } from './problem.ts';
import type { Access } from './route.ts';
import { requiredSetting } from './settings.ts';

export interface Caller {
  readonly tenantId: string;
  readonly userId: string;
  readonly permissions: readonly Permission[];
  readonly sessionHash: string;
}

export const SESSION_COOKIE = '__Host-session';
const sessionItem = z.object({ expiresAt: z.number() });

/**
 * Who calls, and whether he may: session and authorization item, read consistently and in one round trip (2 read units), so
 * that a right which was taken is refused with the very next request.
 * @throws Problem 401 without a valid session of an active account, 403 without a permission that is needed
 */
export async function authenticate(store: Store, event: HttpEvent, access: Exclude<Access, 'public'>): Promise<Caller> {
  const token = bearerOf(event) ?? cookieOf(event);
  if (!token) throw new Problem('unauthenticated');
  const [session, authorization] = await store.getMany([
    { table: 'identity', key: sessionKey(token, token.hash) }, { table: 'identity', key: authorizationKey(token) }]);
  if (!session || !authorization || sessionItem.parse(session).expiresAt * 1000 <= Date.now()) throw new Problem('unauthenticated');
  const { status, permissions } = authorizationItem.parse(authorization);
  if (status !== 'active') throw new Problem('unauthenticated');
  const needed = access === 'session' ? [] : typeof access === 'string' ? [access] : access;
  if (!needed.every((permission) => permissions.includes(permission))) throw new Problem('forbidden');
  return { tenantId: token.tenantId, userId: token.userId, permissions, sessionHash: token.hash };
}

function bearerOf({ headers }: HttpEvent): BearerToken | undefined {
  const [scheme, token] = (headers['authorization'] ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? parseToken(token) : undefined;
}

/** A browser sends the cookie by itself, so a call that changes something must also come from our own origin. */
function cookieOf({ cookies, headers, requestContext: { http } }: HttpEvent): BearerToken | undefined {
  const value = (cookies ?? headers['cookie']?.split('; '))?.map((cookie) => cookie.split('=')).find(([name]) => name === SESSION_COOKIE)?.[1];
  if (!value) return undefined;
  const safe = http.method === 'GET' || headers['origin'] === new URL(requiredSetting('CONSOLE_URL')).origin;
  return safe ? parseToken(value) : undefined;
}
