import { userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { readPlan } from '../../lambdas/adapters/deletion-progress.ts';
import type { Item, Key, Value } from '../../lambdas/adapters/store.ts';
import { dataInventory, type StoredKind } from '../../lambdas/erasure/data-inventory.ts';
import { howErased } from '../../lambdas/erasure/erased-kinds.ts';
import { dispositionsOf } from '../../lambdas/erasure/plan.ts';
import { placeOf } from '../../lambdas/erasure/place.ts';
import { residueOf } from '../support/whole-verification.ts';
import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { beginErasure, erased, erasureOf, readyToErase } from '../support/erasures.ts';
import { TENANT, type World } from '../support/world.ts';

/** Whoever adds a kind of data to the inventory has done all that is needed for it to be erased, assessed and verified. */
const why = { table: 'identity', basis: 'performance of the contract', retention: 'while there is the account' } as const;
const added: readonly StoredKind[] = [
  { ...why, name: 'note', pk: 'TENANT#{tenantId}#USER#{userId}', sk: 'NOTE#*', erasure: 'deleted', counted: 'notes', sealed: ['text'], attributes: { contact: ['text'] } },
  { ...why, name: 'reader', pk: 'TENANT#{tenantId}#READERS', sk: 'READER#{userId}', erasure: 'deleted', attributes: { contact: ['since'] } },
  { ...why, name: 'card', pk: 'TENANT#{tenantId}#CARD#{userId}', sk: 'CARD', erasure: 'deleted with the account', attributes: { identity: ['number'] } },
  { ...why, name: 'order', pk: 'TENANT#{tenantId}#ORDERS#{userId}', sk: 'ORDER#{orderId}', erasure: 'anonymised', counted: 'orders', remains: { marked: 'anonymous', keeps: ['sum'] }, attributes: { business: ['sum', 'words', 'anonymous'] } },
];
const inventory = dataInventory as StoredKind[];
let world: World;
let subject: Subject;
let other: Subject;
const written = ({ tenantId, userId }: Subject): readonly (readonly [Key, Readonly<Record<string, Value>>])[] => [
  [{ pk: userPartition({ tenantId, userId }), sk: 'NOTE#1' }, { text: 'v1.sealed' }], [{ pk: userPartition({ tenantId, userId }), sk: 'NOTE#2' }, { text: 'v1.sealed' }],
  [{ pk: `TENANT#${tenantId}#READERS`, sk: `READER#${userId}` }, { since: 'long ago' }], [{ pk: `TENANT#${tenantId}#CARD#${userId}`, sk: 'CARD' }, { number: 7 }],
  [{ pk: `TENANT#${tenantId}#ORDERS#${userId}`, sk: 'ORDER#1' }, { sum: 9, words: 'as ever' }],
];
const itemsOf = async (whom: Subject): Promise<readonly (Item | undefined)[]> => world.store.getMany(written(whom).map(([key]) => ({ table: 'identity', key })));
beforeAll(async () => {
  inventory.push(...added);
  ({ world, subject, other } = await readyToErase(3));
  for (const whom of [subject, other]) for (const [key, attributes] of written(whom)) await world.store.transact([{ table: 'identity', put: { ...key, ...attributes } }]);
});
afterAll(() => {
  inventory.splice(-added.length);
  world.end();
});

test('what is added to the inventory as somebody’s is assessed, erased and counted, and nobody else’s', async () => {
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, left: { identity: ['ORDER', 'RECORD'], keys: [] }, counts: { assessment: { notes: 2, reader: 1, orders: 1 }, personal_data: { notes: 2, reader: 1 }, business_data: { orders: 1 } } });
  const plan = await readPlan(world.store, { tenantId: TENANT, requestId });
  expect(plan?.lines).toEqual(expect.arrayContaining([
    { name: 'notes', table: 'identity', category: 'contact', way: 'delete', count: 2, held: false }, { name: 'orders', table: 'identity', category: 'business', way: 'anonymise', count: 1, held: false }]));
  const [anonymous] = (await itemsOf(subject)).filter((item) => item !== undefined);
  expect(anonymous).toEqual({ pk: `TENANT#${TENANT}#ORDERS#${subject.userId}`, sk: 'ORDER#1', sum: 9, anonymous: true });
  expect((await itemsOf(other)).map((item) => item && Object.keys(item).length)).toEqual(written(other).map(([, attributes]) => 2 + Object.keys(attributes).length));
});

test.each(added)('and is missed by whoever verifies, where it is left: $name', async ({ name }) => {
  const about = { subject: other, request: { tenantId: TENANT, requestId: 'none' }, person: { identity: { userId: other.userId, blindIndex: 'none', values: [] } }, kept: { hold: undefined, retention: [] }, now: new Date() };
  const kinds = { note: 'NOTE', reader: 'READER', card: 'CARD', order: 'ORDER' };
  expect(await residueOf(world.store, about)).toContainEqual({ table: 'identity', kind: kinds[name as keyof typeof kinds] });
});

test('whatever is to be erased can be found from the person, and none of it twice', () => {
  const nowhere = dataInventory.filter((kind) => (howErased(kind) && !placeOf(kind, { tenantId: 't', userId: 'u' })) || (kind.erasure === 'deleted with the account' && !placeOf(kind, { tenantId: 't', userId: 'u', blindIndex: 'b' })));
  expect(nowhere.map(({ name }) => name)).toEqual([]);
  const areas = dispositionsOf({ tenantId: 't', userId: 'u' });
  expect(areas.length).toBeGreaterThanOrEqual(9);
  expect(new Set(areas.map(({ name }) => name)).size).toBe(areas.length);
  const meeting = areas.flatMap((one, nth) => areas.slice(nth + 1).filter((two) => one.table === two.table && one.pk === two.pk && one.from <= two.upTo && two.from <= one.upTo).map((two) => `${one.name} and ${two.name}`));
  expect(meeting).toEqual([]);
});

test('whoever erases may do so in the tables in which it lies', () => {
  const eraser = { personal_data: 'DeletePersonalData', access: 'DeletePersonalData', business_data: 'AnonymiseBusinessData', audit: 'MinimiseAuditData' } as const;
  const forbidden = dispositionsOf({ tenantId: 't', userId: 'u' }).filter(({ phase, table }) => {
    const granted = stepsOf(workflowOf('user_deletion')).find(({ step }) => step === eraser[phase as keyof typeof eraser])?.touches.tables?.[table] ?? [];
    return !granted.includes('Query') || !granted.includes('BatchWriteItem');
  });
  expect(forbidden.map(({ name, table }) => `${name} in ${table}`)).toEqual([]);
});

test('what stays of an item is declared of it, and what stays of no item is declared to stay of none', () => {
  const contradictions = dataInventory.filter(({ erasure, remains, attributes, sealed = [] }) => {
    const declared = Object.values(attributes).flat();
    const named = [...remains?.keeps ?? [], ...(remains ? [remains.marked] : []), ...sealed];
    return (remains !== undefined) !== (erasure === 'anonymised' || erasure === 'minimised') || named.some((name) => !declared.includes(name)) || sealed.some((name) => remains?.keeps.includes(name));
  });
  expect(contradictions.map(({ name }) => name)).toEqual([]);
});
