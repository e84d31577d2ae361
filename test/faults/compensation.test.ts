import { World, someone } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import type { Write } from '../../lambdas/adapters/store.ts';
import { resendVerification } from '../../lambdas/api/auth/routes.ts';
import { compensationOf, stepsOf } from '../../lambdas/kit/workflow.ts';
import { contextFrom } from '../../lambdas/kit/run-context.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { forwardStates } from '../../lib/machine-states.ts';
import { named } from '../support/function-host.ts';
import { afterItsEffect, failsWith, lateBy, type Fault } from '../support/injections.ts';
import { liveThrough, registeredOnce, registrationOf, undoneOf, undoneOnce, unrestIn } from '../support/picture.ts';
import { troublesThatPass } from '../support/troubles.ts';

/** A registration that fails, fails well: whatever was begun is undone, the person is told, and the address is free. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => world.end());

const registration = workflowOf('user_registration');
const undos = compensationOf(registration).map(({ step }) => step);
const required = stepsOf(registration).filter(({ criticality }) => criticality === 'required').map(({ step }) => step);
const undoOf = new Map(stepsOf(registration).flatMap(({ step, compensation }) => ('step' in compensation ? [[step, compensation.step] as const] : [])));
const finishes = (write: Write, step: string): boolean => 'update' in write && write.update.sk === `STEP#${step}` && write.set?.['status'] === 'DONE';
const compensations = (): number => world.machines.executions.filter(({ type }) => type === 'user_registration-compensation').length;
const told = (type: string): unknown => world.eventsOf(type).map(({ detail }) => detail.data);
const allDone = (but: Readonly<Record<string, string>> = {}) => undos.map((step) => ({ step, status: but[step] ?? 'DONE' }));
const nothing = (): Promise<unknown> => Promise.resolve();
/** With every step done, the run fails at its very end. */
const failAtTheEnd = (): void => world.inject('Complete', failsWith('BusinessRefusal'));

/** The same person again, and this time all goes well. */
async function registersAgain(): Promise<void> {
  const again = await world.register(someone);
  expect(again.userId).not.toBe(subject.userId);
  await liveThrough(world, again);
  expect(await registrationOf(world, again)).toEqual(registeredOnce);
  expect(await world.user(again)).toMatchObject({ status: 'active' });
  expect(await world.registrationsCounted()).toEqual({ registrations: 1 });
  expect(await unrestIn(world)).toEqual([]);
}

const forEver: readonly (readonly [string, Fault])[] = [
  ['TransientFailure', failsWith('TransientFailure')], ['BusinessRefusal', failsWith('BusinessRefusal')], ['TypeError', failsWith('TypeError')],
  ['AccessDeniedException', failsWith('AccessDeniedException')],
];

describe.each([...required, 'Complete'])('%s', (step) => {
  const failedStep = step === 'Complete' ? 'Machine' : step;

  test.each(forEver)('dies of %s for good: everything is undone, the person is told, and the address is free', async (errorClass, fault) => {
    world.inject(step, fault, 'always');
    await world.settle();
    expect(await undoneOf(world, subject)).toEqual(undoneOnce);
    const run = await world.runOf('user_registration', subject);
    expect(run).toMatchObject({ failedStep, errorClass, compensation: 1 });
    expect(world.faults.calls.get(step)).toBe(errorClass === 'TransientFailure' ? 1 + registration.config.retryAttempts : 1);
    expect(told('workflow.failed')).toEqual([expect.objectContaining({ runId: run.runId, failedStep, errorClass, failureType: 'user_registration_failed' })]);
    const begun = world.eventsOf('workflow.failed').flatMap(({ detail }) => detail.data['stepsBegun'] as string[]).toSorted();
    expect(begun).toEqual(stepsOf(registration).map((each) => each.step).filter((each) => each !== step).toSorted());
    const outcomes = allDone({ [undoOf.get(step) ?? '']: 'SKIPPED' });
    expect(told('workflow.compensated')).toEqual([{ runId: run.runId, type: 'user_registration', userId: subject.userId, attempt: 1, outcomes }]);
    expect(world.tables.items('audit')).toContainEqual(expect.objectContaining({ action: 'run.compensated', subject: subject.userId, runId: run.runId, outcomes }));
    expect(world.machines.deadLetters[0]?.body).toMatchObject({ runId: run.runId, eventId: run.eventId, tenantId: 'demo' });
    world.faults.repair();
    await registersAgain();
  });
});

describe.each(required)('%s', (step) => {
  test('begins and dies before its effect: it counts as begun, and undoing it does no harm', async () => {
    world.tables.interfere = (writes) => {
      if (writes.some((write) => finishes(write, step))) throw new TypeError('a bug');
    };
    await world.settle();
    expect(await undoneOf(world, subject)).toEqual(undoneOnce);
    expect(told('workflow.compensated')).toEqual([expect.objectContaining({ outcomes: allDone() })]);
    expect((await world.runOf('user_registration', subject)).steps.find((each) => each.step === step)).toMatchObject({ status: 'FAILED', void: 'compensation', error: { name: 'TypeError' } });
  });

  test('has its effect and none of its answers arrives: the effect is undone', async () => {
    world.inject(step, afterItsEffect('States.Timeout'), 'always');
    await world.settle();
    expect(await undoneOf(world, subject)).toEqual(undoneOnce);
    expect(told('workflow.compensated')).toEqual([expect.objectContaining({ outcomes: allDone() })]);
  });
});

test('a best-effort step that fails alone undoes nothing', async () => {
  for (const { step, criticality } of stepsOf(registration)) if (criticality === 'best effort') world.inject(step, failsWith('BusinessRefusal'));
  await liveThrough(world, subject);
  expect(compensations()).toBe(0);
  expect(await registrationOf(world, subject)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS', stepsNotDone: ['SendWelcomeEmail PARKED', 'UpdateTenantStatistics PARKED'] });
});

const collides: Fault = (proceed) => {
  world.tables.conflictsToRaise = 5;
  return proceed();
};
const passing: typeof troublesThatPass = [...troublesThatPass, ['meets other transactions wherever it writes', collides, 1]];

describe.each([...undos, 'BeginCompensation', 'ClaimCompensation', 'RecordCompensation'])('%s', (state) => {
  test.each(passing)('%s: all is undone, each effect once, and the person is told once', async (_, fault, times) => {
    failAtTheEnd();
    world.inject(state, fault, times);
    await world.settle();
    expect(await undoneOf(world, subject)).toEqual(undoneOnce);
    expect(compensations()).toBe(1);
  });
});

test.each(undos)('%s has its effect and none of its answers arrives: what is done counts as done', async (undo) => {
  failAtTheEnd();
  world.inject(undo, afterItsEffect('Lambda.Unknown'), 'always');
  await world.settle();
  expect(await undoneOf(world, subject)).toEqual(undoneOnce);
  expect(told('workflow.compensated')).toEqual([expect.objectContaining({ outcomes: allDone() })]);
});

test('an answer of the notice that is lost does not make it a second notice', async () => {
  failAtTheEnd();
  world.mailbox.failNext(['sent, reply lost'], ({ mail }) => mail.subject.includes('not completed'));
  await world.settle();
  expect(world.mailbox.mishapsLeft).toBe(0);
  expect(await undoneOf(world, subject)).toEqual(undoneOnce);
});

test('an address that takes no mail for good cannot be told, and is released all the same', async () => {
  failAtTheEnd();
  world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('not completed'));
  await world.settle();
  expect(await undoneOf(world, subject)).toEqual({ ...undoneOnce, notices: 0 });
});

describe('whoever begins the compensation', () => {
  test('and dies before it is started, starts it when he is called again', async () => {
    failAtTheEnd();
    world.machines.startsToLose = 2;
    await world.settle();
    expect(world.machines.startsToLose).toBe(0);
    expect(await undoneOf(world, subject)).toEqual(undoneOnce);
  });

  test('and never comes to it still sends the dead letter; nothing was undone, and the run is left for the reconciler', async () => {
    failAtTheEnd();
    world.inject('BeginCompensation', failsWith('TransientFailure'), 'always');
    await world.settle();
    expect(world.machines.deadLetters).toHaveLength(1);
    expect(await registrationOf(world, subject)).toMatchObject({ status: 'RUNNING', bound: true, profile: true });
  });
});

test.each(['ClaimCompensation', 'RecordCompensation'])('a compensation whose %s never succeeds ends with a dead letter of its own', async (state) => {
  failAtTheEnd();
  world.inject(state, failsWith('TransientFailure'), 'always');
  await world.settle();
  const { runId } = await world.runOf('user_registration', subject);
  expect(world.machines.executions.find(({ type }) => type === 'user_registration-compensation')).toMatchObject({ status: 'FAILED' });
  expect(world.machines.deadLetters.map(({ body }) => body)).toContainEqual(expect.objectContaining({ runId, compensation: 1, errorClass: 'TransientFailure' }));
  expect(await unrestIn(world)).toEqual(expect.arrayContaining(['user_registration is still compensating']));
});

describe('a task that was given up', () => {
  const steps = stepsOf(registration).map(({ step, criticality }) => ({ step, criticality }));

  test.each(steps)('and finishes while $step is being undone, or after, leaves nothing behind', async ({ step, criticality }) => {
    if (criticality === 'best effort') failAtTheEnd();
    for (const undo of undos) world.inject(undo, (proceed, time) => time.pause(6_000).then(() => proceed()));
    let late = 0;
    world.tables.interfere = (writes) => {
      if (!writes.some((write) => finishes(write, step))) return undefined;
      late += 1;
      return world.time.pause(75_000);
    };
    await world.settle();
    expect(late).toBeGreaterThanOrEqual(4);
    expect(await undoneOf(world, subject)).toEqual(undoneOnce);
  });

  test.each(steps.flatMap(({ step, criticality }) => ['ClaimCompensation', ...undos, 'RecordCompensation'].map((state) => ({ step, criticality, state }))))(
    '$step, and begins only before $state of its compensation, is too late', async ({ step, criticality, state }) => {
      if (criticality === 'best effort') failAtTheEnd();
      let begin = nothing;
      world.inject(step, (proceed) => {
        begin = proceed;
        return Promise.reject(named('BusinessRefusal'));
      });
      let outcome: unknown;
      world.inject(state, async (proceed) => {
        outcome = await begin().catch((error: unknown) => error);
        return proceed();
      });
      await world.settle();
      expect(outcome).toMatchObject({ name: 'Fenced' });
      expect(await undoneOf(world, subject)).toEqual(undoneOnce);
    });
});

describe('a run that is ended from outside while its steps are at work', () => {
  const begin = (): Promise<unknown> => world.time.work(async () => {
    const found = forwardStates(registration).find(({ state }) => state === 'BeginCompensation');
    if (!found) throw new Error('nothing begins compensations');
    return world.host.invoke(found, { run: contextFrom(await world.runOf('user_registration', subject)), error: { Error: 'States.Timeout' } });
  });
  const steps = stepsOf(registration).map(({ step }) => step);
  /** Whether the machine still comes to its dead letter depends on which step noticed; whoever ended the run answers for it. */
  const { queues: _, unrest: __, ...withoutLetter } = undoneOnce;

  test.each(steps)('is undone, and what %s has begun comes to nothing', async (step) => {
    let outcome: unknown;
    world.tables.interfere = (writes) => (writes.some((write) => finishes(write, step)) ? world.time.pause(6_000) : undefined);
    world.inject(step, async (proceed, time) => {
      const working = proceed().catch((error: unknown) => error);
      await time.wait(3_000);
      await begin();
      outcome = await working;
      throw outcome;
    });
    await world.settle();
    expect(outcome).toMatchObject({ name: 'Fenced' });
    expect(await undoneOf(world, subject)).toMatchObject(withoutLetter);
  });

  test.each(steps)('is undone, and %s, which had not begun, does not begin', async (step) => {
    let outcome: unknown;
    world.inject(step, async (proceed, time) => {
      await begin();
      await time.wait(1_000);
      outcome = await proceed().catch((error: unknown) => error);
      throw outcome;
    });
    await world.settle();
    expect(outcome).toMatchObject({ name: 'Fenced' });
    expect((await world.runOf('user_registration', subject)).steps.find((each) => each.step === step)?.attempts).toBeUndefined();
    expect(await undoneOf(world, subject)).toMatchObject(withoutLetter);
  });
});

test.each([5_000, 20_000, 40_000, 75_000, 150_000])('a closing transaction that comes %i ms late closes the run or loses to the compensation, never both', async (ms) => {
  world.inject('Complete', lateBy(ms), 4);
  await world.settle();
  const { status } = await world.runOf('user_registration', subject);
  const [picture, expected] = status === 'COMPLETED' ? [await registrationOf(world, subject), registeredOnce] : [await undoneOf(world, subject), undoneOnce];
  expect(picture).toEqual(expected);
  expect(await unrestIn(world)).toEqual([]);
});

describe('a click on the link', () => {
  test.each(['BeginCompensation', 'ClaimCompensation', ...undos, 'RecordCompensation'].flatMap((state) => (['before', 'during', 'after'] as const).map((when) => ({ state, when }))))(
    '$when $state of the compensation never makes an active account', async ({ state, when }) => {
      failAtTheEnd();
      let answer: { status: number } | undefined;
      const click = async (): Promise<void> => {
        answer = await world.verify(world.tokenOf(subject));
      };
      world.inject(state, async (proceed) => {
        if (when === 'before') await click();
        const [done] = await Promise.all([proceed(), ...(when === 'during' ? [click()] : [])]);
        if (when === 'after') await click();
        return done;
      });
      await world.settle();
      expect([200, 400]).toContain(answer?.status);
      expect(world.machines.executions.filter(({ type }) => type === 'account_activation')).toEqual([]);
      expect(await undoneOf(world, subject)).toEqual(undoneOnce);
    });
});

test.each(['ClaimCompensation', 'VoidVerificationToken', 'NotifyRegistrationFailed', 'ReleaseEmailAddress', 'RecordCompensation'])('a fresh link that is asked for just before %s leaves nothing behind, however late it is', async (state) => {
  failAtTheEnd();
  let asked = 0;
  const held = { times: 0 };
  world.inject(state, async (proceed, time) => {
    asked = (await world.call(resendVerification, { body: { tenantId: 'demo', email: someone.email } })).status;
    for (let waited = 0; waited < 5_000 && held.times === 0; waited += 100) await time.wait(100);
    return proceed();
  });
  world.tables.interfere = (writes) => {
    if (!writes.some((write) => 'put' in write && write.put.pk.startsWith('RUN#verification_resend') && write.put.sk.startsWith('MAIL#'))) return undefined;
    held.times += 1;
    return world.time.pause(5_000);
  };
  await world.settle();
  expect(asked).toBe(202);
  expect(held.times).toBe(state === 'RecordCompensation' ? 0 : 1);
  expect(await undoneOf(world, subject)).toMatchObject({ status: 'COMPENSATED', residue: [], notices: 1 });
});

test('the event of a registration that was undone, delivered again, changes nothing', async () => {
  failAtTheEnd();
  await world.settle();
  const before = world.tables.snapshot();
  for (const event of world.eventsOf('user.created')) world.deliver(event);
  await world.settle();
  expect(world.tables.snapshot()).toEqual(before);
  expect(await undoneOf(world, subject)).toEqual(undoneOnce);
});
