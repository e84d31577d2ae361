import * as z from 'zod/mini';
import { bulkRetryResults, bulkRetryStatuses, retryable } from '../../domain/bulk-retry.ts';
import { moment, oneOf } from '../../domain/described.ts';
import { runStatus } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { errorClass, ofTenant, pageOf, paging, reason } from '../fields.ts';
import { batchId, processType, runId, userId } from '../id-schemas.ts';

const criteria = {
  type: z.optional(processType.check(z.describe('Only runs of this process; left out or absent: of every process'))),
  status: z.optional(oneOf(retryable, 'Only runs in this status; left out or absent: in any of them', {
    PARKED: 'a required step failed for good', COMPENSATION_FAILED: 'something could not be undone', COMPLETED_WITH_WARNINGS: 'a best-effort step is parked',
  })),
  errorClass: z.optional(errorClass.check(z.describe('Only what this error, by its name, was given up for; left out or absent: whatever the error'))),
};

const count = z.number().check(z.describe('How many runs it takes up: those that can be taken up now, 1000 at the most'));
const more = z.boolean().check(z.describe('Whether there are more than that; start another one for them afterwards'));
const failed = {
  step: z.optional(z.string().check(z.describe('The step that failed; absent where no single step did'))), errorClass: z.optional(z.string().check(z.describe('Name of its error; absent where none is known'))),
};
const preview = z.object({
  count, more,
  items: z.array(z.object({
    runId, type: processType, status: runStatus, subject: userId.check(z.describe('Id of the account that the run is about')), startedAt: moment('When the run began'),
    cause: z.string().check(z.describe('Why it waits: a sentence in the language of `Accept-Language`')), ...failed,
  })).check(z.describe('The first 100 of them, in the order in which they would be taken up')),
}).check(z.describe('With `dryRun`: what it would take up. Nothing was done'));

export const startBulkRetry = defineRoute({
  group: 'bulk', name: 'start-bulk-retry', method: 'POST', path: '/workflows/bulk-retries', access: 'workflows:manage', idempotent: true,
  summary: 'Retry many runs at once',
  description: 'Takes up again what waits for an operator: parked runs, parked steps, compensations that failed. Begin with `dryRun` to see what that is; then `statusUrl` says how far it is and what became of every run.',
  query: z.strictObject(ofTenant),
  body: z.strictObject({
    ...criteria, dryRun: z.boolean().check(z.describe('True: only say what it would take up. False: do it')),
    perMinute: z._default(z.int().check(z.minimum(1), z.maximum(600), z.describe('How many runs it takes up in a minute, so that what they all need is not overrun; left out: 60')), 60), reason,
  }),
  answers: {
    200: preview,
    202: z.object({ batchId, count, more, statusUrl: z.string().check(z.describe('Where to ask how far it is')) }).check(z.describe('Without `dryRun`: it was begun, and goes on behind the answer')),
  },
  touches: { tables: { ledger: ['Query', 'BatchGetItem', 'PutItem', 'UpdateItem'], audit: ['PutItem'] } },
});

const params = z.strictObject({ id: batchId });
const result = oneOf(bulkRetryResults, 'What became of the run', {
  QUEUED: 'its turn has not come', TAKEN: 'it is being taken up', RETRIED: 'it was taken up again; the run itself says how it goes on', NOT_POSSIBLE: 'it could not be taken up any more', FAILED: 'taking it up failed', STOPPED: 'it was never tried, because all was stopped',
});
const status = oneOf(bulkRetryStatuses, 'Where the bulk retry is', {
  PREPARING: 'the list of runs is being written', RUNNING: 'runs are being taken up', DONE: 'all were tried', STOPPED: 'somebody stopped it',
});
const resultView = z.object({
  runId, type: processType, result, at: z.optional(moment('When that was; absent while it is queued')),
  detail: z.optional(z.string().check(z.describe('Why it came to that: a sentence in the language of `Accept-Language`. Absent where that is plain'))), errorClass: failed.errorClass,
});
export type ResultView = z.infer<typeof resultView>;

const bulkRetryView = z.object({
  batchId, status, count, perMinute: z.number().check(z.describe('How many runs it takes up in a minute')), selected: z.object(criteria).check(z.describe('By what the runs were chosen')),
  reason: z.string().check(z.describe('Why it was started, in the words of whoever did')), by: userId.check(z.describe('Id of the account that started it')),
  startedAt: moment('When it was started'), finishedAt: z.optional(moment('When it ended; absent while it goes on')),
  stoppedBy: z.optional(userId.check(z.describe('Id of the account that stopped it; absent where nobody did'))), stopReason: z.optional(z.string().check(z.describe('Why, in his words; absent where nobody stopped it'))),
  nextPortionAt: z.optional(moment('When the next runs are taken up; absent once it has ended')),
  totals: z.record(z.enum(bulkRetryResults), z.number()).check(z.describe('How many runs have come to which result')),
  ...pageOf(resultView, 'Every run and what became of it').shape,
});

export const getBulkRetry = defineRoute({
  group: 'bulk', name: 'get-bulk-retry', method: 'GET', path: '/workflows/bulk-retries/{id}', access: 'workflows:read',
  summary: 'How far a bulk retry has come, and what became of every run',
  params, query: z.strictObject({ ...paging, ...ofTenant }),
  answers: { 200: bulkRetryView },
  problems: ['not-found'],
  touches: { tables: { ledger: ['GetItem', 'Query'] } },
});

export const stopBulkRetry = defineRoute({
  group: 'bulk', name: 'stop-bulk-retry', method: 'POST', path: '/workflows/bulk-retries/{id}/stop', access: 'workflows:manage', idempotent: true,
  summary: 'Stop a bulk retry',
  description: 'Nothing more of it is tried. What was taken up stays taken up.',
  params, query: z.strictObject(ofTenant), body: z.strictObject({ reason }),
  answers: { 202: z.object({ batchId, status }).check(z.describe('It is being stopped: read it again for what became of its runs')) },
  problems: ['not-found', 'not-possible-now'],
  touches: { tables: { ledger: ['GetItem', 'UpdateItem'], audit: ['PutItem'] } },
});
