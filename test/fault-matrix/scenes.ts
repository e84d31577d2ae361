import { appended } from '../../lambdas/adapters/event-store.ts';
import { readUser, tenantKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { assignRole, createRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { causedByRequest, occurrence } from '../../lambdas/domain/events/event.ts';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { accountStatus, deletionsDue, withSomebodyActive } from '../support/deletions.ts';
import { readyToErase } from '../support/erasures.ts';
import { person, rightsOf } from '../support/people.ts';
import { residueOf } from '../support/picture.ts';
import { graceEnds } from './grace.ts';
import { heldDeletion, heldErasure } from './held-erasure.ts';
import { TENANT, type HttpAnswer, type Kept, World } from '../support/world.ts';

/** Who it is about, and who else is in it. */
export interface Cast { readonly subject: Subject; readonly token: string; readonly roleId?: string }
export interface Ready { readonly world: World; readonly cast: Cast }

/** How a process comes to begin, and what must hold of its effects; the rest of what a cell asserts follows from the declaration. */
export interface Scene {
  /** A world in which it is about to begin. */
  readonly ready: () => Promise<Ready>;
  readonly begin: (ready: Ready) => Promise<unknown>;
  /** The person is being deleted from now on. Undefined where it is about nobody who could be. */
  readonly fence?: (ready: Ready) => Promise<unknown>;
  /** What was undone has left nothing: sentences about what is left. */
  readonly left?: (ready: Ready) => Promise<readonly string[]>;
  /** While it waits for a person what it was to take away stays taken: sentences about what is not. */
  readonly granted?: (ready: Ready) => Promise<readonly string[]>;
  /** What has yet to come when it has ended well, and what came of it: sentences about what is not as it has to be. */
  readonly ended?: (ready: Ready) => Promise<readonly string[]>;
  /** The person can use the account although something was parked. */
  readonly usable?: (ready: Ready) => Promise<readonly string[]>;
}

/** Made once, gone on with in every cell. */
const kept = (make: () => Promise<{ readonly world: World; readonly cast: Omit<Cast, 'token'> }>): (() => Promise<Ready>) => {
  let made: Promise<{ readonly kept: Kept; readonly cast: Cast }> | undefined;
  const once = async () => {
    const { world, cast } = await make();
    const token = await world.administratorSession(cast.subject.tenantId, cast.subject);
    await world.settle();
    await world.time.pass(60_000);
    const story = world.keep();
    world.end();
    return { kept: story, cast: { ...cast, token } };
  };
  return async () => {
    made ??= once();
    const { kept: story, cast } = await made;
    return { world: World.again(story), cast };
  };
};

const answered = async (answer: Promise<HttpAnswer>, ...expected: readonly number[]): Promise<HttpAnswer> => {
  const given = await answer;
  if (!expected.includes(given.status)) throw new Error(`answered ${given.status}: ${JSON.stringify(given.body)}`);
  return given;
};

/** The deletion begins at once, and its first act, which fences the rest, has been. Nobody who is gone can be deleted. */
const deleted = async ({ world, cast: { subject, token } }: Ready): Promise<void> => {
  await answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'moved away', gracePeriodSeconds: 0 } }), 202, 404);
  await world.time.wait(1_000);
};

const somebodyActive = kept(async () => {
  const { world, subject } = await withSomebodyActive();
  return { world, cast: { subject } };
});
const somebodyUnverified = kept(async () => {
  const { world, subject } = await World.withRegistration();
  await world.settle();
  return { world, cast: { subject } };
});

/** Her link ends in five hours. */
const somebodyLate = kept(async () => {
  const { world, subject } = await World.withRegistration();
  await world.settle();
  await world.time.pass(19 * 3_600_000);
  return { world, cast: { subject } };
});

/** Its event happens to somebody whose account admits it: for every process of which nothing else is said. */
const uponItsEvent = ({ admits, startsOn }: WorkflowDeclaration): Scene => ({
  ready: admits.includes('active') ? somebodyActive : somebodyUnverified,
  begin: async ({ world, cast: { subject } }) => {
    const user = await readUser(world.store, subject);
    const aggregateVersion = (user?.version ?? 0) + 1;
    await world.store.transact([
      { table: 'identity', update: userKey(subject), add: { version: 1 } },
      appended(occurrence(startsOn, { tenantId: subject.tenantId, aggregateId: subject.userId, aggregateVersion }, causedByRequest('matrix'), { ...startsOn.example, userId: subject.userId }, new Date())),
    ]);
  },
  fence: deleted,
});

const bertaWith = async (roles: 'asked for' | 'given'): Promise<{ readonly world: World; readonly cast: Omit<Cast, 'token'> }> => {
  const world = await World.withTenant();
  const token = await world.administratorSession();
  const subject = await person(world, 'berta');
  const { body } = await answered(world.call(createRole, { token, body: { name: 'Auditor', permissions: ['audit:read', 'records:read'], requires: ['records:write'], forcesLogout: true } }), 201);
  const roleId = String(body['roleId']);
  if (roles === 'given') await answered(world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } }), 202);
  await world.settle();
  return { world, cast: { subject, roleId } };
};
const mayAudit = async ({ world, cast: { subject } }: Ready): Promise<readonly string[]> => ((await rightsOf(world, subject)).includes('audit:read') ? ['the right of the role is there'] : []);

const scenes: Readonly<Record<string, Scene>> = {
  user_registration: {
    ready: async () => {
      const { world, subject } = await World.withRegistration();
      return { world, cast: { subject, token: await world.administratorSession() } };
    },
    begin: () => Promise.resolve(),
    fence: deleted,
    left: ({ world, cast: { subject } }) => Promise.resolve(residueOf(world, subject.userId)),
    usable: async ({ world, cast: { subject } }) => {
      await answered(world.verify(world.tokenOf(subject)), 200);
      await world.settle();
      const { status } = await world.user(subject);
      return status === 'active' ? [] : [`the account is ${status}`];
    },
  },
  account_activation: { ready: somebodyUnverified, begin: ({ world, cast: { subject } }) => answered(world.verify(world.tokenOf(subject)), 200), fence: deleted },
  verification_reminder: { ...uponItsEvent(workflowOf('verification_reminder')), ready: somebodyLate },
  invitation: { ready: somebodyActive, begin: ({ world, cast: { token } }) => answered(world.call(createInvitation, { token, body: { email: 'new.one@example.com' } }), 202) },
  role_assignment: {
    ready: kept(() => bertaWith('asked for')),
    begin: ({ world, cast: { token, subject, roleId } }) => answered(world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } }), 202),
    fence: deleted, left: mayAudit,
  },
  role_revocation: {
    ready: kept(() => bertaWith('given')),
    begin: ({ world, cast: { token, subject, roleId = '' } }) => answered(world.call(revokeRole, { token, params: { id: subject.userId, roleId }, body: { reason: 'moved' } }), 202),
    fence: deleted, granted: mayAudit,
  },
  deletion_notice: {
    ready: somebodyActive,
    begin: ({ world, cast: { subject, token } }) => answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'moved away', gracePeriodSeconds: 86_400 } }), 202),
    fence: async ({ world }) => {
      graceEnds(world);
      await world.host.invoke(deletionsDue, {});
      await world.time.wait(1_000);
    },
  },
  user_deletion: {
    ready: kept(async () => {
      const { world, subject } = await readyToErase(2);
      world.tables.overwrite('identity', tenantKey(TENANT), { privacy: { minimumGracePeriodSeconds: 0, recipients: [{ name: 'Payroll', email: 'office@payroll.example' }] } });
      return { world, cast: { subject } };
    }),
    begin: ({ world, cast: { subject, token } }) => answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'moved away', gracePeriodSeconds: 0 } }), 202),
    fence: ({ world, cast: { subject, token } }) => answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'once more' } }), 200, 404),
    granted: async ({ world, cast: { subject } }) => {
      const status = await accountStatus(world, subject);
      return status === 'deleting' || status === 'gone' ? [] : [`the account is ${status}`];
    },
  },
};

export const sceneOf = (workflow: WorkflowDeclaration): Scene => (workflow === heldDeletion ? heldErasure(sceneOf(workflowOf(workflow.type))) : scenes[workflow.type] ?? uponItsEvent(workflow));
