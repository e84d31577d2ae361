import * as z from 'zod/mini';
import { runStatuses, stepStatuses } from '../../domain/run.ts';

/** How a run is told: in the list, and with everything that is known of it. */

const stepError = z.object({ name: z.string(), message: z.optional(z.string()) });

/** What is being worked on: a step, or in a compensation an undo. */
const currentStep = z.object({
  step: z.string(), attempt: z.number(),
  /** So many tries it has before it is given up. */
  of: z.number(),
  /** The last try failed, and another one comes by itself. */
  retrying: z.boolean(), error: z.optional(stepError),
});
export type CurrentStep = z.infer<typeof currentStep>;

export const runSummary = z.object({
  runId: z.string(), type: z.string(), status: z.enum(runStatuses), tenantId: z.string(), subject: z.string(), eventId: z.string(),
  configVersion: z.number(), attempt: z.number(), startedAt: z.string(), finishedAt: z.optional(z.string()), duration: z.nullable(z.number()),
  executionArn: z.optional(z.string()), cause: z.string(),
  /** Since when it has been in its status. */
  changedAt: z.string(),
  /** The step for which it is where it is, and what that step died of. */
  failedStep: z.optional(z.string()), errorClass: z.optional(z.string()),
  current: z.array(currentStep),
});
export type RunSummary = z.infer<typeof runSummary>;

/** A bar of a Gantt chart. One without an end goes on, or was cut off and nobody knows when it ended. */
const tryView = z.object({ startedAt: z.string(), finishedAt: z.optional(z.string()), error: z.optional(z.string()) });
export type TryView = z.infer<typeof tryView>;

export const undoOutcomes = ['undone', 'nothing to undo', 'cannot be undone', 'by hand', 'failed', 'pending'] as const;

const timed = { startedAt: z.optional(z.string()), finishedAt: z.optional(z.string()), tries: z.array(tryView) };
export const undoView = z.object({
  step: z.string(), status: z.enum([...stepStatuses, 'NOT_STARTED']), attempts: z.number(), ...timed, error: z.optional(stepError),
  skippedBecause: z.optional(z.string()),
});
export type UndoView = z.infer<typeof undoView>;

const stepView = z.object({
  step: z.string(), criticality: z.enum(['required', 'best effort']),
  status: z.enum([...stepStatuses, 'NOT_STARTED', 'VOID']), attempts: z.number(), ...timed, duration: z.nullable(z.number()),
  error: z.optional(stepError), compensation: z.optional(undoView), skippedBecause: z.optional(z.string()),
  /** What became of what it had done, once the run is undone. */
  undo: z.optional(z.enum(undoOutcomes)),
});
export type StepView = z.infer<typeof stepView>;

export const runActions = ['retry', 'stop', 'skip'] as const;
export const obstacles = ['not permitted', 'nothing failed', 'has ended', 'cannot be stopped', 'undo goes on', 'nothing to skip'] as const;
const action = z.object({
  action: z.enum(runActions), allowed: z.boolean(),
  /** Why not, as a code and as a sentence. */
  obstacle: z.optional(z.enum(obstacles)), reason: z.optional(z.string()),
});
export type ActionView = z.infer<typeof action>;

export const actors = ['nobody', 'operator', 'administrator'] as const;

export const runView = z.object({
  ...runSummary.shape, next: z.string(),
  /** When at the latest something happens by itself. */
  nextAt: z.nullable(z.string()),
  /** Who must act, as a code and as a sentence. */
  who: z.object({ code: z.enum(actors), text: z.string() }),
  allowedActions: z.array(z.enum(runActions)),
  /** Every action there is: also those that are not possible now, and why. */
  actions: z.array(action),
  steps: z.array(stepView),
  /** What follows the undos of a compensation. */
  afterCompensation: z.array(undoView),
  /** The execution in the console of AWS; null where there is none. */
  executionUrl: z.nullable(z.string()), compensationUrl: z.nullable(z.string()),
  correlationId: z.string(),
  /** What was published on its behalf, oldest first; whether there is more. */
  events: z.array(z.object({ eventId: z.string(), type: z.string(), occurredAt: z.string(), causationId: z.optional(z.string()) })), moreEvents: z.boolean(),
});
export type RunView = z.infer<typeof runView>;
