import { TENANT, World } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { register } from '../../lambdas/api/auth/routes.ts';
import { comingAgain } from '../support/coming-again.ts';
import { named } from '../support/function-host.ts';
import { registrationOf, registeredOnce, unrestIn } from '../support/picture.ts';

const CROWD = 50;
let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(() => world.end());

const person = (n: number) => ({ email: `person${n}@example.com`, password: 'a long enough passphrase', firstName: `First${n}`, lastName: `Last${n}` });

const registered = async (n: number): Promise<Subject> => {
  const { status, body } = await comingAgain(() => world.call(register, { body: { tenantId: TENANT, ...person(n) } }));
  expect(status).toBe(202);
  return { tenantId: TENANT, userId: String(body['userId']) };
};

test('fifty registrations at once, whose transactions collide: fifty completed runs, a hundred mails, and the tenant counts fifty', async () => {
  const subjects = await Promise.all(Array.from({ length: CROWD }, (_, n) => registered(n)));
  await world.settle();
  const pictures = await Promise.all(subjects.map((subject) => registrationOf(world, subject)));
  expect(pictures).toEqual(subjects.map(() => registeredOnce));
  expect(world.mailbox.sent).toHaveLength(2 * CROWD);
  expect(await world.registrationsCounted()).toEqual({ registrations: CROWD });
  expect(world.tables.conflicts).toBeGreaterThan(0);
  expect(await unrestIn(world)).toEqual([]);
}, 60_000);

describe('two hundred at once, in bad weather', () => {
  const MANY = 200;
  const doomedEvery = 20;

  /** One run in twenty finds no profile for good; the same runs, however often they are tried. */
  const doom = (): ReadonlySet<string> => {
    const runs = new Set<string>();
    const doomed = new Set<string>();
    world.tables.interfere = (writes) => {
      for (const write of writes) {
        if (!('update' in write) || write.update.sk !== 'STEP#CreateUserProfile' || write.set?.['status'] !== 'DONE') continue;
        if (!runs.has(write.update.pk) && runs.add(write.update.pk).size % doomedEvery === 0) doomed.add(write.update.pk);
        if (doomed.has(write.update.pk)) throw new TypeError('no profile for this one');
      }
    };
    return doomed;
  };

  test('every twentieth event delivered twice, one call in ten failing, one run in twenty for good: none lost, none doubled, the sums exact', async () => {
    let deliveries = 0;
    world.bus.onEvent = (event) => {
      if (event.type !== 'user.created') return;
      deliveries += 1;
      world.deliver(event);
      if (deliveries % 20 === 0) world.deliver(event);
    };
    let calls = 0;
    world.inject('AssignDefaultRole', (proceed) => {
      calls += 1;
      return calls % 10 === 0 ? Promise.reject(named('TransientFailure')) : proceed();
    }, 'always');
    const doomed = doom();
    const subjects = await Promise.all(Array.from({ length: MANY }, (_, n) => registered(n)));
    await world.settle();
    const undone = MANY / doomedEvery;
    expect(doomed.size).toBe(undone);
    const runs = await Promise.all(subjects.map((subject) => world.runOf('user_registration', subject)));
    const wellEnded = subjects.filter((_, n) => runs[n]?.status === 'COMPLETED');
    expect(runs.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: undone }, () => 'COMPENSATED'), ...Array.from({ length: MANY - undone }, () => 'COMPLETED')]);
    const pictures = await Promise.all(wellEnded.map((subject) => registrationOf(world, subject)));
    expect(pictures).toEqual(wellEnded.map(() => registeredOnce));
    expect(world.machines.executions.filter(({ type }) => type === 'user_registration')).toHaveLength(MANY + MANY / 20);
    expect(await world.registrationsCounted()).toEqual({ registrations: MANY - undone });
    expect(world.mails('not completed')).toHaveLength(undone);
    expect(world.machines.deadLetters).toHaveLength(undone);
    expect(world.tables.conflicts).toBeGreaterThan(0);
    expect(await unrestIn(world)).toEqual([]);
  }, 60_000);
});

test('of many who register one address at once, one has the account, and the others are told the same', async () => {
  const subjects = await Promise.all(Array.from({ length: 8 }, () => world.register(person(1))));
  await world.settle();
  expect(new Set(subjects.map(({ userId }) => userId)).size).toBe(8);
  expect(world.eventsOf('user.created')).toHaveLength(1);
  expect(world.mails('verify')).toHaveLength(1);
  expect(await unrestIn(world)).toEqual([]);
}, 60_000);
