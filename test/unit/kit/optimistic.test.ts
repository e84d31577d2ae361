import { withPatience } from '../../../lambdas/adapters/patience.ts';
import { ConditionFailed } from '../../../lambdas/adapters/store.ts';
import { TransientFailure } from '../../../lambdas/domain/errors.ts';
import { optimistically } from '../../../lambdas/kit/optimistic.ts';

/** Fails so often, then answers how often it was asked. */
const failing = (times: number, error: () => Error) => {
  let asked = 0;
  return () => {
    asked += 1;
    return asked <= times ? Promise.reject(error()) : Promise.resolve(asked);
  };
};
const faster = (): Error => new ConditionFailed([0]);
const contended = (): Error => new TransientFailure('the tables are contended');

describe('whoever finds another writer faster', () => {
  test('reads and decides again, until he is first', async () => {
    expect(await optimistically(failing(4, faster))).toBe(5);
  });

  test('gives up after five times, for another try later', async () => {
    const attempt = failing(5, faster);
    await expect(optimistically(attempt)).rejects.toMatchObject({ name: 'TransientFailure', cause: expect.any(ConditionFailed) as Error });
    expect(await attempt()).toBe(6);
  });

  test('does not take any other failure for a race', async () => {
    await expect(optimistically(failing(1, () => new TypeError('a bug')))).rejects.toBeInstanceOf(TypeError);
    await expect(optimistically(failing(1, contended))).rejects.toBeInstanceOf(TransientFailure);
  });
});

describe('whoever meets a conflict', () => {
  test('waits a moment and tries again, five times in all', async () => {
    expect(await withPatience(failing(4, contended))).toBe(5);
    await expect(withPatience(failing(5, contended))).rejects.toBeInstanceOf(TransientFailure);
  });

  test('takes a failed condition for an answer', async () => {
    await expect(withPatience(failing(1, faster))).rejects.toBeInstanceOf(ConditionFailed);
  });
});
