import * as fc from 'fast-check';
import { login, register, requestPasswordReset, resendVerification, resetPassword, verifyEmail } from '../../lambdas/api/auth/routes.ts';
import type { Route } from '../../lambdas/kit/route.ts';
import { someone, TENANT, World } from '../support/world.ts';

const SEED = 20_260_301;
const BODIES_PER_ROUTE = 2_500;

/** A body that each route takes as it is, so that every generated one is bad for one reason only. */
const valid: readonly (readonly [Route, Readonly<Record<string, string>>])[] = [
  [register, { tenantId: TENANT, ...someone }],
  [login, { tenantId: TENANT, email: someone.email, password: someone.password }],
  [resendVerification, { tenantId: TENANT, email: someone.email }],
  [verifyEmail, { token: 'abc' }],
  [requestPasswordReset, { tenantId: TENANT, email: someone.email }],
  [resetPassword, { token: 'abc', password: someone.password }],
];

/** Bad for every field there is. */
const strange = fc.oneof(
  fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()),
  fc.constantFrom('', 'a\r\nBcc: b@example.org', 'a\u0000b', 'x'.repeat(2_000)),
);
/** Bad for an id or an address; a name may be what it likes. */
const strangeId = fc.constantFrom('a#b', 'TENANT#demo', '../../etc', '{"S":"x"}', ':v0', '$ne', '<img src=x onerror=alert(1)>');
const unknownName = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', 'role', 'status', 'permissionEpoch', 'emailVerified', 'pk', 'sk', 'userId'), fc.string({ minLength: 1, maxLength: 20 }));
const nested = fc.integer({ min: 9, max: 40 }).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

const withField = (body: object, name: string, value: unknown): string =>
  `{${[...Object.entries(body).filter(([other]) => other !== name), [name, value] as const].map(([field, of]) => `${JSON.stringify(field)}:${JSON.stringify(of)}`).join(',')}}`;

const badBody = (body: Readonly<Record<string, string>>): fc.Arbitrary<string> => {
  const fields = Object.keys(body);
  return fc.oneof(
    fc.constantFrom(...fields).map((gone) => JSON.stringify(Object.fromEntries(Object.entries(body).filter(([name]) => name !== gone)))),
    fc.tuple(fc.constantFrom(...fields.filter((name) => name !== 'password')), strange).map(([name, value]) => withField(body, name, value)),
    fc.tuple(unknownName.filter((name) => !fields.includes(name) && name !== 'invitationToken' && name !== 'cookie'), fc.string()).map(([name, value]) => withField(body, name, value)),
    fc.tuple(fc.constantFrom(...fields), fc.oneof(fc.integer(), fc.constant(null), fc.array(fc.string()))).map(([name, value]) => withField(body, name, value)),
    fc.tuple(fc.constantFrom(...fields.filter((name) => name === 'tenantId' || name === 'email' || name === 'token')), strangeId).map(([name, value]) => withField(body, name, value)),
    fc.nat({ max: JSON.stringify(body).length - 2 }).map((length) => JSON.stringify(body).slice(0, length)),
    nested,
    fc.integer({ min: 10_241, max: 30_000 }).map((size) => withField(body, fields[0] ?? '', 'x'.repeat(size))),
    fc.string(), fc.jsonValue().filter((value) => typeof value !== 'object' || value === null || Array.isArray(value)).map((value) => JSON.stringify(value)),
  );
};

let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(() => world.end());

test.each(valid.map(([route, body]) => [route.name, route, body] as const))('%s refuses every generated bad body with a clear problem and writes nothing', async (_, route, body) => {
  const before = world.tables.snapshot();
  await fc.assert(fc.asyncProperty(badBody(body), async (text) => {
    const { status, headers, text: answer } = await world.exchange(route, { text, key: null });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(headers['content-type']).toBe('application/problem+json');
    const problem = JSON.parse(answer) as { status: number; type: string; title: string; detail: string };
    expect(problem).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//), title: expect.any(String), detail: expect.any(String) });
    expect(answer).not.toMatch(/node_modules|\.ts:|DynamoDB|Exception/);
  }), { numRuns: BODIES_PER_ROUTE, seed: SEED });
  expect(world.tables.snapshot()).toEqual(before);
});
