import { fits, sumInWords, worstCaseSeconds } from '../../../lambdas/kit/time-limits.ts';

const steady = { retryAttempts: 3, retryDelay: 5_000, backoffRate: 2 };

test('a task that uses up its retries takes every try’s time-out and every pause', () => {
  expect(worstCaseSeconds(steady)).toBe(4 * 9 + 5 + 10 + 20);
  expect(worstCaseSeconds({ ...steady, retryAttempts: 0 })).toBe(9);
});

test('it fits when the time-out leaves room for it and for the machine itself, to the second', () => {
  expect([76_000, 75_999].map((timeout) => fits({ ...steady, timeout }))).toEqual([true, false]);
});

test('the sum is spelled out in the language of whoever reads it', () => {
  expect(sumInWords(steady, 'en')).toBe('4 tries x 9 s + pauses 5 + 10 + 20 s + 5 s overhead = 76 s');
  expect(sumInWords(steady, 'zh-CN')).toBe('4 次尝试 x 9 s + 间隔 5 + 10 + 20 s + 5 s 开销 = 76 s');
  expect(sumInWords({ ...steady, retryAttempts: 0 }, 'en')).toBe('one try x 9 s + 5 s overhead = 14 s');
});
