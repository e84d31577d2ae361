import crypto from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';

/**
 * In this file passwords are hashed as ever, at next to no cost: for stories that are told thousands of times and are about something
 * else. It is taken back at the end, since all files of one worker share this module.
 */
export function cheapHashes(): void {
  const { argon2 } = crypto;
  const cheap: typeof argon2 = (algorithm, parameters, callback) => argon2(algorithm, { ...parameters, memory: 8 * parameters.parallelism, passes: 1 }, callback);
  beforeAll(() => {
    crypto.argon2 = cheap;
  });
  afterAll(() => {
    crypto.argon2 = argon2;
  });
}
