import { World, type Person } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { login } from '../../lambdas/api/auth/routes.ts';
import { found, placesIn } from '../support/canary.ts';
import { failsWith } from '../support/injections.ts';
import { liveThrough } from '../support/picture.ts';

/** Values that nobody else has, pushed through everything: they may stand in the mails to the person, and nowhere else in the clear. */
const person: Person = { email: 'Kanarienvogel.Zwitscher+7@vogelhaus-beispiel.example', password: 'Zwitscher?Paßwort!47', firstName: 'Kanarienfritz', lastName: '金丝雀O’Zwitscher' };
const canaries = { ...person, 'local part': 'Kanarienvogel.Zwitscher+7', domain: 'vogelhaus-beispiel' };

let world: World;
let subject: Subject;
beforeEach(async () => {
  world = await World.withTenant();
  subject = await world.register(person);
});
afterEach(() => world.end());

const singing = (): readonly string[] => Object.entries(placesIn(world)).flatMap(([place, text]) => found(text, canaries).map((what) => `${what} in ${place}`));

test('a registration that ends well leaves nothing of the person in the clear', async () => {
  await liveThrough(world, subject);
  await world.call(login, { body: { tenantId: 'demo', email: person.email, password: person.password } });
  expect(Object.values(placesIn(world)).filter((text) => text.length > 100).length).toBeGreaterThanOrEqual(8);
  expect(singing()).toEqual([]);
});

test('the canaries do sing: the mails to the person are where they stand', async () => {
  await liveThrough(world, subject);
  const mails = JSON.stringify(world.mailbox.sent.filter(({ userId }) => userId === subject.userId));
  expect(found(mails, canaries)).toEqual(expect.arrayContaining(['email plain', 'firstName plain']));
  expect(found(mails, { password: person.password, lastName: person.lastName })).toEqual([]);
  const toOthers = JSON.stringify(world.mailbox.sent.filter(({ userId }) => userId !== subject.userId));
  expect(toOthers).not.toBe('[]');
  expect(found(toOthers, canaries)).toEqual([]);
});

test('a registration that fails leaves nothing either: not in dead letters, histories or logs', async () => {
  world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
  await world.settle();
  expect(world.machines.deadLetters).toHaveLength(1);
  expect(singing()).toEqual([]);
});

test('an error that quotes the person is contained where it is thrown', async () => {
  const quoting = Object.assign(new TypeError(`no mail to ${person.email} for ${person.firstName} ${person.lastName}`), { cause: person });
  world.mailbox.send = () => Promise.reject(quoting);
  await world.settle();
  expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATION_FAILED', failedStep: 'SendVerificationEmail', errorClass: 'TypeError' });
  expect(world.log.lines.join('\n')).toContain('TypeError');
  expect(singing()).toEqual([]);
});

test('a request that is refused is not quoted in the log', async () => {
  const refused = await Promise.all([
    world.call(login, { body: { tenantId: 'demo', email: person.email, password: `${person.password}x` } }),
    world.call(login, { body: { tenantId: 'demo', email: person.email, password: person.password, [person.lastName]: person.firstName } }),
    world.call(login, { body: `{"email": "${person.email}", "password": ` }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([401, 400, 400]);
  expect(singing()).toEqual([]);
});
