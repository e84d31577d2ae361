import { readStep, readUndo, stillMine, workDone, workFailed, workStarted, type Place, type StepRecord } from '../adapters/run-ledger.ts';
import { ConditionFailed, type Key, type Store, type Write } from '../adapters/store.ts';
import type { Subject } from '../adapters/identity.ts';
import { Fenced } from '../domain/errors.ts';
import { log, safeError } from './log.ts';
import { optimistically } from './optimistic.ts';
import { subjectOf, type RunContext } from './run-context.ts';

/** A piece of work that the ledger records: a step, or what undoes one. */
export interface StepInput {
  readonly run: RunContext;
  readonly step: string;
  readonly place: Place;
  readonly subject: Subject;
  readonly now: Date;
}

export type Recorded = (store: Store, runId: string, name: string) => Promise<StepRecord | undefined>;
export const recordedStep: Recorded = readStep;
export const recordedUndo: Recorded = readUndo;

interface Work { readonly run: RunContext; readonly name: string; readonly place: Place; readonly recorded: Recorded }

/** Done, now or before, or answered for by an operator. */
export type Settled = 'DONE' | 'SKIPPED';
/** With what was decided, where anything was to be. */
export interface Settlement { readonly status: Settled; readonly verdict?: string }
export interface Decided { readonly writes: readonly Write[]; readonly verdict?: string | undefined }

/**
 * Begins the work or finds it settled; then asks for the writes and commits them together with DONE. Whoever finds the world
 * changed between reading and writing is asked again.
 * @throws Fenced when the work is void or a later attempt owns it
 */
export async function doOnce(store: Store, work: Work, effect: (input: StepInput) => Promise<Decided>): Promise<Settlement> {
  const { run, name, place } = work;
  const begun = await begin(store, work);
  if (begun !== 'begun') return begun;
  return optimistically(async () => {
    const now = new Date();
    const { writes, verdict } = await effect({ run, step: name, place, subject: subjectOf(run), now });
    const done = workDone(place, now, verdict);
    const all = [done, ...writes];
    await store.transact(all).catch((error: unknown) => {
      throw error instanceof ConditionFailed && error.concerns(all, done) ? new Fenced('not its own any more') : error;
    });
    return settlement('DONE', verdict);
  }).catch((error: unknown) => {
    // A twin of this very call may have finished it meanwhile.
    if (error instanceof Fenced) return settledBefore(store, work);
    throw error;
  });
}

/**
 * Settles the work without doing it.
 * @throws Fenced as `doOnce` does
 */
export async function leaveOut(store: Store, work: Work, skipped: Extract<Write, { update: Key }>): Promise<Settlement> {
  try {
    await store.update(skipped);
    return settlement('SKIPPED');
  } catch (error) {
    if (error instanceof ConditionFailed) return settledBefore(store, work);
    throw error;
  }
}

/**
 * Writes ahead of the effect, such as the mark before a mail, or whole chunks of what no one transaction holds.
 * @throws Fenced when the work is not its own any more
 */
export async function writeAhead(store: Store, place: Place, writes: readonly Write[]): Promise<void> {
  const fence = stillMine(place);
  const all = [fence, ...writes];
  await store.transact(all).catch((error: unknown) => {
    throw error instanceof ConditionFailed && error.concerns(all, fence) ? new Fenced('not its own any more') : error;
  });
}

async function begin(store: Store, work: Work): Promise<'begun' | Settlement> {
  try {
    await store.update(workStarted(work.place, work.name, new Date()));
    return 'begun';
  } catch (error) {
    if (error instanceof ConditionFailed) return settledBefore(store, work);
    throw error;
  }
}

const settlement = (status: Settled, verdict?: string): Settlement => ({ status, ...(verdict !== undefined && { verdict }) });

async function settledBefore(store: Store, { run, name, recorded }: Work): Promise<Settlement> {
  const record = await recorded(store, run.runId, name);
  if ((record?.status === 'DONE' || record?.status === 'SKIPPED') && !record.void) return settlement(record.status, record.verdict);
  throw new Fenced(`${name} is void, or a later attempt owns it`);
}

/** The last error stands on the record, so that an operator sees why it is being tried again. */
export async function rememberFailure(store: Store, place: Place, step: string, error: unknown): Promise<void> {
  if (error instanceof Fenced) return;
  const { name, message } = safeError(error);
  await store.update(workFailed(place, { name, ...(message && { message }) })).catch((failure: unknown) => {
    if (!(failure instanceof ConditionFailed)) log.warn('the failure of a step could not be recorded', { step, error: safeError(failure) });
  });
}
