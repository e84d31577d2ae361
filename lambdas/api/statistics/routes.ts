import * as z from 'zod/mini';
import { ledBy, oneOf } from '../../domain/described.ts';
import { probed } from '../../domain/revocation-probe.ts';
import { runStatuses } from '../../domain/run.ts';
import { statisticsWindows } from '../../domain/statistics-window.ts';
import { defineRoute } from '../../kit/route.ts';
import { ofTenant } from '../fields.ts';
import { processType } from '../id-schemas.ts';
import { countsOfRuns, revocationView, taskView } from './statistics-schemas.ts';

const window = oneOf(statisticsWindows, 'Which runs are counted, by when they began', { '1h': 'within the last hour', '24h': 'within the last day', '7d': 'within the last seven days', all: 'ever' });
const statisticsView = z.object({
  ...countsOfRuns, byStatus: z.record(z.enum(runStatuses), z.number()).check(z.describe('How many runs are in which status')),
  taskSuccessRates: z.record(z.string(), taskView).check(z.describe('How the steps fared, by their names')),
});

export const getStatistics = defineRoute({
  group: 'statistics', name: 'get-statistics', method: 'GET', path: '/workflows/statistics', access: 'workflows:read',
  summary: 'Statistics of runs and steps',
  description: 'How many runs there are in which state, how long they take and how their steps fare, in all and per process. A window counts the runs that started within it, wherever they are now; it begins with whole five minutes (`1h`) or a whole hour (`24h`, `7d`). Percentiles are within 5 %.',
  query: z.strictObject({
    type: z.optional(processType.check(z.describe('Only runs of this process; left out: of every process'))), window: z.optional(ledBy('Which runs are counted, by when they began; left out: `all`', window)), ...ofTenant,
  }),
  answers: {
    200: z.object({
      window, ...statisticsView.shape, byType: z.record(z.string(), statisticsView).check(z.describe('The same for each process, by its name')),
      revocation: z.nullable(revocationView).check(z.describe('How fast a right that was taken is refused, as the latest probe saw it; null until somebody has run the probe')),
    }),
  },
  touches: { tables: { ledger: ['GetItem', 'Query'] } },
});

export const recordProbe = defineRoute({
  group: 'statistics', name: 'record-probe', method: 'POST', path: '/workflows/statistics/revocation-probe', access: 'tenants:manage', idempotent: true,
  summary: 'Keep what a probe of revocations saw',
  description: 'For the statistics; `npm run probe:revocation` sends it.',
  body: probed,
  answers: { 201: revocationView },
  touches: { tables: { ledger: ['PutItem'] } },
});
