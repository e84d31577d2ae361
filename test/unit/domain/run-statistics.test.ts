import * as fc from 'fast-check';
import { runStatuses } from '../../../lambdas/domain/run.ts';
import { countersMoved, statisticsOf, sumOf, type Movement } from '../../../lambdas/domain/run-statistics.ts';
import { noTask } from '../../../lambdas/domain/tally.ts';

const statisticsAfter = (...movements: readonly Movement[]) => statisticsOf(sumOf(movements.map(countersMoved)), []);
const partsOf = (statistics: ReturnType<typeof statisticsOf>): number =>
  statistics.runningWorkflows + statistics.completedWorkflows + statistics.completedWithWarnings + statistics.compensatedWorkflows + statistics.failedWorkflows;

test('of nothing there are zeros and nulls', () => {
  expect(statisticsOf({}, ['AssignDefaultRole'])).toEqual({
    totalWorkflows: 0, runningWorkflows: 0, completedWorkflows: 0, completedWithWarnings: 0, compensatedWorkflows: 0, failedWorkflows: 0,
    averageExecutionTime: null, p50: null, p95: null, p99: null,
    byStatus: Object.fromEntries(runStatuses.map((status) => [status, 0])),
    taskSuccessRates: { AssignDefaultRole: { started: 0, succeeded: 0, failed: 0, retried: 0, successRate: null, averageDuration: null } },
  });
});

test.each([
  ['runningWorkflows', ['RUNNING', 'WAITING', 'COMPENSATING', 'TIMED_OUT']], ['completedWorkflows', ['COMPLETED']], ['completedWithWarnings', ['COMPLETED_WITH_WARNINGS']],
  ['compensatedWorkflows', ['COMPENSATED']], ['failedWorkflows', ['COMPENSATION_FAILED', 'PARKED', 'FENCED', 'CANCELLED']],
] as const)('%s are those that are %s', (part, statuses) => {
  for (const to of runStatuses) expect(statisticsAfter({ to })[part]).toBe(statuses.some((status) => status === to) ? 1 : 0);
});

test('a run that moves leaves where it was and stays one run', () => {
  const statistics = statisticsAfter({ to: 'RUNNING' }, { from: 'RUNNING', to: 'COMPLETED', completedIn: 1_000 });
  expect(statistics).toMatchObject({ totalWorkflows: 1, runningWorkflows: 0, completedWorkflows: 1, averageExecutionTime: 1_000 });
  expect(Math.abs((statistics.p95 ?? NaN) - 1_000)).toBeLessThanOrEqual(50);
});

test('a transition that was lost, or counted twice, shows: the parts no longer make the whole', () => {
  const twice = statisticsAfter({ to: 'RUNNING' }, { from: 'RUNNING', to: 'COMPLETED' }, { to: 'COMPLETED' });
  expect([twice.totalWorkflows, partsOf(twice)]).toEqual([2, 2]);
  const lost = statisticsOf({ ...countersMoved({ to: 'RUNNING' }), 'status:RUNNING': 0 }, []);
  expect(partsOf(lost)).not.toBe(lost.totalWorkflows);
});

test('however many runs are wherever, the parts add up', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...runStatuses)), (ends) => {
    const statistics = statisticsAfter(...ends.map((to) => ({ to })));
    expect([statistics.totalWorkflows, partsOf(statistics)]).toEqual([ends.length, ends.length]);
  }));
});

test('the success rate is of what was started, and the time of what has succeeded', () => {
  const tasks = { SendWelcomeEmail: { started: 4, succeeded: 3, failed: 1, retried: 6, duration: 900 } };
  expect(statisticsAfter({ from: 'RUNNING', to: 'COMPLETED_WITH_WARNINGS', tasks }).taskSuccessRates).toEqual({
    SendWelcomeEmail: { started: 4, succeeded: 3, failed: 1, retried: 6, successRate: 0.75, averageDuration: 300 },
  });
  expect(statisticsAfter({ to: 'COMPENSATING', tasks: { A: { ...noTask, started: 1, failed: 1 } } }).taskSuccessRates['A']).toMatchObject({ successRate: 0, averageDuration: null });
});

test('what changes nothing counts nothing', () => {
  expect(countersMoved({ from: 'PARKED', to: 'PARKED', tasks: { A: noTask } })).toEqual({});
});

test('sums of sums are sums, in any order', () => {
  const counters = fc.dictionary(fc.constantFrom('total', 'status:RUNNING', 'bucket:7'), fc.integer({ min: -5, max: 5 }));
  fc.assert(fc.property(fc.array(counters), fc.array(counters), (some, others) => {
    expect(sumOf([sumOf(others), sumOf(some)])).toEqual(sumOf([...some, ...others]));
  }));
});
