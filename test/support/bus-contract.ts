import type { Bus } from '../../lambdas/adapters/bus.ts';
import { userActivated } from '../../lambdas/domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../lambdas/domain/events/event.ts';
import type { BusEvent } from './memory-bus.ts';

/** A bus with what happens behind it: the calls that it makes may fail, and so may single entries. */
export interface BusUnderTest {
  readonly bus: Bus;
  readonly published: () => readonly string[];
  readonly refuse: (eventId: string) => void;
  /** After so many calls the next one fails. */
  readonly breakAfter: (calls: number) => void;
}

const events = (count: number): readonly BusEvent[] => Array.from({ length: count }, (_, n) =>
  occurrence(userActivated, { tenantId: 'demo', aggregateId: 'usr_1', aggregateVersion: n + 1 }, causedByRequest('request-1'), { userId: 'usr_1' }, new Date()));
const idsOf = (all: readonly BusEvent[]): readonly string[] => all.map(({ detail }) => detail.eventId);

/** What the twin and the adapter over EventBridge keep. The local AWS takes everything, so it can show none of it. */
export function describeBusContract(name: string, make: () => BusUnderTest): void {
  describe(`the bus (${name})`, () => {
    test('takes any number of events, in order, and acknowledges each', async () => {
      const { bus, published } = make();
      const all = events(23);
      expect(await bus.put(all)).toEqual(all.map(() => true));
      expect(published()).toEqual(idsOf(all));
      expect(await bus.put([])).toEqual([]);
    });

    test('says which entries it refused; their neighbours are published', async () => {
      const { bus, published, refuse } = make();
      const all = events(12);
      const [, second = '', , , , , , , , , , twelfth = ''] = idsOf(all);
      refuse(second);
      refuse(twelfth);
      expect(await bus.put(all)).toEqual(all.map((_, position) => position !== 1 && position !== 11));
      expect(published()).toEqual(idsOf(all).filter((id) => id !== second && id !== twelfth));
    });

    test('fails as a whole when one of its calls fails; what went before stays published', async () => {
      const { bus, published, breakAfter } = make();
      const all = events(15);
      breakAfter(1);
      await expect(bus.put(all)).rejects.toMatchObject({ name: 'InternalException' });
      expect(published()).toEqual(idsOf(all.slice(0, 10)));
      expect(await bus.put(all)).toEqual(all.map(() => true));
    });
  });
}
