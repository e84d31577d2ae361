import * as z from 'zod/mini';
import { identifier } from '../../domain/identifier.ts';
import { probed } from '../../domain/revocation-probe.ts';
import { runStatuses } from '../../domain/run.ts';
import { statisticsWindows } from '../../domain/statistics-window.ts';
import { defineRoute } from '../../kit/route.ts';

const taskView = z.object({
  started: z.number(), succeeded: z.number(), failed: z.number(), retried: z.number(),
  /** Of what was started, 0 to 1. */
  successRate: z.nullable(z.number()),
  averageDuration: z.nullable(z.number()),
});

/** Durations in milliseconds, of the first completion of a run; null where nothing has completed. */
const statisticsView = z.object({
  totalWorkflows: z.number(), runningWorkflows: z.number(), completedWorkflows: z.number(), completedWithWarnings: z.number(),
  compensatedWorkflows: z.number(), failedWorkflows: z.number(),
  averageExecutionTime: z.nullable(z.number()), p50: z.nullable(z.number()), p95: z.nullable(z.number()), p99: z.nullable(z.number()),
  byStatus: z.record(z.enum(runStatuses), z.number()),
  taskSuccessRates: z.record(z.string(), taskView),
});

/** Milliseconds from the acknowledgement of a revocation to the first denial, as the latest probe saw it. */
const revocationView = z.object({ revocations: z.number(), p50: z.number(), p99: z.number(), allowedAfterwards: z.number(), measuredAt: z.string() });

export const getStatistics = defineRoute({
  group: 'statistics', name: 'get-statistics', method: 'GET', path: '/workflows/statistics', access: 'workflows:read',
  summary: 'How many runs there are in which state, how long they take and how their steps fare, in all and per process. A window counts the runs that started within it, wherever they are now; it begins with whole five minutes (1h) or a whole hour (24h, 7d). Percentiles are within 5 %',
  query: z.strictObject({ type: z.optional(identifier), window: z.optional(z.enum(statisticsWindows)), tenant: z.optional(identifier) }),
  answers: {
    200: z.object({
      window: z.enum(statisticsWindows), ...statisticsView.shape, byType: z.record(z.string(), statisticsView),
      /** Null until somebody has run the probe. */
      revocation: z.nullable(revocationView),
    }),
  },
  touches: { tables: { ledger: ['GetItem', 'Query'] } },
});

export const recordProbe = defineRoute({
  group: 'statistics', name: 'record-probe', method: 'POST', path: '/workflows/statistics/revocation-probe', access: 'tenants:manage', idempotent: true,
  summary: 'Keep what a probe of revocations saw, for the statistics (`npm run probe:revocation`)',
  body: probed,
  answers: { 201: revocationView },
  touches: { tables: { ledger: ['PutItem'] } },
});
