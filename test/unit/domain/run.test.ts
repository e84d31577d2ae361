import { runIdOf, runStatuses, transitions, type RunStatus } from '../../../lambdas/domain/run.ts';

test('an end is an end', () => {
  for (const end of ['COMPLETED', 'COMPENSATED', 'FENCED', 'CANCELLED'] as const) expect(transitions[end]).toEqual([]);
});

test('what a completed run has parked may be taken up, and nothing else follows', () => {
  expect(transitions.COMPLETED_WITH_WARNINGS).toEqual(['RUNNING']);
});

test('whatever is not an end leads to one', () => {
  const reaches = (from: RunStatus, seen: readonly RunStatus[] = []): boolean =>
    transitions[from].length === 0 || transitions[from].some((to) => !seen.includes(to) && reaches(to, [...seen, from]));
  expect(runStatuses.filter((status) => !reaches(status))).toEqual([]);
});

test('a run never becomes what it is', () => {
  expect(runStatuses.filter((status) => transitions[status].includes(status))).toEqual([]);
});

test('an event of one type has one run', () => {
  expect(runIdOf('user_registration', 'e-1')).toBe('user_registration-e-1');
});
