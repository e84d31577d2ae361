import '../../support/environment.ts';
import { countReconciliation, countRunMoved, countStepsParked } from '../../../lambdas/kit/metrics.ts';
import { ListeningLog } from '../../support/listening-log.ts';

let log: ListeningLog;
beforeEach(() => { log = new ListeningLog(); });
afterEach(() => log.end());

interface Line { readonly _aws: { readonly Timestamp: number; readonly CloudWatchMetrics: readonly unknown[] } }

/** The one line that was written: what CloudWatch is told to read, and the values that it reads. */
function written(): { readonly told: unknown; readonly values: unknown; readonly at: number } {
  expect(log.lines).toHaveLength(1);
  const { _aws: { Timestamp: at, CloudWatchMetrics: [told, ...more] }, ...values } = JSON.parse(log.lines[0] ?? '') as Line;
  expect(more).toEqual([]);
  return { told, values, at };
}

test('a run that moves is counted by stage, process and the state that it is in now', () => {
  countRunMoved({ type: 'user_registration', to: 'COMPENSATION_FAILED' });
  const { told, values, at } = written();
  expect(told).toEqual({ Namespace: 'BusinessProcesses', Dimensions: [['stage', 'type', 'status']], Metrics: [{ Name: 'RunsMoved', Unit: 'Count' }] });
  expect(values).toEqual({ stage: 'test', type: 'user_registration', status: 'COMPENSATION_FAILED', RunsMoved: 1 });
  expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
});

test('how long a run took is told by process, whatever it ended as', () => {
  countRunMoved({ type: 'user_registration', to: 'COMPLETED', durationMs: 1_234 });
  const { told, values } = written();
  expect(told).toEqual({
    Namespace: 'BusinessProcesses', Dimensions: [['stage', 'type', 'status'], ['stage', 'type']],
    Metrics: [{ Name: 'RunsMoved', Unit: 'Count' }, { Name: 'RunDuration', Unit: 'Milliseconds' }],
  });
  expect(values).toEqual({ stage: 'test', type: 'user_registration', status: 'COMPLETED', RunsMoved: 1, RunDuration: 1_234 });
});

test('a run that took no time at all has a duration too', () => {
  countRunMoved({ type: 'user_registration', to: 'COMPLETED', durationMs: 0 });
  expect(written().values).toMatchObject({ RunDuration: 0 });
});

test('steps that are parked are counted by process', () => {
  countStepsParked('user_registration', 2);
  const { told, values } = written();
  expect(told).toEqual({ Namespace: 'BusinessProcesses', Dimensions: [['stage', 'type']], Metrics: [{ Name: 'StepsParked', Unit: 'Count' }] });
  expect(values).toEqual({ stage: 'test', type: 'user_registration', StepsParked: 2 });
});

test('a pass of the reconciler tells how late it was, what it mended, kind by kind, and what waits for people', () => {
  countReconciliation({ lagSeconds: 7, repairs: { 'timed out': 2, restarted: 1 }, openDeadLetters: 4, oldestDeadLetterSeconds: 86_500 });
  const { told, values } = written();
  expect(told).toMatchObject({ Namespace: 'BusinessProcesses', Dimensions: [['stage']] });
  expect(values).toEqual({
    stage: 'test', ReconcilerPasses: 1, ReconcilerLag: 7, ReconcilerRepairs: 3, 'ReconcilerRepairs.timed out': 2, 'ReconcilerRepairs.restarted': 1,
    DeadLettersOpen: 4, OldestDeadLetter: 86_500,
  });
});

test('a pass that mended nothing says so: silence would look like no pass at all', () => {
  countReconciliation({ lagSeconds: 0, repairs: {}, openDeadLetters: 0, oldestDeadLetterSeconds: 0 });
  expect(written().values).toEqual({ stage: 'test', ReconcilerPasses: 1, ReconcilerLag: 0, ReconcilerRepairs: 0, DeadLettersOpen: 0, OldestDeadLetter: 0 });
});

test('nothing of one line is left in the next', () => {
  countRunMoved({ type: 'user_registration', to: 'PARKED' });
  countStepsParked('account_activation', 1);
  expect(JSON.parse(log.lines[1] ?? '')).not.toHaveProperty('status');
  expect(log.lines).toHaveLength(2);
});
