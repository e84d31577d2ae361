import { latencyOf } from '../../../lambdas/domain/revocation-probe.ts';

test('percentiles of a probe are values that were seen', () => {
  expect(latencyOf({ denials: [30, 10, 20], allowedAfterwards: 0 })).toEqual({ revocations: 3, p50: 20, p99: 30, allowedAfterwards: 0 });
  expect(latencyOf({ denials: [7], allowedAfterwards: 2 })).toEqual({ revocations: 1, p50: 7, p99: 7, allowedAfterwards: 2 });
  expect(latencyOf({ denials: Array.from({ length: 200 }, (_, n) => n + 1), allowedAfterwards: 0 })).toMatchObject({ p50: 100, p99: 198 });
});
