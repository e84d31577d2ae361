import { World, someone, type HttpAnswer, type Person } from '../support/world.ts';
import { type Subject } from '../../lambdas/adapters/identity.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { createRecord, listRecords } from '../../lambdas/api/records/routes.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { found } from '../support/canary.ts';
import { touched } from '../support/function-host.ts';
import { liveThrough, unrestIn } from '../support/picture.ts';

let world: World;
let subject: Subject;
let token: string;
const sessionOf = async (person: Subject): Promise<string> => {
  const session = newSession(person, new Date());
  await world.store.transact([session.write]);
  return session.token;
};
const member = async (person: Person = someone): Promise<Subject> => {
  const joined = await world.register(person);
  await liveThrough(world, joined);
  return joined;
};
beforeEach(async () => {
  world = await World.withTenant();
  subject = await member();
  token = await sessionOf(subject);
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const create = (body: unknown, more: object = {}): Promise<HttpAnswer> => world.call(createRecord, { token, body, ...more });
const list = (query: Record<string, string> = {}, by = token): Promise<HttpAnswer> => world.call(listRecords, { token: by, query });
const titles = ({ body }: HttpAnswer): readonly unknown[] => (body['items'] as readonly { title: unknown }[]).map(({ title }) => title);

test('a person has no records at first', async () => {
  expect(await list()).toEqual({ status: 200, body: { items: [] } });
});

test('a record that was made is listed as it was answered', async () => {
  const { status, body } = await create({ kind: 'invoice', title: 'Rent for March', amount: 950.5 });
  expect({ status, body }).toEqual({ status: 201, body: { recordId: expect.stringMatching(/^rec_/), kind: 'invoice', title: 'Rent for March', amount: 950.5, createdAt: expect.any(String) } });
  expect((await list()).body['items']).toEqual([body]);
  expect((await create({ kind: 'note', title: 'no amount' })).body).not.toHaveProperty('amount');
});

test('records are listed newest first and page by page, each once', async () => {
  for (let n = 0; n < 5; n += 1) {
    await create({ kind: 'note', title: `note ${n}` });
    await world.time.pass(1_000);
  }
  const seen: unknown[] = [];
  let cursor: unknown;
  do {
    const page = await list({ limit: '2', ...(typeof cursor === 'string' && { cursor }) });
    seen.push(...titles(page));
    ({ cursor } = page.body);
  } while (cursor !== undefined);
  expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => `note ${n}`));
});

test('everybody has his own: a colleague sees none of them, and his cursor opens nothing of theirs', async () => {
  await create({ kind: 'note', title: 'mine' });
  await create({ kind: 'note', title: 'mine too' });
  const colleague = await sessionOf(await member({ ...someone, email: 'colleague@example.com' }));
  expect(titles(await list({}, colleague))).toEqual([]);
  const { body: { cursor } } = await list({ limit: '1' });
  expect(await list({ cursor: String(cursor) }, colleague)).toMatchObject({ status: 400 });
});

test('may be called what they like', async () => {
  const hostile = ['<img src=x onerror=alert(1)>', '{"S":"x"}', '金丝雀', '$ne', 'a#b', '__proto__', '👩‍👩‍👧'];
  for (const title of hostile) {
    await create({ kind: 'note', title });
    await world.time.pass(1_000);
  }
  expect(titles(await list())).toEqual(hostile.toReversed());
});

test.each([
  ['two lines', { kind: 'note', title: 'one\ntwo' }, '/title'], ['nothing to see', { kind: 'note', title: ' \u200b ' }, '/title'], ['a title without end', { kind: 'note', title: 'x'.repeat(201) }, '/title'],
  ['a kind that would break a key', { kind: 'note#1', title: 'a' }, '/kind'], ['more than there is', { kind: 'note', title: 'a', amount: 1e13 }, '/amount'], ['an amount in words', { kind: 'note', title: 'a', amount: '12' }, '/amount'],
  ['somebody else’s name on it', { kind: 'note', title: 'a', userId: 'usr_other' }, '/userId'], ['no title', { kind: 'note' }, '/title'],
])('%s is refused, and nothing is written', async (_, body, pointer) => {
  const before = world.tables.snapshot();
  expect(await create(body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  expect(world.tables.snapshot()).toEqual(before);
});

test('the same key makes one record and gives the same answer, title and all', async () => {
  const record = { kind: 'note', title: 'once' };
  const answers = [await create(record, { key: 'k' }), await create(record, { key: 'k' }), ...await Promise.all([create(record, { key: 'k' }), create(record, { key: 'k' })])];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(titles(await list())).toEqual(['once']);
});

test('a title stands nowhere in the clear: not in a table, not in a kept answer, not in the log', async () => {
  const title = 'Kanarienvogel singt';
  await create({ kind: 'note', title });
  await list();
  const everything = JSON.stringify(world.tables.snapshot()) + world.log.lines.join('\n') + JSON.stringify(world.bus.events);
  expect(found(everything, { title })).toEqual([]);
});

test('are for whoever may: reading and writing are two rights', async () => {
  expect([await world.call(listRecords), await world.call(createRecord, { body: { kind: 'note', title: 'a' } })].map(({ status }) => status)).toEqual([401, 401]);
  world.hold(subject, ['records:read']);
  expect([await list(), await create({ kind: 'note', title: 'a' })].map(({ status }) => status)).toEqual([200, 403]);
});

test('nothing is left restless', async () => {
  await create({ kind: 'note', title: 'a' });
  expect(await unrestIn(world)).toEqual([]);
});

/** Stands at the end: it reads what all tests above have used. */
test('each of the endpoints was allowed exactly what it needed', () => {
  const own = [createRecord, listRecords].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((each) => name.startsWith(each))).flatMap(([name, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${name}: ${grant}`));
  expect(unused).toEqual([]);
});
