import * as fc from 'fast-check';
import { slotsOf, slotsWithin, statisticsWindows, type StatisticsWindow } from '../../../lambdas/domain/statistics-window.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const lengths = { '1h': HOUR, '24h': 24 * HOUR, '7d': 7 * 24 * HOUR } as const;
const slotLengths = { '1h': 5 * MINUTE, '24h': HOUR, '7d': HOUR } as const;
const windows = ['1h', '24h', '7d'] as const;

/** In how many places of a run that started then the window looks. */
const found = (window: StatisticsWindow, startedAt: number, now: number): number => {
  const { from, to } = slotsWithin(window, new Date(now));
  return slotsOf(new Date(startedAt).toISOString()).map(({ name }) => `${name}some_process`).filter((sk) => sk >= from && sk <= to).length;
};
const times = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });

test('a window holds what started within it, once', () => {
  fc.assert(fc.property(times, fc.constantFrom(...windows), fc.double({ min: 0, max: 1, noNaN: true }), (now, window, share) => {
    expect(found(window, now - Math.floor(share * lengths[window]), now)).toBe(1);
  }));
});

test('a window holds nothing that is older than it by a slot', () => {
  fc.assert(fc.property(times, fc.constantFrom(...windows), fc.nat(30 * 24 * HOUR), (now, window, older) => {
    expect(found(window, now - lengths[window] - slotLengths[window] - older, now)).toBe(0);
  }));
});

test.each([
  ['1h', '2026-03-02T08:07:30.000Z', '2026-03-02T07:05:00.000Z', '2026-03-02T07:04:59.999Z'],
  ['1h', '2026-03-02T08:05:00.000Z', '2026-03-02T07:05:00.000Z', '2026-03-02T07:04:59.999Z'],
  ['1h', '2026-03-02T00:01:00.000Z', '2026-03-01T23:00:00.000Z', '2026-03-01T22:59:59.999Z'],
  ['24h', '2026-03-01T08:59:59.999Z', '2026-02-28T08:00:00.000Z', '2026-02-28T07:59:59.999Z'],
  ['7d', '2026-03-02T08:00:00.000Z', '2026-02-23T08:00:00.000Z', '2026-02-23T07:59:59.999Z'],
] as const)('%s at %s begins at %s', (window, now, first, tooOld) => {
  expect([found(window, Date.parse(first), Date.parse(now)), found(window, Date.parse(tooOld), Date.parse(now))]).toEqual([1, 0]);
});

test('what a clock that is ahead has started is in every window', () => {
  const now = Date.UTC(2026, 2, 2, 7, 59, 59, 900);
  expect(statisticsWindows.map((window) => found(window, now + 2_000, now))).toEqual([1, 1, 1, 1]);
});

test('all holds everything, however old', () => {
  expect(found('all', Date.UTC(2020, 0, 1), Date.UTC(2026, 0, 1))).toBe(1);
});

test('a slot is kept until no window looks at it any more, and not much longer', () => {
  fc.assert(fc.property(times, (startedAt) => {
    const [lifetime, hour, fiveMinutes] = slotsOf(new Date(startedAt).toISOString());
    expect(lifetime?.expiresAt).toBeUndefined();
    for (const [slot, window] of [[hour, '7d'], [fiveMinutes, '1h']] as const) {
      const expires = (slot?.expiresAt ?? NaN) * 1000;
      expect(found(window, startedAt, expires)).toBe(0);
      expect(expires - startedAt).toBeGreaterThan(lengths[window]);
      expect(expires - startedAt).toBeLessThanOrEqual(lengths[window] + 25 * HOUR);
    }
  }));
});
