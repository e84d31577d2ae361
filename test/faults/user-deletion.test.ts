import { someone, TENANT, type World } from '../support/world.ts';
import { readPlan } from '../../lambdas/adapters/deletion-progress.ts';
import { gateKey, readAdministrators, roleBindingKey, tenantKey, userKey, userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { bindingGranted } from '../../lambdas/adapters/role-bindings.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { login } from '../../lambdas/api/auth/routes.ts';
import { placeHold, releaseHold } from '../../lambdas/api/deletion/routes.ts';
import { assignRole, createRole } from '../../lambdas/api/roles/routes.ts';
import { deletionPhases } from '../../lambdas/domain/deletion-request.ts';
import { systemRoles } from '../../lambdas/domain/role.ts';
import { beginErasure, erased, erasureOf, itemsOfOthers, readyToErase, tryAgain } from '../support/erasures.ts';
import { touched } from '../support/function-host.ts';
import { failsWith, lateBy } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { unrestIn } from '../support/picture.ts';
import { deletionsRound, lookAt } from '../support/deletions.ts';
import { forwardStates } from '../../lib/machine-states.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';

/** A person is erased: every phase in its order, nothing of her left, everything of everybody else as it was. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await readyToErase());
});
afterEach(() => world.end());

test('somebody who has more than a transaction holds is erased like anybody', async () => {
  world.end();
  ({ world, subject } = await readyToErase(100));
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { access: { sessions: 100, apiKeys: 100 }, personal_data: { activity: 100 }, business_data: { records: 100 } } });
});

describe('a person who is erased', () => {
  test('is gone when it is completed: what is left says nothing of anybody, and everybody else has what he had', async () => {
    const requestId = await beginErasure(world, subject);
    const others = itemsOfOthers(world, subject);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    expect(itemsOfOthers(world, subject)).toEqual(others);
    expect((await lookAt(world, requestId)).body).toMatchObject({ status: 'COMPLETED', phases: deletionPhases.map((name) => ({ name, status: 'DONE' })) });
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is counted, phase by phase, and every phase tells its end', async () => {
    const requestId = await beginErasure(world, subject);
    await world.settle();
    const { counts } = await erasureOf(world, subject, requestId);
    expect(counts).toMatchObject({
      access: { sessions: 30, apiKeys: 30, rolesRevoked: 1, processesFenced: 0 }, assessment: { records: 30, held: 0 }, personal_data: { activity: 30, roles: 1, profile: 1, credential: 1 },
      business_data: { records: 30 }, backups: { keysDestroyed: 1 }, verification: { residue: 0 },
    });
    expect(world.eventsOf('user.deletion_phase_completed').map(({ detail }) => detail.data['phase'])).toEqual(
      ['access', 'assessment', 'personal_data', 'business_data', 'audit', 'backups', 'recipients', 'verification']);
    expect(await readPlan(world.store, { tenantId: TENANT, requestId })).toMatchObject({ backupsExpireAt: expect.any(String) as string });
  });

  test('keeps of business what is business, and of the audit who did what, until its end date', async () => {
    await beginErasure(world, subject);
    await world.settle();
    const items = [...world.tables.items('identity'), ...world.tables.items('audit')].filter(({ pk }) => pk.includes(subject.userId));
    expect(items.find(({ sk }) => sk.startsWith('RECORD#'))).toMatchObject({ kind: 'order', amount: expect.any(Number) as number, anonymous: true });
    const audits = items.filter(({ action }) => action !== undefined);
    expect(audits.filter(({ expiresAt }) => typeof expiresAt !== 'number' || expiresAt * 1000 < Date.now() + 1_000 * 86_400_000)).toEqual([]);
    expect(new Set(audits.map(({ actor }) => actor)).has(subject.userId)).toBe(false);
    expect(Object.keys(audits[0] ?? {}).toSorted()).toEqual(['action', 'actor', 'correlationId', 'expiresAt', 'minimised', 'occurredAt', 'pk', 'sk', 'subject', 'tenantId']);
  });

  test('cannot be read by any key from the moment on at which hers is destroyed', async () => {
    const keys = vault(world.store, memoryKeyWrapper());
    expect(await keys.personKey(subject)).toBeDefined();
    await beginErasure(world, subject);
    await world.settle();
    expect(await keys.personKey(subject)).toBeUndefined();
    expect((await world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password } })).status).toBe(401);
  });

  test('hears of it in one last mail, with a link to the certificate that needs no account', async () => {
    const requestId = await beginErasure(world, subject);
    await world.settle();
    const mails = world.mailbox.sent.filter(({ userId }) => userId === subject.userId && userId !== '').map(({ mail }) => mail.subject);
    expect(mails.at(-1)).toBe('The deletion of your account is completed');
    expect(world.mails('completed').find(({ userId }) => userId === subject.userId)?.mail.text).toMatch(new RegExp(`${requestId}/certificate\\?receiptCode=`));
  });
});

test('an office to which data was passed on is told', async () => {
  world.tables.overwrite('identity', tenantKey(TENANT), { privacy: { minimumGracePeriodSeconds: 0, recipients: [{ name: 'Payroll', email: 'office@payroll.example' }] } });
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { recipients: { recipientsTold: 1, recipientsNotReached: 0 } } });
});

test('what a hold of some kinds of data keeps back is left as it is, and the plan says so', async () => {
  const hold = await world.call(placeHold, { token: await world.administratorSession(), params: { id: subject.userId }, body: { basis: 'a lawsuit', categories: ['business'] } });
  expect(hold.status).toBeLessThan(300);
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'COMPLETED', request: 'PARTIALLY_ERASED', counts: { assessment: { held: 30 }, business_data: {}, backups: { keysDestroyed: 0 } }, left: { identity: ['RECORD'], keys: ['PERSON_KEY'] } });
  expect(world.tables.items('identity').filter(({ pk, title }) => pk.includes(subject.userId) && title !== undefined)).toHaveLength(30);
  expect((await readPlan(world.store, { tenantId: TENANT, requestId }))?.lines.filter(({ held }) => held)).toMatchObject([{ name: 'records', count: 30 }]);
  expect((await world.call(releaseHold, { token: await world.administratorSession(), params: { id: subject.userId } })).status).toBe(204);
  expect(await deletionsRound(world)).toEqual({ resumed: 1 });
  expect(world.tables.items('identity').filter(({ pk, title }) => pk.includes(subject.userId) && title !== undefined)).toEqual([]);
});

describe('what else goes on about a person', () => {
  test('ends as fenced, with all its steps void; what waited for the deletion to be taken back too', async () => {
    world.inject('CheckDependentPermissions', lateBy(3_600_000));
    const token = await world.administratorSession();
    const { body: { roleId } } = await world.call(createRole, { token, body: { name: 'Reader', permissions: ['workflows:read'] } });
    await world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } });
    world.inject('FenceRunningProcesses', async (proceed, time) => {
      await time.pause(1_000);
      return proceed();
    });
    const requestId = await beginErasure(world, subject);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { access: { processesFenced: 1, rolesRevoked: 2 } } });
    expect(await world.runOf('role_assignment', subject)).toMatchObject({ status: 'FENCED', reason: 'the person is being deleted' });
    expect((await world.runOf('role_assignment', subject)).steps.map(({ void: reason }) => reason)).toEqual(Array.from({ length: 5 }, () => 'deletion'));
    expect(world.mails('role')).toEqual([]);
    expect(await unrestIn(world)).toEqual([]);
  });

  test('is undone to its end before anything is erased', async () => {
    world.inject('CheckDependentPermissions', failsWith('BusinessRefusal'), 'always');
    world.inject('WithdrawAssignment', async (proceed, time) => {
      await time.pause(5_000);
      return proceed();
    });
    const token = await world.administratorSession();
    const { body: { roleId } } = await world.call(createRole, { token, body: { name: 'Reader', permissions: ['workflows:read'] } });
    await world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } });
    world.inject('FenceRunningProcesses', async (proceed, time) => {
      await time.pause(2_000);
      return proceed();
    });
    const requestId = await beginErasure(world, subject);
    await world.settle();
    expect(world.faults.calls.get('FenceRunningProcesses')).toBeGreaterThan(1);
    expect(await world.runOf('role_assignment', subject)).toMatchObject({ status: 'COMPENSATED' });
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  });
});

test('whoever administers, has hundreds of roles and took a place of the tenant leaves none of it behind', async () => {
  const now = new Date();
  world.tables.overwrite('identity', gateKey(TENANT, 3), { used: 5 });
  world.tables.overwrite('identity', userKey(subject), { gateShard: 3 });
  for (let n = 0; n < 200; n += 1) world.tables.overwrite('identity', roleBindingKey(subject, `role_${n}`), { roleId: `role_${n}`, version: 1, status: 'granted', emits: [], grantedAt: now.toISOString(), grantedBy: 'system' });
  await world.store.transact(bindingGranted(subject, { role: systemRoles.administrator, binding: undefined, by: 'system' }, now));
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { personal_data: { roles: 202 } } });
  expect(await readAdministrators(world.store, TENANT)).toHaveLength(1);
  expect(await world.store.get('identity', gateKey(TENANT, 3))).toMatchObject({ used: 4 });
});

test('what appears after it was erased is found, and erased again', async () => {
  const requestId = await beginErasure(world, subject);
  const leak = () => world.tables.overwrite('identity', { pk: userPartition(subject), sk: 'TOKEN#verify-email' }, { hash: 'leaked' });
  world.inject('NotifyRecipients', (proceed) => { leak(); return proceed(); });
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { verification: { foundAgain: 1, residue: 0 }, personal_data: { tokens: 2 } } });
  expect(world.eventsOf('user.deletion_phase_completed')).toHaveLength(8);
  expect(await unrestIn(world)).toEqual([]);
});

test('residue that comes again and again stops the deletion after three rounds, and nothing says that it is completed', async () => {
  const requestId = await beginErasure(world, subject);
  world.inject('VerifyDeletionCompliance', (proceed) => {
    world.tables.overwrite('identity', { pk: userPartition(subject), sk: 'TOKEN#verify-email' }, { hash: 'leaked' });
    return proceed();
  }, 'always');
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'PARKED', request: 'PARTIALLY_ERASED', seals: 2, lastMails: 0, completed: 0 });
  expect([world.faults.calls.get('VerifyDeletionCompliance'), world.faults.calls.get('DeletePersonalData')]).toEqual([4, 4]);
  world.faults.repair();
  expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBe(202);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
});

test('each function touched all that it may, and nothing else', () => {
  const unused = forwardStates(workflowOf('user_deletion')).filter(({ state }) => !['Claim', 'Complete', 'Park', 'GoOnAnew'].includes(state)).flatMap(({ state, entry }) => {
    const record = touched.get(`${entry} index.handler`);
    return record ? [...record.declared].filter((grant) => !record.used.has(grant)).map((grant) => `${state} ${grant}`) : [`${state} never ran`];
  });
  expect(unused).toEqual([]);
});
