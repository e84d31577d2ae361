import * as fc from 'fast-check';
import { stepStatuses } from '../../../lambdas/domain/run.ts';
import { noTask, tallyDelta, tallyOf, taskCounts, type Tally } from '../../../lambdas/domain/tally.ts';

const done = { step: 'AssignDefaultRole', status: 'DONE', attempts: 1, startedAt: '2026-03-02T08:00:00.000Z', finishedAt: '2026-03-02T08:00:00.250Z' } as const;

test('a step that is done was started and has succeeded, in its time', () => {
  expect(tallyOf([done])).toEqual({ AssignDefaultRole: { ...noTask, started: 1, succeeded: 1, duration: 250 } });
});

test('every try after the first is a retry, also of what failed in the end', () => {
  expect(tallyOf([{ step: 'SendWelcomeEmail', status: 'PARKED', attempts: 4 }, { step: 'CreateUserProfile', status: 'FAILED', attempts: 2 }])).toEqual({
    SendWelcomeEmail: { ...noTask, started: 1, failed: 1, retried: 3 }, CreateUserProfile: { ...noTask, started: 1, failed: 1, retried: 1 },
  });
});

test('what is under way has neither succeeded nor failed', () => {
  expect(tallyOf([{ step: 'A', status: 'STARTED', attempts: 1, startedAt: done.startedAt }])).toEqual({ A: { ...noTask, started: 1 } });
});

test('what was never begun or is skipped counts nothing', () => {
  expect(tallyOf([{ step: 'A' }, { step: 'B', status: 'SKIPPED', attempts: 4 }])).toEqual({});
});

test('what was given up before its function ever ran was begun and failed', () => {
  expect(tallyOf([{ step: 'A', status: 'FAILED' }])).toEqual({ A: { ...noTask, started: 1, failed: 1 } });
});

test('a step that failed first and is done now has not failed', () => {
  const before = tallyOf([{ step: 'A', status: 'PARKED', attempts: 4 }]);
  expect(tallyDelta(tallyOf([{ ...done, step: 'A', attempts: 5 }]), before)).toEqual({ A: { started: 0, succeeded: 1, failed: -1, retried: 1, duration: 250 } });
});

test('a step that somebody answered for is taken back', () => {
  expect(tallyDelta({}, tallyOf([{ step: 'A', status: 'PARKED', attempts: 2 }]))).toEqual({ A: { started: -1, succeeded: 0, failed: -1, retried: -1, duration: 0 } });
});

const tallies: fc.Arbitrary<Tally> = fc.array(fc.record({
  step: fc.constantFrom('A', 'B', 'C'), status: fc.constantFrom(undefined, ...stepStatuses), attempts: fc.integer({ min: 1, max: 5 }),
  startedAt: fc.constant(done.startedAt), finishedAt: fc.constant(done.finishedAt),
})).map(tallyOf);

test('only what changed is in a delta, and together with what was before it is what is now', () => {
  fc.assert(fc.property(tallies, tallies, (now, before) => {
    const delta = tallyDelta(now, before);
    for (const step of ['A', 'B', 'C']) for (const count of taskCounts)
      expect((before[step]?.[count] ?? 0) + (delta[step]?.[count] ?? 0)).toBe(now[step]?.[count] ?? 0);
    for (const counts of Object.values(delta)) expect(Object.values(counts).some((count) => count !== 0)).toBe(true);
    expect(tallyDelta(now, now)).toEqual({});
    expect(tallyDelta(now, undefined)).toEqual(now);
  }));
});
