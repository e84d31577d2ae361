import { administrator, someone, TENANT, World } from '../support/world.ts';
import { addressKey, userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { recordMade } from '../../lambdas/adapters/records.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { personKeyKey, vault } from '../../lambdas/adapters/vault.ts';
import { askAsAdministrator, lookAt, withoutGrace, withSomebodyActive } from '../support/deletions.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { unrestIn } from '../support/picture.ts';

/** A person is erased: every phase in its order, nothing of her left, everything of everybody else as it was. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await withSomebodyActive());
  withoutGrace(world);
});
afterEach(() => world.end());

const begin = async (): Promise<string> => String((await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 })).body['requestId']);

describe('a person who is erased', () => {
  test('is gone when it is completed', async () => {
    const requestId = await begin();
    await world.settle();
    const run = await world.runOf('user_deletion', subject);
    expect(run.steps.filter(({ status }) => status !== 'DONE')).toEqual([]);
    expect(run.status).toBe('COMPLETED');
    expect((await lookAt(world, requestId)).body).toMatchObject({ status: 'COMPLETED' });
    expect(await unrestIn(world)).toEqual([]);
  });
});
