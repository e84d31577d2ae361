import { readAdministrators, type Subject } from '../../lambdas/adapters/identity.ts';
import { login, resetPassword, requestPasswordReset } from '../../lambdas/api/auth/routes.ts';
import { requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { createApiKey, deleteApiKey, myPermissions } from '../../lambdas/api/me/routes.ts';
import { assignRole, createRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { systemRoles } from '../../lambdas/domain/role.ts';
import { sessionOf, withSomebodyActive } from '../support/deletions.ts';
import { failsWith } from '../support/injections.ts';
import { pause, randomFrom, slowly } from '../support/interleaving.ts';
import { person, rightsOf, sessionOf as sessionFor } from '../support/people.ts';
import { residueOf, unrestIn } from '../support/picture.ts';
import { someone, TENANT, World, type HttpAnswer, type Kept } from '../support/world.ts';
import { runIn } from './end-states.ts';
import { untilQuiet } from './quiet.ts';
import { asItIs, endingNoAccess, leavingLinks, lookingOnce, lookingOnceAndLate, remembering, type Twist } from './twists.ts';

/** Two who act at the same moment: each as slowly as the seed has it, so that either may come in between. */
export interface Race {
  readonly id: string;
  readonly what: string;
  readonly told: (seed: number, twisted?: Twist) => Promise<readonly string[]>;
  /** What keeps it from ending badly, and the tables without that. */
  readonly safeguard: string;
  readonly without: Twist;
}

type Act<Cast> = (world: World, cast: Cast, random: () => number) => Promise<unknown>;
interface Declared<Cast> extends Omit<Race, 'told'> {
  /** Made once. */
  readonly ready: () => Promise<{ readonly world: World; readonly cast: Cast }>;
  /** Before anybody acts, in every story. */
  readonly before?: (world: World, cast: Cast) => void;
  readonly acts: readonly Act<Cast>[];
  /** With what each was answered. */
  readonly wrong: (world: World, cast: Cast, answers: readonly unknown[]) => Promise<readonly string[]>;
}

const LONGEST_TURNS = 120;

function race<Cast>({ ready, before, acts, wrong, ...about }: Declared<Cast>): Race {
  let made: Promise<{ readonly kept: Kept; readonly cast: Cast }> | undefined;
  const once = async () => {
    const { world, cast } = await ready();
    await world.settle();
    const kept = world.keep();
    world.end();
    return { kept, cast };
  };
  return {
    ...about,
    told: async (seed, twisted = asItIs) => {
      made ??= once();
      const { kept, cast } = await made;
      const world = World.again(kept);
      const random = randomFrom(seed);
      const open = world.tables.store.bind(world.tables);
      world.tables.store = (guard) => slowly(twisted(open(guard)), random, 2);
      try {
        before?.(world, cast);
        const [, ...answers] = await Promise.all([world.settle(), ...acts.map((act) => world.time.work(() => pause(Math.floor(random() * LONGEST_TURNS)).then(() => act(world, cast, random))))]);
        await untilQuiet(world);
        world.faults.forget();
        return [...await wrong(world, cast, answers), ...(await unrestIn(world)).filter((each) => !each.startsWith('dead letter'))];
      } finally {
        world.stop();
      }
    },
  };
}

const status = (answer: unknown): number => (answer as HttpAnswer).status;
const sorted = (answers: readonly unknown[]): string => answers.map(status).toSorted((one, other) => one - other).join(' ');
const one = (what: string, is: unknown, ...allowed: readonly unknown[]): readonly string[] => (allowed.includes(is) ? [] : [`${what}: ${String(is)}`]);

const unverified = async () => {
  const { world, subject } = await World.withRegistration();
  await world.settle();
  return { world, cast: { subject, token: await world.administratorSession() } };
};
const active = async () => {
  const { world, subject } = await withSomebodyActive();
  return { world, cast: { subject, token: await world.administratorSession(TENANT, subject), own: await sessionOf(world) } };
};
const click: Act<{ readonly subject: Subject }> = async (world, { subject }) => {
  while (!world.mails('verify').some(({ userId }) => userId === subject.userId)) await pause(1);
  return world.verify(world.tokenOf(subject));
};
const auditing = async () => {
  const world = await World.withTenant();
  const token = await world.administratorSession();
  const subject = await person(world, 'berta');
  const { body } = await world.call(createRole, { token, body: { name: 'Auditor', permissions: ['audit:read'], forcesLogout: true } });
  return { world, cast: { subject, token, roleId: String(body['roleId']) } };
};
const withKey = async () => {
  const { world, cast } = await active();
  const { body } = await world.call(createApiKey, { token: cast.own, body: { name: 'a script' } });
  return { world, cast: { ...cast, keyId: String(body['id']), secret: String(body['secret']) } };
};
const withResetLink = async () => {
  const { world, cast } = await active();
  await world.call(requestPasswordReset, { body: { tenantId: TENANT, email: someone.email } });
  await world.settle();
  const link = world.mailbox.sent.map(({ mail }) => /[#&?]reset=([\w-]+)/.exec(mail.text)?.[1]).findLast((each) => each !== undefined) ?? '';
  return { world, cast: { ...cast, link } };
};
const twoAdministrators = async () => {
  const world = await World.withTenant();
  const [first] = await readAdministrators(world.store, TENANT) as [Subject];
  const second = await person(world, 'second', { roles: [systemRoles.administrator] });
  return { world, cast: { people: [first, second] as const, tokens: [await sessionFor(world, first), await sessionFor(world, second)] as const } };
};
const parkedActivation = async () => {
  const { world, cast } = await unverified();
  world.inject('ActivateUser', failsWith('BusinessRefusal'));
  await world.verify(world.tokenOf(cast.subject));
  await world.settle();
  return { world, cast: { ...cast, runId: runIn(world, 'account_activation')?.runId ?? '' } };
};
const takeOwnRoleAway = (which: 0 | 1): Act<Awaited<ReturnType<typeof twoAdministrators>>['cast']> => (world, { people, tokens }) =>
  world.call(revokeRole, { token: tokens[which], params: { id: people[which].userId, roleId: 'administrator' }, body: { reason: 'I go' } });
const retrying: Act<{ readonly token: string; readonly runId: string }> = (world, { token, runId }) => world.call(retryRun, { token, params: { runId }, body: { reason: 'mended' } });

export const races: readonly Race[] = [
  race({
    id: 'RACE-1', what: 'a deletion and the registration of the same person',
    safeguard: 'it is looked at once more at the moment of the write', without: lookingOnceAndLate,
    ready: async () => { const world = await World.withTenant(); return { world, cast: { token: await world.administratorSession() } }; },
    acts: [async (world, { token }, random) => {
      const subject = await world.register();
      await pause(Math.floor(random() * 400));
      return { subject, answer: await world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'moved', gracePeriodSeconds: 0 } }) };
    }],
    wrong: (world, _, [told]) => {
      const { subject, answer } = told as { readonly subject: Subject; readonly answer: HttpAnswer };
      return Promise.resolve([...one('asked', answer.status, 202), ...one('the deletion', runIn(world, 'user_deletion')?.status, 'COMPLETED'),
        ...one('the registration', runIn(world, 'user_registration')?.status, 'COMPLETED', 'FENCED'), ...residueOf(world, subject.userId)]);
    },
  }),
  race({
    id: 'RACE-4', what: 'a role that is given and taken, whose events overtake each other',
    safeguard: 'it is looked at once more at the moment of the write', without: lookingOnce, ready: auditing,
    before: (world) => {
      const deliver = world.bus.onEvent;
      world.bus.onEvent = (event) => {
        if (event.type.startsWith('role.')) void world.time.work(() => pause(Math.floor(Math.random() * 60)).then(() => deliver(event)));
        else deliver(event);
      };
    },
    acts: [async (world, { token, subject, roleId }, random) => {
      const given = await world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } });
      await pause(Math.floor(random() * 60));
      return [given, await world.call(revokeRole, { token, params: { id: subject.userId, roleId }, body: { reason: 'moved' } })];
    }],
    wrong: async (world, { subject }, [answers]) => [
      ...one('answered', sorted(answers as readonly unknown[]), '202 202'), ...((await rightsOf(world, subject)).includes('audit:read') ? ['the right came back'] : []),
      ...one('the revocation', runIn(world, 'role_revocation')?.status, 'COMPLETED'), ...one('the assignment', runIn(world, 'role_assignment')?.status, 'COMPLETED', 'FENCED'),
    ],
  }),
  race({
    id: 'RACE-6', what: 'a click on the link while the registration is undone',
    safeguard: 'the link ends with what is undone', without: leavingLinks, ready: async () => ({ world: await World.withTenant(), cast: {} }),
    before: (world) => world.inject('Complete', failsWith('BusinessRefusal')),
    acts: [async (world, _, random) => {
      const subject = await world.register();
      await pause(Math.floor(random() * 1_500));
      return { subject, answer: await click(world, { subject }, random) };
    }],
    wrong: (world, _, [told]) => {
      const { subject, answer } = told as { readonly subject: Subject; readonly answer: HttpAnswer };
      return Promise.resolve([...one('the registration', runIn(world, 'user_registration')?.status, 'COMPENSATED'), ...one('the click', answer.status, 200, 400), ...residueOf(world, subject.userId)]);
    },
  }),
  race({
    id: 'RACE-7', what: 'a new password and a login with the old one',
    safeguard: 'a new password ends the sessions of before', without: endingNoAccess, ready: withResetLink,
    acts: [
      (world, { link }) => world.call(resetPassword, { body: { token: link, password: 'quite another long phrase' } }),
      (world) => world.call(login, { body: { tenantId: TENANT, email: someone.email, password: someone.password } }),
    ],
    wrong: async (world, { own }, [reset, entered]) => {
      const token = (entered as HttpAnswer).body['sessionToken'];
      const inside = await Promise.all([own, ...(typeof token === 'string' ? [token] : [])].map((each) => world.call(myPermissions, { token: each })));
      return [...one('the reset', status(reset), 200), ...one('the login', status(entered), 200, 401), ...inside.flatMap((answer) => one('a session of before', answer.status, 401))];
    },
  }),
  race({
    id: 'RACE-9', what: 'two who take a run up again, and the reconciler',
    safeguard: 'it is looked at once more at the moment of the write', without: lookingOnce, ready: parkedActivation,
    acts: [retrying, retrying, (world) => world.reconcileNow()],
    wrong: (world, _, answers) => Promise.resolve([...one('answers', sorted(answers.slice(0, 2)), '202 409', '202 202'), ...one('the activation', runIn(world, 'account_activation')?.status, 'COMPLETED'),
      ...one('executions', world.machines.executions.filter(({ type }) => type === 'account_activation').length, 1)]),
  }),
  race({
    id: 'RACE-11', what: 'an API key that is used while it is revoked',
    safeguard: 'a credential is looked up at every use', without: remembering, ready: withKey,
    acts: [
      async (world, { own, keyId }) => { const answer = await world.call(deleteApiKey, { token: own, params: { id: keyId } }); revokedIn.add(world); return answer; },
      ...Array.from({ length: 3 }, (): Act<{ readonly secret: string }> => async (world, { secret }) => { const after = revokedIn.has(world); return { after, ...await world.call(myPermissions, { apiKey: secret }) }; }),
    ],
    wrong: (_, __, [deleted, ...used]) => Promise.resolve([...one('the revocation', status(deleted), 204), ...used.flatMap((answer) => one((answer as { after: boolean }).after ? 'used after it' : 'used', status(answer), 401, ...((answer as { after: boolean }).after ? [] : [200])))]),
  }),
  race({
    id: 'RACE-13', what: 'the last two administrators, who both take their own role away',
    safeguard: 'it is looked at once more at the moment of the write', without: lookingOnce, ready: twoAdministrators, acts: [takeOwnRoleAway(0), takeOwnRoleAway(1)],
    wrong: async (world, _, answers) => [...one('answers', sorted(answers), '202 409'), ...one('administrators', (await readAdministrators(world.store, TENANT)).length, 1)],
  }),
  race({
    id: 'RACE-14', what: 'two clicks on one link',
    safeguard: 'it is looked at once more at the moment of the write', without: lookingOnce, ready: unverified, acts: [click, click],
    wrong: (world, _, answers) => Promise.resolve([...one('answers', sorted(answers), '200 400'), ...one('verifications', world.eventsOf('user.email_verified').length, 1), ...one('the activation', runIn(world, 'account_activation')?.status, 'COMPLETED')]),
  }),
];
const revokedIn = new WeakSet<World>();
