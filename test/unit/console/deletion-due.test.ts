import { daysBetween } from '../../../console/src/views/deletions/due.ts';

/** Days of the calendar, as somebody counts them who looks at one; not pieces of 24 hours. */
test.each([
  ['2026-11-26', '2026-12-26', 30], ['2026-11-26', '2026-11-26', 0], ['2026-11-26', '2026-11-27', 1], ['2026-11-26', '2026-11-25', -1],
  ['2026-02-28', '2026-03-31', 31], ['2028-02-28', '2028-03-01', 2], ['2026-12-31', '2027-01-01', 1], ['2026-03-28', '2026-03-30', 2],
])('from %s to %s it is %d', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
