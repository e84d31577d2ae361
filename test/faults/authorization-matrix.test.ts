import { administrator, TENANT, World, type RawAnswer } from '../support/world.ts';
import { authorizationKey, authorizationItem, readAdministrators, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { deadLetterOpened } from '../../lambdas/adapters/dead-letters.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { register } from '../../lambdas/api/auth/routes.ts';
import { startBulkRetry } from '../../lambdas/api/bulk/routes.ts';
import { routes } from '../../lambdas/api/index.ts';
import { requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { createApiKey } from '../../lambdas/api/me/routes.ts';
import { createRole } from '../../lambdas/api/roles/routes.ts';
import { deadLetterIdOf } from '../../lambdas/domain/dead-letter.ts';
import { effectiveAt, type Permission } from '../../lambdas/domain/role.ts';
import { openapiDocument } from '../../lambdas/kit/openapi-document.ts';
import { isDeletionAccess, KNOWN_OR_NOT, type Access, type Route } from '../../lambdas/kit/route.ts';
import { failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { examples, nowhere as absent, type Things } from '../support/route-examples.ts';

/** Every route x every caller x whose thing it is: what is declared is what happens. */
let world: World;
let mine: Things;
let foreign: Things;
let callers: Readonly<Record<Who, () => Promise<Credentials>>>;

interface Credentials { readonly userId?: string; readonly token?: string; readonly apiKey?: string; readonly kind: 'none' | 'session' | 'api key'; readonly permissions: readonly Permission[] }
const whoever = ['nobody', 'somebody with a made-up token', 'a member', 'a member with an API key', 'the administrator', 'the administrator with an API key', 'the administrator of another tenant', 'a platform administrator'] as const;
type Who = (typeof whoever)[number];

beforeAll(async () => {
  world = await World.withTenant();
  for (const [tenantId, administersPlatform] of [['other', false], ['platforms', true]] as const)
    await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
      { tenantId, name: tenantId, administersPlatform, admin: { ...administrator, email: `ada@${tenantId}.example` } }, new Date());
  const own = await thingsOf(TENANT);
  const theirs = await thingsOf('other');
  [mine, foreign] = [own.things, theirs.things];
  const platformAdmin = await adminOf('platforms');
  // A credential of its own for every call: some routes end the one that they are called with.
  callers = {
    nobody: () => Promise.resolve({ kind: 'none', permissions: [] }), 'somebody with a made-up token': () => Promise.resolve({ kind: 'none', token: 'made-up', permissions: [] }),
    'a member': () => sessionOf(own.member), 'a member with an API key': () => apiKeyOf(own.member), 'the administrator': () => sessionOf(own.admin),
    'the administrator with an API key': () => apiKeyOf(own.admin), 'the administrator of another tenant': () => sessionOf(theirs.admin),
    'a platform administrator': () => sessionOf(platformAdmin),
  };
}, 120_000);
afterAll(() => world.end());

async function adminOf(tenantId: string): Promise<Subject> {
  const [admin] = await readAdministrators(world.store, tenantId);
  if (!admin) throw new Error(`${tenantId} has no administrator`);
  return admin;
}

async function sessionOf(subject: Subject): Promise<Credentials> {
  const { token, write } = newSession(subject, new Date());
  await world.store.transact([write]);
  const authorization = authorizationItem.parse(await world.store.get('identity', authorizationKey(subject)));
  return { kind: 'session', userId: subject.userId, token, permissions: effectiveAt(authorization, new Date()) };
}

async function apiKeyOf(subject: Subject): Promise<Credentials> {
  const { token, permissions, userId } = await sessionOf(subject);
  const { body } = await world.call(createApiKey, { ...(token && { token }), body: { name: 'a script' } });
  return { kind: 'api key', apiKey: String(body['secret']), permissions, ...(userId !== undefined && { userId }) };
}

async function activeMember(tenantId: string, name: string): Promise<Subject> {
  const { body: { userId } } = await world.call(register, { body: { tenantId, email: `${name}@${tenantId}.example`, password: 'a long enough passphrase', firstName: 'Mo', lastName: 'Member' } });
  await world.settle();
  const subject = { tenantId, userId: String(userId) };
  world.tables.overwrite('identity', userKey(subject), { status: 'active' });
  world.tables.overwrite('identity', authorizationKey(subject), { status: 'active' });
  return subject;
}

/** One of everything that has an id, in a tenant. */
async function thingsOf(tenantId: string): Promise<{ things: Things; admin: Subject; member: Subject }> {
  const admin = await adminOf(tenantId);
  const { token = '' } = await sessionOf(admin);
  const member = await activeMember(tenantId, 'member');
  world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
  const somebody = await activeMember(tenantId, 'somebody');
  const deadLetterId = deadLetterIdOf('2026-03-02T08:00:00.001Z', tenantId);
  await world.store.transact([deadLetterOpened({ id: deadLetterId, kind: 'poison_event', tenantId, since: new Date().toISOString() })]);
  const made = async (route: Route, body: unknown, params?: Record<string, string>): Promise<Readonly<Record<string, unknown>>> => (await world.call(route, { token, body, ...(params && { params }) })).body;
  const leaving = await activeMember(tenantId, 'leaving');
  const things: Things = {
    userId: somebody.userId, deadLetterId, tenantId,
    runId: (await world.runOf('user_registration', somebody)).runId,
    invitationId: String((await made(createInvitation, { email: `guest@${tenantId}.example` }))['invitationId']),
    batchId: String((await made(startBulkRetry, { dryRun: false, perMinute: 1, reason: 'to have one' }))['batchId']),
    roleId: String((await made(createRole, { name: 'Reading', permissions: ['records:read'] }))['roleId']),
    deletionId: String((await made(requestDeletion, { reason: 'a contract has ended' }, { id: leaving.userId }))['requestId']),
    sessionId: 'x', apiKeyId: String((await made(createApiKey, { name: 'another' }))['id']),
  };
  return { things, admin, member };
}

const exampleOf = ({ name }: Route) => {
  const example = examples[name];
  if (!example) throw new Error(`${name} has no example in test/support/route-examples.ts: nobody says who may call it`);
  return example;
};

const namesUser = (route: Route): boolean => {
  const { params, query } = exampleOf(route);
  return [params, query].some((named) => named && Object.values(named(absent)).includes(absent.userId));
};

function ask(route: Route, things: Things, { token, apiKey }: Partial<Credentials>): Promise<RawAnswer> {
  const { params, query, body } = exampleOf(route);
  return world.exchange(route, {
    ...(body !== undefined && { body }), ...(params && { params: params(things) }), ...(query && { query: query(things) }), ...(token && { token }), ...(apiKey && { apiKey }),
  });
}

/** What is declared next to the route, as the answer that follows from it. */
function expected(access: Access, { kind, permissions }: Credentials, own = false): 'let in' | 401 | 403 {
  if (access === 'public' || access === KNOWN_OR_NOT) return 'let in';
  if (kind === 'none') return 401;
  if (access === 'any credential') return 'let in';
  if (access === 'session' || (own && access === 'own account or users:delete')) return kind === 'session' ? 'let in' : 403;
  const needed = access === 'own account or users:delete' || isDeletionAccess(access) ? ['users:delete' as const] : typeof access === 'string' ? [access] : access;
  return needed.every((each) => permissions.includes(each)) ? 'let in' : 403;
}

/** A caller who is let in may still be refused for what he wants: by a problem of its own. */
const turnedAway = ({ status, text }: RawAnswer): 'let in' | 401 | 403 => {
  const { type } = text ? JSON.parse(text) as { type?: string } : {};
  if (status === 401 && type === '/problems/unauthenticated') return 401;
  return status === 403 && (type === '/problems/forbidden' || type === '/problems/session-needed') ? 403 : 'let in';
};

const ids = routes.map((route) => [`${route.method} ${route.path}`, route] as const);

describe.each(ids)('%s', (_, route) => {
  test.each(whoever)('is answered to %s as it is declared', async (who) => {
    const credentials = await callers[who]();
    const answer = await ask(route, mine, credentials);
    expect(turnedAway(answer)).toBe(expected(route.access, credentials));
    expect(answer.status).toBeLessThan(500);
  });
});

describe.each(ids.filter(([, route]) => namesUser(route)))('%s', (_, route) => {
  test.each(whoever)('about their own account is answered to %s as it is declared', async (who) => {
    const credentials = await callers[who]();
    const answer = await ask(route, { ...mine, ...(credentials.userId !== undefined && { userId: credentials.userId }) }, credentials);
    expect(turnedAway(answer)).toBe(expected(route.access, credentials, true));
    expect(answer.status).toBeLessThan(500);
  });
});

/** Everything that the other tenant has. */
const ofTheOthers = (): string => JSON.stringify((['identity', 'ledger', 'events', 'audit', 'keys'] as const).flatMap((table) => world.tables.items(table)).filter((item) => item.pk.includes('TENANT#other') || item['tenantId'] === 'other'));

const bare = ({ status, text }: RawAnswer) => ({ status, text: text.replaceAll(/"requestId":"[^"]*"/g, '') });

describe('a thing of another tenant', () => {
  const named = ids.filter(([, route]) => route.params || exampleOf(route).query).filter(([, { access, path }]) => access !== 'public' && !path.includes('{type}') && !path.startsWith('/tenants'));

  test.each(named)('%s answers as for one that does not exist, byte for byte, and nothing of it changes', async (_, route) => {
    const before = ofTheOthers();
    const { token = '' } = await callers['the administrator']();
    const [theirs, nobodys] = [await ask(route, foreign, { token }), await ask(route, absent, { token })];
    expect(bare(theirs)).toEqual(bare(nobodys));
    expect(theirs.text).not.toContain('"tenantId":"other"');
    expect(ofTheOthers()).toBe(before);
  });

  test.each(named)('%s takes no id that is none', async (_, route) => {
    const { params } = exampleOf(route);
    for (const odd of ['a#b', '../../etc', '%2e%2e', 'x'.repeat(300), ' ', '{"S":"x"}']) {
      const { token = '' } = await callers['the administrator']();
      const { status } = await world.exchange(route, {
        token, ...(params && { params: Object.fromEntries(Object.keys(params(mine)).map((name) => [name, odd])) }),
        ...(exampleOf(route).query && { query: Object.fromEntries(Object.keys(exampleOf(route).query?.(mine) ?? {}).map((name) => [name, odd])) }),
        ...(exampleOf(route).body !== undefined && { body: exampleOf(route).body }),
      });
      expect(status).toBe(400);
    }
  });
});

test('the OpenAPI document names the same routes, each with what it needs', () => {
  const { paths } = openapiDocument(routes, { version: '1', sessionCookie: '__Host-session' }) as { paths: Record<string, Record<string, { 'x-permission': unknown }>> };
  const told = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, about]) => `${method.toUpperCase()} ${path} ${JSON.stringify(about['x-permission'])}`));
  expect(new Set(told)).toEqual(new Set(routes.map(({ method, path, access }) => `${method} ${path} ${JSON.stringify(access)}`)));
});
