import '../support/environment.ts';
import { readAuthorization, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { deletionKey } from '../../lambdas/adapters/deletion-requests.ts';
import { keyOf, type Store, type Write } from '../../lambdas/adapters/store.ts';
import { handler as logIn } from '../../lambdas/api/auth/login.ts';
import { handler as register } from '../../lambdas/api/auth/register.ts';
import { handler as takeBack } from '../../lambdas/api/deletion/cancel-deletion.ts';
import { handler as ask } from '../../lambdas/api/deletion/request-deletion.ts';
import { handler as changeProfile } from '../../lambdas/api/me/change-profile.ts';
import { handler as assign } from '../../lambdas/api/roles/assign-role.ts';
import { asItIs, lookingLate, lookingOnce, lookingOnceAndLate, type Twist } from '../fault-matrix/twists.ts';
import { cheapHashes } from '../support/cheap-hash.ts';
import { context, eventOf, isLetIn } from '../support/deletion-scene.ts';
import { deletionSteps } from '../support/erasures.ts';
import { times } from '../support/evidence.ts';
import { pause, randomFrom, slowly } from '../support/interleaving.ts';
import { ListeningLog } from '../support/listening-log.ts';
import type { MemoryTables } from '../support/memory-store.ts';
import { atTheTimeOf, doStep, finish, livedThrough, portsOf, tablesAt, type Lived } from '../support/phase-scenes.ts';
import { someone, TENANT } from '../support/world.ts';

/**
 * Somebody acts while a step of a deletion is at work, on tables whose answers come at random moments: deny wins, and in the end
 * nothing is left of the person, whatever was written meanwhile.
 */
cheapHashes();
let lived: Lived;
let log: ListeningLog;
beforeAll(async () => {
  lived = await livedThrough();
  log = new ListeningLog();
});
afterAll(() => log.end());

interface Answer { readonly status: number; readonly body: Readonly<Record<string, unknown>> }
type Act = (store: Store, nth: number) => Promise<Answer>;
type Handler = { readonly with: (ports: object) => (event: unknown, context: never) => Promise<{ statusCode?: number; body?: string }> };
const calling = (handler: unknown, method: string, path: string, about: () => Parameters<typeof eventOf>[2]): Act => async (store, nth) => {
  const { headers, ...event } = eventOf(method, path, about());
  const { statusCode = 0, body } = await (handler as Handler).with(portsOf(store))({ ...event, headers: { ...headers, 'idempotency-key': `key-${nth}` } }, context as never);
  return { status: statusCode, body: body ? JSON.parse(body) as Record<string, unknown> : {} };
};

const REASON = 'moved away';
const acts: Readonly<Record<string, { readonly act: Act; readonly answers: readonly number[] }>> = {
  'a role is assigned': { act: calling(assign, 'POST', '/users/{id}/roles', () => ({ token: lived.admin, params: { id: lived.subject.userId }, body: { roleId: 'administrator' } })), answers: [404, 409] },
  'the profile is changed': { act: calling(changeProfile, 'PATCH', '/me/profile', () => ({ token: lived.own, body: { theme: 'dark' } })), answers: [401] },
  'somebody logs in': { act: calling(logIn, 'POST', '/auth/login', () => ({ body: { tenantId: TENANT, email: someone.email, password: someone.password } })), answers: [401] },
  'somebody registers with the same address': { act: calling(register, 'POST', '/auth/register', () => ({ body: { tenantId: TENANT, ...someone, firstName: 'Xaver', lastName: 'Quint', password: 'quite another passphrase' } })), answers: [202] },
  'it is asked for once more': { act: calling(ask, 'POST', '/users/{id}/deletion-requests', () => ({ token: lived.admin, params: { id: lived.subject.userId }, body: { reason: REASON } })), answers: [200, 404] },
  'it is taken back': { act: calling(takeBack, 'POST', '/deletion-requests/{id}/cancel', () => ({ token: lived.admin, params: { id: lived.requestId }, body: {} })), answers: [409] },
};

const actNamed = (name: string): { readonly act: Act; readonly answers: readonly number[] } => acts[name] ?? { act: () => Promise.reject(new Error(name)), answers: [] };

interface Told { readonly step: string; readonly answer: Answer; readonly tables: MemoryTables; readonly ended: boolean }
/** What was refused and has written nothing but what keeps others out cannot change how it ends: of these every tenth goes on to the end, of all others each. */
const EVERY = 10;
const OF_NOBODY = /#(?:COUNTED|REPLY)#/;
function noting(store: Store): { readonly store: Store; readonly wrote: () => boolean } {
  let wrote = false;
  const note = (writes: readonly Write[]): void => {
    wrote ||= writes.some((write) => !('check' in write) && !OF_NOBODY.test(keyOf(write).pk));
  };
  return { wrote: () => wrote, store: { ...store, transact: async (writes) => { await store.transact(writes); note(writes); }, update: async (write) => { const after = await store.update(write); note([write]); return after; } } };
}

interface Telling {
  /** Any of them, by the seed, unless told. */
  readonly step?: string;
  /** The tables as whoever acts sees them. */
  readonly twisted?: Twist;
  /** The step is called a second time, and these are its tables then. */
  readonly again?: Twist;
}

async function told(seed: number, act: Act, { step = deletionSteps[seed % deletionSteps.length] ?? '', twisted = asItIs, again }: Telling = {}): Promise<Told> {
  const random = randomFrom(seed);
  const scene = lived.scenes[step];
  if (!scene) throw new Error(`${step} was not lived through`);
  const time = atTheTimeOf(scene);
  try {
    const tables = tablesAt(scene);
    const late = async <T>(what: () => Promise<T>): Promise<T> => {
      await pause(Math.floor(random() * 12));
      return what();
    };
    const acting = noting(tables.store());
    const [answer] = await Promise.all([late(() => act(slowly(twisted(acting.store), random), seed)), late(() => doStep(step, scene, slowly(tables.store(), random))),
      ...(again ? [late(() => doStep(step, scene, slowly(again(tables.store()), random)))] : [])]);
    const ended = acting.wrote() || seed % EVERY === 0;
    if (ended) await finish(lived, tables.store());
    return { step, answer, tables, ended };
  } finally {
    time.uninstall();
  }
}

/** Where what is left says that somebody had more than no, or that the deletion was not one. */
async function violations({ answer, tables, ended }: Told, answers: readonly number[]): Promise<readonly string[]> {
  const { subject, requestId, own } = lived;
  const store = tables.store();
  const token = typeof answer.body['sessionToken'] === 'string' ? answer.body['sessionToken'] : undefined;
  const [authorization, request, ...letIn] = await Promise.all([readAuthorization(store, subject), store.get('ledger', deletionKey({ tenantId: TENANT, requestId })),
    ...[own, ...(token === undefined ? [] : [token])].map((each) => isLetIn(store, { token: each }))]);
  const access = [...(answers.includes(answer.status) ? [] : [`answered ${answer.status}`]), ...(letIn.includes(true) ? ['somebody gets in'] : [])];
  if (!ended) return access;
  const left = tables.items('identity').filter(({ pk, sk, anonymous }) => pk.endsWith(subject.userId) && !(sk.startsWith('RECORD#') && anonymous === true));
  return [
    ...access, ...(authorization ? ['there are rights'] : []), ...(request?.['status'] === 'COMPLETED' ? [] : [`the deletion is ${JSON.stringify(request?.['status'])}`]),
    ...left.map(({ sk }) => `there is ${sk.split('#')[0]}`), ...(tables.items('keys').some(({ pk }) => pk.endsWith(subject.userId)) ? ['there is a key'] : []),
    ...await newcomer(tables, answer),
  ];
}

/** Whoever got an account has it, whole, as somebody else. */
async function newcomer(tables: MemoryTables, { body: { userId } }: Answer): Promise<readonly string[]> {
  if (typeof userId !== 'string') return [];
  const whom: Subject = { tenantId: TENANT, userId };
  const owner = tables.items('identity').find(({ sk, pk }) => sk === 'EMAIL' && pk === lived.address)?.['userId'];
  const account = await tables.store().get('identity', userKey(whom));
  return [
    ...(userId === lived.subject.userId ? ['the newcomer is the person'] : []), ...(owner === undefined || owner === userId ? [] : ['the address is somebody else’s']),
    ...(account && account['status'] !== 'pending_verification' ? ['the newcomer was touched'] : []), ...((account === undefined) === (owner === undefined) ? [] : ['account and address differ']),
  ];
}

const SAMPLE = 65;
const FULL = 10_000;
const LONGEST_MS = 3_600_000;

test.each(Object.entries(acts))('while a step of a deletion is at work %s', async (_, { act, answers }) => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= times(SAMPLE, FULL); seed += 1) {
    const story = await told(seed, act);
    const found = await violations(story, answers);
    if (found.length > 0) throw new Error(`seed ${seed}, ${story.step}: ${found.join('; ')}: ${JSON.stringify(story.answer)}`);
    seen.add(story.step);
    log.lines.length = 0;
  }
  expect(seen.size).toBe(deletionSteps.length);
}, LONGEST_MS);

/** As it would be for whoever goes by what he read before the request, and writes without looking again. */
const asBefore: Twist = (store) => ({
  ...lookingOnce(store),
  get: async (table, key) => (table === 'identity' ? lived.before.identity.find(({ pk, sk }) => pk === key.pk && sk === key.sk) : undefined) ?? store.get(table, key),
  getMany: (reads) => Promise.all(reads.map(({ table, key }) => asBefore(store).get(table, key))),
});

test.each(['a role is assigned', 'the profile is changed', 'somebody logs in'])('the same story catches it where the account is not looked at again: %s', async (name) => {
  const { act, answers } = actNamed(name);
  const caught: number[] = [];
  for (let seed = 1; seed <= 200 && caught.length === 0; seed += 1) {
    const found = await told(seed, act, { twisted: asBefore }).then((story) => violations(story, answers), (error: unknown) => [String(error)]);
    if (found.length > 0) caught.push(seed);
  }
  expect(caught).toHaveLength(1);
}, 60_000);

/** A call that nobody waits for any more goes on, while the next one does the same, and comes last. */
describe('while the account is erased twice over, whoever registers with the same address', () => {
  const { act, answers } = actNamed('somebody registers with the same address');
  const found = async (seed: number, again: Twist): Promise<readonly string[]> => violations(await told(seed, act, { step: 'DeletePersonalData', again }), answers);

  test('keeps what he has', async () => {
    for (let seed = 1; seed <= times(SAMPLE, FULL); seed += 1) expect({ seed, found: await found(seed, lookingLate) }).toEqual({ seed, found: [] });
  }, LONGEST_MS);

  test('would lose it in some order if the late call did not look once more at the moment of the write', async () => {
    const caught: number[] = [];
    for (let seed = 1; seed <= 400 && caught.length === 0; seed += 1) if ((await found(seed, lookingOnceAndLate)).length > 0) caught.push(seed);
    expect(caught).toHaveLength(1);
  }, 120_000);
});
