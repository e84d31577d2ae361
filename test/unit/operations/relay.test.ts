import '../../support/environment.ts';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { appended, eventKey } from '../../../lambdas/adapters/event-store.ts';
import { userCreated, userWelcomeEmailSent } from '../../../lambdas/domain/events/catalogue.ts';
import { causedByRequest, occurrence, type DomainEvent } from '../../../lambdas/domain/events/event.ts';
import { handler as relay } from '../../../lambdas/operations/relay.ts';
import { ListeningLog } from '../../support/listening-log.ts';
import { MemoryBus } from '../../support/memory-bus.ts';
import { MemoryTables } from '../../support/memory-store.ts';

const context = { awsRequestId: 'request-1', functionName: 'relay' } as Context;
const event = (version: number): DomainEvent => occurrence(version === 1 ? userCreated : userWelcomeEmailSent, { tenantId: 'demo', aggregateId: 'usr_1', aggregateVersion: version }, causedByRequest('request-1'), { userId: 'usr_1' }, new Date());

let tables: MemoryTables;
let bus: MemoryBus;
let records: DynamoDBRecord[];
let log: ListeningLog;
beforeEach(() => {
  tables = new MemoryTables();
  bus = new MemoryBus();
  records = [];
  log = new ListeningLog();
  tables.onStream = (record) => records.push(record);
});
afterEach(() => log.end());
const relayed = (these: readonly DynamoDBRecord[] = records): Promise<unknown> => relay.with({ store: tables.store(), bus })({ Records: these }, context);
const stored = ({ detail }: DomainEvent) => tables.store().get('events', eventKey(detail));

test('what was appended is published as it was written, in order, and marked', async () => {
  const events = [event(1), event(2)];
  for (const each of events) await tables.store().transact([appended(each)]);
  await relayed();
  expect(bus.events).toEqual(events.map(({ type, detail }) => ({ type, detail })));
  for (const each of events) {
    expect(await stored(each)).toMatchObject({ publishedAt: expect.any(String) as string });
    expect(await stored(each)).not.toHaveProperty('pendingShard');
  }
});

test('its own marks, and what is deleted, go nowhere', async () => {
  await tables.store().transact([appended(event(1))]);
  await relayed();
  await tables.store().transact([{ table: 'events', delete: eventKey(event(1).detail) }]);
  await relayed(records.slice(1));
  expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
  expect(bus.events).toHaveLength(1);
});

test('a batch of which the bus refuses one entry is published but for that one', async () => {
  const events = [event(1), event(2), event(3)];
  for (const each of events) await tables.store().transact([appended(each)]);
  bus.refuseNext(({ detail }) => detail.aggregateVersion === 2);
  await relayed();
  expect((await Promise.all(events.map(stored))).map((item) => item !== undefined && 'pendingShard' in item)).toEqual([false, true, false]);
});

test('a bus that is down fails the batch, and nothing is marked', async () => {
  await tables.store().transact([appended(event(1))]);
  bus.outage(1);
  await expect(relayed()).rejects.toMatchObject({ name: 'InternalException' });
  expect(await stored(event(1))).toHaveProperty('pendingShard');
});

test('an event that expired before it was marked is no trouble', async () => {
  await tables.store().transact([appended(event(1))]);
  await tables.store().transact([{ table: 'events', delete: eventKey(event(1).detail) }]);
  await relayed(records.slice(0, 1));
  expect(bus.events).toHaveLength(1);
  expect(await stored(event(1))).toBeUndefined();
});

test('an empty batch costs nothing', async () => {
  await relayed([]);
  expect(bus.events).toEqual([]);
});
