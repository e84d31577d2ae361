import { someone, TENANT, World, type HttpAnswer } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { login, register, registrationStatus, requestPasswordReset, resendVerification, resetPassword, verifyEmail } from '../../lambdas/api/auth/routes.ts';
import { assignRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { correctEmail, getUser, listUsers } from '../../lambdas/api/users/routes.ts';
import { accountStatus, askAsAdministrator, askForOwn, deletionsRound, takeBack, withSomebodyActive } from '../support/deletions.ts';
import { failsWith } from '../support/injections.ts';

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await withSomebodyActive());
});
afterEach(async () => {
  await world.settle();
  world.end();
});

const bare = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }): unknown => ({ status, body: { ...body, requestId: undefined, userId: undefined, statusUrl: undefined } });
const unknown = { tenantId: TENANT, email: 'nobody@example.com' };
const known = { tenantId: TENANT, email: someone.email };

describe.each([['deletion_pending', 86_400], ['deleting', 0]] as const)('an account that is %s', (status, gracePeriodSeconds) => {
  beforeEach(async () => {
    // An erasure that stands still, else nobody would have time to ask.
    if (status === 'deleting') world.inject('AssessUserData', failsWith('TransientFailure'), 'always');
    await askForOwn(world, subject, { gracePeriodSeconds });
    await world.settle();
    expect((await world.user(subject)).status).toBe(status);
  });

  test('answers a login, a link, a reset and another registration as one that nobody has', async () => {
    const pairs = await Promise.all<readonly [HttpAnswer, HttpAnswer]>([
      [world.call(login, { body: { ...known, password: someone.password } }), world.call(login, { body: { ...unknown, password: someone.password } })],
      [world.call(resendVerification, { body: known }), world.call(resendVerification, { body: unknown })],
      [world.call(requestPasswordReset, { body: known }), world.call(requestPasswordReset, { body: unknown })],
      [world.call(register, { body: { ...someone, tenantId: TENANT } }), world.call(register, { body: { ...someone, tenantId: TENANT, email: 'else@example.com' } })],
    ].map(async (both) => await Promise.all(both) as [HttpAnswer, HttpAnswer]));
    for (const [one, other] of pairs) expect(bare(one)).toEqual(bare(other));
    const decoy = String(pairs.at(-1)?.[0].body['userId']);
    expect((await world.call(registrationStatus, { params: { userId: decoy } })).body).toEqual({ status: 'awaiting_verification' });
  });

  test('gets no mail of anything else, and its address stays taken', async () => {
    const before = world.mailbox.sent.filter(({ userId, mail }) => userId === subject.userId && !/deletion/i.test(mail.subject)).length;
    await world.call(register, { body: { ...someone, tenantId: TENANT } });
    await world.call(requestPasswordReset, { body: known });
    await world.call(resendVerification, { body: known });
    await world.settle();
    expect(world.mailbox.sent.filter(({ userId, mail }) => userId === subject.userId && !/deletion/i.test(mail.subject))).toHaveLength(before);
    expect((await world.user(subject)).status).toBe(status);
  });

  test('has roles and an address that nobody changes', async () => {
    const token = await world.administratorSession();
    const params = { id: subject.userId };
    const answers = await Promise.all([
      world.call(assignRole, { token, params, body: { roleId: 'administrator' } }),
      world.call(revokeRole, { token, params: { ...params, roleId: 'member' }, body: { reason: 'moved' } }),
      world.call(correctEmail, { token, params, body: { email: 'other@example.com' } }),
    ]);
    expect(answers.map(({ status: answered }) => answered)).toEqual([409, 409, 409]);
  });
});

test('an account in its grace is shown as what it is to whoever may read users', async () => {
  await askForOwn(world, subject);
  const token = await world.administratorSession();
  expect((await world.call(getUser, { token, params: { id: subject.userId } })).body).toMatchObject({ status: 'deletion_pending', email: someone.email, roles: ['member'] });
  expect((await world.call(listUsers, { token })).body['items']).toEqual(expect.arrayContaining([expect.objectContaining({ userId: subject.userId, status: 'deletion_pending' })]));
});

test('a link of before opens nothing while a deletion is pending: neither one to verify by nor one for a new password', async () => {
  await world.call(requestPasswordReset, { body: known });
  await world.settle();
  const reset = /reset=([\w-]+)/.exec(world.mails('new password').at(-1)?.mail.text ?? '')?.[1];
  const other = await world.register({ ...someone, email: 'bert.berg@example.com' });
  await world.settle();
  const token = world.tokenOf(other);
  await askAsAdministrator(world, subject);
  await askAsAdministrator(world, other);
  expect(await world.call(resetPassword, { body: { token: String(reset), password: 'another long passphrase' } })).toMatchObject({ status: 400, body: { type: '/problems/reset-unknown' } });
  expect(await world.call(verifyEmail, { body: { token } })).toMatchObject({ status: 400, body: { type: '/problems/token-unknown' } });
});

test('a mail of a run that was under way does not reach somebody who is being deleted, and the run ends', async () => {
  world.inject('NotifyPermissionChange', async (proceed) => {
    await askForOwn(world, subject);
    return proceed();
  });
  const token = await world.administratorSession();
  await world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId: 'administrator' } });
  await world.settle();
  expect([world.mails('new role').length, (await world.runOf('role_assignment', subject)).status]).toEqual([0, 'COMPLETED']);
});

const sent = () => world.mails('deletion of your account was requested');

describe('the mails of a deletion', () => {
  test('are tried again', async () => {
    world.inject('SendDeletionNotice', failsWith('TransientFailure'), 2);
    await askForOwn(world, subject);
    await world.settle();
    expect([sent().length, (await world.runOf('deletion_notice', subject)).status]).toEqual([1, 'COMPLETED']);
  });

  test('that cannot be sent are parked where somebody sees it, and go out when he takes the run up again, also while the deletion is pending', async () => {
    world.inject('SendDeletionNotice', failsWith('TransientFailure'), 'always');
    await askForOwn(world, subject);
    await world.settle();
    const { runId, status } = await world.runOf('deletion_notice', subject);
    expect([sent().length, status]).toEqual([0, 'PARKED']);
    world.faults.repair();
    expect((await world.call(retryRun, { token: await world.administratorSession(), params: { runId }, body: { reason: 'the provider is back' } })).status).toBe(202);
    await world.settle();
    expect([sent().length, (await world.runOf('deletion_notice', subject)).status]).toEqual([1, 'COMPLETED']);
  });

  test('are not sent when what they tell has passed by', async () => {
    world.triggersToLose = 1;
    const { body: { requestId } } = await askForOwn(world, subject);
    await world.settle();
    await takeBack(world, requestId);
    await world.settle();
    await world.sweep();
    expect([sent().length, world.mails('deletion of your account was cancelled').length]).toEqual([0, 1]);
  });
});

/** Another world, in which somebody has just registered. */
async function begunAnew(): Promise<void> {
  await world.settle();
  world.end();
  ({ world, subject } = await World.withRegistration());
}

test('a registration that fails during the grace leaves the account to its deletion', async () => {
  await begunAnew();
  world.inject('CreateUserProfile', async () => {
    await askAsAdministrator(world, subject, { gracePeriodSeconds: 86_400 });
    throw Object.assign(new Error(), { name: 'BusinessRefusal' });
  });
  await world.settle();
  expect([(await world.runOf('user_registration', subject)).status, (await world.user(subject)).status]).toEqual(['COMPENSATED', 'deletion_pending']);
  expect(await deletionsRound(world, 86_400_000)).toEqual({ started: 1 });
  expect(await accountStatus(world, subject)).toBe('gone');
});

test('a registration that succeeds during the grace is there when the deletion is taken back: the link of its mail comes with a fresh one', async () => {
  await begunAnew();
  let requestId: unknown;
  world.inject('CreateUserProfile', async (proceed) => {
    ({ body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 86_400 }));
    return proceed();
  });
  await world.settle();
  expect((await world.runOf('user_registration', subject)).status).toMatch(/^COMPLETED/);
  expect((await takeBack(world, requestId)).status).toBe(200);
  await world.call(resendVerification, { body: known });
  await world.settle();
  await world.verify(/token=([\w-]+)/.exec(world.mails('verify').filter(({ userId }) => userId === subject.userId).at(-1)?.mail.text ?? '')?.[1] ?? 'none');
  await world.settle();
  expect((await world.user(subject)).status).toBe('active');
});

test('an activation that a deletion came before begins anew when it is taken back', async () => {
  await begunAnew();
  let requestId: unknown;
  world.inject('ActivateUser', async (proceed) => {
    ({ body: { requestId } } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 86_400 }));
    return proceed();
  });
  await world.settle();
  await world.verify(world.tokenOf(subject));
  await world.settle();
  expect((await world.user(subject)).status).toBe('deletion_pending');
  expect((await takeBack(world, requestId)).status).toBe(200);
  await world.settle();
  expect((await world.user(subject)).status).toBe('active');
});
