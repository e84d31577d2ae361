import { World, someone, TENANT } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { readRun } from '../../lambdas/adapters/run-ledger.ts';
import { resendVerification } from '../../lambdas/api/auth/routes.ts';
import { createInvitation } from '../../lambdas/api/invitations/routes.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { workflowOf, type ProcessType } from '../../lambdas/workflows/index.ts';
import { unrestIn } from '../support/picture.ts';

/** How each process is set going by somebody. A process that is added has its line here. */
const begins: Readonly<Record<ProcessType, (world: World, subject: Subject) => Promise<unknown>>> = {
  user_registration: (world) => world.register({ ...someone, email: 'bert.berg@example.com' }),
  account_activation: (world, subject) => world.verify(world.tokenOf(subject)),
  known_address_notice: (world) => world.register(someone),
  verification_resend: (world) => world.call(resendVerification, { body: { tenantId: TENANT, email: someone.email } }),
  invitation: async (world) => world.call(createInvitation, { token: await world.administratorSession(), body: { email: 'guest@example.org' } }),
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

test.each(Object.entries(begins) as [ProcessType, (typeof begins)[ProcessType]][])('%s: its event is published and its rule fails; the sweeper finds it and it runs, once', async (type, begin) => {
  world.triggersToLose = 1;
  await begin(world, subject);
  await world.settle();
  expect([world.triggersToLose, await lastRun(type)]).toEqual([0, undefined]);
  expect(await world.sweep()).toEqual({ republished: 1 });
  expect(await lastRun(type)).toMatchObject({ type, status: 'COMPLETED', attempt: 1 });
  expect(await world.sweep()).toEqual({ republished: 0 });
  expect(await unrestIn(world)).toEqual([]);
});
