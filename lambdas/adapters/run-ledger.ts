import * as z from 'zod/mini';
import { runStatuses, stepStatuses, transitions, type RunStatus } from '../domain/run.ts';
import { allOf, anyOf, equal, missing, whenAbsent, type Item, type Key, type Page, type Store, type Write } from './store.ts';

/** The ledger of runs: what was begun, what is done and how it ended. The table is the truth, not the execution's status. */

export const runKey = (runId: string): Key => ({ pk: `RUN#${runId}`, sk: 'RUN' });
export const stepKey = (runId: string, step: string): Key => ({ pk: `RUN#${runId}`, sk: `STEP#${step}` });
export const mailKey = (runId: string, step: string, userId: string): Key => ({ pk: `RUN#${runId}`, sk: `MAIL#${step}#${userId}` });

export const runsOfTenant = { name: 'byTenant', pk: 'tenantRuns', sk: 'startedOrder' } as const;
export const tenantRuns = (tenantId: string): string => `TENANT#${tenantId}#RUNS`;

const stepError = z.object({ name: z.string(), message: z.optional(z.string()) });

const runItem = z.object({
  runId: z.string(), type: z.string(), status: z.enum(runStatuses), tenantId: z.string(), subject: z.string(), eventId: z.string(),
  correlationId: z.string(), configVersion: z.number(), attempt: z.number(), version: z.number(), versionBase: z.number(),
  startedAt: z.string(), finishedAt: z.optional(z.string()), executionArn: z.optional(z.string()),
  reason: z.optional(z.string()), failedStep: z.optional(z.string()), errorClass: z.optional(z.string()),
});
export type RunRecord = z.infer<typeof runItem>;

const stepItem = z.object({
  step: z.string(), status: z.optional(z.enum(stepStatuses)), attempt: z.optional(z.number()), attempts: z.optional(z.number()),
  startedAt: z.optional(z.string()), finishedAt: z.optional(z.string()), error: z.optional(stepError), void: z.optional(z.string()),
});
export type StepRecord = z.infer<typeof stepItem>;

export const parseRun = (item: Item): RunRecord => runItem.parse(item);

export async function readRun(store: Store, runId: string): Promise<RunRecord | undefined> {
  const item = await store.get('ledger', runKey(runId));
  return item && parseRun(item);
}

export async function readStep(store: Store, runId: string, step: string): Promise<StepRecord | undefined> {
  const item = await store.get('ledger', stepKey(runId, step));
  return item && stepItem.parse(item);
}

export async function readSteps(store: Store, runId: string): Promise<readonly StepRecord[]> {
  const { items } = await store.query({ table: 'ledger', pk: runKey(runId).pk, skBeginsWith: 'STEP#' });
  return items.map((item) => stepItem.parse(item));
}

/** A run's record and what makes it findable: in its tenant's list, and under the person it is about. */
export const runOpened = (run: RunRecord): readonly Write[] => [
  {
    table: 'ledger',
    put: { ...runKey(run.runId), ...run, tenantRuns: tenantRuns(run.tenantId), startedOrder: `${run.startedAt}#${run.runId}` },
    if: whenAbsent,
  },
  {
    table: 'ledger',
    put: {
      pk: `TENANT#${run.tenantId}#SUBJECT#${run.subject}`, sk: `RUN#${run.startedAt}#${run.runId}`,
      runId: run.runId, type: run.type,
    },
  },
];

/** Compare-and-set: from the status and attempt that were read, to one that may follow. */
export function runMoved(seen: RunRecord, to: RunStatus, about: Pick<Partial<RunRecord>, 'finishedAt' | 'reason' | 'failedStep' | 'errorClass'>): Write {
  if (!transitions[seen.status].includes(to)) throw new Error(`a run never goes from ${seen.status} to ${to}`);
  return {
    table: 'ledger', update: runKey(seen.runId),
    set: { ...about, status: to }, add: { version: 1 },
    if: allOf(equal('status', seen.status), equal('attempt', seen.attempt), equal('version', seen.version)),
  };
}

export const listRuns = (
  store: Store, tenantId: string,
  { type, status, subject, limit, cursor }: { type?: string | undefined; status?: RunStatus | undefined; subject?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page> => {
  const wanted = Object.entries({ type, status, subject }).flatMap(([attribute, value]) => (value === undefined ? [] : [equal(attribute, value)]));
  return store.query({
    table: 'ledger', index: runsOfTenant, pk: tenantRuns(tenantId), descending: true, limit,
    ...(cursor && { cursor }), ...(wanted.length > 0 && { filter: allOf(...wanted) }),
  });
};

/** The right to act: of this attempt of the run, while nothing has voided the step. */
const mine = (attempt: number) => allOf(equal('status', 'STARTED'), equal('attempt', attempt), missing('void'));

/**
 * Begun before the effect, so that what may have happened is known: never again once done or void, never by an older attempt,
 * and once given up only by a later one.
 */
export const stepStarted = (runId: string, step: string, attempt: number, now: Date): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: stepKey(runId, step),
  set: { step, status: 'STARTED', attempt }, setIfAbsent: { startedAt: now.toISOString() }, add: { attempts: 1 }, remove: ['finishedAt'],
  if: allOf(missing('void'), anyOf(
    missing('status'),
    allOf(equal('status', 'STARTED'), { attribute: 'attempt', is: '<=', value: attempt }),
    allOf({ attribute: 'status', in: ['FAILED', 'PARKED'] }, { attribute: 'attempt', is: '<', value: attempt }),
  )),
});

/** Belongs into the transaction of the effect itself: both or neither. */
export const stepDone = (runId: string, step: string, attempt: number, now: Date): Write => ({
  table: 'ledger', update: stepKey(runId, step),
  set: { status: 'DONE', finishedAt: now.toISOString() }, remove: ['error'], if: mine(attempt),
});

/** What the last try died of; the step stays begun. */
export const stepFailed = (runId: string, step: string, attempt: number, error: { name: string; message?: string }): Extract<Write, { update: Key }> => ({
  table: 'ledger', update: stepKey(runId, step), set: { error }, if: mine(attempt),
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

export const stillMine = (runId: string, step: string, attempt: number): Write => ({ table: 'ledger', check: stepKey(runId, step), if: mine(attempt) });
