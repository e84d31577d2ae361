import { beginErasure, erased, erasureOf, readyToErase, tryAgain } from '../support/erasures.ts';
import { someone, TENANT } from '../support/world.ts';

test('an erasure that leaves something never completes, before somebody has taken it away', async () => {
  const { world, subject } = await readyToErase();
  const leak = { pk: `TENANT#${TENANT}#AGGREGATE#${subject.userId}`, sk: 'V#999999999999' };
  world.tables.overwrite('events', leak, { note: someone.email });
  const requestId = await beginErasure(world, subject);
  await world.settle();
  const { request, completed, seals } = await erasureOf(world, subject, requestId);
  expect({ request, completed, seals }).toEqual({ request: 'PARTIALLY_ERASED', completed: 0, seals: 2 });
  await world.store.transact([{ table: 'events', delete: leak }]);
  expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBeLessThan(300);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  world.end();
});
