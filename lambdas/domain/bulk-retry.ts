import { randomBytes } from 'node:crypto';
import type { RunStatus } from './run.ts';

/** Where a run waits to be taken up again by somebody. */
export const retryable = ['PARKED', 'COMPENSATION_FAILED', 'COMPLETED_WITH_WARNINGS'] as const satisfies readonly RunStatus[];
export type Retryable = (typeof retryable)[number];

/** Written piece by piece and not yet begun; under way; all tried; stopped by somebody. */
export const bulkRetryStatuses = ['PREPARING', 'RUNNING', 'DONE', 'STOPPED'] as const;

/** What became of one run: its turn has not come; somebody is at it; taken up again; not to be taken up any more; failed; never tried, because all was stopped. */
export const bulkRetryResults = ['QUEUED', 'TAKEN', 'RETRIED', 'NOT_POSSIBLE', 'FAILED', 'STOPPED'] as const;
export type BulkRetryResult = (typeof bulkRetryResults)[number];

/** Why it was not possible. */
export const obstacles = ['gone', 'changed', 'nothing left'] as const;
export type Obstacle = (typeof obstacles)[number];

export const MOST_IN_A_BULK = 1_000;
export const newBulkRetryId = (): string => `bulk_${randomBytes(16).toString('base64url')}`;

const MINUTE_MS = 60_000;
/** One portion in every minute of the clock, however often somebody comes for it. */
export const nextPortionAt = (now: Date): string => new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS).toISOString();

/** Whoever took it is gone by then: that it is still taken says that nothing was done, so it may be taken again. */
export const TAKEN_AT_MOST_MS = 5 * MINUTE_MS;
