import { readDeletion, readPhases } from '../../lambdas/adapters/deletion-requests.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { changeConfig } from '../../lambdas/api/configuration/routes.ts';
import { getCertificate } from '../../lambdas/api/deletion/routes.ts';
import { deleteDeadLetter, getRun, listDeadLetters, stopRun } from '../../lambdas/api/workflows/routes.ts';
import { replay } from '../../lambdas/erasure/ledger.ts';
import { A_DAY_MS, deletionsRound } from '../support/deletions.ts';
import { beginErasure, erased, erasureOf, readyToErase, tryAgain } from '../support/erasures.ts';
import { named } from '../support/function-host.ts';
import { failsWith, whoActs } from '../support/injections.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { unrestIn } from '../support/picture.ts';
import { TENANT, type World } from '../support/world.ts';

/** What an operator may do with a deletion: pause the process, try again. Nothing that he does leads back or leaves it lying. */
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(2));
  token = await world.administratorSession();
});
afterEach(() => world.end());

const enable = (enabled: boolean, version: number) => world.call(changeConfig, { token, params: { type: 'user_deletion' }, body: { values: { enabled }, version, reason: 'a test of it' } });

test('a process that is paused lets a deletion wait, with everything denied; when it is enabled the deletion begins', async () => {
  expect((await enable(false, 1)).status).toBe(200);
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'WAITING', request: 'RUNNING', completed: 0 });
  expect(await world.user(subject)).toMatchObject({ status: 'deleting' });
  const { runId } = await world.runOf('user_deletion', subject);
  expect(await world.call(stopRun, { token, params: { runId }, body: { reason: 'let her stay' } })).toMatchObject({ status: 409, body: { type: '/problems/past-the-pivot' } });
  expect((await enable(true, 2)).status).toBe(200);
  await world.settle();
  await world.reconcile();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  expect(await unrestIn(world)).toEqual([]);
});

test('one that stands still can be tried again, and neither stopped nor given up', async () => {
  world.inject('MinimiseAuditData', failsWith('BusinessRefusal'), 'always');
  const requestId = await beginErasure(world, subject);
  await world.settle();
  world.faults.repair();
  const { runId } = await world.runOf('user_deletion', subject);
  expect((await world.call(getRun, { token, params: { runId } })).body).toMatchObject({ status: 'PARKED', allowedActions: ['retry'] });
  const { body } = await world.call(listDeadLetters, { token });
  const [letter] = body['items'] as readonly { readonly id: string }[];
  expect(letter).toBeDefined();
  expect((await world.call(deleteDeadLetter, { token, params: { id: String(letter?.id) }, body: { reason: 'nobody needs it' } })).status).toBe(409);
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'PARKED', request: 'PARTIALLY_ERASED' });
  expect(await tryAgain(world, runId)).toBe(202);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
});

test('an event that begins a deletion and that nothing takes cannot be given up: it is delivered in the end', async () => {
  world.triggersToLose = 1_000;
  const requestId = await beginErasure(world, subject);
  await world.settle();
  await world.time.pass(20 * 60_000);
  await world.sweep();
  const { body } = await world.call(listDeadLetters, { token });
  const [letter] = body['items'] as readonly { readonly id: string; readonly kind: string }[];
  expect(letter?.kind).toBe('undelivered_event');
  expect(await world.call(deleteDeadLetter, { token, params: { id: String(letter?.id) }, body: { reason: 'nobody needs it' } })).toMatchObject({ status: 409, body: { type: '/problems/erasure-promised' } });
  world.triggersToLose = 0;
  await world.sweep();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
});

test.each([['while the account is there', 'DeletePersonalData'], ['when the account is gone', 'MinimiseAuditData']])('one that stands still when its date comes near is told to the administrators, at day 21, at day 25 and when it has passed, %s', async (_, step) => {
  world.inject(step, failsWith('BusinessRefusal'), 'always');
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await deletionsRound(world, 15 * A_DAY_MS)).toEqual({ 'looked at': 1 });
  expect(await deletionsRound(world, 7 * A_DAY_MS)).toEqual({ told: 1 });
  expect(world.mails('must be done soon').map(({ mail }) => mail.text)).toEqual([expect.stringContaining('It has begun and is not completed')]);
  expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({ 'looked at': 1 });
  expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({ told: 1 });
  expect(await deletionsRound(world, 5 * A_DAY_MS)).toEqual({ told: 1 });
  expect([world.mails('must be done soon').length, world.mails('is overdue').map(({ mail }) => mail.text)]).toEqual([2, [expect.stringContaining('It has begun and is not completed')]]);
  world.faults.repair();
  expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBe(202);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, completed: 1 });
});

test('one that a restore has broken off is erased once more by the replay, and goes on by itself to its certificate', async () => {
  const before = world.tables.snapshot();
  const since = new Date();
  world.inject('NotifyRecipients', failsWith('BusinessRefusal'), 'always');
  const requestId = await beginErasure(world, subject);
  const asked = world.tables.snapshot();
  await world.settle();
  world.faults.repair();
  world.tables.restore({ ...before, ledger: asked.ledger, erasures: world.tables.items('erasures') });
  const ports = { store: world.store, vault: vault(world.store, memoryKeyWrapper()) };
  for (let time = 0; time < 2; time += 1) for await (const { completed } of replay(ports, since, new Date())) expect(completed).toBe(false);
  await world.sweep();
  await world.settle();
  expect((await world.call(getCertificate, { token, params: { id: requestId } })).body['certificate']).toMatchObject({ requestId, verified: [{ what: 'nothing_where_a_person_has_anything', residue: 0 }] });
  expect(await readDeletion(world.store, { tenantId: subject.tenantId, requestId })).toMatchObject({ status: 'COMPLETED' });
  expect(world.tables.items('keys').filter(({ pk }) => pk.includes(subject.userId))).toEqual([]);
});

test.each([['RevokeRoles', 'access'], ['AnonymiseBusinessData', 'business_data'], ['VerifyDeletionCompliance', 'verification']] as const)(
  'one whose execution is gone in %s stands still in that phase, goes on there, and in the end every phase is done', async (state, phase) => {
    world.inject(state, (proceed, _, execution = '') => {
      world.machines.end(execution, 'ABORTED');
      return proceed().then(() => Promise.reject(new Error('nobody hears it')));
    });
    world.tables.asked = () => {
      if (whoActs() === `user_deletion/${state}`) throw named('TransientFailure');
    };
    const requestId = await beginErasure(world, subject);
    await world.settle();
    world.tables.asked = () => undefined;
    for (let pass = 0; pass < 2; pass += 1) await world.reconcile();
    const phases = await readPhases(world.store, { tenantId: TENANT, requestId });
    expect(phases.filter(({ status }) => status === 'FAILED').map(({ name }) => name)).toEqual([phase]);
    expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBe(202);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  });
