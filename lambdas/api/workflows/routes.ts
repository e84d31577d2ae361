import * as z from 'zod/mini';
import { deadLetterKinds, deadLetterStatuses } from '../../domain/dead-letter.ts';
import { compositeIdentifier, identifier } from '../../domain/identifier.ts';
import { runStatuses, stepStatuses } from '../../domain/run.ts';
import { defineRoute } from '../../kit/route.ts';
import { ofTenant, paging, reason } from '../fields.ts';

const stepError = z.object({ name: z.string(), message: z.optional(z.string()) });

const runSummary = z.object({
  runId: z.string(), type: z.string(), status: z.enum(runStatuses), tenantId: z.string(), subject: z.string(), eventId: z.string(),
  configVersion: z.number(), attempt: z.number(), startedAt: z.string(), finishedAt: z.optional(z.string()), duration: z.nullable(z.number()),
  executionArn: z.optional(z.string()), cause: z.string(),
});
export type RunSummary = z.infer<typeof runSummary>;

const undoView = z.object({
  step: z.string(), status: z.enum([...stepStatuses, 'NOT_STARTED']), attempts: z.number(), error: z.optional(stepError),
  skippedBecause: z.optional(z.string()),
});
export type UndoView = z.infer<typeof undoView>;

const stepView = z.object({
  step: z.string(), criticality: z.enum(['required', 'best effort']),
  status: z.enum([...stepStatuses, 'NOT_STARTED', 'VOID']), attempts: z.number(),
  startedAt: z.optional(z.string()), finishedAt: z.optional(z.string()), duration: z.nullable(z.number()),
  error: z.optional(stepError), compensation: z.optional(undoView),
});
export type StepView = z.infer<typeof stepView>;

export const runActions = ['retry', 'stop', 'skip'] as const;
const runView = z.object({ ...runSummary.shape, next: z.string(), allowedActions: z.array(z.enum(runActions)), steps: z.array(stepView),
  /** What follows the undos of a compensation. */
  afterCompensation: z.array(undoView),
});
export type RunView = z.infer<typeof runView>;

const runId = compositeIdentifier;

const processView = z.object({
  type: z.string(), name: z.string(), trigger: z.string(),
  steps: z.array(z.object({
    step: z.string(), stage: z.string(), order: z.enum(['parallel', 'sequential']), criticality: z.enum(['required', 'best effort']),
    compensation: z.nullable(z.string()), nothingToUndo: z.optional(z.string()),
  })),
  afterCompensation: z.array(z.string()),
  /** False: the process is paused for the caller's tenant. */
  enabled: z.boolean(), configVersion: z.number(), configChangedAt: z.nullable(z.string()),
  /** Deploy-time values, times in milliseconds. */
  config: z.object({
    timeout: z.number(), retryAttempts: z.number(), retryDelay: z.number(), backoffRate: z.number(), compensationEnabled: z.boolean(),
    priority: z.enum(['low', 'medium', 'high']), parallelTasks: z.boolean(), deadLetterQueue: z.string(),
  }),
  /** Mermaid. */
  diagram: z.string(),
  stateMachineArn: z.string(), compensationArn: z.nullable(z.string()), deadLetterQueueUrl: z.string(),
});
export type ProcessView = z.infer<typeof processView>;

export const listProcesses = defineRoute({
  group: 'workflows', name: 'list-processes', method: 'GET', path: '/workflows', access: 'workflows:read',
  summary: 'Every declared process: its trigger, steps, limits and diagram, and where its machines and its dead-letter queue are',
  answers: { 200: z.object({ items: z.array(processView) }) },
  touches: { tellsWhere: true, tables: { ledger: ['BatchGetItem'] } },
});

export const listRuns = defineRoute({
  group: 'workflows', name: 'list-runs', method: 'GET', path: '/workflows/runs', access: 'workflows:read',
  summary: 'Runs of the tenant, newest first',
  query: z.strictObject({
    ...paging, ...ofTenant, type: z.optional(identifier), status: z.optional(z.enum(runStatuses)), subject: z.optional(identifier),
  }),
  answers: { 200: z.object({ items: z.array(runSummary), cursor: z.optional(z.string()) }) },
  touches: { tables: { ledger: ['BatchGetItem', 'Query'] } },
});

export const getRun = defineRoute({
  group: 'workflows', name: 'get-run', method: 'GET', path: '/workflows/runs/{runId}', access: 'workflows:read',
  summary: 'One run with its steps: why it is where it is, and what happens next',
  params: z.strictObject({ runId }),
  answers: { 200: runView },
  problems: [404],
  touches: { tables: { ledger: ['GetItem', 'Query'] } },
});

const accepted = z.object({ runId: z.string(), status: z.enum(runStatuses) });
const operates = { tables: { ledger: ['GetItem', 'UpdateItem'], audit: ['PutItem'] }, startsCompensations: true, silencesDeadLetters: true } as const;
const resumes = { tables: { ledger: ['GetItem', 'Query', 'UpdateItem'], events: ['GetItem'], audit: ['PutItem'] }, startsCompensations: true, startsRuns: true, silencesDeadLetters: true } as const;

export const retryRun = defineRoute({
  group: 'workflows', name: 'retry-run', method: 'POST', path: '/workflows/runs/{runId}/retry', access: 'workflows:manage',
  idempotent: true,
  summary: 'Try again what failed: a parked run, the parked steps of one that completed, or a compensation. What is done is not done again. Data of its event may be corrected in `input`, as far as the schema of the event allows; whom it is about stays',
  params: z.strictObject({ runId }),
  body: z.strictObject({ reason, input: z.optional(z.record(z.string(), z.unknown())) }),
  answers: { 202: accepted },
  problems: [404, 409],
  touches: resumes,
});

export const stopRun = defineRoute({
  group: 'workflows', name: 'stop-run', method: 'POST', path: '/workflows/runs/{runId}/stop', access: 'workflows:manage',
  idempotent: true,
  summary: 'End a run that goes on, waits or is parked, with a reason: no step of it has an effect any more; what was done is undone where that can be, and it ends as cancelled',
  params: z.strictObject({ runId }),
  body: z.strictObject({ reason }),
  answers: { 202: accepted },
  problems: [404, 409],
  touches: {
    tables: { ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'] },
    startsCompensations: true, endsExecutions: true, silencesDeadLetters: true,
  },
});

export const skipUndo = defineRoute({
  group: 'workflows', name: 'skip-undo', method: 'POST', path: '/workflows/runs/{runId}/compensation/{step}/skip', access: 'workflows:manage',
  idempotent: true,
  summary: 'Answer for an undo that failed, with a reason; the compensation goes on with what is left',
  params: z.strictObject({ runId, step: z.string().check(z.regex(/^[A-Za-z]{1,64}$/)) }),
  body: z.strictObject({ reason }),
  answers: { 202: accepted },
  problems: [404, 409],
  touches: operates,
});

const deadLetterView = z.object({
  id: identifier, kind: z.enum(deadLetterKinds), status: z.enum(deadLetterStatuses), since: z.string(), tenantId: z.string(),
  type: z.optional(z.string()), runId: z.optional(z.string()), step: z.optional(z.string()), eventId: z.optional(z.string()), errorClass: z.optional(z.string()),
  /** Why it is here, and what a redrive would do now: a sentence each. */
  cause: z.string(), redrive: z.string(), redrivable: z.boolean(),
  /** Whom it is about, and whether that account is being erased or is gone: then nothing of it may be tried again. */
  subject: z.optional(z.string()), locked: z.boolean(),
  resolution: z.optional(z.string()), resolvedBy: z.optional(z.string()), resolvedAt: z.optional(z.string()), reason: z.optional(z.string()),
});
export type DeadLetterView = z.infer<typeof deadLetterView>;

export const listDeadLetters = defineRoute({
  group: 'workflows', name: 'list-dead-letters', method: 'GET', path: '/workflows/dead-letters', access: 'workflows:manage',
  summary: 'What was given up and waits for somebody: failed runs, parked steps, events that could not be delivered or read',
  query: z.strictObject({ ...paging, ...ofTenant, type: z.optional(identifier), status: z.optional(z.enum(deadLetterStatuses)) }),
  answers: { 200: z.object({ items: z.array(deadLetterView), cursor: z.optional(z.string()) }) },
  touches: { tables: { ledger: ['Query', 'BatchGetItem'], identity: ['BatchGetItem'] } },
});

export const redriveDeadLetter = defineRoute({
  group: 'workflows', name: 'redrive-dead-letter', method: 'POST', path: '/workflows/dead-letters/{id}/redrive', access: 'workflows:manage',
  idempotent: true,
  summary: 'Try it again, once: take the run up where it was left, or publish the event again',
  params: z.strictObject({ id: identifier }),
  query: z.strictObject(ofTenant), body: z.strictObject({ reason: z.optional(reason) }), bodyMayBeMissing: true,
  answers: { 202: z.object({ id: identifier, runId: z.optional(z.string()) }) },
  problems: [404, 409],
  touches: { ...resumes, tables: { ...resumes.tables, events: ['GetItem', 'UpdateItem'] } },
});

export const deleteDeadLetter = defineRoute({
  group: 'workflows', name: 'delete-dead-letter', method: 'DELETE', path: '/workflows/dead-letters/{id}', access: 'workflows:manage',
  idempotent: true,
  summary: 'Give it up, with a reason: a parked run is cancelled, a parked step is skipped',
  params: z.strictObject({ id: identifier }),
  query: z.strictObject(ofTenant),
  body: z.strictObject({ reason }),
  answers: { 204: undefined },
  problems: [404, 409],
  touches: { tables: { ledger: ['GetItem', 'UpdateItem'], events: ['UpdateItem'], audit: ['PutItem'] }, silencesDeadLetters: true },
});
