import '../support/environment.ts';
import { handler as logIn } from '../../lambdas/api/auth/login.ts';
import { handler as takeBack } from '../../lambdas/api/deletion/cancel-deletion.ts';
import { handler as extend } from '../../lambdas/api/deletion/extend-deletion.ts';
import { handler as hold } from '../../lambdas/api/deletion/place-hold.ts';
import { handler as ask } from '../../lambdas/api/deletion/request-deletion.ts';
import { handler as makeKey } from '../../lambdas/api/me/create-api-key.ts';
import { handler as changeProfile } from '../../lambdas/api/me/change-profile.ts';
import { handler as assign } from '../../lambdas/api/roles/assign-role.ts';
import { handler as revoke } from '../../lambdas/api/roles/revoke-role.ts';
import { hashPassword } from '../../lambdas/adapters/password-hash.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { handler as begin } from '../../lambdas/operations/deletions-due.ts';
import { asItIs, lookingOnce, type Twist } from '../fault-matrix/twists.ts';
import { cheapHashes } from '../support/cheap-hash.ts';
import { address, context, endingOf, eventOf, graceEnds, isLetIn, makeScene, person, type Ending, type Scene } from '../support/deletion-scene.ts';
import { times } from '../support/evidence.ts';
import { pause, randomFrom, slowly } from '../support/interleaving.ts';
import { ListeningLog } from '../support/listening-log.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { MemoryTables } from '../support/memory-store.ts';

/**
 * Whatever somebody does in the very moment in which a deletion is asked for, or begins: deny wins, and account, request and hold
 * agree about what happened. Real endpoints, on tables whose answers come at random moments.
 */
const PASSWORD = 'a long enough passphrase';
cheapHashes();
let made: Awaited<ReturnType<typeof makeScene>>;
let log: ListeningLog;
// For every story anew: a full count takes longer than a session lives without use.
beforeEach(async () => {
  made = await makeScene(await hashPassword(PASSWORD));
});
beforeAll(() => {
  log = new ListeningLog();
});
afterAll(() => log.end());

interface Answer { readonly status: number; readonly body: Readonly<Record<string, unknown>> }
type Handler = { readonly with: (ports: Scene['ports']) => (event: unknown, context: never) => Promise<{ statusCode?: number; body?: string }> };
const answerOf = async (handler: unknown, { ports }: Scene, event: object): Promise<Answer> => {
  const { statusCode = 0, body } = await (handler as Handler).with(ports)(event, context as never);
  return { status: statusCode, body: body ? JSON.parse(body) as Record<string, unknown> : {} };
};

type Act = (scene: Scene, requestId?: string) => Promise<Answer>;
const byAdmin = (handler: unknown, method: string, path: string, body?: object, params: Record<string, string> = { id: person.userId }): Act => (scene) =>
  answerOf(handler, scene, eventOf(method, path, { token: made.tokens.admin, params, ...(body && { body }) }));
const ofRequest = (handler: unknown, method: string, path: string, body: object): Act => (scene, requestId = '') =>
  answerOf(handler, scene, eventOf(method, path, { token: made.tokens.admin, params: { id: requestId }, body }));
const byPerson = (handler: unknown, method: string, path: string, body: object): Act => (scene) => answerOf(handler, scene, eventOf(method, path, { token: made.tokens.person, body }));

const asking = byAdmin(ask, 'POST', '/users/{id}/deletion-requests', { reason: 'moved away', gracePeriodSeconds: 3_600 });
const holding = byAdmin(hold, 'PUT', '/users/{id}/legal-hold', { basis: 'a lawsuit' });
const assigning = byAdmin(assign, 'POST', '/users/{id}/roles', { roleId: 'administrator' });
const revoking = byAdmin(revoke, 'DELETE', '/users/{id}/roles/{roleId}', { reason: 'moved' }, { id: person.userId, roleId: 'member' });
const loggingIn: Act = (scene) => answerOf(logIn, scene, eventOf('POST', '/auth/login', { body: { tenantId: 'demo', email: address, password: PASSWORD } }));
const cancelling = ofRequest(takeBack, 'POST', '/deletion-requests/{id}/cancel', {});
const extending = ofRequest(extend, 'POST', '/deletion-requests/{id}/extend', { until: new Date(Date.now() + 50 * 86_400_000).toISOString(), reason: 'many records' });

interface Told { readonly ending: Ending; readonly first: Answer; readonly rival: Answer; readonly letIn: boolean }

function sceneOf(seed: number, twisted: Twist): { readonly scene: Scene; readonly random: () => number } {
  const random = randomFrom(seed);
  const tables = new MemoryTables();
  tables.restore(made.snapshot);
  const store = slowly(twisted(tables.store()), random);
  return { random, scene: { tables, ports: { store, vault: vault(store, memoryKeyWrapper()) } } };
}

const late = async (random: () => number, act: () => Promise<Answer>): Promise<Answer> => {
  await pause(Math.floor(random() * 25));
  return act();
};

/** A deletion is asked for, and something else happens to the account. */
async function whileAsked(seed: number, rival: Act, twisted: Twist = asItIs): Promise<Told> {
  const { scene, random } = sceneOf(seed, twisted);
  const [first, other] = await Promise.all([late(random, () => asking(scene)), late(random, () => rival(scene))]);
  return { ending: await endingOf(scene), first, rival: other, letIn: await anybodyIn(scene, other) };
}

/** The grace is over, and something else happens to the request. */
async function whileBegun(seed: number, rival: Act): Promise<Told> {
  const { scene, random } = sceneOf(seed, asItIs);
  const { body: { requestId } } = await asking(scene);
  graceEnds(scene, { requestId: String(requestId) });
  const beginning = async (): Promise<Answer> => ({ status: 0, body: await begin.with(scene.ports)({}, context) });
  const [first, other] = await Promise.all([late(random, beginning), late(random, () => rival(scene, String(requestId)))]);
  return { ending: await endingOf(scene), first, rival: other, letIn: await anybodyIn(scene, other) };
}

/** With the session of before, or with what the rival was given. */
async function anybodyIn({ tables }: Scene, { body }: Answer): Promise<boolean> {
  const [token, apiKey] = [body['sessionToken'], body['secret']].map((each) => (typeof each === 'string' ? each : undefined));
  const tried = [{ token: made.tokens.person }, ...(token === undefined ? [] : [{ token }]), ...(apiKey === undefined ? [] : [{ apiKey }])];
  return (await Promise.all(tried.map((credential) => isLetIn(tables.store(), credential)))).includes(true);
}

/** Account, request and hold tell one story, and every event took its own version of the account. */
function contradictions({ ending: { user, request, hold: held, events, requests }, letIn }: Told): readonly string[] {
  const open = request?.status === 'GRACE_PERIOD' || request?.status === 'BLOCKED_BY_HOLD';
  const account = request?.status === 'CANCELLED' ? 'active' : open ? 'deletion_pending' : 'deleting';
  const counted = (type: string): number => events.filter((each) => each === type).length;
  return [
    ...(requests === 1 ? [] : [`there are ${requests} requests`]),
    ...(user?.status === account ? [] : [`the request is ${request?.status}, the account ${user?.status}`]),
    ...((user?.deletionRequestId !== undefined) === (request?.status !== 'CANCELLED') ? [] : ['the account does not know its request']),
    ...(open && (held !== undefined) !== (request?.status === 'BLOCKED_BY_HOLD') ? [`with ${held ? 'a' : 'no'} hold it is ${request?.status}`] : []),
    ...(request?.status === 'RUNNING' && held ? ['it has begun over a hold'] : []),
    ...(letIn ? ['somebody gets in'] : []),
    ...(events.length === (user?.version ?? 0) - 1 ? [] : ['events and versions differ']),
    ...(counted('user.deletion_started') === (request?.status === 'RUNNING' ? 1 : 0) ? [] : ['its beginning is not told once']),
    ...(counted('user.deletion_cancelled') === (request?.status === 'CANCELLED' ? 1 : 0) ? [] : ['its end is not told once']),
  ];
}

const refuse = (seed: number, told: Told): void => {
  const found = contradictions(told);
  if (found.length > 0) throw new Error(`seed ${seed}: ${found.join('; ')}: ${JSON.stringify([told.first, told.rival])}`);
};
const SAMPLE = 60;
const FULL = 10_000;
const LONGEST_MS = 3_600_000;

describe('in the moment in which a deletion is asked for', () => {
  test.each<[string, Act, readonly number[]]>([
    ['a role is assigned', assigning, [202, 401, 409]], ['a role is taken away', revoking, [202, 409]], ['the profile is changed', byPerson(changeProfile, 'PATCH', '/me/profile', { firstName: 'Else' }), [200, 401]],
    ['an API key is made', byPerson(makeKey, 'POST', '/me/api-keys', { name: 'a script' }), [201, 401]], ['it is asked for once more', asking, [200, 202]], ['everything is held', holding, [200]],
  ])('%s', async (_, rival, answers) => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= times(SAMPLE, FULL); seed += 1) {
      const told = await whileAsked(seed, rival);
      refuse(seed, told);
      seen.add(told.rival.status);
    }
    expect([...seen].filter((status) => !answers.includes(status))).toEqual([]);
    expect(seen.size).toBeGreaterThan(answers.length > 1 ? 1 : 0);
  }, LONGEST_MS);

  test('somebody logs in', async () => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= times(SAMPLE / 4, FULL); seed += 1) {
      const told = await whileAsked(seed, loggingIn);
      refuse(seed, told);
      seen.add(told.rival.status);
    }
    expect([...seen].filter((status) => status !== 200 && status !== 401)).toEqual([]);
  }, LONGEST_MS);
});

describe('in the moment in which a deletion begins', () => {
  test.each<[string, Act, readonly number[]]>([
    ['it is taken back', cancelling, [200, 409]], ['everything is held', holding, [200, 409]], ['it is asked for once more', asking, [200]], ['a role is assigned', assigning, [409]], ['it is extended', extending, [200]],
  ])('%s', async (_, rival, answers) => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= times(SAMPLE, FULL); seed += 1) {
      const told = await whileBegun(seed, rival);
      refuse(seed, told);
      seen.add(told.rival.status);
    }
    expect([...seen].toSorted((one, other) => one - other)).toEqual(answers);
  }, LONGEST_MS);
});

/** As it would be if nobody looked once more in the transaction. */
const withoutChecks: Twist = (store) => ({ ...store, transact: (writes) => store.transact(writes.filter((write) => !('check' in write))) });

test.each<[string, Act, Twist]>([
  ['a hold is looked at before the transaction only', holding, withoutChecks], ['two may ask for the same at the same moment', asking, lookingOnce],
])('the same stories catch it where %s', async (_, rival, twisted) => {
  const caught: number[] = [];
  for (let seed = 1; seed <= 400 && caught.length === 0; seed += 1) if (contradictions(await whileAsked(seed, rival, twisted)).length > 0) caught.push(seed);
  expect(caught).toHaveLength(1);
}, 60_000);
