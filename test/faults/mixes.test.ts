import { World } from '../support/world.ts';
import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { happyEnd, happyEndPerhapsWithASecondCopy, liveThrough, wholeStory } from '../support/picture.ts';
import { states, troublesThatPass } from '../support/troubles.ts';

/** Many worlds, each with a mishap of its own; a failure prints the seed that repeats it. */
async function inAWorld(story: (world: World, subject: Subject) => Promise<void>): Promise<void> {
  const { world, subject } = await World.withRegistration();
  try {
    await story(world, subject);
    world.faults.assertFired();
  } finally {
    world.stop();
  }
}

test('any mix of troubles that pass, each at another state, ends well', async () => {
  const mixes = fc.uniqueArray(fc.record({ state: fc.constantFrom(...states), trouble: fc.constantFrom(...troublesThatPass) }), { minLength: 2, selector: ({ state }) => state });
  await fc.assert(fc.asyncProperty(mixes, (mix) => inAWorld(async (world, subject) => {
    for (const { state, trouble: [, fault, times] } of mix) world.inject(state, fault, times);
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEndPerhapsWithASecondCopy);
  })), { numRuns: 60 });
}, 60_000);

const pause = async (turns: number): Promise<void> => {
  for (let n = 0; n < turns; n += 1) await turn();
};

test('both gates may close at the same moment: one activation, whoever is first', async () => {
  const turns = fc.integer({ min: 0, max: 12 });
  await fc.assert(fc.asyncProperty(turns, turns, (clickAfter, closeAfter) => inAWorld(async (world, subject) => {
    let answer: Promise<{ status: number }> | undefined;
    world.inject('Complete', async (proceed) => {
      answer = world.time.work(() => pause(clickAfter).then(() => world.verify(world.tokenOf(subject))));
      await world.time.work(() => pause(closeAfter));
      return proceed();
    });
    await world.settle();
    expect(await answer).toMatchObject({ status: 200 });
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
    expect(world.machines.executions.filter(({ type }) => type === 'account_activation')).toHaveLength(1);
  })), { numRuns: 60 });
}, 60_000);
