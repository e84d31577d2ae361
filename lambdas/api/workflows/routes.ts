import * as z from 'zod/mini';
import { ledBy, moment, oneOf } from '../../domain/described.ts';
import { identifier } from '../../domain/identifier.ts';
import { runStatuses } from '../../domain/run.ts';
import { deadLetterKind, deadLetterStatus, runStatus } from '../../domain/word-schemas.ts';
import { actTouches } from '../../kit/engine-touches.ts';
import { defineRoute } from '../../kit/route.ts';
import { together } from '../../kit/touches.ts';
import { errorClass, ofTenant, pageOf, paging, reason, reasonIfAny } from '../fields.ts';
import { deadLetterId, processType, runId, tenantId } from '../id-schemas.ts';
import { processView } from './process-view-schemas.ts';
import { runSummary, runView } from './run-schemas.ts';

export const listProcesses = defineRoute({
  group: 'workflows', name: 'list-processes', method: 'GET', path: '/workflows', access: 'workflows:read',
  summary: 'Every declared process',
  description: 'Its trigger, steps, limits and diagram, and where its state machines and its dead-letter queue are.',
  answers: { 200: z.object({ items: z.array(processView).check(z.describe('The processes, all on one page')) }) },
  touches: { tellsWhere: true, tables: { ledger: ['BatchGetItem'] } },
});

/** What somebody looks for in the list of runs, where no status alone says it. */
export const runListViews = ['needs_a_person', 'not_progressing', 'in_flight', 'failed'] as const;
const anyStatus = `(?:${runStatuses.join('|')})`;
const statusList = new RegExp(`^${anyStatus}(?:,${anyStatus})*$`);
const order = z.optional(z.enum(['newest', 'oldest']).check(z.describe('Which come first: `newest` or `oldest`; left out: `newest`')));
const stepName = z.string().check(z.regex(/^[A-Za-z]{1,64}$/));
/** For what something was given up: a call in the background by the name of its function. */
const ofCause = {
  step: z.optional(identifier.check(z.describe('Only what this step, or function in the background, by its name, was given up for; left out: whatever the step'))), errorClass: z.optional(errorClass.check(z.describe('Only what this error, by its name, was given up for; left out: whatever the error'))),
};

export const listRuns = defineRoute({
  group: 'workflows', name: 'list-runs', method: 'GET', path: '/workflows/runs', access: 'workflows:read',
  summary: 'Runs of the tenant, newest first',
  description: 'Filters narrow one another. With a filter the runs come in the order in which they came to where they are.',
  query: z.strictObject({
    ...paging, ...ofTenant, ...ofCause, type: z.optional(processType.check(z.describe('Only runs of this process; left out: of every process'))), subject: z.optional(identifier.check(z.describe('Only runs about the account with this id; left out: about any'))),
    status: z.optional(z.string().check(z.regex(statusList), z.describe('Only runs in this status, such as `PARKED`, or in several with commas between them; left out: in any'))),
    view: z.optional(oneOf(runListViews, 'Only what is looked for; left out: all', {
      needs_a_person: 'what waits for an operator', not_progressing: 'what waits, tries again or stands still', in_flight: 'what goes on without a person', failed: 'what failed',
    })),
    from: z.optional(z.iso.datetime().check(z.describe('Only runs that came to where they are from this time on: for what has ended, when it ended; left out: from the beginning. ISO 8601, UTC'))),
    to: z.optional(z.iso.datetime().check(z.describe('The same up to this time; left out: up to now. ISO 8601, UTC'))), order,
  }),
  answers: { 200: pageOf(runSummary, 'Runs') },
  touches: { tables: { ledger: ['BatchGetItem', 'Query'], audit: ['BatchGetItem'] } },
});

export const getRun = defineRoute({
  group: 'workflows', name: 'get-run', method: 'GET', path: '/workflows/runs/{runId}', access: 'workflows:read',
  summary: 'One run with its steps',
  description: 'Why it is where it is, what happens next, and who must act. While it goes on, ask again every few seconds.',
  params: z.strictObject({ runId }),
  answers: { 200: runView },
  problems: ['not-found'],
  touches: { tables: { ledger: ['GetItem', 'Query'], events: ['Query'], audit: ['BatchGetItem'] } },
});

const accepted = z.object({ runId, status: runStatus }).check(z.describe('It was accepted, and goes on behind the answer: `GET /workflows/runs/{runId}` tells how'));
const operates = together(actTouches, { tables: { ledger: ['GetItem', 'UpdateItem'] }, startsCompensations: true, silencesDeadLetters: true });
const resumes = together(operates, { tables: { events: ['GetItem'] }, startsRuns: true });

export const retryRun = defineRoute({
  group: 'workflows', name: 'retry-run', method: 'POST', path: '/workflows/runs/{runId}/retry', access: 'workflows:manage',
  idempotent: true,
  summary: 'Retry what failed of a run',
  description: 'A parked run, the parked steps of one that completed, or a compensation. What is done is not done again. Whether it is possible now stands in `allowedActions` of the run.',
  params: z.strictObject({ runId }),
  body: z.strictObject({ reason, input: z.optional(z.record(z.string(), z.unknown()).check(z.describe('Corrections to the data of its event, as far as the schema of the event allows, whom it is about excepted; left out: none'))) }),
  answers: { 202: accepted },
  problems: ['not-found', 'not-possible-now'],
  touches: resumes,
});

export const stopRun = defineRoute({
  group: 'workflows', name: 'stop-run', method: 'POST', path: '/workflows/runs/{runId}/stop', access: 'workflows:manage',
  idempotent: true,
  summary: 'Stop a run',
  description: 'One that goes on, waits or is parked. No step of it has an effect any more; what was done is undone where that can be, and it ends as cancelled.',
  params: z.strictObject({ runId }),
  body: z.strictObject({ reason }),
  answers: { 202: accepted },
  problems: ['not-found', 'not-possible-now', 'past-the-pivot'],
  touches: together(operates, { tables: { ledger: ['PutItem'], events: ['PutItem'] }, endsExecutions: true }),
});

export const skipUndo = defineRoute({
  group: 'workflows', name: 'skip-undo', method: 'POST', path: '/workflows/runs/{runId}/compensation/{step}/skip', access: 'workflows:manage',
  idempotent: true,
  summary: 'Skip an undo that failed',
  description: 'You answer for it, and the compensation goes on with what is left.',
  params: z.strictObject({ runId, step: stepName.check(z.describe('Name of the undo, as `compensation.step` of the run tells it')) }),
  body: z.strictObject({ reason }),
  answers: { 202: accepted },
  problems: ['not-found', 'not-possible-now'],
  touches: operates,
});

const deadLetterView = z.object({
  id: deadLetterId, kind: deadLetterKind, status: deadLetterStatus, since: moment('Since when it waits'), tenantId,
  type: z.optional(z.string().check(z.describe('Its process. Absent: it has none'))), runId: z.optional(z.string().check(z.describe('Id of its run. Absent: it has none'))), step: z.optional(z.string().check(z.describe('The step that failed. Absent: no single one did'))),
  eventId: z.optional(z.string().check(z.describe('Id of its event. Absent: it has none, or that cannot be read'))), errorClass: z.optional(z.string().check(z.describe('Name of the error. Absent: none is known'))),
  source: z.optional(z.string().check(z.describe('Which other system told of it. Absent: none did'))),
  cause: z.string().check(z.describe('Why it is here: a sentence in the language of `Accept-Language`')), redrive: z.string().check(z.describe('What a redrive would do now: a sentence in the language of `Accept-Language`')),
  redrivable: z.boolean().check(z.describe('Whether it can be redriven now')), subject: z.optional(z.string().check(z.describe('Id of the account that it is about. Absent: it is about none, or that is not known'))),
  locked: z.boolean().check(z.describe('True: that account is about to be erased, is being erased or is gone, so nothing of it may be tried again')),
  resolution: z.optional(z.string().check(z.describe('How it was settled: `retried`, `redriven`, `skipped`, `delivered` or `given up`. Absent: it was not'))),
  resolvedBy: z.optional(z.string().check(z.describe('Id of the account that settled it, or `system`. Absent: it was not settled'))), resolvedAt: z.optional(moment('When it was settled. Absent: it was not')),
  reason: z.optional(z.string().check(z.describe('Why, in the words of whoever did. Absent: he gave none, or it is open'))),
});
export type DeadLetterView = z.infer<typeof deadLetterView>;

export const listDeadLetters = defineRoute({
  group: 'workflows', name: 'list-dead-letters', method: 'GET', path: '/workflows/dead-letters', access: 'workflows:manage',
  summary: 'What was given up and waits for somebody',
  description: 'Dead letters: failed runs, parked steps, events that could not be delivered or read, and failures that another system told.',
  query: z.strictObject({
    ...paging, ...ofTenant, type: z.optional(processType.check(z.describe('Only those of this process; left out: of every process'))), status: z.optional(ledBy('Only those in this status; left out: all that are not settled', deadLetterStatus)),
    kind: z.optional(ledBy('Only those of this kind; left out: of any', deadLetterKind)), ...ofCause, order,
  }),
  answers: { 200: pageOf(deadLetterView, 'Dead letters') },
  touches: { tables: { ledger: ['Query', 'BatchGetItem'], identity: ['BatchGetItem'], audit: ['BatchGetItem'] } },
});

export const redriveDeadLetter = defineRoute({
  group: 'workflows', name: 'redrive-dead-letter', method: 'POST', path: '/workflows/dead-letters/{id}/redrive', access: 'workflows:manage',
  idempotent: true,
  summary: 'Redrive a dead letter',
  description: 'Tries it again, once: takes the run up where it was left, or publishes the event again. `redrive` of the dead letter says what it would do now.',
  params: z.strictObject({ id: deadLetterId }),
  query: z.strictObject(ofTenant), body: z.strictObject({ reason: reasonIfAny }), bodyMayBeMissing: true,
  answers: { 202: z.object({
    id: deadLetterId, runId: z.optional(z.string().check(z.describe('Id of the run that goes on: `GET /workflows/runs/{runId}` tells how. Absent: an event was published again'))),
  }).check(z.describe('It is being tried again')) },
  problems: ['not-found', 'not-possible-now'],
  touches: together(resumes, { tables: { events: ['UpdateItem'] } }),
});

export const deleteDeadLetter = defineRoute({
  group: 'workflows', name: 'delete-dead-letter', method: 'DELETE', path: '/workflows/dead-letters/{id}', access: 'workflows:manage',
  idempotent: true,
  summary: 'Give a dead letter up',
  description: 'A parked run is cancelled, a parked step is skipped.',
  params: z.strictObject({ id: deadLetterId }),
  query: z.strictObject(ofTenant),
  body: z.strictObject({ reason }),
  answers: { 204: undefined },
  problems: ['not-found', 'not-possible-now', 'past-the-pivot', 'erasure-promised'],
  touches: together(actTouches, { tables: { ledger: ['GetItem', 'UpdateItem'], events: ['UpdateItem'] }, silencesDeadLetters: true }),
});
