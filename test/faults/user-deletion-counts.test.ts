import { roleBindingKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { getCertificate, placeHold, releaseHold } from '../../lambdas/api/deletion/routes.ts';
import { assignRole, createRole } from '../../lambdas/api/roles/routes.ts';
import type { SignedCertificate } from '../../lambdas/domain/erasure-certificate.ts';
import { deletionsRound } from '../support/deletions.ts';
import { beginErasure, erased, erasureOf, readyToErase, tryAgain } from '../support/erasures.ts';
import { named } from '../support/function-host.ts';
import { failsWith, lateBy, whoActs } from '../support/injections.ts';
import type { World } from '../support/world.ts';

/** What somebody signs: every number on a certificate is how often it was done, however often it was tried, repeated or taken up again. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(5));
});
afterEach(() => world.end());

/** Of that many roles begin processes that still run when the deletion begins. */
async function runsUnderWay(many: number): Promise<void> {
  world.inject('CheckDependentPermissions', lateBy(3_600_000), 'always');
  world.inject('FenceRunningProcesses', async (proceed, time) => {
    await time.pause(1_000);
    return proceed();
  });
  const token = await world.administratorSession();
  for (let nth = 0; nth < many; nth += 1) {
    const { body: { roleId } } = await world.call(createRole, { token, body: { name: `Reader ${nth}`, permissions: ['workflows:read'] } });
    await world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } });
  }
}

/** Each call of the step dies at its second write, until so many have died. */
function killedAfterTheFirstWrite(step: string, times: number): void {
  let [written, left] = [0, times];
  world.tables.written = () => {
    if (whoActs() !== `user_deletion/${step}` || left === 0) return;
    written += 1;
    if (written % 2 === 1) return;
    left -= 1;
    throw named('Lambda.Unknown', 'killed');
  };
}

const countsOf = async (requestId: string) => (await erasureOf(world, subject, requestId)).counts as Readonly<Record<string, Readonly<Record<string, number>>>>;

test('whoever takes up again one that had failed counts nothing twice: not the key that was destroyed, nor that it was searched by value', async () => {
  world.inject('IssueCertificate', failsWith('BusinessRefusal'), 'always');
  const requestId = await beginErasure(world, subject);
  await world.settle();
  world.faults.repair();
  expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBe(202);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { backups: { keysDestroyed: 1 }, verification: { residue: 0, byValue: 1 } } });
});

test('what was kept back counts where it goes: what was there is not added up, and the key is destroyed once', async () => {
  const token = await world.administratorSession();
  expect((await world.call(placeHold, { token, params: { id: subject.userId }, body: { basis: 'a lawsuit', categories: ['business'] } })).status).toBe(200);
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await countsOf(requestId)).toMatchObject({ assessment: { records: 5, held: 5, profile: 1 }, business_data: {}, backups: { keysDestroyed: 0 } });
  expect((await world.call(releaseHold, { token, params: { id: subject.userId } })).status).toBe(204);
  expect(await deletionsRound(world)).toEqual({ resumed: 1 });
  const { body } = await world.call(getCertificate, { token: await world.administratorSession(), params: { id: requestId } });
  const { certificate: { phases, verified } } = body as unknown as SignedCertificate;
  const counted = Object.fromEntries(phases.map(({ name, counts }) => [name, counts]));
  expect(counted).toMatchObject({ assessment: { records: 5, held: 0, profile: 0 }, business_data: { records: 5 }, backups: { keysDestroyed: 1 }, verification: { residue: 0, byValue: 0 } });
  // What was sealed of her went with the first certificate: nobody can search by it any more, and this one does not say so.
  expect(verified.map(({ what }) => what)).toEqual(['nothing_where_a_person_has_anything']);
});

test('each process that gave way counts, in whichever try it did', async () => {
  await runsUnderWay(3);
  // Once: by a third try the steps that hang would have been given up, and their runs undone by themselves.
  killedAfterTheFirstWrite('FenceRunningProcesses', 1);
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { access: { processesFenced: 3 } } });
});

test('each role that was taken away counts, in whichever of many tries it was', async () => {
  for (let nth = 0; nth < 200; nth += 1) world.tables.overwrite('identity', roleBindingKey(subject, `role_${nth}`), { roleId: `role_${nth}`, version: 1, status: 'granted', emits: [], grantedAt: new Date().toISOString(), grantedBy: 'system' });
  killedAfterTheFirstWrite('RevokeRoles', 2);
  const requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { access: { rolesRevoked: 201 }, personal_data: { roles: 201 } } });
});
