import * as z from 'zod/mini';
import { routes } from '../../../lambdas/api/index.ts';
import { replyKept } from '../../../lambdas/adapters/kept-replies.ts';
import type { Item, Store } from '../../../lambdas/adapters/store.ts';
import { vault, type Vault } from '../../../lambdas/adapters/vault.ts';
import { endpoint } from '../../../lambdas/kit/endpoint.ts';
import { openapiDocument } from '../../../lambdas/kit/openapi-document.ts';
import { Problem } from '../../../lambdas/kit/problem.ts';
import { defineRoute } from '../../../lambdas/kit/route.ts';
import type { Context } from 'aws-lambda';
import { memoryKeyWrapper } from '../../support/memory-key-wrapper.ts';
import { MemoryTables } from '../../support/memory-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

/** A counter that everybody may raise: each effect is one item. */
const raise = defineRoute({
  group: 'test', name: 'raise', method: 'POST', path: '/counters/{id}', access: 'public', summary: 'Raise a counter', idempotent: true,
  params: z.strictObject({ id: z.string() }), body: z.strictObject({ tenantId: z.string(), by: z.number(), secret: z.optional(z.string()) }),
  answers: { 201: z.object({ effect: z.string() }) }, touches: {},
});
const lower: typeof raise = { ...raise, name: 'lower', path: '/drains/{id}' };

let tables: MemoryTables;
let store: Store;
let keys: Vault;
let time: VirtualTime;
beforeEach(async () => {
  time = new VirtualTime(new Date('2026-03-02T08:00:00.500Z'));
  tables = new MemoryTables();
  store = tables.store();
  keys = vault(store, memoryKeyWrapper());
  for (const tenantId of ['demo', 'other']) await store.transact([await keys.newTenantKey(tenantId)]);
});
afterEach(() => time.end());

let effects = 0;
const bound = (route: typeof raise) => endpoint(route, async ({ body, now, commit }, _ports: { store: Store; vault: Vault }) => {
  if (body.by < 0) throw new Problem('not-possible-now');
  effects += 1;
  const effect = `effect-${effects}`;
  return commit([{ table: 'ledger', put: { pk: effect, sk: now.toISOString() } }], { status: 201, body: { effect } });
}, () => ({ store, vault: keys })).with({ store, vault: keys });

interface Call { readonly key?: string; readonly body?: unknown; readonly id?: string; readonly route?: typeof raise; readonly text?: string }
async function call({ key, body = { tenantId: 'demo', by: 1 }, id = 'one', route = raise, text }: Call): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await bound(route)({
    headers: key === undefined ? {} : { 'idempotency-key': key }, body: text ?? JSON.stringify(body), pathParameters: { id },
    requestContext: { requestId: 'r', http: { method: 'POST', sourceIp: '203.0.113.9' } },
  }, {} as Context) as { statusCode: number; body: string };
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
}
const done = (): number => tables.items('ledger').length;
const kept = (): readonly Item[] => tables.items('identity').filter(({ sk }) => sk === 'REPLY');

test('without a key, every call is a new one', async () => {
  await call({});
  await call({});
  expect([done(), kept()]).toEqual([2, []]);
});

test('the same key and the same request: the same answer, and nothing is written', async () => {
  const first = await call({ key: 'k' });
  const before = tables.snapshot();
  expect(await call({ key: 'k' })).toEqual(first);
  expect(first.status).toBe(201);
  expect(tables.snapshot()).toEqual(before);
});

test('spaces and the order of fields do not make another request', async () => {
  const first = await call({ key: 'k' });
  expect(await call({ key: 'k', text: '{ "by": 1,\n "tenantId": "demo" }' })).toEqual(first);
  expect(done()).toBe(1);
});

test.each<readonly [string, Call]>([['body', { body: { tenantId: 'demo', by: 2 } }], ['thing', { id: 'two' }]])('the same key for another %s is refused', async (_, other) => {
  await call({ key: 'k' });
  expect(await call({ key: 'k', ...other })).toMatchObject({ status: 422, body: { type: '/problems/idempotency-key-reused' } });
  expect(done()).toBe(1);
});

test.each<readonly [string, Call]>([['tenant', { body: { tenantId: 'other', by: 1 } }], ['route', { route: lower }]])('the same key in another %s is another key', async (_, other) => {
  await call({ key: 'k' });
  expect(await call({ key: 'k', ...other })).toMatchObject({ status: 201 });
  expect(done()).toBe(2);
});

test('the same request at the same moment: one effect, and all hear of the same', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => call({ key: 'k' })));
  expect(new Set(answers.map(({ body }) => body['effect'])).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect(done()).toBe(1);
});

test('another request under the same key at the same moment: one effect, and the other is refused', async () => {
  const answers = await Promise.all([call({ key: 'k' }), call({ key: 'k', body: { tenantId: 'demo', by: 2 } })]);
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([201, 422]));
  expect(done()).toBe(1);
});

test('what was refused may be asked again under its key', async () => {
  expect(await call({ key: 'k', body: { tenantId: 'demo', by: -1 } })).toMatchObject({ status: 409 });
  expect(await call({ key: 'k' })).toMatchObject({ status: 201 });
});

test('a key is good for a day, also where the table has not yet cleared it away', async () => {
  const first = await call({ key: 'k' });
  await time.pass(24 * 3_600_000 - 1_000);
  expect(await call({ key: 'k' })).toEqual(first);
  await time.pass(1_000);
  const later = await call({ key: 'k' });
  expect(later).toMatchObject({ status: 201 });
  expect(later).not.toEqual(first);
  expect(await call({ key: 'k' })).toEqual(later);
  expect([done(), kept().length]).toEqual([2, 1]);
});

test('what is kept clears itself away by the attribute that the tables know', () => {
  const write = replyKept('demo', 'hash', { fingerprint: 'f', status: 204 }, new Date('2026-03-02T08:00:00Z'));
  expect(write).toMatchObject({ put: { expiresAt: Date.parse('2026-03-03T08:00:00Z') / 1000 } });
});

test('neither the key nor anything of the request stands in the tables', async () => {
  await call({ key: 'a-telling-key', body: { tenantId: 'demo', by: 1, secret: 'Zwitscher?Passwort' } });
  expect(kept()).toHaveLength(1);
  expect(JSON.stringify(tables.snapshot())).not.toMatch(/a-telling-key|Zwitscher/);
});

test('the hash of a request is of its tenant: the same one elsewhere has another', async () => {
  const [one, again, elsewhere, nowhere] = await Promise.all(['demo', 'demo', 'other', 'nobody'].map((tenantId) => keys.fingerprint(tenantId, 'text')));
  expect(one).toMatch(/^[\w-]{43}$/);
  expect([again === one, elsewhere === one, nowhere]).toEqual([true, false, undefined]);
  expect(await keys.fingerprint('demo', 'Text')).not.toBe(one);
});

test.each([['nothing', ''], ['too much', 'k'.repeat(256)], ['a space', 'a b'], ['a control character', 'a\u0007'], ['no ASCII', 'schlüssel']])('a key of %s is refused, with the place', async (_, key) => {
  expect(await call({ key })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/Idempotency-Key', code: 'wrong-format' }] } });
  expect(done()).toBe(0);
});

test.each(['!', '~', 'k'.repeat(255), '{"a":1}#x'])('%j is a key', async (key) => {
  expect(await call({ key })).toMatchObject({ status: 201 });
});

test('a command that fails for another reason says so, and keeps nothing', async () => {
  const failing = endpoint(raise, ({ commit }, _ports: { store: Store; vault: Vault }) =>
    commit([{ table: 'ledger', check: { pk: 'x', sk: 'x' }, if: { item: 'present' } }], { status: 201, body: { effect: 'none' } }), () => ({ store, vault: keys })).with({ store, vault: keys });
  const answer = await failing({
    headers: { 'idempotency-key': 'k' }, body: '{"tenantId":"demo","by":1}', pathParameters: { id: 'one' }, requestContext: { requestId: 'r', http: { method: 'POST', sourceIp: '' } },
  }, {} as Context);
  expect(answer).toMatchObject({ statusCode: 500 });
  expect(kept()).toEqual([]);
});

test('every call that changes something honours a key, and the document says so, but where a repetition is harmless, a secret is used up, or it only looks', () => {
  const changing = routes.filter(({ method }) => method !== 'GET');
  expect(changing.filter(({ idempotent }) => !idempotent).map(({ name }) => name).toSorted()).toEqual(['acknowledge-deletion', 'check-config', 'login', 'logout', 'reset-password', 'verify-email']);
  const paths = openapiDocument(routes, { version: '1', sessionCookie: 'session' })['paths'] as Record<string, Record<string, { parameters?: { name: string; in: string }[]; responses: object }>>;
  for (const { path, method, idempotent } of routes) {
    const operation = paths[path]?.[method.toLowerCase()];
    expect((operation?.parameters ?? []).some((each) => each.name === 'Idempotency-Key' && each.in === 'header')).toBe(idempotent === true);
    expect(Object.keys(operation?.responses ?? {}).includes('422')).toBe(idempotent === true);
  }
});
