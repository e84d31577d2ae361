import { World, someone } from '../support/world.ts';
import * as fc from 'fast-check';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { compensationOf, stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { afterItsEffect, failsWith, lateBy, twiceAtOnce, twiceInSequence, type Fault } from '../support/injections.ts';
import { registeredOnce, registrationOf, undoneOf, undoneOnce, unrestIn } from '../support/picture.ts';

/** Whatever fails, and however much of it: a registration is completed or undone, and never both or neither. */
const registration = workflowOf('user_registration');
const forward = [...stepsOf(registration).map(({ step }) => step), 'Complete'];
const backward = [...compensationOf(registration).map(({ step }) => step), 'ClaimCompensation', 'RecordCompensation'];

type Trouble = readonly [what: string, fault: Fault, times: number];
const passing: readonly Trouble[] = [
  ['fails', failsWith('TransientFailure'), 2], ['dies after its effect', afterItsEffect('Lambda.Unknown'), 1], ['runs out of time after its effect', afterItsEffect('States.Timeout'), 2],
  ['comes twice at once', twiceAtOnce, 1], ['comes twice', twiceInSequence, 1], ['comes late', lateBy(25_000), 1],
];
const forGood: readonly Trouble[] = [
  ['is refused', failsWith('BusinessRefusal'), 1], ['has a bug', failsWith('TypeError'), 1], ['never gets through', failsWith('TransientFailure'), 4],
  ['loses all answers', afterItsEffect('Sandbox.Timedout'), 4], ['comes too late', lateBy(80_000), 4],
];
const troubles = fc.record({
  forward: fc.uniqueArray(fc.record({ state: fc.constantFrom(...forward), trouble: fc.constantFrom(...passing, ...forGood) }), { selector: ({ state }) => state, maxLength: 5 }),
  engine: fc.uniqueArray(fc.record({ state: fc.constantFrom('Claim', 'BeginCompensation'), trouble: fc.constantFrom(...passing) }), { selector: ({ state }) => state }),
  backward: fc.uniqueArray(fc.record({ state: fc.constantFrom(...backward), trouble: fc.constantFrom(...passing) }), { selector: ({ state }) => state, maxLength: 5 }),
});
type Mix = Readonly<Record<'forward' | 'engine' | 'backward', readonly { readonly state: string; readonly trouble: Trouble }[]>>;
const said = (mix: Mix): string => Object.values(mix).flat().map(({ state, trouble: [what] }) => `${state} ${what}`).join(', ');

const ends = new Map<string, number>();

async function oneLife(mix: Mix): Promise<void> {
  const { world, subject } = await World.withRegistration();
  try {
    for (const { state, trouble: [, fault, times] } of Object.values(mix).flat()) world.inject(state, fault, times);
    await world.settle();
    world.faults.forget();
    const { status } = await world.runOf('user_registration', subject);
    ends.set(status, (ends.get(status) ?? 0) + 1);
    expect(['COMPLETED', 'COMPLETED_WITH_WARNINGS', 'COMPENSATED']).toContain(status);
    expect(await unrestIn(world)).toEqual([]);
    await (status === 'COMPENSATED' ? wasUndone(world, subject) : wasCompleted(world, subject));
  } finally {
    world.faults.forget();
    world.end();
  }
}

async function wasUndone(world: World, subject: Subject): Promise<void> {
  expect(await undoneOf(world, subject)).toEqual(undoneOnce);
  const again = await world.register(someone);
  await world.settle();
  expect(await registrationOf(world, again)).toEqual(registeredOnce);
}

async function wasCompleted(world: World, subject: Subject): Promise<void> {
  expect(await registrationOf(world, subject)).toMatchObject({ bound: true, profile: true, audited: 1, timesGranted: 1, links: 1 });
  await world.register(someone);
  await world.settle();
  expect(world.eventsOf('user.created')).toHaveLength(1);
}

test('any mix of faults ends in an account or in nothing at all, the sums are exact, and the address is free if and only if nothing is left', async () => {
  await fc.assert(fc.asyncProperty(troubles, oneLife), {
    numRuns: 60, seed: 20_260_302, reporter: ({ failed, counterexample, errorInstance }) => {
      if (failed) throw new Error(counterexample ? said(counterexample[0]) : 'interrupted', { cause: errorInstance });
    },
  });
  expect([...ends.keys()].toSorted()).toEqual(['COMPENSATED', 'COMPLETED', 'COMPLETED_WITH_WARNINGS']);
}, 60_000);
