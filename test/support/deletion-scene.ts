import './environment.ts';
import type { Context } from 'aws-lambda';
import { deletionKey, parseDeletion } from '../../lambdas/adapters/deletion-requests.ts';
import { addressKey, administratorKey, authorizationKey, authorized, credentialKey, readUser, roleBindingKey, tenantKey, userKey, type Subject, type User } from '../../lambdas/adapters/identity.ts';
import { readHold } from '../../lambdas/adapters/legal-holds.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import type { Store, Write } from '../../lambdas/adapters/store.ts';
import { vault, type Vault } from '../../lambdas/adapters/vault.ts';
import type { DeletionRequest } from '../../lambdas/domain/deletion-request.ts';
import type { LegalHold } from '../../lambdas/domain/legal-hold.ts';
import { systemRoles, type Role } from '../../lambdas/domain/role.ts';
import { authenticate } from '../../lambdas/kit/authentication.ts';
import { httpEvent } from '../../lambdas/kit/http-request.ts';
import { memoryKeyWrapper } from './memory-key-wrapper.ts';
import { MemoryTables, type Snapshot } from './memory-store.ts';

/** Two people of a tenant, for random stories about a deletion: made once, told thousands of times. */
export const admin: Subject = { tenantId: 'demo', userId: 'usr_admin' };
export const person: Subject = { tenantId: 'demo', userId: 'usr_person' };
export const address = 'anna@example.com';

export interface Scene { readonly tables: MemoryTables; readonly ports: { readonly store: Store; readonly vault: Vault } }
interface Made { readonly snapshot: Snapshot; readonly tokens: Readonly<Record<'admin' | 'person', string>> }

/** `passwordHash`: of the person. */
export async function makeScene(passwordHash: string): Promise<Made> {
  const tables = new MemoryTables();
  const store = tables.store();
  const keys = vault(store, memoryKeyWrapper());
  const now = new Date();
  await store.transact([await keys.newTenantKey('demo')]);
  await store.transact([{ table: 'identity', put: {
    ...tenantKey('demo'), tenantId: 'demo', name: 'Demo', status: 'open', verificationWaived: false, defaults: {}, registrationPolicy: 'open', privacy: { minimumGracePeriodSeconds: 0 },
  } }]);
  await store.transact(await account(keys, admin, 'admin@example.com', systemRoles.administrator, now));
  await store.transact(await account(keys, person, address, systemRoles.member, now));
  const sessions = { admin: newSession(admin, now), person: newSession(person, now) };
  await store.transact([...Object.values(sessions).map(({ write }) => write), { table: 'identity', put: { ...credentialKey(person), passwordHash } }]);
  return { snapshot: tables.snapshot(), tokens: { admin: sessions.admin.token, person: sessions.person.token } };
}

async function account(keys: Vault, subject: Subject, email: string, role: Role, now: Date): Promise<readonly Write[]> {
  const { key, write } = await keys.newPersonKey(subject);
  const blindIndex = await keys.blindIndex(subject.tenantId, email);
  return [
    write,
    { table: 'identity', put: { ...addressKey(subject.tenantId, blindIndex), userId: subject.userId } },
    { table: 'identity', put: { ...authorizationKey(subject), status: 'active', permissionEpoch: 1, ...authorized([{ roleId: role.roleId, emits: role.permissions }]) } },
    { table: 'identity', put: {
      ...userKey(subject), status: 'active', version: 1, provisioned: true, emailVerified: true, activationRequested: true, evidence: '', blindIndex, createdAt: now.toISOString(),
      personal: key.seal('personal', { email, firstName: 'Anna', lastName: 'Berg', language: 'en' }),
    } },
    { table: 'identity', put: { ...roleBindingKey(subject, role.roleId), roleId: role.roleId, version: 1, status: 'granted', emits: [...role.permissions], grantedAt: now.toISOString(), grantedBy: 'system' } },
    ...(role.administers ? [{ table: 'identity', put: { ...administratorKey(subject), userId: subject.userId } } as const] : []),
  ];
}

interface Call { readonly token?: string; readonly params?: Record<string, string>; readonly body?: object }
export const eventOf = (method: string, path: string, { token, params, body }: Call) => ({
  version: '2.0', routeKey: `${method} ${path}`, rawPath: path, rawQueryString: '', isBase64Encoded: false,
  headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
  requestContext: { requestId: 'r', http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.9', userAgent: 'Firefox' } },
  ...(params && { pathParameters: params }), ...(body && { body: JSON.stringify(body) }),
});
export const context = { awsRequestId: 'r', functionName: 'f' } as Context;

export const isLetIn = (store: Store, credential: { readonly token?: string; readonly apiKey?: string }): Promise<boolean> => {
  const event = httpEvent.parse(eventOf('GET', '/me', credential));
  return authenticate(store, { ...event, headers: { ...event.headers, ...(credential.apiKey !== undefined && { 'x-api-key': credential.apiKey }) } }, 'any credential').then(() => true, () => false);
};

export interface Ending { readonly user: User | undefined; readonly request: DeletionRequest | undefined; readonly hold: LegalHold | undefined; readonly events: readonly string[]; readonly requests: number }

/** How it is when all have been answered. */
export async function endingOf({ tables }: Scene): Promise<Ending> {
  const store = tables.store();
  const requests = tables.items('ledger').filter(({ sk }) => sk === 'DELETION').map(parseDeletion);
  const events = tables.items('events').filter(({ pk }) => pk.endsWith(`AGGREGATE#${person.userId}`)).flatMap(({ type }) => (typeof type === 'string' ? [type] : []));
  return { user: await readUser(store, person), request: requests[0], hold: await readHold(store, person), events, requests: requests.length };
}

/** The grace has just ended. */
export function graceEnds({ tables }: Scene, { requestId }: Pick<DeletionRequest, 'requestId'>): void {
  const past = new Date(Date.now() - 1_000).toISOString();
  tables.overwrite('ledger', deletionKey({ tenantId: person.tenantId, requestId }), { graceEndsAt: past, dueAt: past });
}
