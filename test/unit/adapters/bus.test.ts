import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventBridge } from '../../../lambdas/adapters/bus.ts';
import { EVENT_SOURCE } from '../../../lambdas/domain/events/source.ts';
import { describeBusContract, type BusUnderTest } from '../../support/bus-contract.ts';
import { MemoryBus } from '../../support/memory-bus.ts';

describeBusContract('twin in memory', () => {
  const bus = new MemoryBus();
  return Promise.resolve({
    bus, published: () => Promise.resolve(bus.events.map(({ detail }) => detail.eventId)),
    refuse: (eventId) => bus.refuseNext(({ detail }) => detail.eventId === eventId), breakAfter: (calls) => bus.outage(1, calls),
  });
});

type Entries = NonNullable<PutEventsCommand['input']['Entries']>;
/** EventBridge by its documentation: ten entries and a megabyte a call at the most, and an error of an entry under a 200. */
function bridge(): BusUnderTest & { readonly calls: readonly Entries[] } {
  const published: string[] = [];
  const refused = new Set<string>();
  const calls: Entries[] = [];
  let broken = Infinity;
  const send = ({ input: { Entries = [] } }: PutEventsCommand): Promise<object> => {
    if (Entries.length > 10 || Entries.reduce((sum, { Detail = '' }) => sum + Buffer.byteLength(Detail), 0) > 1024 * 1024) return Promise.reject(Object.assign(new Error('too many'), { name: 'ValidationException' }));
    if (calls.length === broken) {
      broken = Infinity;
      return Promise.reject(Object.assign(new Error('down'), { name: 'InternalException' }));
    }
    calls.push(Entries);
    const ids = Entries.map(({ Detail = '{}' }) => (JSON.parse(Detail) as { eventId: string }).eventId);
    published.push(...ids.filter((id) => !refused.has(id)));
    return Promise.resolve({ FailedEntryCount: 0, Entries: ids.map((id) => (refused.delete(id) ? { ErrorCode: 'InternalFailure', ErrorMessage: 'no' } : { EventId: `aws-${id}` })) });
  };
  return {
    bus: eventBridge({ send } as unknown as EventBridgeClient, () => 'bus'), calls,
    published: () => Promise.resolve(published), refuse: (eventId) => refused.add(eventId), breakAfter: (many) => { broken = many; },
  };
}
describeBusContract('adapter over a client', () => Promise.resolve(bridge()));

test('an entry says whose it is and of what kind, and holds the event as it is', async () => {
  const { bus, calls } = bridge();
  const detail = { eventId: 'evt-1', schemaVersion: 1, tenantId: 'demo', aggregateId: 'usr_1', aggregateVersion: 1, correlationId: 'c', causationId: 'c', depth: 0, occurredAt: '2026-03-02T08:00:00.000Z', data: { userId: 'usr_1' } };
  await bus.put([{ type: 'user.activated', detail }]);
  expect(calls).toEqual([[{ EventBusName: 'bus', Source: EVENT_SOURCE, DetailType: 'user.activated', Detail: JSON.stringify(detail) }]]);
});
