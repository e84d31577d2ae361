import * as z from 'zod/mini';
import { deadLetterKinds, deadLetterStatuses } from '../../domain/dead-letter.ts';
import { compositeIdentifier, identifier } from '../../domain/identifier.ts';
import { runStatuses } from '../../domain/run.ts';
import { defineRoute } from '../../kit/route.ts';
import { errorClass, ofTenant, paging, reason } from '../fields.ts';
import { runSummary, runView } from './run-schemas.ts';

const runId = compositeIdentifier;

const processView = z.object({
  type: z.string(), name: z.string(), trigger: z.string(),
  steps: z.array(z.object({
    step: z.string(), stage: z.string(), order: z.enum(['parallel', 'sequential']), criticality: z.enum(['required', 'best effort']),
    compensation: z.nullable(z.string()), nothingToUndo: z.optional(z.string()),
    /** It is done only where that step decided so. */
    onlyIf: z.optional(z.object({ step: z.string(), verdict: z.string() })),
    /** It may find that what was done before has to be done again, from this step on. */
    leadsBackTo: z.optional(z.string()),
  })),
  /** Nothing of it is ever undone: a step that fails for good leaves it waiting for a person. */
  forwardOnly: z.boolean(),
  /** What a compensation does, in its order. */
  undos: z.array(z.string()),
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

/** What somebody looks for in the list of runs, where no status alone says it. */
export const runListViews = ['needs_a_person', 'not_progressing', 'in_flight', 'failed'] as const;
const anyStatus = `(?:${runStatuses.join('|')})`;
const statusList = new RegExp(`^${anyStatus}(?:,${anyStatus})*$`);
const order = z.optional(z.enum(['newest', 'oldest']));
const stepName = z.string().check(z.regex(/^[A-Za-z]{1,64}$/));
/** For what something was given up. */
const ofCause = { step: z.optional(stepName), errorClass: z.optional(errorClass) };

export const listRuns = defineRoute({
  group: 'workflows', name: 'list-runs', method: 'GET', path: '/workflows/runs', access: 'workflows:read',
  summary: 'Runs of the tenant, newest first; filtered ones in the order in which they came to where they are',
  query: z.strictObject({
    ...paging, ...ofTenant, ...ofCause, type: z.optional(identifier), subject: z.optional(identifier),
    /** One, or several with commas between them. */
    status: z.optional(z.string().check(z.regex(statusList))), view: z.optional(z.enum(runListViews)),
    from: z.optional(z.iso.datetime()), to: z.optional(z.iso.datetime()), order,
  }),
  answers: { 200: z.object({ items: z.array(runSummary), cursor: z.optional(z.string()) }) },
  touches: { tables: { ledger: ['BatchGetItem', 'Query'] } },
});

export const getRun = defineRoute({
  group: 'workflows', name: 'get-run', method: 'GET', path: '/workflows/runs/{runId}', access: 'workflows:read',
  summary: 'One run with its steps: why it is where it is, and what happens next',
  params: z.strictObject({ runId }),
  answers: { 200: runView },
  problems: ['not-found'],
  touches: { tables: { ledger: ['GetItem', 'Query'], events: ['Query'] } },
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
  problems: ['not-found', 'not-possible-now'],
  touches: resumes,
});

export const stopRun = defineRoute({
  group: 'workflows', name: 'stop-run', method: 'POST', path: '/workflows/runs/{runId}/stop', access: 'workflows:manage',
  idempotent: true,
  summary: 'End a run that goes on, waits or is parked, with a reason: no step of it has an effect any more; what was done is undone where that can be, and it ends as cancelled',
  params: z.strictObject({ runId }),
  body: z.strictObject({ reason }),
  answers: { 202: accepted },
  problems: ['not-found', 'not-possible-now', 'past-the-pivot'],
  touches: {
    tables: { ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'] },
    startsCompensations: true, endsExecutions: true, silencesDeadLetters: true,
  },
});

export const skipUndo = defineRoute({
  group: 'workflows', name: 'skip-undo', method: 'POST', path: '/workflows/runs/{runId}/compensation/{step}/skip', access: 'workflows:manage',
  idempotent: true,
  summary: 'Answer for an undo that failed, with a reason; the compensation goes on with what is left',
  params: z.strictObject({ runId, step: stepName }),
  body: z.strictObject({ reason }),
  answers: { 202: accepted },
  problems: ['not-found', 'not-possible-now'],
  touches: operates,
});

const deadLetterView = z.object({
  id: identifier, kind: z.enum(deadLetterKinds), status: z.enum(deadLetterStatuses), since: z.string(), tenantId: z.string(),
  type: z.optional(z.string()), runId: z.optional(z.string()), step: z.optional(z.string()), eventId: z.optional(z.string()), errorClass: z.optional(z.string()),
  /** Which other system said so. */
  source: z.optional(z.string()),
  /** Why it is here, and what a redrive would do now: a sentence each. */
  cause: z.string(), redrive: z.string(), redrivable: z.boolean(),
  /** Whom it is about, and whether that account is being erased or is gone: then nothing of it may be tried again. */
  subject: z.optional(z.string()), locked: z.boolean(),
  resolution: z.optional(z.string()), resolvedBy: z.optional(z.string()), resolvedAt: z.optional(z.string()), reason: z.optional(z.string()),
});
export type DeadLetterView = z.infer<typeof deadLetterView>;

export const listDeadLetters = defineRoute({
  group: 'workflows', name: 'list-dead-letters', method: 'GET', path: '/workflows/dead-letters', access: 'workflows:manage',
  summary: 'What was given up and waits for somebody: failed runs, parked steps, events that could not be delivered or read, failures of other systems',
  query: z.strictObject({ ...paging, ...ofTenant, type: z.optional(identifier), status: z.optional(z.enum(deadLetterStatuses)), kind: z.optional(z.enum(deadLetterKinds)), ...ofCause, order }),
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
  problems: ['not-found', 'not-possible-now'],
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
  problems: ['not-found', 'not-possible-now', 'past-the-pivot', 'erasure-promised'],
  touches: { tables: { ledger: ['GetItem', 'UpdateItem'], events: ['UpdateItem'], audit: ['PutItem'] }, silencesDeadLetters: true },
});
