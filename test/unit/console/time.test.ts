import { countText, dateAndClock, durationText, momentText } from '../../../console/src/time/format.ts';
import { midnight } from '../../../console/src/time/midnight.ts';
import { scaleOf } from '../../../console/src/views/run/time-scale.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 10, 26, 12, 0, 5);

test.each([
  [0, '0 ms', '0 毫秒'], [340, '340 ms', '340 毫秒'], [4_100, '4.1 s', '4.1 秒'], [9_960, '10 s', '10 秒'], [41_000, '41 s', '41 秒'],
  [2 * minute + 5_000, '2 min 5 s', '2 分 5 秒'], [hour, '1 h', '1 小时'], [3 * hour + 12 * minute, '3 h 12 min', '3 小时 12 分'],
  [52 * hour, '2 d 4 h', '2 天 4 小时'],
])('%i milliseconds are told in two units at the most', (ms, en, zh) => {
  expect([durationText(ms, 'en'), durationText(ms, 'zh-CN')]).toEqual([en, zh]);
});

test('what counts every second has no fractions', () => {
  expect([countText(4_900, 'en'), countText(-5, 'en'), countText(61_000, 'zh-CN')]).toEqual(['4 s', '0 s', '1 分 1 秒']);
});

test('a time of today is its clock, one of another day has its date, both in the zone of the page', () => {
  expect(momentText(noon, 'Asia/Shanghai', noon + hour)).toBe('20:00:05');
  expect(momentText(noon - 24 * hour, 'Asia/Shanghai', noon)).toBe('2026-11-25 20:00');
  expect(dateAndClock(noon, 'UTC')).toBe('2026-11-26 12:00:05');
});

test.each([['UTC', '2026-11-26T00:00:00.000Z'], ['Asia/Shanghai', '2026-11-25T16:00:00.000Z'], ['Asia/Kathmandu', '2026-11-25T18:15:00.000Z']])('the day in %s began at %s', (zone, at) => {
  expect(new Date(midnight(noon, zone)).toISOString()).toBe(at);
});

describe('a scale of time', () => {
  test('is in proportion', () => {
    const { place, folds } = scaleOf({ from: 0, to: 1_000 }, [{ from: 0, to: 1_000 }]);
    expect([folds, place(0), place(250), place(1_000)]).toEqual([[], 0, 25, 100]);
  });

  test('folds two hours in which nothing worked, and keeps what worked legible', () => {
    const { place, folds } = scaleOf({ from: 0, to: 2 * hour + 4_000 }, [{ from: 0, to: 2_000 }, { from: 2 * hour + 2_000, to: 2 * hour + 4_000 }]);
    expect(folds.map(({ from, to }) => [from, to])).toEqual([[2_000, 2 * hour + 2_000]]);
    expect([place(2_000), place(2 * hour + 2_000), place(2 * hour + 4_000)].map(Math.round)).toEqual([48, 53, 100]);
  });

  test('never leads backwards', () => {
    const { place } = scaleOf({ from: 0, to: 3 * hour }, [{ from: 0, to: minute }, { from: 2 * hour, to: 3 * hour }]);
    const places = Array.from({ length: 200 }, (_, at) => place((at * 3 * hour) / 200));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});
