import { createTenant } from '../../lambdas/accounts/create-tenant.ts';
import { userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { login, register } from '../../lambdas/api/auth/routes.ts';
import { cancelDeletion, requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { changeProfile } from '../../lambdas/api/me/routes.ts';
import { assignRole } from '../../lambdas/api/roles/routes.ts';
import { sessionOf } from '../support/deletions.ts';
import { beginErasure, deletionSteps, erased, erasureOf, itemsOfOthers, readyToErase } from '../support/erasures.ts';
import { randomFrom, pause } from '../support/interleaving.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { rightsOf } from '../support/people.ts';
import { liveThrough, unrestIn } from '../support/picture.ts';
import { someone, TENANT, type World } from '../support/world.ts';

/** Whatever anybody does at the same moment as a phase: the deletion wins, and whoever comes after it with the same address is somebody else. */
let world: World;
let subject: Subject;
let requestId: string;
let own: string;
let token: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(3));
  own = await sessionOf(world);
  token = await world.administratorSession();
});
afterEach(() => world.end());

type Race = () => Promise<number>;
const status = async (call: Promise<{ readonly status: number }>): Promise<number> => (await call).status;
const races: Readonly<Record<string, { readonly act: Race; readonly answers: readonly number[] }>> = {
  'a role that is granted': { act: () => status(world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId: 'administrator' } })), answers: [404, 409] },
  'a profile that is changed': { act: () => status(world.call(changeProfile, { token: own, body: { theme: 'dark' } })), answers: [401] },
  'a login': { act: () => status(world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password } })), answers: [401] },
  'a second request': { act: () => status(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'again' } })), answers: [200, 404] },
  'a cancel': { act: () => status(world.call(cancelDeletion, { token, params: { id: requestId }, body: {} })), answers: [409] },
};

describe.each(Object.entries(races))('%s', (_, { act, answers }) => {
  test.each(deletionSteps)('at the same moment as %s loses', async (step) => {
    const random = randomFrom(deletionSteps.indexOf(step) + 7);
    const said: number[] = [];
    world.inject(step, async (proceed) => {
      const [answer] = await Promise.all([proceed(), pause(Math.floor(random() * 12)).then(act).then((code) => said.push(code))]);
      return answer;
    });
    requestId = await beginErasure(world, subject);
    await world.settle();
    expect(said.filter((code) => !answers.includes(code))).toEqual([]);
    expect(said).toHaveLength(1);
    expect(await rightsOf(world, subject)).toEqual([]);
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    expect(await unrestIn(world)).toEqual([]);
  });
});

describe('whoever registers with the same address', () => {
  const again = { ...someone, firstName: 'Xaver', lastName: 'Quint', password: 'quite another passphrase' };
  const registers = () => world.call(register, { body: { tenantId: TENANT, ...again } });

  test.each(deletionSteps)('at the same moment as %s is answered as always; whoever gets an account gets a new one, which nothing touches', async (step) => {
    let newcomer: Subject | undefined;
    let answered = 0;
    world.inject(step, async (proceed) => {
      const [answer, { status: code, body }] = await Promise.all([proceed(), registers()]);
      answered = code;
      newcomer = { tenantId: TENANT, userId: String(body['userId']) };
      return answer;
    });
    requestId = await beginErasure(world, subject);
    await world.settle();
    expect(answered).toBe(202);
    expect(newcomer?.userId).not.toBe(subject.userId);
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    const account = newcomer && await world.store.get('identity', userKey(newcomer));
    expect(account === undefined || account['status'] === 'pending_verification').toBe(true);
    expect(account !== undefined).toBe(deletionSteps.indexOf(step) > deletionSteps.indexOf('DeletePersonalData') || (step === 'DeletePersonalData' && account !== undefined));
  });

  test('after it is completed is somebody new, and lives through everything', async () => {
    requestId = await beginErasure(world, subject);
    await world.settle();
    const { body } = await registers();
    const newcomer = { tenantId: TENANT, userId: String(body['userId']) };
    await liveThrough(world, newcomer);
    expect(await world.user(newcomer)).toMatchObject({ status: 'active' });
    expect(await sessionOf(world, again)).toEqual(expect.any(String));
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    expect(await unrestIn(world)).toEqual([]);
  });
});

test('an account of the same address in another tenant is not touched', async () => {
  await createTenant({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) }, { tenantId: 'other', name: 'Other', admin: { email: 'a@other.example', password: 'correct horse battery', firstName: 'A', lastName: 'B', language: 'en' } }, new Date());
  const { body } = await world.call(register, { body: { tenantId: 'other', ...someone } });
  await world.settle();
  const elsewhere = itemsOfOthers(world, subject).filter(({ pk }) => pk.includes('#other') || pk.includes('TENANT#other') || pk.includes(String(body['userId'])));
  expect(elsewhere.length).toBeGreaterThan(5);
  requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  expect(itemsOfOthers(world, subject).filter((item) => elsewhere.some(({ pk, sk }) => item.pk === pk && item.sk === sk))).toEqual(elsewhere);
});
