import { World, someone, TENANT } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { readRun } from '../../lambdas/adapters/run-ledger.ts';
import { requestPasswordReset, resendVerification, resetPassword } from '../../lambdas/api/auth/routes.ts';
import { requestDeletion } from '../../lambdas/api/deletion/routes.ts';
import { askAsAdministrator, withoutGrace } from '../support/deletions.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { assignRole, revokeRole } from '../../lambdas/api/roles/routes.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { unverifiedTouches } from '../../lambdas/kit/engine-touches.ts';
import { operationEntry } from '../../lib/entry-points.ts';
import { workflowOf, type ProcessType } from '../../lambdas/workflows/index.ts';
import type { DeployedFunction } from '../support/function-host.ts';
import { unrestIn } from '../support/picture.ts';

type Act = (world: World, subject: Subject) => Promise<unknown>;
interface Begin { readonly before?: Act; readonly begin: Act }
const activate: Act = (world, subject) => world.verify(world.tokenOf(subject));
const unverifiedAccounts: DeployedFunction = { entry: operationEntry('unverified-accounts'), touches: unverifiedTouches };

const resetTokenIn = (world: World): string => world.mailbox.sent.flatMap(({ mail }) => /reset=([\w-]+)/.exec(mail.text)?.[1] ?? []).at(-1) ?? 'none';

/** How each process is set going by somebody. A process that is added has its line here. */
const begins: Readonly<Record<ProcessType, Begin>> = {
  user_registration: { begin: (world) => world.register({ ...someone, email: 'bert.berg@example.com' }) },
  account_activation: { begin: activate },
  known_address_notice: { begin: (world) => world.register(someone) },
  verification_resend: { begin: (world) => world.call(resendVerification, { body: { tenantId: TENANT, email: someone.email } }) },
  verification_reminder: { before: (world) => world.time.pass(19 * 3_600_000), begin: (world) => world.host.invoke(unverifiedAccounts, {}) },
  password_reset: { before: activate, begin: (world) => world.call(requestPasswordReset, { body: { tenantId: TENANT, email: someone.email } }) },
  password_changed_notice: { before: async (world, subject) => {
    await activate(world, subject);
    await world.settle();
    await world.call(requestPasswordReset, { body: { tenantId: TENANT, email: someone.email } });
  }, begin: (world) => world.call(resetPassword, { body: { token: resetTokenIn(world), password: 'another passphrase, also long' } }) },
  user_deletion: {
    before: activate,
    begin: async (world, subject) => {
      withoutGrace(world);
      return askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
    },
  },
  deletion_notice: {
    before: activate,
    begin: async (world, { userId }) => world.call(requestDeletion, { token: await world.administratorSession(), params: { id: userId }, body: { reason: 'moved', gracePeriodSeconds: 86_400 } }),
  },
  invitation: { begin: async (world) => world.call(createInvitation, { token: await world.administratorSession(), body: { email: 'guest@example.org' } }) },
  role_assignment: {
    before: activate,
    begin: async (world, { userId }) => world.call(assignRole, { token: await world.administratorSession(), params: { id: userId }, body: { roleId: 'administrator' } }),
  },
  role_revocation: {
    before: activate,
    begin: async (world, { userId }) => world.call(revokeRole, { token: await world.administratorSession(), params: { id: userId, roleId: 'member' }, body: { reason: 'moved' } }),
  },
};

let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
  await world.settle();
});
afterEach(() => world.end());

/** The run of the last event that starts the process. */
async function lastRun(type: ProcessType) {
  const trigger = world.eventsOf(workflowOf(type).startsOn.name).at(-1);
  if (!trigger) throw new Error(`nothing of ${type} was published`);
  return readRun(world.store, runIdOf(type, trigger.detail.eventId));
}

test.each(Object.entries(begins) as [ProcessType, (typeof begins)[ProcessType]][])('%s: its event is published and its rule fails; the sweeper finds it and it runs, once', async (type, { before, begin }) => {
  await before?.(world, subject);
  await world.settle();
  world.triggersToLose = 1;
  await begin(world, subject);
  await world.settle();
  expect([world.triggersToLose, await lastRun(type)]).toEqual([0, undefined]);
  expect(await world.sweep()).toEqual({ republished: 1 });
  expect(await lastRun(type)).toMatchObject({ type, status: 'COMPLETED', attempt: 1 });
  expect(await world.sweep()).toEqual({ republished: 0 });
  expect(await unrestIn(world)).toEqual([]);
});
