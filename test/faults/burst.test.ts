import { World } from '../support/world.ts';
import { registrationOf, registeredOnce, unrestIn } from '../support/picture.ts';

const CROWD = 50;
let world: World;
beforeEach(async () => {
  world = await World.withTenant();
});
afterEach(() => world.end());

const person = (n: number) => ({ email: `person${n}@example.com`, password: 'a long enough passphrase', firstName: `First${n}`, lastName: `Last${n}` });

test('fifty registrations at once, whose transactions collide: fifty completed runs, a hundred mails, and the tenant counts fifty', async () => {
  const subjects = await Promise.all(Array.from({ length: CROWD }, (_, n) => world.register(person(n))));
  await world.settle();
  const pictures = await Promise.all(subjects.map((subject) => registrationOf(world, subject)));
  expect(pictures).toEqual(subjects.map(() => registeredOnce));
  expect(world.mailbox.sent).toHaveLength(2 * CROWD);
  expect(await world.registrationsCounted()).toEqual({ registrations: CROWD });
  expect(world.tables.conflicts).toBeGreaterThan(0);
  expect(await unrestIn(world)).toEqual([]);
}, 60_000);

test('of many who register one address at once, one has the account, and the others are told the same', async () => {
  const subjects = await Promise.all(Array.from({ length: 8 }, () => world.register(person(1))));
  await world.settle();
  expect(new Set(subjects.map(({ userId }) => userId)).size).toBe(8);
  expect(world.eventsOf('user.created')).toHaveLength(1);
  expect(world.mails('verify')).toHaveLength(1);
  expect(await unrestIn(world)).toEqual([]);
}, 60_000);
