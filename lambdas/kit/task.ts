import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { containError } from './contain-error.ts';

/**
 * Whatever a machine calls. When time runs out it is Lambda that says so, by a name that is retried: middy would speak up a
 * moment earlier, with an error that nobody knows.
 */
export const task = <Answer>(
  work: (event: unknown) => Promise<Answer>, onFailure?: (event: unknown, error: unknown) => Promise<void>,
): ((event: unknown, context: Context) => Promise<Answer>) =>
  middy<unknown, Answer>({ timeoutEarlyInMillis: 0 }).use(containError(onFailure)).handler(work);
