import * as z from 'zod/mini';
import { moment, oneOf } from '../../domain/described.ts';
import { stepStatuses } from '../../domain/run.ts';
import { criticality, runStatus } from '../../domain/word-schemas.ts';
import { correlationId, eventId, processType, runId, tenantId } from '../id-schemas.ts';

/** How a run is told: in the list, and with everything that is known of it. */

const stepName = z.string().check(z.describe('Name of the step'));
const durationOf = (what: string) => z.nullable(z.number()).check(z.describe(`${what}, in milliseconds; null while it goes on or has not begun`));
const stepError = z.object({
  name: z.string().check(z.describe('Name of the error, by which causes are grouped')), message: z.optional(z.string().check(z.describe('What went wrong, without personal data. Absent: only the name is known'))),
});

/** What is being worked on: a step, or in a compensation an undo. */
const currentStep = z.object({
  step: z.string().check(z.describe('Name of the step, or in a compensation of the undo')), attempt: z.number().check(z.describe('Which try it is, from 1')), of: z.number().check(z.describe('How many tries it has before it is given up')),
  retrying: z.boolean().check(z.describe('True: the last try failed, and another one comes by itself')), error: z.optional(stepError.check(z.describe('Of what the last try died. Absent: none has failed'))),
});
export type CurrentStep = z.infer<typeof currentStep>;

export const runSummary = z.object({
  runId, type: processType, status: runStatus, tenantId, subject: z.string().check(z.describe('Id of the account that the run is about')), eventId: z.string().check(z.describe('Id of the event on which it began')),
  configVersion: z.number().check(z.describe('Version of the configuration that holds for it: the one of its beginning')), attempt: z.number().check(z.describe('Rises each time somebody takes it up again, from 1')),
  startedAt: moment('When it began'), finishedAt: z.optional(moment('When it ended. Absent: it has not')), duration: durationOf('How long it took'),
  executionArn: z.optional(z.string().check(z.describe('The execution of the state machine, as AWS names it. Absent: there is none yet'))), cause: z.string().check(z.describe('Why it is where it is: a sentence in the language of `Accept-Language`')),
  changedAt: moment('Since when it has been in its status'), failedStep: z.optional(z.string().check(z.describe('Name of the step for which it is where it is. Absent: no single step is'))),
  errorClass: z.optional(z.string().check(z.describe('Name of the error of that step. Absent: none is known'))),
  current: z.array(currentStep).check(z.describe('What is being worked on at this moment; empty where nothing is')),
});
export type RunSummary = z.infer<typeof runSummary>;

/** A bar of a Gantt chart. One without an end goes on, or was cut off and nobody knows when it ended. */
const tryView = z.object({
  startedAt: moment('When the try began'), finishedAt: z.optional(moment('When it ended. Absent: it goes on, or was cut off')), error: z.optional(z.string().check(z.describe('Name of the error that it died of. Absent: of none'))),
});
export type TryView = z.infer<typeof tryView>;

export const undoOutcomes = ['undone', 'nothing to undo', 'cannot be undone', 'by hand', 'failed', 'pending'] as const;

const stepMeanings = {
  STARTED: 'it is being tried', DONE: 'its effect is there', FAILED: 'it failed for good', PARKED: 'it failed for good and waits for an operator', SKIPPED: 'somebody, or the configuration, left it out', NOT_STARTED: 'it was not reached, or was not needed',
};
const attempts = z.number().check(z.describe('How often it was tried; 0: never'));
const timed = { startedAt: z.optional(moment('When it was tried first. Absent: it was not')), finishedAt: z.optional(moment('When it ended. Absent: it has not')), tries: z.array(tryView).check(z.describe('Each try, oldest first')) };
const error = z.optional(stepError.check(z.describe('Of what the last try died. Absent: of nothing')));
const skippedBecause = z.optional(z.string().check(z.describe('Why it was left out, in the words of whoever did. Absent: it was not, or nobody said why')));
export const undoView = z.object({
  step: z.string().check(z.describe('Name of the undo')), status: oneOf([...stepStatuses, 'NOT_STARTED'], 'Where the undo is', stepMeanings), attempts, ...timed, error, skippedBecause,
});
export type UndoView = z.infer<typeof undoView>;

const stepView = z.object({
  step: stepName, criticality,
  status: oneOf([...stepStatuses, 'NOT_STARTED', 'VOID'], 'Where the step is', { ...stepMeanings, VOID: 'it was taken out of force by a compensation' }), attempts, ...timed, duration: durationOf('How long it took with all its tries'),
  error, compensation: z.optional(undoView.check(z.describe('What undoes it. Absent: it was not begun, or the run is not undone'))), skippedBecause,
  undo: z.optional(oneOf(undoOutcomes, 'What became of what it had done. Absent: the run is not undone', {
    undone: 'it was undone', 'nothing to undo': 'it had done nothing', 'cannot be undone': 'there is no way to', 'by hand': 'somebody answers for it', failed: 'undoing it failed', pending: 'its turn has not come',
  })),
});
export type StepView = z.infer<typeof stepView>;

export const runActions = ['retry', 'stop', 'skip'] as const;
export const obstacles = ['not permitted', 'nothing failed', 'has ended', 'cannot be stopped', 'undo goes on', 'nothing to skip'] as const;
const runAction = oneOf(runActions, 'What may be done with a run', { retry: '`POST …/retry`', stop: '`POST …/stop`', skip: '`POST …/compensation/{step}/skip`, for an undo that failed' });
const action = z.object({
  action: runAction, allowed: z.boolean().check(z.describe('Whether you may do it now')),
  obstacle: z.optional(oneOf(obstacles, 'Why not, as a code. Absent: you may', {
    'not permitted': 'you lack `workflows:manage`', 'nothing failed': 'there is nothing to retry', 'has ended': 'the run has ended', 'cannot be stopped': 'a deletion that has begun goes forward only', 'undo goes on': 'wait until it is undone', 'nothing to skip': 'no undo has failed',
  })),
  reason: z.optional(z.string().check(z.describe('The same as a sentence in the language of `Accept-Language`. Absent: you may'))),
});
export type ActionView = z.infer<typeof action>;

export const actors = ['nobody', 'operator', 'administrator'] as const;

const link = (what: string) => z.nullable(z.string()).check(z.describe(`${what} in the console of AWS; null where there is none`));
export const runView = z.object({
  ...runSummary.shape, next: z.string().check(z.describe('What happens then, and when: a sentence in the language of `Accept-Language`')),
  nextAt: z.nullable(z.string()).check(z.meta({ description: 'When at the latest something happens by itself; null where nothing does. ISO 8601, UTC', format: 'date-time' })),
  who: z.object({
    code: oneOf(actors, 'Who must act', { nobody: 'it goes on by itself, or has ended', operator: 'somebody with `workflows:manage`', administrator: 'somebody who administers the tenant' }),
    text: z.string().check(z.describe('The same as a sentence in the language of `Accept-Language`')),
  }).check(z.describe('Who must act')),
  allowedActions: z.array(runAction).check(z.describe('What you may do with it now')), actions: z.array(action).check(z.describe('Every action there is, also those that are not possible now, and why')),
  steps: z.array(stepView).check(z.describe('Every step of the process in its order, also those that were not reached')),
  afterCompensation: z.array(undoView).check(z.describe('What follows the undos of a compensation; empty where the run is not undone')),
  executionUrl: link('The execution'), compensationUrl: link('The execution of its compensation'), correlationId,
  events: z.array(z.object({
    eventId, type: z.string().check(z.describe('Name of the event, such as `user.activated`')), occurredAt: moment('When it happened'), causationId: z.optional(z.string().check(z.describe('Id of the event that set it off. Absent: it is not known'))),
  })).check(z.describe('What was published on its behalf, oldest first')), moreEvents: z.boolean().check(z.describe('Whether there are more events than these')),
});
export type RunView = z.infer<typeof runView>;
