import * as z from 'zod/mini';
import { ledBy, moment, oneOf } from '../../domain/described.ts';
import { deadLetterKind, priority } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { ofTenant } from '../fields.ts';
import { deadLetterId, processType, runId } from '../id-schemas.ts';
import { durationOf, enabled, percentiles, processName, taskView } from '../statistics/statistics-schemas.ts';

/** Exact, or as many as were counted and there are more. */
const counted = (what: string) => z.object({
  count: z.number().check(z.describe('How many were counted')), more: z.boolean().check(z.describe('True: there are more than were counted')),
}).check(z.describe(what));
const numberOf = (what: string) => z.number().check(z.describe(what));

const numbers = (what: string) => z.array(z.number()).check(z.describe(what));
const durations = (what: string) => z.array(z.nullable(z.number())).check(z.describe(`${what}, in milliseconds; null where nothing has completed`));
/** By column, a value for every slot of time: how many of those that began in it are where by now, and how long they took. */
const series = z.object({
  started: numbers('How many runs began in the slot'), completed: numbers('How many of them have completed'), completedWithWarnings: numbers('How many of them have completed with a step that failed'),
  compensated: numbers('How many of them were undone'), failed: numbers('How many of them failed and wait for an operator'), inFlight: numbers('How many of them go on still'),
  p50: durations('Half of them took no longer than this'), p95: durations('95 of 100 of them took no longer than this'),
}).check(z.describe('For a chart: by column, a value for every one of `slots`, of the runs that began in it'));

const ofProcess = z.object({
  type: processType, name: processName, priority, enabled,
  inFlight: numberOf('How many runs go on at this moment, whenever they began'), retrying: counted('How many of them try a step again'), needsPerson: numberOf('How many runs wait for an operator at this moment'),
  started: numberOf('How many runs began within the window'), completed: numberOf('How many of these have completed'), completedWithWarnings: numberOf('How many of these have completed with a step that failed'),
  compensated: numberOf('How many of these were undone'), failed: numberOf('How many of these failed and wait for an operator'), calledOff: numberOf('How many of these gave way to another run or were cancelled'),
  ...percentiles, averageDuration: durationOf('How long these took on average'),
  tasks: z.record(z.string(), taskView).check(z.describe('How its steps fared, by their names')), series,
});

const cause = z.object({
  text: z.string().check(z.describe('What happened: a sentence in the language of `Accept-Language`')), count: numberOf('How many died of it and wait'), since: moment('Since when the first of them waits'),
  filter: z.object({
    kind: deadLetterKind, type: z.optional(z.string().check(z.describe('Their process. Absent: they have none'))), step: z.optional(z.string().check(z.describe('The step that failed. Absent: no single one did'))),
    errorClass: z.optional(z.string().check(z.describe('Name of its error. Absent: none is known'))),
  }).check(z.describe('What leads to them, as parameters of `GET /workflows/dead-letters`')),
});

export const overviewWindows = ['1h', '24h', '7d'] as const;
const window = oneOf(overviewWindows, 'Over which time', { '1h': 'the last hour', '24h': 'the last day', '7d': 'the last seven days' });
const view = z.object({
  window, at: moment('When it was counted'),
  needsPerson: z.object({
    parkedRuns: counted('Runs of which a required step failed for good'), parkedSteps: counted('Best-effort steps that failed for good'), compensationFailed: counted('Runs that could not be undone'), deadLetters: counted('Everything that was given up and waits, these among it'),
    deletionsDueSoon: counted('Deletions that are due within seven days, today’s among them'), deletionsOverdue: counted('Deletions whose due date has passed'),
  }).check(z.describe('What waits for a person, whenever it began')),
  slots: z.array(z.string()).check(z.describe('When each slot of time begins, oldest first: five minutes each for `1h`, an hour each otherwise. ISO 8601, UTC')),
  processes: z.array(ofProcess).check(z.describe('How each process fares')), series,
  causes: z.array(cause).check(z.describe('What most of what waits died of: five causes at the most, the most frequent first')),
  conservation: z.object({
    accepted: numberOf('How many runs were ever accepted'), ended: numberOf('How many of them have ended'), inFlight: numberOf('How many of them go on'), gap: numberOf('What is missing from the sum: 0, unless something was lost'),
  }).check(z.describe('Whether everything is accounted for, over all time: what was accepted has ended or goes on')),
  oldest: z.nullable(z.object({
    deadLetterId, kind: deadLetterKind, since: moment('Since when it waits'), text: z.string().check(z.describe('Why: a sentence in the language of `Accept-Language`')),
    type: z.optional(z.string().check(z.describe('Its process. Absent: it has none'))), runId: z.optional(runId.check(z.describe('Id of its run. Absent: it has none'))),
  })).check(z.describe('What has waited for a person the longest; null where nothing waits')),
  reconciler: z.nullable(z.object({
    lastPassAt: moment('When it was here last'), looked: numberOf('How many runs it looked at'), repaired: numberOf('How many of them it brought on'),
    lagSeconds: numberOf('How many seconds the run that was due first had waited for it'), silent: z.boolean().check(z.describe('True: it has missed three passes, so an operator must look why')),
  })).check(z.describe('The reconciler, which comes every minute and brings on what has stopped; null where it was never here')),
});
export type OverviewView = z.infer<typeof view>;

export const overview = defineRoute({
  group: 'overview', name: 'overview', method: 'GET', path: '/workflows/overview', access: 'workflows:read',
  summary: 'How everything fares, at one look',
  description: 'What needs a person, how each process fares and has fared, why things failed, and whether everything that was accepted is accounted for.',
  query: z.strictObject({
    ...ofTenant, window: z.optional(ledBy('Over which time; left out: `24h`', window)),
    today: z.optional(z.iso.datetime().check(z.describe('When your day began, by which what is due today is told from what is late; ISO 8601, UTC. Left out: the day of UTC'))),
  }),
  answers: { 200: view },
  touches: { tables: { ledger: ['BatchGetItem', 'GetItem', 'Query'] } },
});
