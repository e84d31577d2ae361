import * as z from 'zod/mini';
import { moment } from '../../domain/described.ts';

/** How runs and steps are counted, for whatever tells it. */
const numberOf = (what: string) => z.number().check(z.describe(what));
export const durationOf = (what: string) => z.nullable(z.number()).check(z.describe(`${what}, in milliseconds; null where nothing has completed`));

export const processName = z.string().check(z.describe('What the process is called'));
export const enabled = z.boolean().check(z.describe('False: the process is paused for the tenant, and its events wait'));

export const percentiles = {
  p50: durationOf('Half of the runs took no longer than this'), p95: durationOf('95 of 100 runs took no longer than this'), p99: durationOf('99 of 100 runs took no longer than this'),
};
export const taskView = z.object({
  started: numberOf('How often the step was begun'), succeeded: numberOf('How often it was done'), failed: numberOf('How often it failed for good'), retried: numberOf('How often it was tried again by itself'),
  successRate: z.nullable(z.number()).check(z.describe('How much of what was started was done, 0 to 1; null where nothing was started')), averageDuration: durationOf('How long it took on average'),
});

export const countsOfRuns = {
  totalWorkflows: numberOf('How many runs there are'), runningWorkflows: numberOf('How many of them go on: they run, wait or are being undone'), completedWorkflows: numberOf('How many have completed'),
  completedWithWarnings: numberOf('How many have completed with a step that failed'), compensatedWorkflows: numberOf('How many were undone'), failedWorkflows: numberOf('How many wait for an operator, gave way or were cancelled'),
  averageExecutionTime: durationOf('How long a run took on average'), ...percentiles,
};

/** As the latest probe saw it. */
export const revocationView = z.object({
  revocations: numberOf('How many revocations it tried'), p50: numberOf('Half of them were denied within so many milliseconds'), p99: numberOf('99 of 100 of them were denied within so many milliseconds'),
  allowedAfterwards: numberOf('How many requests were allowed although they began after the answer: there must be none'), measuredAt: moment('When it was measured'),
});
