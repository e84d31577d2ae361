import * as z from 'zod/mini';
import { deadLetterKinds } from '../../domain/dead-letter.ts';
import { defineRoute } from '../../kit/route.ts';
import { ofTenant } from '../fields.ts';

/** Exact, or as many as were counted and there are more. */
const counted = z.object({ count: z.number(), more: z.boolean() });
const duration = z.nullable(z.number());
const task = z.object({ started: z.number(), succeeded: z.number(), failed: z.number(), retried: z.number(), successRate: z.nullable(z.number()), averageDuration: duration });

const numbers = z.array(z.number());
/** By column, a value for every slot of time: how many of those that began in it are where by now, and how long they took. */
const series = z.object({
  started: numbers, completed: numbers, completedWithWarnings: numbers, compensated: numbers, failed: numbers, inFlight: numbers, p50: z.array(duration), p95: z.array(duration),
});

const ofProcess = z.object({
  type: z.string(), name: z.string(), priority: z.enum(['low', 'medium', 'high']), enabled: z.boolean(),
  /** At this moment, whenever they began. */
  inFlight: z.number(), retrying: counted, needsPerson: z.number(),
  /** Of the window. */
  started: z.number(), completed: z.number(), completedWithWarnings: z.number(), compensated: z.number(), failed: z.number(), calledOff: z.number(),
  p50: duration, p95: duration, p99: duration, averageDuration: duration,
  tasks: z.record(z.string(), task), series,
});

const cause = z.object({
  /** A sentence, and what leads to those whom it concerns: as filters of the dead letters, and of the runs that need a person. */
  text: z.string(), count: z.number(), since: z.string(),
  filter: z.object({ kind: z.enum(deadLetterKinds), type: z.optional(z.string()), step: z.optional(z.string()), errorClass: z.optional(z.string()) }),
});

export const overviewWindows = ['1h', '24h', '7d'] as const;
const view = z.object({
  window: z.enum(overviewWindows), at: z.string(),
  needsPerson: z.object({
    parkedRuns: counted, parkedSteps: counted, compensationFailed: counted, deadLetters: counted,
    /** Within seven days, today's among them; and those that are late. */
    deletionsDueSoon: counted, deletionsOverdue: counted,
  }),
  /** The beginnings of the slots of time, oldest first. */
  slots: z.array(z.string()),
  processes: z.array(ofProcess), series,
  causes: z.array(cause),
  /** Over all time: what was accepted has ended or is in flight. */
  conservation: z.object({ accepted: z.number(), ended: z.number(), inFlight: z.number(), gap: z.number() }),
  /** What has waited for a person the longest. */
  oldest: z.nullable(z.object({ deadLetterId: z.string(), kind: z.enum(deadLetterKinds), since: z.string(), text: z.string(), type: z.optional(z.string()), runId: z.optional(z.string()) })),
  /** The reconciler comes every minute; null where it was never here. */
  reconciler: z.nullable(z.object({ lastPassAt: z.string(), looked: z.number(), repaired: z.number(), lagSeconds: z.number(), silent: z.boolean() })),
});
export type OverviewView = z.infer<typeof view>;

export const overview = defineRoute({
  group: 'overview', name: 'overview', method: 'GET', path: '/workflows/overview', access: 'workflows:read',
  summary: 'What needs a person, how each process fares and has fared, why things failed, and whether everything that was accepted is accounted for',
  query: z.strictObject({
    ...ofTenant, window: z.optional(z.enum(overviewWindows)),
    /** When the reader's day began, by which what is due today is told from what is late; without it the day of UTC. */
    today: z.optional(z.iso.datetime()),
  }),
  answers: { 200: view },
  touches: { tables: { ledger: ['BatchGetItem', 'GetItem', 'Query'] } },
});
