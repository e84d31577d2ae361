import { appended, eventKey, eventsOf } from '../../../lambdas/adapters/event-store.ts';
import { ConditionFailed } from '../../../lambdas/adapters/store.ts';
import { userActivated, userEmailVerified } from '../../../lambdas/domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../../lambdas/domain/events/event.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const aggregate = { tenantId: 'demo', aggregateId: 'usr_1', aggregateVersion: 7 };
const cause = causedByRequest('request-1');

test('history is appended to and never written over: a version of an aggregate is one event', async () => {
  const store = new MemoryTables().store();
  const first = occurrence(userEmailVerified, aggregate, cause, { userId: 'usr_1' }, new Date());
  await store.transact([appended(first)]);
  const second = occurrence(userActivated, aggregate, cause, { userId: 'usr_1' }, new Date());
  await expect(store.transact([appended(second)])).rejects.toBeInstanceOf(ConditionFailed);
  expect(await store.get('events', eventKey(aggregate))).toMatchObject({ type: 'user.email_verified', eventId: first.detail.eventId });
  expect((await eventsOf(store, aggregate, { limit: 10 })).items).toHaveLength(1);
});
