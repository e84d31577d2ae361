import type { MiddlewareObj } from '@middy/core';
import { PlatformError } from '../domain/errors.ts';
import { log, safeError } from './log.ts';

/**
 * What a handler throws stands in execution histories for 90 days. So it throws the error's name, by which Retry and Catch
 * decide, and a message only where the platform wrote it; the rest is in the log, without content either.
 */
export const containError = <Event, Answer>(
  before: (event: Event, error: unknown) => Promise<void> = () => Promise.resolve(),
): MiddlewareObj<Event, Answer> => ({
  onError: async (request) => {
    const { error, event, context } = request;
    log.error('a handler failed', { requestId: context.awsRequestId, error: safeError(error) });
    await before(event, error);
    request.error = contained(error, context.awsRequestId);
  },
});

function contained(error: unknown, requestId: string): Error {
  const { name } = safeError(error);
  const message = error instanceof PlatformError ? error.message : `unexpected failure, see the log of request ${requestId}`;
  return Object.assign(new Error(message), { name, stack: `${name}: ${message}` });
}
