import { World } from '../support/world.ts';
import { tenantKey, tokenKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { named } from '../support/function-host.ts';
import { happyEnd, liveThrough, mailsTo, registeredOnce, unrestIn, wholeStory } from '../support/picture.ts';

/** Two gates lead to an active account: it is set up, and its address is verified. They close in any order, also at once. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => world.end());

const activations = (): number => world.machines.executions.filter(({ type }) => type === 'account_activation').length;
const waiveVerification = () => world.tables.overwrite('identity', tenantKey(subject.tenantId), { verificationWaived: true });

test('nothing is activated before the address is verified', async () => {
  await world.settle();
  expect(await world.user(subject)).toMatchObject({ status: 'pending_verification', provisioned: true, emailVerified: false, activationRequested: false });
  expect(activations()).toBe(0);
});

test('nothing is activated before the account is set up', async () => {
  let seen: unknown;
  world.inject('CreateUserProfile', async (_, time) => {
    await time.pause(2_000);
    expect(await world.verify(world.tokenOf(subject))).toMatchObject({ status: 200, body: { status: 'verified' } });
    seen = await world.user(subject);
    throw named('BusinessRefusal');
  });
  await world.settle();
  expect(seen).toMatchObject({ status: 'pending_verification', provisioned: false, emailVerified: true, activationRequested: false });
  expect(activations()).toBe(0);
  expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED' });
  expect(await unrestIn(world)).toEqual([]);
});

test('the address may be verified while the account is still being set up', async () => {
  let answer: unknown;
  world.inject('CreateUserProfile', async (proceed, time) => {
    await time.pause(2_000);
    answer = await world.verify(world.tokenOf(subject));
    return proceed();
  });
  await world.settle();
  expect(answer).toMatchObject({ status: 200, body: { status: 'verified' } });
  expect(await wholeStory(world, subject)).toEqual(happyEnd);
});

describe('where the tenant waives the verification', () => {
  test('the account is active as soon as it is set up, and a click afterwards activates nobody twice', async () => {
    waiveVerification();
    await world.settle();
    expect(await world.user(subject)).toMatchObject({ status: 'active', emailVerified: false });
    expect(await world.verify(world.tokenOf(subject))).toMatchObject({ status: 200, body: { status: 'active' } });
    await world.settle();
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
    expect(activations()).toBe(1);
  });

  test('and the click comes first, the account is activated once all the same', async () => {
    waiveVerification();
    world.inject('Complete', async (proceed) => {
      await world.verify(world.tokenOf(subject));
      return proceed();
    });
    await world.settle();
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });
});

describe('the link of the verification mail', () => {
  test('clicked twice at once: one click verifies, the other hears that it was done', async () => {
    await world.settle();
    const token = world.tokenOf(subject);
    const answers = await Promise.all([world.verify(token), world.verify(token)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400).map(({ body }) => body['type'])).toEqual([expect.stringMatching(/\/already-verified$/)]);
    await world.settle();
    expect(world.eventsOf('user.email_verified')).toHaveLength(1);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test('works for a day, and says then that it is too late', async () => {
    await world.settle();
    await world.time.pass(24 * 3_600_000 - 1_000);
    await world.time.pass(2_000);
    expect(await world.verify(world.tokenOf(subject))).toMatchObject({ status: 400, body: { type: expect.stringMatching(/expired$/) as string } });
    expect(await world.user(subject)).toMatchObject({ emailVerified: false });
  });

  test('whoever clicked before a lost answer was noticed gets no second copy', async () => {
    world.mailbox.failNext(['sent, reply lost'], ({ mail }) => mail.subject.includes('verify'));
    world.inject('SendVerificationEmail', async (proceed) => {
      const lost: unknown = await proceed().catch((error: unknown) => error);
      await world.verify(world.tokenOf(subject));
      throw lost;
    });
    await world.settle();
    expect(world.mailbox.mishapsLeft).toBe(0);
    expect(await world.verify(world.tokenOf(subject))).toMatchObject({ status: 400, body: { type: expect.stringMatching(/\/already-verified$/) as string } });
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test('is the same in a second copy, and keeps its end', async () => {
    world.mailbox.failNext(['sent, reply lost'], ({ mail }) => mail.subject.includes('verify'));
    let validUntil: unknown;
    world.inject('SendVerificationEmail', async (proceed) => {
      const lost: unknown = await proceed().catch((error: unknown) => error);
      validUntil = (await world.store.get('identity', tokenKey(subject, 'verify-email')))?.['validUntil'];
      throw lost;
    });
    await liveThrough(world, subject);
    expect(mailsTo(world, subject, 'verify')).toHaveLength(2);
    expect((await world.store.get('identity', tokenKey(subject, 'verify-email')))?.['validUntil']).toBe(validUntil);
    expect(await wholeStory(world, subject)).toEqual({ ...happyEnd, registration: { ...registeredOnce, verificationMails: 2 } });
  });
});

describe('the mail provider', () => {
  test.each(['certainly not sent', 'not sent, reply lost'] as const)('that did not take the verification mail (%s) gets it again', async (mishap) => {
    world.mailbox.failNext([mishap], ({ mail }) => mail.subject.includes('verify'));
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
  });

  test('that is away for a while gets every mail once it is back', async () => {
    world.mailbox.failNext(['certainly not sent', 'certainly not sent', 'certainly not sent'], ({ mail }) => mail.subject.includes('Welcome'));
    world.mailbox.failNext(['certainly not sent', 'certainly not sent', 'certainly not sent'], ({ mail }) => mail.subject.includes('verify'));
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual(happyEnd);
    const { steps } = await world.runOf('user_registration', subject);
    expect(steps.filter(({ step }) => step.startsWith('Send')).map(({ attempts, error }) => [attempts, error])).toEqual([[4, undefined], [4, undefined]]);
  });

  test('whose answer to the welcome mail was lost never gets it again', async () => {
    world.mailbox.failNext(['not sent, reply lost'], ({ mail }) => mail.subject.includes('Welcome'));
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toEqual({ ...happyEnd, registration: { ...registeredOnce, welcomeMails: 0 } });
  });

  test('that refuses the address of the welcome mail leaves a warning', async () => {
    world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('Welcome'));
    await liveThrough(world, subject);
    expect(await wholeStory(world, subject)).toMatchObject({ registration: { status: 'COMPLETED_WITH_WARNINGS', stepsNotDone: ['SendWelcomeEmail PARKED'], welcomeMails: 0 }, unrest: [] });
  });

  test('that refuses the address of the verification mail leaves a warning and a mark on the account', async () => {
    world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('verify'));
    await world.settle();
    const run = await world.runOf('user_registration', subject);
    expect(run.status).toBe('COMPLETED_WITH_WARNINGS');
    expect(run.steps.filter(({ status }) => status !== 'DONE')).toEqual([expect.objectContaining({ step: 'SendVerificationEmail', status: 'PARKED', error: expect.objectContaining({ name: 'AddressRejected' }) as unknown })]);
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification', provisioned: true, undeliverable: true });
    expect(await unrestIn(world)).toEqual([]);
  });

  test.each(['SendVerificationEmail', 'SendWelcomeEmail', 'NotifyAdmins'])('that answers after the time of %s is up: it is tried again', async (step) => {
    const send = world.mailbox.send.bind(world.mailbox);
    let slow = 0;
    world.inject(step, (proceed) => {
      world.mailbox.send = async (mail) => {
        world.mailbox.send = send;
        slow += 1;
        await world.time.pause(20_000);
        return send(mail);
      };
      return proceed();
    });
    await liveThrough(world, subject);
    expect(slow).toBe(1);
    expect(await unrestIn(world)).toEqual([]);
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
  });
});
