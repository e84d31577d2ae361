import { readPhases } from '../../lambdas/adapters/deletion-requests.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { changeConfig } from '../../lambdas/api/configuration/routes.ts';
import { deleteDeadLetter, getRun, listDeadLetters, stopRun } from '../../lambdas/api/workflows/routes.ts';
import { beginErasure, erased, erasureOf, readyToErase, tryAgain } from '../support/erasures.ts';
import { named } from '../support/function-host.ts';
import { failsWith, whoActs } from '../support/injections.ts';
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
