import * as z from 'zod/mini';
import { runStatuses, stepStatuses, waitingReasons, type RunStatus } from '../domain/run.ts';
import { allOf, asRead, equal, missing, type Item, type Key, type Store, type Write } from './store.ts';

/** The ledger of runs: what was begun, what is done and how it ended. The table is the truth, not the execution's status. */

export const runKey = (runId: string): Key => ({ pk: `RUN#${runId}`, sk: 'RUN' });
export const stepKey = (runId: string, step: string): Key => ({ pk: `RUN#${runId}`, sk: `STEP#${step}` });
export const undoKey = (runId: string, undo: string): Key => ({ pk: `RUN#${runId}`, sk: `UNDO#${undo}` });
export const mailKey = (runId: string, step: string, userId: string): Key => ({ pk: `RUN#${runId}`, sk: `MAIL#${step}#${userId}` });

export const runsOfTenant = { name: 'byTenant', pk: 'tenantRuns', sk: 'startedOrder' } as const;
export const tenantRuns = (tenantId: string): string => `TENANT#${tenantId}#RUNS`;
/** Where a run is now, in the order in which runs came there: of one that has ended, that is when it did. */
export const runsInState = { name: 'byState', pk: 'stateRuns', sk: 'stateOrder' } as const;
export const stateRuns = (tenantId: string, status: RunStatus): string => `${tenantRuns(tenantId)}#${status}`;
export const runsOfSubject = (tenantId: string, subject: string): string => `TENANT#${tenantId}#SUBJECT#${subject}`;

/** The audit entry in which an operator says why, in his words: only there, so that they go with whom they are about. */
export const noted = z.optional(z.object({ pk: z.string(), sk: z.string() }));

const stepError = z.object({ name: z.string(), message: z.optional(z.string()) });

const pinnedConfig = z.object({ compensationEnabled: z.boolean(), deadline: z.number(), bestEffort: z.record(z.string(), z.boolean()) });

const taskCounts = z.object({ started: z.number(), succeeded: z.number(), failed: z.number(), retried: z.number(), duration: z.number() });

const runItem = z.object({
  runId: z.string(), type: z.string(), status: z.enum(runStatuses), tenantId: z.string(), subject: z.string(), eventId: z.string(),
  correlationId: z.string(), configVersion: z.number(), attempt: z.number(), version: z.number(), versionBase: z.number(),
  startedAt: z.string(), finishedAt: z.optional(z.string()),
  /** Since when it has been in its status. */
  changedAt: z.optional(z.string()), executionArn: z.optional(z.string()),
  depth: z.number(), reason: z.optional(z.string()), noted, failedStep: z.optional(z.string()), errorClass: z.optional(z.string()),
  /** The attempt of the compensation, and the execution that claimed it. */
  compensation: z.optional(z.number()), compensationArn: z.optional(z.string()),
  /** Where the event that started it is stored. */
  eventAggregate: z.string(), eventVersion: z.number(),
  /** Closed before, and taken up again for what was parked: its ends have been told, and it is never undone. */
  closed: z.optional(z.boolean()),
  /** What held for its process when it was claimed: a change concerns the next run. Absent while the run waits to begin. */
  config: z.optional(pinnedConfig),
  /** What it waits for, before it has begun. */
  waitsFor: z.optional(z.enum(waitingReasons)),
  /** When the reconciler ends this attempt, of the run or of its compensation, whatever it does by then. */
  deadlineAt: z.optional(z.string()),
  /** When the reconciler looks at it next. */
  dueAt: z.optional(z.string()),
  /** The operator who stopped it: what is undone then ends as cancelled. */
  stoppedBy: z.optional(z.string()),
  /** What its event said: ids. */
  data: z.optional(z.record(z.string(), z.unknown())),
  /** Data of its event that an operator corrected. */
  input: z.optional(z.record(z.string(), z.unknown())),
  /** Milliseconds until it was completed for the first time. */
  completedIn: z.optional(z.number()),
  /** What the statistics have of its steps so far. */
  tally: z.optional(z.record(z.string(), taskCounts)),
});
export type RunRecord = z.infer<typeof runItem>;

const tryMark = z.object({ at: z.string(), what: z.enum(['began', 'failed']), error: z.optional(z.string()) });

const stepItem = z.object({
  step: z.string(), status: z.optional(z.enum(stepStatuses)), attempt: z.optional(z.number()), attempts: z.optional(z.number()),
  startedAt: z.optional(z.string()), finishedAt: z.optional(z.string()), error: z.optional(stepError), void: z.optional(z.string()),
  /** Why it was not done; where an operator answers for it, that stands in the audit. */
  skippedBecause: z.optional(z.enum(['switched off', 'not needed'])), noted,
  /** What it decided, so that a call that is repeated is answered alike. */
  verdict: z.optional(z.string()),
  /** How far it is, where it is done in chunks; only the step itself knows what that means. */
  checkpoint: z.optional(z.string()),
  /** Done before, and to be done again: what it tells was told. */
  reopened: z.optional(z.boolean()),
  /** When a try began, and when one failed and of what, as far as they are kept one by one. */
  tries: z.optional(z.array(tryMark)),
  /** How often it led back since somebody took the run up. */
  rounds: z.optional(z.number()),
  /** What it found unfinished that has to end before it, and since when that has stood like this. */
  waitsFor: z.optional(z.string()), waitsSince: z.optional(z.string()),
});
export type StepRecord = z.infer<typeof stepItem>;

const [BEGAN, FAILED] = ['began#', 'failed#'] as const;
export const tryBegan = (now: Date): string => `${BEGAN}${now.toISOString()}`;
export const tryFailed = (now: Date): string => `${FAILED}${now.toISOString()}`;

/** In the order of time. */
function triesIn(item: Item): readonly z.infer<typeof tryMark>[] {
  const marks = Object.entries(item).flatMap(([name, value]): z.infer<typeof tryMark>[] => {
    if (name.startsWith(BEGAN)) return [{ at: name.slice(BEGAN.length), what: 'began' }];
    return name.startsWith(FAILED) ? [{ at: name.slice(FAILED.length), what: 'failed', error: z.string().parse(value) }] : [];
  });
  return marks.toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1));
}

export const parseRun = (item: Item): RunRecord => runItem.parse(item);

/** Nobody has taken it up again, or ended it, since it was read. */
export const runStands = ({ runId, version }: RunRecord): Write => ({ table: 'ledger', check: runKey(runId), if: equal('version', version) });

export async function readRun(store: Store, runId: string): Promise<RunRecord | undefined> {
  const item = await store.get('ledger', runKey(runId));
  return item && parseRun(item);
}

export function parseStep(item: Item): StepRecord {
  const tries = triesIn(item);
  return stepItem.parse({ ...item, ...(tries.length > 0 && { tries }) });
}
export async function readStep(store: Store, runId: string, step: string): Promise<StepRecord | undefined> {
  const item = await store.get('ledger', stepKey(runId, step));
  return item && parseStep(item);
}

export async function readUndo(store: Store, runId: string, undo: string): Promise<StepRecord | undefined> {
  const item = await store.get('ledger', undoKey(runId, undo));
  return item && parseStep(item);
}

export async function readUndos(store: Store, runId: string): Promise<readonly StepRecord[]> {
  const { items } = await store.query({ table: 'ledger', pk: runKey(runId).pk, skBeginsWith: 'UNDO#' });
  return items.map(parseStep);
}

export async function readSteps(store: Store, runId: string): Promise<readonly StepRecord[]> {
  const { items } = await store.query({ table: 'ledger', pk: runKey(runId).pk, skBeginsWith: 'STEP#' });
  return items.map(parseStep);
}

/** What was voided and never undone may be done after all. */
export const stepReadmitted = (runId: string, { step, void: reason }: StepRecord): Write => ({
  table: 'ledger', update: stepKey(runId, step), remove: ['void'], if: asRead('void', reason),
});

/** Its switch is off: it is neither done nor missed. */
export const stepSwitchedOff = (runId: string, step: string, now: Date): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: stepKey(runId, step),
  set: { step, status: 'SKIPPED', skippedBecause: 'switched off', finishedAt: now.toISOString() }, if: allOf(missing('status'), missing('void')),
});

/** What was decided before it made it unnecessary. */
export const stepLeftOut = (runId: string, step: string, now: Date): Write => ({
  table: 'ledger', update: stepKey(runId, step),
  set: { step, status: 'SKIPPED', skippedBecause: 'not needed', finishedAt: now.toISOString() }, if: allOf(missing('status'), missing('void')),
});

/** An operator, and where he says why. */
export interface Answering { readonly by: string; readonly noted: Key; readonly now: Date }
/** An operator answers for a parked step: it is not wanted any more. */
export const stepSkipped = (runId: string, step: string, { by, noted: entry, now }: Answering): Write => ({
  table: 'ledger', update: stepKey(runId, step),
  set: { status: 'SKIPPED', skippedBy: by, noted: { ...entry }, finishedAt: now.toISOString() }, if: equal('status', 'PARKED'),
});

/** Whatever the step did or does: it is over, and its own record says so before anything is undone. What was done stays readable. */
export const stepVoided = (runId: string, step: string, reason: string, seen: StepRecord | undefined, failed: { name: string } | undefined, now: Date): Write => ({
  table: 'ledger', update: stepKey(runId, step),
  set: { step, void: reason, ...(failed && { status: 'FAILED', finishedAt: now.toISOString(), error: seen?.error ?? failed }) },
  ...(failed && { if: asRead('status', seen?.status) }),
});

/** The undo failed for good in this attempt of the compensation. */
export const undoGivenUp = (runId: string, undo: string, attempt: number, seen: StepRecord | undefined, error: { name: string }, now: Date): Write => ({
  table: 'ledger', update: undoKey(runId, undo),
  set: { step: undo, status: 'FAILED', attempt, finishedAt: now.toISOString(), error: seen?.error ?? error }, if: asRead('status', seen?.status),
});

/** An operator answers for it: this undo is not needed any more, or was done by hand. */
export const undoSkipped = (runId: string, undo: string, { by, noted: entry, now }: Answering): Write => ({
  table: 'ledger', update: undoKey(runId, undo),
  set: { status: 'SKIPPED', skippedBy: by, noted: { ...entry }, finishedAt: now.toISOString() }, if: equal('status', 'FAILED'),
});

/** The machine gave the step up: parked when the run goes on without it, failed when the run ends for it. */
export const stepGivenUp = (
  { runId, attempt }: { readonly runId: string; readonly attempt: number }, seen: StepRecord | undefined, step: string,
  to: 'PARKED' | 'FAILED', error: { name: string }, now: Date,
): Write => ({
  table: 'ledger', update: stepKey(runId, step),
  set: { step, status: to, attempt, finishedAt: now.toISOString(), error: seen?.error ?? error },
  if: allOf(missing('void'), seen?.status ? equal('status', seen.status) : missing('status')),
});
