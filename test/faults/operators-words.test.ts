import type { Subject } from '../../lambdas/adapters/identity.ts';
import { assignRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { deleteDeadLetter, getRun, listDeadLetters, listRuns, redriveDeadLetter, retryRun, skipUndo, stopRun } from '../../lambdas/api/workflows/routes.ts';
import { residueSearchTouches } from '../../lambdas/kit/engine-touches.ts';
import { operationEntry, routeEntry } from '../../lib/entry-points.ts';
import { found, placesIn } from '../support/canary.ts';
import { beginErasure, erased, erasureOf, readyToErase } from '../support/erasures.ts';
import { touched } from '../support/function-host.ts';
import { failsWith } from '../support/injections.ts';
import { someone, TENANT, type World } from '../support/world.ts';

/** What operators write to say why goes with whom it is about: it stands in the audit alone, and everything else names the entry. */
const name = `${someone.firstName} ${someone.lastName}`;
const reason = `${name} (${someone.email}) asked for it by telephone`;
let world: World;
let subject: Subject;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(3));
  token = await world.administratorSession(TENANT, subject);
});
afterEach(() => world.end());

async function act(route: Parameters<World['call']>[0], params: Readonly<Record<string, string>>, status: number, more: object = {}): Promise<void> {
  expect(await world.call(route, { token, params, body: { reason, ...more } })).toMatchObject({ status });
  await world.settle();
}
const view = async (runId: string) => (await world.call(getRun, { token, params: { runId } })).body;
const lettersThat = async (status: 'OPEN' | 'RESOLVED') => (await world.call(listDeadLetters, { token, query: { status } })).body['items'] as readonly Readonly<Record<string, unknown>>[];
const onlyOpenLetter = async (): Promise<string> => String((await lettersThat('OPEN'))[0]?.['id']);
const givenRole = (): Promise<void> => act(assignRole, { id: subject.userId }, 202, { roleId: 'administrator' });
const takenRole = (): Promise<void> => act(revokeRole, { id: subject.userId, roleId: 'administrator' }, 202);
const lastRun = async (type: 'role_assignment' | 'role_revocation' | 'user_deletion'): Promise<string> => (await world.runOf(type, subject)).runId;

/** A run whose undo failed and was skipped. */
async function undoSkipped(): Promise<string> {
  world.inject('InvalidatePermissionCache', failsWith('BusinessRefusal'));
  world.inject('WithdrawAssignment', failsWith('BusinessRefusal'));
  await givenRole();
  const runId = await lastRun('role_assignment');
  await act(skipUndo, { runId, step: 'WithdrawAssignment' }, 202);
  return runId;
}
/** A run whose notice was parked and given up. */
async function stepGivenUp(): Promise<string> {
  world.inject('NotifyPermissionChange', failsWith('BusinessRefusal'));
  await givenRole();
  await act(deleteDeadLetter, { id: await onlyOpenLetter() }, 204);
  return lastRun('role_assignment');
}
/** A run that failed for good, was tried again in vain, and was stopped. */
async function stopped(): Promise<string> {
  await givenRole();
  world.inject('CleanUpOrphanedPermissions', failsWith('BusinessRefusal'), 2);
  await takenRole();
  const runId = await lastRun('role_revocation');
  await act(retryRun, { runId }, 202);
  await act(stopRun, { runId }, 202);
  return runId;
}
/** A run that failed, and was taken up from its dead letter. */
async function redriven(): Promise<string> {
  await givenRole();
  world.inject('CleanUpOrphanedPermissions', failsWith('BusinessRefusal'));
  await takenRole();
  await act(redriveDeadLetter, { id: await onlyOpenLetter() }, 202);
  return lastRun('role_revocation');
}
const acts: readonly (readonly [string, () => Promise<string>])[] = [
  ['skips an undo', undoSkipped], ['gives up a parked step', stepGivenUp], ['stops a run', stopped], ['redrives a dead letter', redriven],
];

describe.each(acts)('who %s', (_, told) => {
  test('is quoted where it was done, from the audit', async () => {
    const runId = await told();
    const letters = await lettersThat('RESOLVED');
    expect(letters).toEqual([expect.objectContaining({ runId, reason })]);
    const outside = Object.entries(placesIn(world)).filter(([place]) => place !== 'table audit');
    expect(outside.flatMap(([place, text]) => (text.includes('by telephone') ? [place] : []))).toEqual(told === redriven || told === stopped ? ['table identity'] : []);
  });

  test('is not quoted any more once the person is erased', async () => {
    const runId = await told();
    const requestId = await beginErasure(world, subject);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    expect(JSON.stringify([await view(runId), await lettersThat('RESOLVED'), (await world.call(listRuns, { token })).body])).not.toContain('telephone');
    expect(Object.entries(world.tables.snapshot()).flatMap(([table, items]) => found(JSON.stringify(items), { ...someone, name }).map((form) => `${form} in ${table}`))).toEqual([]);
  });
});

test('a stopped run says why it was stopped, alone and in the list', async () => {
  const ended = await stopped();
  expect(await view(ended)).toMatchObject({ status: 'CANCELLED', cause: expect.stringContaining(reason) as string });
  expect((await world.call(listRuns, { token, query: { type: 'role_revocation' } })).body['items']).toEqual([expect.objectContaining({ cause: expect.stringContaining(reason) as string })]);
});

test('a step that was given up says why', async () => {
  expect((await view(await stepGivenUp()))['steps']).toContainEqual(expect.objectContaining({ step: 'NotifyPermissionChange', status: 'SKIPPED', skippedBecause: reason }));
});

test('an undo that was skipped says why', async () => {
  expect((await view(await undoSkipped()))['afterCompensation']).toContainEqual(expect.objectContaining({ step: 'WithdrawAssignment', status: 'SKIPPED', skippedBecause: reason }));
});

test.each(['AssessUserData', 'DeletePersonalData', 'MinimiseAuditData', 'VerifyDeletionCompliance', 'IssueCertificate', 'NotifyRecipients'])('who tries an erasure again that has stopped at %s leaves no words in it', async (step) => {
  world.inject(step, failsWith('BusinessRefusal'));
  const requestId = await beginErasure(world, subject);
  await world.settle();
  await act(retryRun, { runId: await lastRun('user_deletion') }, 202);
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  expect(await world.host.invoke({ entry: operationEntry('residue-search'), touches: residueSearchTouches }, {})).toMatchObject({ finished: true, residue: 0 });
});

test('who gives up what is left of somebody who is gone leaves no words, and nothing that the search would find', async () => {
  world.inject('NotifyPermissionChange', failsWith('BusinessRefusal'));
  await givenRole();
  const requestId = await beginErasure(world, subject);
  await world.settle();
  await act(deleteDeadLetter, { id: await onlyOpenLetter() }, 204);
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  expect(await world.host.invoke({ entry: operationEntry('residue-search'), touches: residueSearchTouches }, {})).toMatchObject({ finished: true, residue: 0 });
});

test('whoever quotes them needed to read the audit', () => {
  const used = [getRun, listRuns, listDeadLetters].map((route) => [...touched].some(([entry, each]) => entry.startsWith(routeEntry(route)) && each.used.has('audit BatchGetItem')));
  expect(used).toEqual([true, true, true]);
});
