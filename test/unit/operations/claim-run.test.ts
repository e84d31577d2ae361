import '../../support/environment.ts';
import type { Context } from 'aws-lambda';
import { userKey } from '../../../lambdas/adapters/identity.ts';
import { appended, eventKey } from '../../../lambdas/adapters/event-store.ts';
import { readRun, runKey } from '../../../lambdas/adapters/run-ledger.ts';
import { invitationCreated, userCreated } from '../../../lambdas/domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../../lambdas/domain/events/event.ts';
import { runIdOf } from '../../../lambdas/domain/run.ts';
import { reservedVersions } from '../../../lambdas/kit/workflow.ts';
import { handler } from '../../../lambdas/operations/claim-run.ts';
import { userRegistration } from '../../../lambdas/workflows/user-registration/workflow.ts';
import { ListeningLog } from '../../support/listening-log.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const subject = { tenantId: 'demo', userId: 'usr_1' };
const event = occurrence(userCreated, { tenantId: 'demo', aggregateId: 'usr_1', aggregateVersion: 1 }, causedByRequest('request-1'), { userId: 'usr_1' }, new Date());
const runId = runIdOf('user_registration', event.detail.eventId);
const context = { awsRequestId: 'request-1', functionName: 'claim' } as Context;

let tables: MemoryTables;
let log: ListeningLog;
beforeEach(async () => {
  tables = new MemoryTables();
  log = new ListeningLog();
  await tables.store().transact([appended(event)]);
  account('pending_verification');
});
afterEach(() => log.end());

const account = (status: string): void => tables.overwrite('identity', userKey(subject), {
  status, version: 1, provisioned: false, emailVerified: false, activationRequested: false, personal: '', evidence: '', blindIndex: 'address', createdAt: '2026-03-02T08:00:00.000Z' });
const claim = (executionArn = 'arn:one', attempt?: number): Promise<unknown> =>
  handler.with({ store: tables.store() })({ event: { 'detail-type': 'user.created', detail: event.detail, ...(attempt && { attempt }) }, executionArn }, context)
    .catch((error: unknown) => (error instanceof Error ? error.name : error));
const run = () => readRun(tables.store(), runId);
const eventInStore = () => tables.store().get('events', eventKey(event.detail));
const version = async (): Promise<unknown> => (await tables.store().get('identity', userKey(subject)))?.['version'];

test('the first execution to come has the run, and everything its steps need to know: ids', async () => {
  expect(await claim()).toEqual({
    runId, type: 'user_registration', attempt: 1, tenantId: 'demo', subject: 'usr_1', eventId: event.detail.eventId, correlationId: 'request-1', depth: 0, versionBase: 1, data: { userId: 'usr_1' } });
  expect(await run()).toMatchObject({ status: 'RUNNING', executionArn: 'arn:one', version: 1 });
  expect(await eventInStore()).not.toHaveProperty('unclaimedShard');
  expect(tables.items('events').filter(({ type }) => type === 'workflow.started')).toHaveLength(1);
});

test('versions for all events of the run are reserved at once', async () => {
  await claim();
  expect(await version()).toBe(1 + reservedVersions(userRegistration).end);
});

test('the same execution may ask again: its answer was lost', async () => {
  const first = await claim();
  expect(await claim()).toEqual(first);
  expect(await version()).toBe(1 + reservedVersions(userRegistration).end);
});

test('any other execution is a duplicate, also when both come at once', async () => {
  const outcomes = await Promise.all(['arn:one', 'arn:two', 'arn:three'].map((arn) => claim(arn)));
  expect(outcomes.filter((outcome) => outcome === 'DuplicateRun')).toHaveLength(2);
  expect(await claim('arn:four')).toBe('DuplicateRun');
});

test('a run that has ended is not begun again', async () => {
  await claim();
  tables.overwrite('ledger', runKey(runId), { status: 'COMPLETED' });
  expect(await claim()).toBe('DuplicateRun');
  expect(await claim('arn:two')).toBe('DuplicateRun');
});

test('a resumed run belongs to the first execution of its new attempt', async () => {
  await claim();
  tables.overwrite('ledger', runKey(runId), { attempt: 2 });
  await tables.store().update({ table: 'ledger', update: runKey(runId), remove: ['executionArn'] });
  expect(await claim('arn:old', 1)).toBe('DuplicateRun');
  expect(await claim('arn:two', 2)).toMatchObject({ runId, attempt: 2 });
  expect(await claim('arn:three', 2)).toBe('DuplicateRun');
  expect(await claim('arn:two', 2)).toMatchObject({ attempt: 2 });
});

test.each([
  ['deletion_pending', 'RunWaiting', 'WAITING'], ['deleting', 'Fenced', 'FENCED'], ['active', 'Fenced', 'FENCED'], ['registration_failed', 'Fenced', 'FENCED'],
])('an account that is %s: %s, and the run is on record as %s', async (status, error, recorded) => {
  account(status);
  expect(await claim()).toBe(error);
  expect(await run()).toMatchObject({ status: recorded, reason: expect.any(String) as string });
  expect(await version()).toBe(1);
  expect(await eventInStore()).not.toHaveProperty('unclaimedShard');
  expect(await claim()).toBe('DuplicateRun');
});

test('an account that is gone fences its run', async () => {
  await tables.store().transact([{ table: 'identity', delete: userKey(subject) }]);
  expect(await claim()).toBe('Fenced');
  expect(await run()).toMatchObject({ status: 'FENCED', finishedAt: expect.any(String) as string });
});

test('a subject that is no account is not looked for: its run begins, and its events are numbered on from the one that started it', async () => {
  await tables.store().transact([{ table: 'identity', delete: userKey(subject) }]);
  const invited = occurrence(invitationCreated, { tenantId: 'demo', aggregateId: 'inv_1', aggregateVersion: 1 }, causedByRequest('request-2'), { userId: 'inv_1' }, new Date());
  await tables.store().transact([appended(invited)]);
  const payload = { event: { 'detail-type': 'invitation.created', detail: invited.detail }, executionArn: 'arn:one' };
  expect(await handler.with({ store: tables.store() })(payload, context)).toMatchObject({ type: 'invitation', subject: 'inv_1', versionBase: 1, attempt: 1 });
  expect(tables.items('identity')).toEqual([]);
});

test('an account that changes at the last moment is read again', async () => {
  let changed = false;
  tables.interfere = (writes) => {
    if (changed || !writes.some((write) => 'update' in write && write.table === 'identity')) return;
    changed = true;
    account('deleting');
  };
  expect(await claim()).toBe('Fenced');
  expect(await run()).toMatchObject({ status: 'FENCED' });
});

test('an event that no process starts on, or that is none, is an error', async () => {
  const handle = handler.with({ store: tables.store() });
  await expect(handle({ event: { 'detail-type': 'user.activated', detail: event.detail }, executionArn: 'arn' }, context)).rejects.toMatchObject({ name: 'Error' });
  await expect(handle({ event: { 'detail-type': 'user.created', detail: { ...event.detail, email: 'anna@example.com' } }, executionArn: 'arn' }, context)).rejects.toMatchObject({ name: '$ZodError' });
  expect(tables.items('ledger')).toEqual([]);
});
