import { appended } from '../../lambdas/adapters/event-store.ts';
import { readUser, tenantKey, userKey, type Subject } from '../../lambdas/adapters/identity.ts';
import { requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { readSteps } from '../../lambdas/adapters/run-ledger.ts';
import { listRuns } from '../../lambdas/adapters/run-list.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { assignRole, createRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { causedByRequest, occurrence } from '../../lambdas/domain/events/event.ts';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { accountStatus } from '../support/deletions.ts';
import { givenData } from '../support/erasures.ts';
import { person, rightsOf } from '../support/people.ts';
import { residueOf } from '../support/picture.ts';
import { graceEnds } from './grace.ts';
import { heldDeletion, heldErasure } from './held-erasure.ts';
import type { HttpAnswer } from '../support/world.ts';
import type { Told } from '../support/told.ts';

/** Who it is about, and who else is in it. */
export interface Cast { readonly subject: Subject; readonly token: string; readonly roleId?: string }
export interface Ready<Place extends Told = Told> { readonly world: Place; readonly cast: Cast }
interface Made<Place extends Told> { readonly world: Place; readonly cast: Omit<Cast, 'token'> }
type Make = <Place extends Told>(start: Start<Place>) => Promise<Made<Place>>;

/** How a world begins where the story is told. */
export interface Start<Place extends Told> {
  readonly tenant: () => Promise<Place>;
  /** Somebody has just registered, and nothing behind the answer has happened yet. */
  readonly registration: () => Promise<{ readonly world: Place; readonly subject: Subject }>;
  /** Everything that was made ready has come to rest. */
  readonly rested: (make: Make) => Promise<Ready<Place>>;
}

/** How a process comes to begin, and what must hold of its effects; the rest of what a cell asserts follows from the declaration. */
export interface Scene {
  /** A world in which it is about to begin. */
  readonly ready: <Place extends Told>(start: Start<Place>) => Promise<Ready<Place>>;
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

/** With an administrator who can act. */
export const withToken = async <Place extends Told>({ world, cast }: Made<Place>): Promise<Ready<Place>> =>
  ({ world, cast: { ...cast, token: await world.administratorSession(cast.subject.tenantId, cast.subject) } });

const answered = async (answer: Promise<HttpAnswer>, ...expected: readonly number[]): Promise<HttpAnswer> => {
  const given = await answer;
  if (!expected.includes(given.status)) throw new Error(`answered ${given.status}: ${JSON.stringify(given.body)}`);
  return given;
};

const LONGEST_FENCING_S = 120;
/** The deletion begins at once, and its first act, which fences the rest, has been. Nobody who is gone can be deleted. */
const deleted = async ({ world, cast: { subject, token } }: Ready): Promise<void> => {
  await answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'moved away', gracePeriodSeconds: 0 } }), 202, 404);
  await hasBegun(world, subject);
};

async function hasBegun({ store, time }: Told, { tenantId, userId }: Subject): Promise<void> {
  for (let waited = 0; waited < LONGEST_FENCING_S; waited += 1) {
    await time.wait(1_000);
    const run = (await listRuns(store, tenantId, { subject: userId, limit: 100 })).items.find(({ type }) => type === 'user_deletion');
    if (run && (run.status !== 'RUNNING' || (await readSteps(store, run.runId)).some(({ status, waitsFor }) => status === 'DONE' || waitsFor !== undefined))) return;
  }
}

const somebodyUnverified: Make = async (start) => {
  const { world, subject } = await start.registration();
  await world.settle();
  return { world, cast: { subject } };
};
const somebodyActive: Make = async (start) => {
  const { world, cast } = await somebodyUnverified(start);
  await answered(world.verify(world.tokenOf(cast.subject)), 200);
  await world.settle();
  return { world, cast };
};

/** Her link ends in five hours. */
const somebodyLate: Make = async (start) => {
  const { world, cast } = await somebodyUnverified(start);
  await world.time.pass(19 * 3_600_000);
  return { world, cast };
};

async function isGone({ store, time }: Told, subject: Subject): Promise<void> {
  for (let waited = 0; waited < LONGEST_FENCING_S && await accountStatus({ store }, subject) !== 'gone'; waited += 1) await time.wait(1_000);
}

/** Somebody who has something of everything, and somebody else who has it too. */
const somebodyToErase: Make = async (start) => {
  const { world, cast } = await somebodyActive(start);
  await givenData(world, cast.subject, 2);
  await givenData(world, await person(world, 'berta'));
  await world.store.update({ table: 'identity', update: tenantKey(world.tenantId), set: { privacy: { minimumGracePeriodSeconds: 0, recipients: [{ name: 'Payroll', email: `office@payroll.${world.mailDomain}` }] } } });
  return { world, cast };
};

/** Its event happens to somebody whose account admits it: for every process of which nothing else is said. */
const uponItsEvent = ({ admits, startsOn }: WorkflowDeclaration): Scene => ({
  ready: (start) => start.rested(admits.includes('active') ? somebodyActive : somebodyUnverified),
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

const bertaWith = (roles: 'asked for' | 'given'): Make => async (start) => {
  const world = await start.tenant();
  const token = await world.administratorSession();
  const subject = await person(world, 'berta');
  const { body } = await answered(world.call(createRole, { token, body: { name: 'Auditor', permissions: ['audit:read', 'records:read'], requires: ['records:write'], forcesLogout: true } }), 201);
  const roleId = String(body['roleId']);
  if (roles === 'given') await answered(world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } }), 202);
  await world.settle();
  return { world, cast: { subject, roleId } };
};
const [bertaWithout, bertaWithRole] = [bertaWith('asked for'), bertaWith('given')];
const mayAudit = async ({ world, cast: { subject } }: Ready): Promise<readonly string[]> => ((await rightsOf(world, subject)).includes('audit:read') ? ['the right of the role is there'] : []);

const scenes: Readonly<Record<string, Scene>> = {
  user_registration: {
    ready: async (start) => {
      const { world, subject } = await start.registration();
      return withToken({ world, cast: { subject } });
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
  account_activation: { ready: (start) => start.rested(somebodyUnverified), begin: ({ world, cast: { subject } }) => answered(world.verify(world.tokenOf(subject)), 200), fence: deleted },
  verification_reminder: { ...uponItsEvent(workflowOf('verification_reminder')), ready: (start) => start.rested(somebodyLate) },
  invitation: { ready: (start) => start.rested(somebodyActive), begin: ({ world, cast: { token } }) => answered(world.call(createInvitation, { token, body: { email: `new.one@${world.mailDomain}` } }), 202) },
  role_assignment: {
    ready: (start) => start.rested(bertaWithout),
    begin: ({ world, cast: { token, subject, roleId } }) => answered(world.call(assignRole, { token, params: { id: subject.userId }, body: { roleId } }), 202),
    fence: deleted, left: mayAudit,
  },
  role_revocation: {
    ready: (start) => start.rested(bertaWithRole),
    begin: ({ world, cast: { token, subject, roleId = '' } }) => answered(world.call(revokeRole, { token, params: { id: subject.userId, roleId }, body: { reason: 'moved' } }), 202),
    fence: deleted, granted: mayAudit,
  },
  deletion_notice: {
    ready: (start) => start.rested(somebodyActive),
    begin: ({ world, cast: { subject, token } }) => answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'moved away', gracePeriodSeconds: 86_400 } }), 202),
    fence: async ({ world, cast: { subject } }) => {
      await graceEnds(world, subject);
      await world.beginDueDeletions();
      await hasBegun(world, subject);
      // While it goes on notices about it may still begin.
      await isGone(world, subject);
    },
  },
  user_deletion: {
    ready: (start) => start.rested(somebodyToErase),
    begin: ({ world, cast: { subject, token } }) => answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'moved away', gracePeriodSeconds: 0 } }), 202),
    fence: ({ world, cast: { subject, token } }) => answered(world.call(requestDeletion, { token, params: { id: subject.userId }, body: { reason: 'once more' } }), 200, 404),
    granted: async ({ world, cast: { subject } }) => {
      const status = await accountStatus(world, subject);
      return status === 'deleting' || status === 'gone' ? [] : [`the account is ${status}`];
    },
  },
};

export const sceneOf = (workflow: WorkflowDeclaration): Scene => (workflow === heldDeletion ? heldErasure(sceneOf(workflowOf(workflow.type))) : scenes[workflow.type] ?? uponItsEvent(workflow));
