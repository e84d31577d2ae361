import * as z from 'zod/mini';
import { bulkRetryResults, bulkRetryStatuses, retryable } from '../../domain/bulk-retry.ts';
import { identifier } from '../../domain/identifier.ts';
import { runStatuses } from '../../domain/run.ts';
import { defineRoute } from '../../kit/route.ts';
import { errorClass, ofTenant, paging, reason } from '../fields.ts';

const criteria = { type: z.optional(identifier), status: z.optional(z.enum(retryable)), errorClass: z.optional(errorClass) };

const preview = z.object({
  /** Of what can be taken up now, a thousand at the most; whether there is more. */
  count: z.number(), more: z.boolean(),
  items: z.array(z.object({
    runId: z.string(), type: z.string(), status: z.enum(runStatuses), subject: z.string(), startedAt: z.string(),
    cause: z.string(), step: z.optional(z.string()), errorClass: z.optional(z.string()),
  })),
});

export const startBulkRetry = defineRoute({
  group: 'bulk', name: 'start-bulk-retry', method: 'POST', path: '/workflows/bulk-retries', access: 'workflows:manage', idempotent: true,
  summary: 'Take up again whatever waits for it, a thousand runs at the most and so many a minute; with dryRun only say what that would be',
  query: z.strictObject(ofTenant),
  body: z.strictObject({ ...criteria, dryRun: z.boolean(), perMinute: z._default(z.int().check(z.minimum(1), z.maximum(600)), 60), reason }),
  answers: { 200: preview, 202: z.object({ batchId: identifier, count: z.number(), more: z.boolean(), statusUrl: z.string() }) },
  touches: { tables: { ledger: ['Query', 'BatchGetItem', 'PutItem', 'UpdateItem'], audit: ['PutItem'] } },
});

const params = z.strictObject({ id: identifier });
const resultView = z.object({
  runId: z.string(), type: z.string(), result: z.enum(bulkRetryResults), at: z.optional(z.string()),
  /** Why it came to that, where it is not plain: a sentence. */
  detail: z.optional(z.string()), errorClass: z.optional(z.string()),
});
export type ResultView = z.infer<typeof resultView>;

const bulkRetryView = z.object({
  batchId: z.string(), status: z.enum(bulkRetryStatuses), count: z.number(), perMinute: z.number(), selected: z.object(criteria),
  reason: z.string(), by: z.string(), startedAt: z.string(), finishedAt: z.optional(z.string()),
  stoppedBy: z.optional(z.string()), stopReason: z.optional(z.string()), nextPortionAt: z.optional(z.string()),
  totals: z.record(z.enum(bulkRetryResults), z.number()),
  items: z.array(resultView), cursor: z.optional(z.string()),
});

export const getBulkRetry = defineRoute({
  group: 'bulk', name: 'get-bulk-retry', method: 'GET', path: '/workflows/bulk-retries/{id}', access: 'workflows:read',
  summary: 'How far it has come, and what became of every run',
  params, query: z.strictObject({ ...paging, ...ofTenant }),
  answers: { 200: bulkRetryView },
  problems: ['not-found'],
  touches: { tables: { ledger: ['GetItem', 'Query'] } },
});

export const stopBulkRetry = defineRoute({
  group: 'bulk', name: 'stop-bulk-retry', method: 'POST', path: '/workflows/bulk-retries/{id}/stop', access: 'workflows:manage', idempotent: true,
  summary: 'Try nothing more of it, with a reason; what was taken up stays taken up',
  params, query: z.strictObject(ofTenant), body: z.strictObject({ reason }),
  answers: { 202: z.object({ batchId: identifier, status: z.enum(bulkRetryStatuses) }) },
  problems: ['not-found', 'not-possible-now'],
  touches: { tables: { ledger: ['GetItem', 'UpdateItem'], audit: ['PutItem'] } },
});
