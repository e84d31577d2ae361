import type { Bus } from '../../lambdas/adapters/bus.ts';
import { userActivated } from '../../lambdas/domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../lambdas/domain/events/event.ts';
import { describeContract, type UnlikeAws } from './contract.ts';
import type { BusEvent } from './memory-bus.ts';

export const TOO_LARGE = 'a call with an entry of more than 1 MB is refused, and nothing of it is published';

/** A bus with what happens behind it: the calls that it makes may fail, and so may single entries. */
export interface BusUnderTest {
  readonly bus: Bus;
  readonly published: () => Promise<readonly string[]>;
  readonly refuse: (eventId: string) => void;
  /** After so many calls the next one fails. */
  readonly breakAfter: (calls: number) => void;
}

const events = (count: number): readonly BusEvent[] => Array.from({ length: count }, (_, n) =>
  occurrence(userActivated, { tenantId: 'demo', aggregateId: 'usr_1', aggregateVersion: n + 1 }, causedByRequest('request-1'), { userId: 'usr_1' }, new Date()));
/** In which order rules hear of events, no bus promises. */
const idsOf = (all: readonly BusEvent[]): readonly string[] => all.map(({ detail }) => detail.eventId).toSorted();

export function describeBusContract(name: string, make: () => Promise<BusUnderTest>, unlikeAws: UnlikeAws = {}): void {
  describeContract(`the bus (${name})`, unlikeAws, (keeps) => {
    keeps('takes any number of events, and acknowledges each', async () => {
      const { bus, published } = await make();
      const all = events(23);
      expect(await bus.put(all)).toEqual(all.map(() => true));
      expect((await published()).toSorted()).toEqual(idsOf(all));
      expect(await bus.put([])).toEqual([]);
    });

    keeps('publishes an event once more that is put once more', async () => {
      const { bus, published } = await make();
      const all = events(1);
      await bus.put(all);
      await bus.put(all);
      expect(await published()).toEqual([...idsOf(all), ...idsOf(all)]);
    });

    keeps('says which entries it refused; their neighbours are published', async () => {
      const { bus, published, refuse } = await make();
      const all = events(12);
      const refused = [all[1], all[11]].flatMap((each) => each ?? []);
      for (const { detail } of refused) refuse(detail.eventId);
      expect(await bus.put(all)).toEqual(all.map((each) => !refused.includes(each)));
      expect((await published()).toSorted()).toEqual(idsOf(all.filter((each) => !refused.includes(each))));
    });

    keeps('fails as a whole when one of its calls fails; what went before stays published', async () => {
      const { bus, published, breakAfter } = await make();
      const all = events(15);
      breakAfter(1);
      await expect(bus.put(all)).rejects.toMatchObject({ name: 'InternalException' });
      expect((await published()).toSorted()).toEqual(idsOf(all.slice(0, 10)));
      expect(await bus.put(all)).toEqual(all.map(() => true));
    });

    keeps(TOO_LARGE, async () => {
      const { bus, published } = await make();
      const [small, large] = events(2) as [BusEvent, BusEvent];
      await expect(bus.put([small, { ...large, detail: { ...large.detail, data: { text: 'x'.repeat(1024 * 1024) } } }])).rejects.toThrow(Error);
      expect(await published()).toEqual([]);
    });
  });
}
