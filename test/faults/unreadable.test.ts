import { personKeyKey, vault } from '../../lambdas/adapters/vault.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { whenPresent, type Write } from '../../lambdas/adapters/store.ts';
import { routes } from '../../lambdas/api/index.ts';
import { openSeal } from '../../lambdas/erasure/seal.ts';
import { sessionOf } from '../support/deletions.ts';
import { beginErasure, readyToErase } from '../support/erasures.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { examples, type Things } from '../support/route-examples.ts';
import { someone, TENANT, type World } from '../support/world.ts';

/** One write, that of the key, and nothing personal can be read any more, however much there is, also by functions that have read it a moment before. */
let world: World;
let subject: Subject;
afterEach(() => world.end());

const nothing = { runId: 'none', deadLetterId: 'none', invitationId: 'none', batchId: 'none', roleId: 'member', sessionId: 'none', apiKeyId: 'none', deletionId: 'none', tenantId: TENANT };
/** Of her last name there is somebody else. */
const values = (): readonly string[] => [someone.email, someone.firstName, `For ${subject.userId}`];

/** What answers to a question, but for what describes them, hold something of the person, asked by herself and by an administrator. */
async function tellingOfHer(tokens: readonly string[]): Promise<readonly string[]> {
  const things: Things = { ...nothing, userId: subject.userId };
  const told: string[] = [];
  for (const route of routes.filter(({ name, method }) => method === 'GET' && name !== 'openapi'))
    for (const token of tokens) {
      const example = examples[route.name];
      const { text } = await world.exchange(route, { token, ...(example?.params && { params: example.params(things) }), ...(example?.query && { query: example.query(things) }) });
      if (values().some((value) => text.includes(value))) told.push(route.name);
    }
  return [...new Set(told)];
}

/** Whatever of hers lies sealed anywhere, under any key that is left. */
async function opened(): Promise<number> {
  const keys = vault(world.store, memoryKeyWrapper());
  const hers = await keys.personKey(subject);
  const sealed = world.tables.items('identity').filter(({ pk }) => pk.endsWith(subject.userId)).flatMap(({ title }) => (typeof title === 'string' ? [title] : []));
  const ways = [(text: string) => Promise.resolve(hers?.open('record', text)), (text: string) => keys.openForTenant(TENANT, text)];
  const found = await Promise.all(sealed.flatMap((text) => ways.map((open) => open(text).then((plain) => plain !== undefined, () => false))));
  return found.filter(Boolean).length;
}

test.each([3, 600])('of somebody who has %d records', async (many) => {
  ({ world, subject } = await readyToErase(many));
  const tokens = [await sessionOf(world), await world.administratorSession(TENANT, subject)];
  expect(await tellingOfHer(tokens)).toEqual(expect.arrayContaining(['list-records', 'list-users', 'get-user', 'get-me']));
  expect(await opened()).toBe(many);
  await world.store.transact([{ table: 'keys', delete: personKeyKey(subject) }]);
  expect(await tellingOfHer(tokens)).toEqual([]);
  expect(await opened()).toBe(0);
});

test.each([3, 300])('the deletion itself does it by one write, of somebody who has %d records; then only the seal knows her', async (many) => {
  ({ world, subject } = await readyToErase(many));
  const destroying: Write[] = [];
  world.tables.interfere = (writes) => {
    destroying.push(...writes.filter((write) => write.table === 'keys' && 'delete' in write && write.delete.sk === 'PERSON_KEY'));
  };
  let requestId = '';
  const opensThen: unknown[] = [];
  world.inject('NotifyRecipients', async (proceed) => {
    opensThen.push(await vault(world.store, memoryKeyWrapper()).personKey(subject), (await openSeal(world.store, vault(world.store, memoryKeyWrapper()), { tenantId: TENANT, requestId }))?.contact?.email);
    return proceed();
  });
  requestId = await beginErasure(world, subject);
  await world.settle();
  expect(destroying).toEqual([{ table: 'keys', delete: personKeyKey(subject), if: whenPresent }]);
  expect(opensThen).toEqual([undefined, someone.email]);
  expect(await openSeal(world.store, vault(world.store, memoryKeyWrapper()), { tenantId: TENANT, requestId })).toBeUndefined();
});
