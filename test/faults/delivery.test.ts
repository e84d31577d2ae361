import { World } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { afterItsEffect, failsWith } from '../support/injections.ts';
import { happyEnd, liveThrough, registeredOnce, registrationOf, unrestIn, wholeStory } from '../support/picture.ts';

/** From the event table to the execution: stream, relay, bus, rule. Whatever fails on the way, no event is lost. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => world.end());

const pending = (): readonly unknown[] => world.tables.items('events').filter((event) => 'pendingShard' in event);

test('without trouble the sweeper finds nothing to do', async () => {
  await liveThrough(world, subject);
  const events = world.bus.events.length;
  expect(await world.sweep()).toEqual({ republished: 0 });
  expect(world.bus.events).toHaveLength(events);
});

test('each event goes to the bus once', async () => {
  await liveThrough(world, subject);
  const ids = world.bus.events.map(({ detail }) => detail.eventId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a relay that dies before it did anything gets its batch again', async () => {
  world.inject('Relay', failsWith('Lambda.Unknown'));
  await liveThrough(world, subject);
  expect(await wholeStory(world, subject)).toEqual(happyEnd);
});

test('a relay that dies after it published, before anybody knows, publishes again, and nothing happens twice', async () => {
  world.inject('Relay', afterItsEffect('Lambda.Unknown'), 2);
  await liveThrough(world, subject);
  expect(world.eventsOf('user.created')).toHaveLength(3);
  expect(await wholeStory(world, subject)).toEqual(happyEnd);
});

test('a bus that is down for one call is tried again with the batch', async () => {
  world.bus.outage(1);
  await liveThrough(world, subject);
  expect(await wholeStory(world, subject)).toEqual(happyEnd);
});

test('what the stream has given up, the sweeper publishes', async () => {
  world.bus.outage(3);
  await world.settle();
  expect(world.undelivered).not.toEqual([]);
  expect(pending()).toHaveLength(1);
  expect(await world.sweep()).toEqual({ republished: 1 });
  expect(await registrationOf(world, subject)).toEqual(registeredOnce);
  expect(pending()).toEqual([]);
});

test('an entry that the bus refuses among others stays pending, its neighbours do not, and the sweeper comes for it', async () => {
  world.bus.refuseNext(({ type }) => type === 'user.welcome_email_sent');
  await world.settle();
  expect(pending()).toEqual([expect.objectContaining({ type: 'user.welcome_email_sent' })]);
  expect(await unrestIn(world)).toEqual(['user.welcome_email_sent is not published']);
  expect(await world.sweep()).toEqual({ republished: 1 });
  expect(await unrestIn(world)).toEqual([]);
});

test('an event whose rule failed is started by the sweeper', async () => {
  world.triggersToLose = 1;
  await world.settle();
  expect(world.eventsOf('user.created')).toHaveLength(1);
  expect(world.machines.executions).toEqual([]);
  expect(await world.sweep()).toEqual({ republished: 1 });
  expect(await registrationOf(world, subject)).toEqual(registeredOnce);
  expect(await unrestIn(world)).toEqual([]);
});

test('the sweeper leaves alone what is younger than its patience', async () => {
  world.triggersToLose = 1;
  await world.settle();
  await world.time.pass(30_000);
  expect(await world.sweepNow()).toEqual({ republished: 0 });
  await world.time.pass(31_000);
  expect(await world.sweepNow()).toEqual({ republished: 1 });
});

test('two sweepers at once do no harm', async () => {
  world.triggersToLose = 1;
  await world.settle();
  await world.time.pass(61_000);
  await Promise.all([world.sweepNow(), world.sweepNow()]);
  await liveThrough(world, subject);
  expect(await wholeStory(world, subject)).toEqual(happyEnd);
});

test('the sweeper starts no second run while the first one is slow', async () => {
  world.inject('Claim', async (proceed, time) => {
    await time.pause(5_000);
    return proceed();
  });
  await world.settle();
  await world.sweep();
  expect(await registrationOf(world, subject)).toEqual(registeredOnce);
});

describe('a record that nobody can read', () => {
  const poison = { pk: 'TENANT#demo#AGGREGATE#poison', sk: 'V#000000000001' };
  const write = (attributes: Record<string, string>): void => world.tables.overwrite('events', poison, { pendingShard: 'pending#3', occurredAt: new Date().toISOString(), ...attributes });

  test('is set aside with the reason, and its neighbours are relayed', async () => {
    write({ type: 'user.created' });
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toMatchObject({ registration: registeredOnce, activation: { status: 'COMPLETED' } });
    const aside = await world.store.get('events', poison);
    expect(aside).toMatchObject({ poison: 'unreadable' });
    expect(aside).not.toHaveProperty('pendingShard');
  });

  test('does not hold up the sweeper either', async () => {
    world.inject('Relay', failsWith('Lambda.Unknown'), 3);
    write({ type: 'user.created' });
    await world.settle();
    expect(world.undelivered.length).toBeGreaterThanOrEqual(2);
    await world.sweep();
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect(await world.store.get('events', poison)).toMatchObject({ poison: 'unreadable' });
    expect(await world.sweep()).toEqual({ republished: 0 });
  });
});
