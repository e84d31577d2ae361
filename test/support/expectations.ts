import { authorizationKey, profileKey, readAdministrators, roleBindingKey, type Subject } from '../../lambdas/adapters/identity.ts';
import type { Item } from '../../lambdas/adapters/store.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { stepsOf, type StepDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflowOf, workflows } from '../../lambdas/workflows/index.ts';
import type { World } from './world.ts';

export interface EveryStep { readonly type: string; readonly step: string; readonly criticality: StepDeclaration['criticality'] }
/** Every declared step: a new one cannot be added without its rows. */
export const everyStep: readonly EveryStep[] = workflows.flatMap((workflow) => stepsOf(workflow).map(({ step, criticality }) => ({ type: workflow.type, step, criticality })));

/** Waits for everything, clicks the link of the mail, and waits again. */
export async function liveThrough(world: World, subject: Subject): Promise<void> {
  await world.settle();
  await world.verify(world.tokenOf(subject));
  await world.settle();
}

/** The person is in, and every effect of both processes is there exactly once. */
export async function expectRegisteredOnce(world: World, subject: Subject, { verificationMails = 1 } = {}): Promise<void> {
  const runs = await Promise.all(['user_registration', 'account_activation'].map((type) => world.runOf(type, subject)));
  expect(runs.map(({ type, status }) => [type, status])).toEqual([['user_registration', 'COMPLETED'], ['account_activation', 'COMPLETED']]);
  for (const run of runs) {
    expect(run.steps.map(({ step, status }) => `${step} ${status}`).toSorted()).toEqual(stepsOf(workflowOf(run.type)).map(({ step }) => `${step} DONE`).toSorted());
    for (const { attempts, startedAt, finishedAt } of run.steps) {
      expect(attempts).toBeGreaterThanOrEqual(1);
      expect(Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '')).toBeGreaterThanOrEqual(0);
    }
  }
  await expectEffectsOfRegistration(world, subject, verificationMails);
  await expectEffectsOfActivation(world, subject);
  await expectAtRest(world);
}

export async function expectEffectsOfRegistration(world: World, subject: Subject, verificationMails = 1): Promise<void> {
  expect(await world.store.get('identity', authorizationKey(subject))).toMatchObject({ roleIds: ['member'], permissions: ['records:read', 'records:write'], permissionEpoch: 1 });
  expect(await world.store.get('identity', roleBindingKey(subject, 'member'))).toMatchObject({ version: 1 });
  expect(await world.store.get('identity', profileKey(subject))).toBeDefined();
  expect(audited(world, subject, 'registration.recorded')).toHaveLength(1);
  const verifications = mailsTo(world, subject, 'verify');
  expect(verifications.length).toBeGreaterThanOrEqual(1);
  expect(verifications.length).toBeLessThanOrEqual(verificationMails);
  expect(new Set(verifications.map(({ mail }) => /token=([\w-]+)/.exec(mail.text)?.[1])).size).toBe(1);
  expect(mailsTo(world, subject, 'welcome')).toHaveLength(1);
}

async function expectEffectsOfActivation(world: World, subject: Subject): Promise<void> {
  expect(await world.user(subject)).toMatchObject({ status: 'active', provisioned: true, emailVerified: true });
  expect(await world.store.get('identity', authorizationKey(subject))).toMatchObject({ status: 'active' });
  expect(audited(world, subject, 'account.activated')).toHaveLength(1);
  const administrators = await readAdministrators(world.store, subject.tenantId);
  const told = world.mailbox.sent.filter(({ mail }) => mail.text.includes(subject.userId));
  expect(told.map(({ userId }) => userId)).toEqual(administrators.map(({ userId }) => userId));
}

export const audited = (world: World, { userId }: Subject, action: string): readonly Item[] =>
  world.tables.items('audit').filter((item) => item['subject'] === userId && item['action'] === action);

export const mailsTo = (world: World, { userId }: Subject, word: string): World['mailbox']['sent'] => world.mails(word).filter((mail) => mail.userId === userId);

/**
 * Conservation: every event that starts a process has exactly one run and waits for nothing, every run has an end, every
 * parked one a dead letter, versions are unique, and the sums are what a recount gives.
 */
export async function expectAtRest(world: World, { runsUnderWay = 0, undelivered = 0 } = {}): Promise<void> {
  const events = world.tables.items('events');
  const runs = world.tables.items('ledger').filter(({ sk }) => sk === 'RUN');
  const expected = events.flatMap(({ type, eventId }) => workflows.filter(({ startsOn }) => startsOn.name === type).map((workflow) => runIdOf(workflow.type, String(eventId))));
  expect(events.filter((event) => 'pendingShard' in event || 'unclaimedShard' in event)).toEqual([]);
  expect(runs.map(({ pk }) => pk).toSorted()).toEqual(expected.map((runId) => `RUN#${runId}`).toSorted());
  expect(runs.filter(({ status }) => status === 'RUNNING')).toHaveLength(runsUnderWay);
  expect(world.machines.executions.filter(({ status }) => status === 'RUNNING')).toEqual([]);
  expect(world.machines.deadLetters.map(({ body }) => body['runId']).toSorted()).toEqual(runs.filter(({ status }) => status === 'PARKED').map(({ runId }) => runId).toSorted());
  expect(world.undelivered).toHaveLength(undelivered);
  expectVersionsUnique(world);
  const counted = world.tables.items('ledger').filter(({ sk, status }) => sk === 'STEP#UpdateTenantStatistics' && status === 'DONE');
  expect(await world.registrationsCounted()).toEqual({ registrations: counted.length });
}

/** On the bus an event may come again, but a version of an aggregate is one event, and every event is in the store. */
function expectVersionsUnique(world: World): void {
  const byVersion = Map.groupBy(world.bus.events, ({ detail }) => `${detail.aggregateId} ${detail.aggregateVersion}`);
  expect([...byVersion.values()].filter((events) => new Set(events.map(({ detail }) => detail.eventId)).size > 1)).toEqual([]);
  expect(new Set(world.bus.events.map(({ detail }) => detail.eventId))).toEqual(new Set(world.tables.items('events').filter(({ publishedAt }) => publishedAt).map(({ eventId }) => eventId)));
}
