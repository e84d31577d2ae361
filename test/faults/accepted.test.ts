import { World, someone, TENANT } from '../support/world.ts';
import { readRun } from '../../lambdas/adapters/run-ledger.ts';
import type { Item, Write } from '../../lambdas/adapters/store.ts';
import { register } from '../../lambdas/api/auth/routes.ts';
import { reconcileRun } from '../../lambdas/operations/reconcile-run.ts';
import { registeredOnce, registrationOf, undoneOf, undoneOnce, unrestIn } from '../support/picture.ts';

/** What is accepted is accepted whole and once, also where two act at the very same moment. */
let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(() => world.end());

const body = { tenantId: TENANT, ...someone };
const items = (sk: string): readonly Item[] => world.tables.items('identity').filter((item) => item.sk === sk && item.pk.startsWith(`TENANT#${TENANT}#`));

/** Somebody acts at the last moment before the first transaction of this kind. */
const justBefore = (concerns: (write: Write) => boolean, act: () => Promise<unknown>): { readonly happened: () => boolean } => {
  let happened = false;
  world.tables.interfere = async (writes) => {
    if (happened || !writes.some(concerns)) return;
    happened = true;
    await act();
  };
  return { happened: () => happened };
};

describe('a registration', () => {
  test('is one transaction: whoever dies right behind it has left the account and its event, and it goes on from there', async () => {
    const users = items('USER').length;
    world.tables.onStream = () => undefined;
    world.tables.written = () => { if (items('USER').length > users) throw new Error('killed'); };
    expect(await world.call(register, { body })).toMatchObject({ status: 500 });
    expect(items('USER')).toHaveLength(users + 1);
    expect(world.tables.items('events').map(({ type, pendingShard, unclaimedShard }) => [type, typeof pendingShard, typeof unclaimedShard])).toEqual([['user.created', 'string', 'string']]);
    world.tables.written = () => undefined;
    await world.sweep();
    expect(await registrationOf(world, { tenantId: TENANT, userId: world.mails('verify')[0]?.userId ?? '' })).toEqual(registeredOnce);
  });

  test.each([['en', /will be sent/], ['zh-CN', /将发送/]])('promises no more than it can keep (%s): it is accepted, a mail will follow, and a page tells the truth later', async (language, words) => {
    const { status, body: answer } = await world.call(register, { body, language });
    expect([status, answer['message']]).toEqual([202, expect.stringMatching(words)]);
    expect(answer['statusUrl']).toContain(String(answer['userId']));
    expect(world.mailbox.sent).toEqual([]);
    await world.settle();
  });

  test('of an address that somebody else registers at the very same moment is no second account', async () => {
    const users = items('USER').length;
    const moment = justBefore((write) => 'put' in write && write.put.sk === 'EMAIL', () => world.call(register, { body: { ...body, firstName: 'Berta' } }));
    expect(await world.call(register, { body })).toMatchObject({ status: 202 });
    expect(moment.happened()).toBe(true);
    await world.settle();
    expect([items('USER').length - users, world.eventsOf('user.created').length, world.mails('already').length]).toEqual([1, 1, 1]);
    expect(await unrestIn(world)).toEqual([]);
  });
});

test('a run that is ended by two at the very same moment is ended by one', async () => {
  const subject = await world.register();
  const moment = justBefore((write) => 'update' in write && write.update.sk === 'RUN' && write.set?.['status'] === 'COMPLETED', async () => {
    const { runId } = await world.runOf('user_registration', subject);
    const seen = await readRun(world.store, runId);
    if (seen) await reconcileRun({ store: world.store, executions: world.machines, queues: world.machines.queues }, seen, new Date(), true);
  });
  await world.settle();
  expect(moment.happened()).toBe(true);
  expect(await undoneOf(world, subject)).toEqual(undoneOnce);
});
