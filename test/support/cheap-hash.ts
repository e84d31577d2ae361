import crypto from 'node:crypto';

/** Passwords are hashed as ever, at next to no cost: for stories that are told thousands of times and are about something else. */
export function cheapHashes(): void {
  const { argon2 } = crypto;
  const cheap: typeof argon2 = (algorithm, parameters, callback) => argon2(algorithm, { ...parameters, memory: 8 * parameters.parallelism, passes: 1 }, callback);
  crypto.argon2 = cheap;
}
