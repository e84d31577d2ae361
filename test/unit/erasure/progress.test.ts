import type { PhaseProgress } from '../../../lambdas/domain/deletion-request.ts';
import { progressOf } from '../../../lambdas/erasure/progress.ts';

/** Whoever waits for an erasure sees how far it is, and nothing that nobody knows. */
const line = (name: string, way: string, count: number, held = false) => ({ name, way, count, held });
const plan = [line('sessions', 'delete', 0), line('activity', 'delete', 40), line('profile', 'delete', 1), line('records', 'anonymise', 10), line('auditEntries', 'minimise', 5)];
const phase = (name: PhaseProgress['name'], counts: PhaseProgress['counts'], more: Partial<PhaseProgress> = {}): PhaseProgress => ({ name, status: 'RUNNING', counts, ...more });

test.each([[phase('personal_data', { activity: 30 }), { done: 30, of: 41 }], [phase('business_data', {}), { done: 0, of: 10 }], [phase('audit', { auditEntries: 5 }), { done: 5, of: 5 }]])(
  'a phase is as far as so much of its part of the plan is done', (running, expected) => {
    expect(progressOf(running, plan)).toEqual(expected);
  });

test('what is held is not to be done', () => {
  expect(progressOf(phase('personal_data', { activity: 3 }), [line('activity', 'delete', 40), line('profile', 'delete', 1, true)])).toEqual({ done: 3, of: 40 });
  expect(progressOf(phase('business_data', {}), [line('records', 'anonymise', 10, true)])).toBeUndefined();
});

test('the verification is as far as it has looked through its places', () => {
  expect(progressOf(phase('verification', { foundAgain: 2 }, { places: { done: 3, of: 8 } }), plan)).toEqual({ done: 3, of: 8 });
});

test('one that stands still is as far as it was; one that has ended or not begun is on no way', () => {
  expect(progressOf(phase('personal_data', { activity: 30 }, { status: 'FAILED' }), plan)).toEqual({ done: 30, of: 41 });
  expect(progressOf(phase('personal_data', { activity: 40, profile: 1 }, { status: 'DONE' }), plan)).toBeUndefined();
  expect(progressOf(phase('personal_data', {}, { status: 'PENDING' }), plan)).toBeUndefined();
});

test('where more was found than was planned nobody knows how much there is', () => {
  expect(progressOf(phase('personal_data', { activity: 50 }), plan)).toBeUndefined();
  expect(progressOf(phase('personal_data', { activity: 50 }), [])).toBeUndefined();
});
