import * as fc from 'fast-check';
import { LOOK_AFTER_MS, nextLook, verdictOn, watchedFrom, type ExecutionState, type Looked } from '../../../lambdas/domain/reconciliation.ts';
import { isInFlight, runStatuses } from '../../../lambdas/domain/run.ts';

const now = new Date('2026-03-02T08:00:00.000Z');
const [before, after] = ['2026-03-02T07:59:59.999Z', '2026-03-02T08:00:00.001Z'];
const arn = 'arn:one';

test.each<[what: string, run: Looked, execution: ExecutionState, verdict: string]>([
  ['works, and its deadline is ahead', { status: 'RUNNING', deadlineAt: after, executionArn: arn }, 'RUNNING', 'look later'],
  ['works past its deadline', { status: 'RUNNING', deadlineAt: before, executionArn: arn }, 'RUNNING', 'time out'],
  ['is over at this very moment', { status: 'RUNNING', deadlineAt: now.toISOString(), executionArn: arn }, undefined, 'time out'],
  ['lost its execution', { status: 'RUNNING', deadlineAt: after, executionArn: arn }, 'ENDED', 'time out'],
  ['was taken up again and never started', { status: 'RUNNING', deadlineAt: after }, undefined, 'start the run'],
  ['was never started, and it is too late', { status: 'RUNNING', deadlineAt: before }, undefined, 'time out'],
  ['timed out, and nobody went on', { status: 'TIMED_OUT', deadlineAt: before, executionArn: arn }, 'RUNNING', 'go on failing'],
  ['is being undone', { status: 'COMPENSATING', deadlineAt: after, compensationArn: arn }, 'RUNNING', 'look later'],
  ['should be undone, and nobody does', { status: 'COMPENSATING', deadlineAt: after }, undefined, 'start the compensation'],
  ['was being undone by an execution that is gone', { status: 'COMPENSATING', deadlineAt: after, compensationArn: arn }, 'ENDED', 'give the compensation up'],
  ['is being undone for too long', { status: 'COMPENSATING', deadlineAt: before, compensationArn: arn }, 'RUNNING', 'give the compensation up'],
])('a run that %s', (_, run, execution, verdict) => {
  expect(verdictOn(run, execution, now)).toBe(verdict);
});

test('nobody touches what is at rest or waits', () => {
  for (const status of runStatuses.filter((each) => !isInFlight(each) || each === 'WAITING'))
    expect(verdictOn({ status, deadlineAt: before }, 'ENDED', now)).toBe('leave');
});

test('a healthy run is never touched, however slow, and looked at ever more rarely', () => {
  fc.assert(fc.property(fc.integer({ min: 1_000, max: 86_400_000 }), (deadline) => {
    let { dueAt, deadlineAt } = watchedFrom(now, deadline);
    let looks = 0;
    while (dueAt < deadlineAt) {
      looks += 1;
      expect(verdictOn({ status: 'RUNNING', deadlineAt, executionArn: arn }, 'RUNNING', new Date(dueAt))).toBe('look later');
      const next = nextLook(now, new Date(dueAt), deadlineAt);
      expect(next > dueAt).toBe(true);
      dueAt = next;
    }
    expect(looks).toBeLessThanOrEqual(5 + deadline / (15 * 60_000));
    expect(dueAt).toBe(deadlineAt);
  }));
});

test('a short run ends before its first look', () => {
  expect(Date.parse(watchedFrom(now, 300_000).dueAt) - now.getTime()).toBe(LOOK_AFTER_MS);
  expect(watchedFrom(now, 5_000).dueAt).toBe('2026-03-02T08:00:05.000Z');
});
