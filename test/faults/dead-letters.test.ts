import { World } from '../support/world.ts';
import { roleBindingKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { deadLetterKey } from '../../lambdas/adapters/dead-letters.ts';
import { runKey, stepKey } from '../../lambdas/adapters/run-ledger.ts';
import { getStatistics } from '../../lambdas/api/statistics/routes.ts';
import { deleteDeadLetter, getRun, listDeadLetters, redriveDeadLetter, retryRun } from '../../lambdas/api/workflows/routes.ts';
import { routeEntry } from '../../lib/entry-points.ts';
import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { touched } from '../support/function-host.ts';
import { A_DAY_MS, askAsAdministrator, deletionsRound, takeBack, withoutGrace } from '../support/deletions.ts';
import { afterItsEffect, failsWith } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { activatedOnce, activationOf, audited, liveThrough, mailsTo, registeredOnce, registrationOf, unrestIn, type EveryStep } from '../support/picture.ts';

/** Nothing is ever lost: whatever is given up stands in a list, says why, and can be tried again once. */
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  token = await world.administratorSession();
});
afterEach(() => world.end());

interface Letter { readonly id: string; readonly kind: string; readonly redrivable: boolean }
const letters = async (query: Record<string, string> = {}): Promise<readonly Letter[]> => (await world.call(listDeadLetters, { token, query })).body['items'] as Letter[];
const onlyLetter = async (): Promise<Letter> => {
  const all = await letters();
  if (!all[0] || all.length > 1) throw new Error(`${all.length} dead letters`);
  return all[0];
};
const redrive = (id: string, by = token): Promise<{ status: number }> => world.call(redriveDeadLetter, { token: by, params: { id } });
const giveUp = (id: string, reason = 'nobody needs it any more'): Promise<{ status: number }> => world.call(deleteDeadLetter, { token, params: { id }, body: { reason } });
const retry = (runId: string): Promise<{ status: number }> => world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } });
const machines = (type: string): number => world.machines.executions.filter((each) => each.type === type).length;
const otherTenant = async (): Promise<string> => {
  await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) },
    { tenantId: 'other', name: 'Other', admin: { email: 'ada@other.example', password: 'correct horse battery', firstName: 'Ada', lastName: 'Other', language: 'en' } }, new Date());
  return world.administratorSession('other');
};

test('where nothing went wrong the list is empty', async () => {
  await liveThrough(world, subject);
  expect(await letters()).toEqual([]);
});

describe('a welcome mail that fails for good', () => {
  beforeEach(async () => {
    world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
  });

  test('is listed with its step and why, and the account is usable', async () => {
    const { runId, status } = await world.runOf('user_registration', subject);
    expect(status).toBe('COMPLETED_WITH_WARNINGS');
    expect(await letters({ type: 'user_registration' })).toEqual([expect.objectContaining({
      kind: 'parked_step', status: 'OPEN', type: 'user_registration', runId, step: 'SendWelcomeEmail', errorClass: 'BusinessRefusal', redrivable: true, locked: false, subject: subject.userId,
      redrive: expect.stringContaining('parked') as string, cause: expect.stringContaining('SendWelcomeEmail') as string })]);
    expect(await letters({ type: 'account_activation' })).toEqual([]);
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
  });

  test('is shown as locked once the person is being erased', async () => {
    withoutGrace(world);
    await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
    await world.settle();
    expect(await letters()).toEqual([expect.objectContaining({ step: 'SendWelcomeEmail', subject: subject.userId, locked: true, redrivable: false, redrive: expect.stringContaining('erased') as string })]);
  });

  test('is shown as locked from the moment on at which she is about to be, since a redrive would only close it', async () => {
    const { body: { requestId } } = await askAsAdministrator(world, subject);
    await world.settle();
    expect(await letters()).toEqual([expect.objectContaining({ step: 'SendWelcomeEmail', locked: true, redrivable: false })]);
    await takeBack(world, requestId);
    await world.settle();
    expect(await letters()).toEqual([expect.objectContaining({ step: 'SendWelcomeEmail', locked: false, redrivable: true })]);
  });

  test('sends exactly one mail when it is redriven, and the run is completed', async () => {
    expect(await redrive((await onlyLetter()).id)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect(await letters()).toEqual([]);
    expect(await letters({ status: 'RESOLVED' })).toEqual([expect.objectContaining({ resolution: 'redriven', redrivable: false })]);
    expect(audited(world, subject, 'run.resumed')).toHaveLength(1);
  });

  test('is redriven with a reason, if there is one, which stands in the audit and in the row', async () => {
    await world.call(redriveDeadLetter, { token, params: { id: (await onlyLetter()).id }, body: { reason: 'the quota is up' } });
    await world.settle();
    expect(await letters({ status: 'RESOLVED' })).toEqual([expect.objectContaining({ resolution: 'redriven', reason: 'the quota is up' })]);
    expect(audited(world, subject, 'run.resumed')).toEqual([expect.objectContaining({ reason: 'the quota is up' })]);
  });

  test('tells nobody a second time that the registration is completed, and activates nobody twice', async () => {
    await redrive((await onlyLetter()).id);
    await world.settle();
    for (const type of ['user.registration_completed', 'user.ready_to_activate', 'user.activated', 'user.welcome_email_sent']) expect([type, world.eventsOf(type).length]).toEqual([type, 1]);
    expect(world.eventsOf('workflow.completed').filter(({ detail }) => detail.data['type'] === 'user_registration').map(({ detail }) => detail.data['status']))
      .toEqual(['COMPLETED_WITH_WARNINGS', 'COMPLETED']);
  });

  test('redriven twice, one after the other or at once, is tried once', async () => {
    const { id } = await onlyLetter();
    const answers = await Promise.all([redrive(id), redrive(id)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
    await world.settle();
    expect(await redrive(id)).toMatchObject({ status: 409 });
    expect(mailsTo(world, subject, 'welcome')).toHaveLength(1);
    expect(machines('user_registration')).toBe(2);
  });

  test('that fails again is parked again, and can be redriven again', async () => {
    world.inject('SendWelcomeEmail', failsWith('TypeError'));
    const { id } = await onlyLetter();
    await redrive(id);
    await world.settle();
    expect(await letters()).toEqual([expect.objectContaining({ id, status: 'OPEN', errorClass: 'TypeError' })]);
    await redrive(id);
    await world.settle();
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
  });

  test('can be tried again by the run as well', async () => {
    const { runId } = await world.runOf('user_registration', subject);
    expect((await world.call(getRun, { token, params: { runId } })).body['allowedActions']).toEqual(['retry']);
    expect(await retry(runId)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect(await retry(runId)).toMatchObject({ status: 409 });
  });

  test('never undoes an account that is in use, whatever fails when it is tried again', async () => {
    world.inject('AssignDefaultRole', failsWith('BusinessRefusal'));
    await redrive((await onlyLetter()).id);
    await world.settle();
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect(await world.store.get('identity', roleBindingKey(subject, 'member'))).toBeDefined();
    expect(machines('user_registration-compensation')).toBe(0);
    expect((await world.runOf('user_registration', subject)).status).toBe('COMPLETED');
  });

  test('is given up with a reason: the step is skipped, and nobody is asked again', async () => {
    const { id } = await onlyLetter();
    expect(await world.call(deleteDeadLetter, { token, params: { id }, body: {} })).toMatchObject({ status: 400 });
    expect(await giveUp(id)).toMatchObject({ status: 204 });
    expect(await letters()).toEqual([]);
    const { runId } = await world.runOf('user_registration', subject);
    expect((await world.call(getRun, { token, params: { runId } })).body['steps']).toContainEqual(expect.objectContaining({ step: 'SendWelcomeEmail', status: 'SKIPPED', skippedBecause: 'nobody needs it any more' }));
    expect([await redrive(id), await giveUp(id), await retry(runId)].map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(await world.store.get('ledger', deadLetterKey('demo', id))).toMatchObject({ resolution: 'given up', expiresAt: expect.any(Number) as number });
  });

  test('of a person who is gone is closed without anything being done', async () => {
    world.tables.overwrite('identity', userKey(subject), { status: 'deleting' });
    await redrive((await onlyLetter()).id);
    await world.settle();
    expect(mailsTo(world, subject, 'welcome')).toEqual([]);
    expect((await world.runOf('user_registration', subject)).status).toBe('COMPLETED_WITH_WARNINGS');
    expect(await letters()).toEqual([]);
  });

  test('does not exist for another tenant', async () => {
    const { id } = await onlyLetter();
    const stranger = await otherTenant();
    expect((await world.call(listDeadLetters, { token: stranger })).body).toEqual({ items: [] });
    expect(await redrive(id, stranger)).toMatchObject({ status: 404 });
    expect(await world.call(deleteDeadLetter, { token: stranger, params: { id }, body: { reason: 'not mine' } })).toMatchObject({ status: 404 });
    expect(await letters()).toHaveLength(1);
  });
});

test('two steps that were parked are tried again together, and what is done is done once', async () => {
  world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
  world.inject('UpdateTenantStatistics', failsWith('BusinessRefusal'));
  await world.settle();
  const [first, second] = await letters();
  await redrive(first?.id ?? '');
  await world.settle();
  expect(await redrive(second?.id ?? '')).toMatchObject({ status: 409 });
  expect(await registrationOf(world, subject)).toEqual(registeredOnce);
  expect(await world.registrationsCounted()).toEqual({ registrations: 1 });
  expect(await letters()).toEqual([]);
});

test('two parked steps that are given up at once: one is, the other can be after it, and neither is counted as a failure any more', async () => {
  const ofSteps = async () => {
    const { taskSuccessRates: of } = (await world.call(getStatistics, { token, query: { type: 'user_registration' } })).body as { taskSuccessRates: Record<string, { started: number; failed: number }> };
    return ['SendWelcomeEmail', 'UpdateTenantStatistics', 'CreateUserProfile'].map((step) => [of[step]?.started, of[step]?.failed]);
  };
  world.inject('SendWelcomeEmail', failsWith('BusinessRefusal'));
  world.inject('UpdateTenantStatistics', failsWith('BusinessRefusal'));
  await world.settle();
  expect(await ofSteps()).toEqual([[1, 1], [1, 1], [1, 0]]);
  const answers = await Promise.all((await letters()).map(({ id }) => giveUp(id)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  expect(await giveUp((await onlyLetter()).id)).toMatchObject({ status: 204 });
  expect(await ofSteps()).toEqual([[0, 0], [0, 0], [1, 0]]);
  expect(await unrestIn(world)).toEqual([]);
});

test('the list comes in pages, newest first', async () => {
  for (const step of ['SendWelcomeEmail', 'UpdateTenantStatistics', 'NotifyAdmins']) world.inject(step, failsWith('BusinessRefusal'));
  await world.settle();
  await world.time.pass(1_000);
  await liveThrough(world, subject);
  const { items, cursor } = (await world.call(listDeadLetters, { token, query: { limit: '1' } })).body as { items: { step: string }[]; cursor: string };
  expect(items.map(({ step }) => step)).toEqual(['NotifyAdmins']);
  expect(await letters({ limit: '2', cursor })).toHaveLength(2);
});

describe('a run that is parked for a person', () => {
  const step: EveryStep['step'] = 'ActivateUser';
  beforeEach(async () => {
    world.inject(step, failsWith('BusinessRefusal'));
    await liveThrough(world, subject);
  });

  test('is listed with the step that failed, once', async () => {
    const { runId } = await world.runOf('account_activation', subject);
    expect(await letters()).toEqual([expect.objectContaining({ kind: 'failed_run', type: 'account_activation', runId, step, errorClass: 'BusinessRefusal', redrivable: true })]);
    expect(world.machines.deadLetters).toHaveLength(1);
  });

  test.each(['by its dead letter', 'by the run'])('goes on where it was left when it is taken up %s', async (how) => {
    const { runId } = await world.runOf('account_activation', subject);
    expect(await (how === 'by the run' ? retry(runId) : redrive((await onlyLetter()).id))).toMatchObject({ status: 202 });
    await world.settle();
    expect(world.machines.silenced).toEqual(world.machines.deadLetters);
    expect(await activationOf(world, subject)).toEqual(activatedOnce);
    expect(await world.runOf('account_activation', subject)).toMatchObject({ attempt: 2, executionArn: expect.stringContaining(`${runId}-a2`) as string });
    expect(await letters()).toEqual([]);
    expect(await retry(runId)).toMatchObject({ status: 409 });
  });

  test('that fails again waits again, as the same dead letter', async () => {
    const { id } = await onlyLetter();
    world.inject(step, failsWith('TypeError'));
    await redrive(id);
    await world.settle();
    expect(await letters()).toEqual([expect.objectContaining({ id, status: 'OPEN', errorClass: 'TypeError' })]);
    await redrive(id);
    await world.settle();
    expect(await activationOf(world, subject)).toEqual(activatedOnce);
  });

  test('whose machine was never started, because the caller died in between, is started by the next redrive, once', async () => {
    const { id } = await onlyLetter();
    const { runId } = await world.runOf('account_activation', subject);
    world.machines.startsToLose = 1;
    expect(await world.call(redriveDeadLetter, { token, params: { id }, key: null })).toMatchObject({ status: 500 });
    expect(await letters()).toEqual([expect.objectContaining({ status: 'REDRIVING', redrivable: true })]);
    expect(await redrive(id)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await activationOf(world, subject)).toEqual(activatedOnce);
    expect(await world.runOf('account_activation', subject)).toMatchObject({ runId, attempt: 2 });
    expect(machines('account_activation')).toBe(2);
  });

  test('goes on although its message cannot be taken out of the queue', async () => {
    world.machines.queues.silence = () => Promise.reject(new Error('the queue is away'));
    expect(await redrive((await onlyLetter()).id)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await activationOf(world, subject)).toEqual(activatedOnce);
    expect(world.log.lines.join('\n')).toContain('stays in its queue');
  });

  test('takes up a step that was voided and never undone', async () => {
    const { runId } = await world.runOf('account_activation', subject);
    world.tables.overwrite('ledger', stepKey(runId, step), { void: 'stopped' });
    await redrive((await onlyLetter()).id);
    await world.settle();
    expect(await activationOf(world, subject)).toEqual(activatedOnce);
  });

  test('gives way when the account is about to go', async () => {
    world.tables.overwrite('identity', userKey(subject), { status: 'deleting' });
    await redrive((await onlyLetter()).id);
    await world.settle();
    expect(await world.runOf('account_activation', subject)).toMatchObject({ status: 'FENCED' });
    expect(await letters()).toEqual([]);
  });

  test('is cancelled when it is given up, and never comes back', async () => {
    const { id } = await onlyLetter();
    expect(await giveUp(id)).toMatchObject({ status: 204 });
    expect(world.machines.silenced).toHaveLength(1);
    const { runId } = await world.runOf('account_activation', subject);
    expect((await world.call(getRun, { token, params: { runId } })).body).toMatchObject({ status: 'CANCELLED', cause: expect.stringContaining('nobody needs it any more') as string });
    expect(await retry(runId)).toMatchObject({ status: 409 });
    expect(audited(world, subject, 'dead_letter.closed')).toEqual([expect.objectContaining({ reason: 'nobody needs it any more', runId })]);
  });

  test('whose event is no longer kept cannot go on', async () => {
    const { eventAggregate, eventVersion } = await world.runOf('account_activation', subject);
    await world.store.transact([{ table: 'events', delete: { pk: `TENANT#demo#AGGREGATE#${eventAggregate}`, sk: `V#${String(eventVersion).padStart(12, '0')}` } }]);
    expect(await redrive((await onlyLetter()).id)).toMatchObject({ status: 409 });
  });
});

test('a mail to the administrators about a deletion that is late is not locked with the account that is gone: it is redriven, and arrives', async () => {
  await liveThrough(world, subject);
  withoutGrace(world);
  world.inject('MinimiseAuditData', failsWith('BusinessRefusal'), 'always');
  await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
  await world.settle();
  world.inject('SendDeletionNotice', failsWith('BusinessRefusal'));
  expect(await deletionsRound(world, 22 * A_DAY_MS)).toEqual({ told: 1 });
  token = await world.administratorSession();
  const letter = (await letters({ type: 'deletion_notice' }))[0];
  expect(letter).toMatchObject({ step: 'SendDeletionNotice', subject: subject.userId, locked: false, redrivable: true });
  expect(await redrive(String(letter?.id))).toMatchObject({ status: 202 });
  await world.settle();
  expect(world.mails('must be done soon')).toHaveLength(1);
  expect(await letters({ type: 'deletion_notice' })).toEqual([]);
});

describe('a registration that failed and was undone', () => {
  test('stays listed until somebody has seen why; nothing is left to be tried', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    await world.settle();
    const letter = await onlyLetter();
    expect(letter).toMatchObject({ kind: 'failed_run', step: 'CreateUserProfile', redrivable: false });
    expect(await redrive(letter.id)).toMatchObject({ status: 409 });
    expect(await giveUp(letter.id)).toMatchObject({ status: 204 });
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED' });
    expect(await letters()).toEqual([]);
  });

  test('but for an undo that fails, says so, cannot be given up, and is undone by a redrive', async () => {
    world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
    world.inject('RevokeDefaultRole', failsWith('BusinessRefusal'));
    await world.settle();
    const letter = await onlyLetter();
    expect(letter).toMatchObject({ kind: 'failed_run', step: 'RevokeDefaultRole', redrivable: true });
    expect(await giveUp(letter.id)).toMatchObject({ status: 409 });
    expect(await redrive(letter.id)).toMatchObject({ status: 202 });
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED', compensation: 2 });
    expect(await letters()).toEqual([]);
    expect(await letters({ status: 'RESOLVED' })).toHaveLength(1);
  });
});

describe('an address that takes no mail for good', () => {
  beforeEach(async () => {
    world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('verify'));
    await world.settle();
  });

  test('undoes nothing: the run completes with a warning, and the account says that it cannot be reached', async () => {
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS' });
    expect(await registrationOf(world, subject)).toMatchObject({ stepsNotDone: ['SendVerificationEmail PARKED'], roles: ['member'], profile: true, welcomeMails: 1 });
    expect(await world.user(subject)).toMatchObject({ status: 'pending_verification', provisioned: true, undeliverable: true });
    expect(world.faults.calls.get('SendVerificationEmail')).toBe(1);
    expect([machines('user_registration-compensation'), world.machines.deadLetters.length]).toEqual([0, 0]);
    expect(await letters()).toEqual([expect.objectContaining({ kind: 'parked_step', step: 'SendVerificationEmail', errorClass: 'AddressRejected' })]);
  });

  test('and takes one later: a redrive sends the link, and the person gets in', async () => {
    await redrive((await onlyLetter()).id);
    await liveThrough(world, subject);
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect(await world.user(subject)).toMatchObject({ status: 'active' });
    expect((await world.user(subject)).undeliverable).toBeUndefined();
  });

  test('and a mail that then fails otherwise parks the step again, and undoes nothing', async () => {
    world.inject('SendVerificationEmail', failsWith('TypeError'));
    await redrive((await onlyLetter()).id);
    await world.settle();
    expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPLETED_WITH_WARNINGS' });
    expect(await letters()).toEqual([expect.objectContaining({ step: 'SendVerificationEmail', status: 'OPEN' })]);
    expect(machines('user_registration-compensation')).toBe(0);
  });
});

test('an address that is refused beside a step that fails for good: the run is undone for that step', async () => {
  world.mailbox.failNext(['address rejected'], ({ mail }) => mail.subject.includes('verify'));
  world.inject('CreateUserProfile', failsWith('BusinessRefusal'));
  await world.settle();
  expect(await world.runOf('user_registration', subject)).toMatchObject({ status: 'COMPENSATED', failedStep: 'CreateUserProfile' });
});

describe('an event that nobody can read', () => {
  const poison = { pk: 'TENANT#demo#AGGREGATE#poison', sk: 'V#000000000001' };
  const whole = { eventId: 'e-1', schemaVersion: 1, tenantId: 'demo', aggregateId: 'poison', aggregateVersion: 1, correlationId: 'c', causationId: 'c', depth: 0, data: {} };
  beforeEach(async () => {
    world.tables.overwrite('events', poison, { pendingShard: 'pending#3', occurredAt: new Date().toISOString(), type: 'user.welcome_email_sent' });
    await world.settle();
  });

  test('is listed, and redriving it as it is does nothing', async () => {
    const { id } = await onlyLetter();
    expect(await letters()).toEqual([expect.objectContaining({ kind: 'poison_event', errorClass: 'Unreadable' })]);
    expect(await redrive(id)).toMatchObject({ status: 409 });
    expect(await letters()).toHaveLength(1);
  });

  test('is published once it was repaired', async () => {
    world.tables.overwrite('events', poison, whole);
    const { id } = await onlyLetter();
    expect(await redrive(id)).toMatchObject({ status: 202 });
    expect(await redrive(id)).toMatchObject({ status: 409 });
    expect(await world.sweep()).toEqual({ republished: 1 });
    expect(world.bus.events.filter(({ detail }) => detail.eventId === 'e-1')).toHaveLength(1);
    expect(await letters()).toEqual([]);
  });

  test('that is repaired with what is no event stays listed', async () => {
    world.tables.overwrite('events', poison, { ...whole, depth: 'deep' });
    expect(await redrive((await onlyLetter()).id)).toMatchObject({ status: 409 });
  });
});

describe('an event that no run takes', () => {
  beforeEach(async () => {
    world.triggersToLose = 3;
    await world.settle();
    await world.time.pass(16 * 60_000);
    await world.sweep();
    await world.sweep();
    world.triggersToLose = 0;
    expect(machines('user_registration')).toBe(0);
  });

  test('is listed once, and no more once a run has it', async () => {
    expect(await letters({ type: 'user_registration' })).toEqual([expect.objectContaining({ kind: 'undelivered_event', errorClass: 'Unclaimed', redrivable: true })]);
    expect(await redrive((await onlyLetter()).id)).toMatchObject({ status: 202 });
    await world.sweep();
    expect(await registrationOf(world, subject)).toEqual(registeredOnce);
    expect(await letters()).toEqual([]);
    expect(await letters({ status: 'RESOLVED' })).toEqual([expect.objectContaining({ resolution: 'delivered', resolvedBy: 'system' })]);
  });

  test('and is given up, starts nothing any more', async () => {
    expect(await giveUp((await onlyLetter()).id)).toMatchObject({ status: 204 });
    expect(await world.sweep()).toEqual({ republished: 0 });
    expect(machines('user_registration')).toBe(0);
    expect(await letters()).toEqual([]);
    expect(audited(world, subject, 'dead_letter.closed')).toEqual([expect.objectContaining({ reason: 'nobody needs it any more' })]);
  });
});

test('the transaction that parks and its row are one: an answer that is lost leaves one row', async () => {
  world.inject('ActivateUser', failsWith('BusinessRefusal'));
  world.inject('Park', afterItsEffect('Lambda.Unknown'));
  await liveThrough(world, subject);
  expect(await letters()).toHaveLength(1);
  expect(await world.store.get('ledger', runKey((await world.runOf('account_activation', subject)).runId))).toMatchObject({ status: 'PARKED' });
});

/** Stands at the end: it reads what all tests above have used. */
test('each of the endpoints was allowed exactly what it needed', () => {
  const own = [listDeadLetters, redriveDeadLetter, deleteDeadLetter, retryRun].map((route) => routeEntry(route));
  const unused = [...touched].filter(([name]) => own.some((entry) => name.startsWith(entry))).flatMap(([entry, { declared, used }]) => [...declared].filter((grant) => !used.has(grant)).map((grant) => `${entry}: ${grant}`));
  expect(unused).toEqual(['lambdas/api/workflows/retry-run.ts index.handler: states']);
});
