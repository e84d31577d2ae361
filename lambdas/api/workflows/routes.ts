import * as z from 'zod/mini';
import { identifier } from '../../domain/identifier.ts';
import { runStatuses, stepStatuses } from '../../domain/run.ts';
import { defineRoute } from '../../kit/route.ts';

const runSummary = z.object({
  runId: z.string(), type: z.string(), status: z.enum(runStatuses), tenantId: z.string(), subject: z.string(), eventId: z.string(),
  configVersion: z.number(), attempt: z.number(), startedAt: z.string(), finishedAt: z.optional(z.string()), duration: z.nullable(z.number()),
  executionArn: z.optional(z.string()), cause: z.string(),
});
export type RunSummary = z.infer<typeof runSummary>;

const stepView = z.object({
  step: z.string(), criticality: z.enum(['required', 'best effort']),
  status: z.enum([...stepStatuses, 'NOT_STARTED', 'VOID']), attempts: z.number(),
  startedAt: z.optional(z.string()), finishedAt: z.optional(z.string()), duration: z.nullable(z.number()),
  error: z.optional(z.object({ name: z.string(), message: z.optional(z.string()) })),
});
export type StepView = z.infer<typeof stepView>;

const runView = z.object({ ...runSummary.shape, next: z.string(), allowedActions: z.array(z.string()), steps: z.array(stepView) });
export type RunView = z.infer<typeof runView>;

export const MAX_PAGE = 100;
const paging = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE))),
  cursor: z.optional(z.string().check(z.maxLength(2048))),
};

export const listRuns = defineRoute({
  group: 'workflows', name: 'list-runs', method: 'GET', path: '/workflows/runs', access: 'workflows:read',
  summary: 'Runs of the tenant, newest first',
  query: z.strictObject({
    ...paging, type: z.optional(identifier), status: z.optional(z.enum(runStatuses)), subject: z.optional(identifier),
  }),
  answers: { 200: z.object({ items: z.array(runSummary), cursor: z.optional(z.string()) }) },
  touches: { tables: { ledger: ['Query'] } },
});

export const getRun = defineRoute({
  group: 'workflows', name: 'get-run', method: 'GET', path: '/workflows/runs/{runId}', access: 'workflows:read',
  summary: 'One run with its steps: why it is where it is, and what happens next',
  params: z.strictObject({ runId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/)) }),
  answers: { 200: runView },
  problems: [404],
  touches: { tables: { ledger: ['GetItem', 'Query'] } },
});
