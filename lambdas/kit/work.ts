import { parseStep, readStep, readUndo, type StepRecord } from '../adapters/run-ledger.ts';
import { askedForMore, stillMine, workAdvanced, workDone, workFailed, workStarted, type Place } from '../adapters/work-records.ts';
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
/** With the record of this work as its beginning found it. */
export interface BegunInput extends StepInput { readonly record: StepRecord }

export type Recorded = (store: Store, runId: string, name: string) => Promise<StepRecord | undefined>;
export const recordedStep: Recorded = readStep;
export const recordedUndo: Recorded = readUndo;

interface Work { readonly run: RunContext; readonly name: string; readonly place: Place; readonly recorded: Recorded }

/** Done, now or before, or answered for by an operator. */
export type Settled = 'DONE' | 'SKIPPED';
/** With what was decided, where anything was to be. */
export interface Settlement { readonly status: Settled; readonly verdict?: string }
/** `instead`: the work is not done; the writes say what has to be done again before it, or for what it waits. */
export interface Decided { readonly writes: readonly Write[]; readonly verdict?: string | undefined; readonly instead?: 'AGAIN' | 'WAIT' | undefined }
export type DoneOrNot = Settlement | { readonly status: 'AGAIN' | 'WAIT' };

/**
 * Begins the work or finds it settled; then asks for the writes and commits them together with DONE. Whoever finds the world
 * changed between reading and writing is asked again.
 * @throws Fenced when the work is void or a later attempt owns it
 */
export async function doOnce(store: Store, work: Work, effect: (input: BegunInput) => Promise<Decided>): Promise<DoneOrNot> {
  const { run, name, place } = work;
  const begun = await begin(store, work);
  if ('status' in begun) return begun;
  return optimistically(async () => {
    const now = new Date();
    const { writes, verdict, instead } = await effect({ run, step: name, place, subject: subjectOf(run), now, record: begun.record });
    if (instead) {
      if (writes.length > 0) await store.transact(writes);
      return { status: instead } as const;
    }
    await commitDone(store, place, writes, now, verdict);
    return settlement('DONE', verdict);
  }).catch((error: unknown) => {
    // A twin of this very call may have finished it meanwhile.
    if (error instanceof Fenced) return settledBefore(store, work);
    throw error;
  });
}

async function commitDone(store: Store, place: Place, writes: readonly Write[], now: Date, verdict?: string): Promise<void> {
  const done = workDone(place, now, verdict);
  const all = [done, ...writes];
  await store.transact(all).catch((error: unknown) => {
    throw error instanceof ConditionFailed && error.concerns(all, done) ? new Fenced('not its own any more') : error;
  });
}

/** A chunk of the work has been done. Without a checkpoint there is no more of it, and the writes belong to its end. */
export interface Chunk<Carried> extends Decided { readonly more?: { readonly checkpoint: string; readonly carried: Carried } | undefined }
/** `carried`: what the chunk before had in hands, where it was this call that did it. */
export interface ChunkInput<Carried> extends BegunInput { readonly checkpoint: string | undefined; readonly carried: Carried | undefined }
export interface Chunked<Carried> {
  readonly chunk: (input: ChunkInput<Carried>) => Promise<Chunk<Carried>>;
  /** Whether there is time for another one. */
  readonly mayGoOn: () => boolean;
}

/**
 * Does the work chunk by chunk, as many as there is time for. Each checkpoint is one transaction with what is recorded of the chunk;
 * whoever is killed between two of them, or finds a twin at work, goes on from the last one.
 * @throws Fenced as `doOnce` does
 */
export async function doInChunks<Carried>(store: Store, work: Work, { chunk, mayGoOn }: Chunked<Carried>): Promise<DoneOrNot | { readonly status: 'MORE' }> {
  const begun = await begin(store, work, false);
  if ('status' in begun) return begun;
  const { run, name, place } = work;
  let { record: { checkpoint } } = begun;
  let carried: Carried | undefined;
  try {
    for (;;) {
      const now = new Date();
      const at = { run, step: name, place, subject: subjectOf(run), now, record: begun.record, checkpoint, carried };
      const { more, verdict, instead } = await optimistically(() => chunkCommitted(store, at, chunk));
      if (instead) return { status: instead };
      if (!more) return settlement('DONE', verdict);
      ({ checkpoint, carried } = more);
      if (mayGoOn()) continue;
      await store.update(askedForMore(place)).catch(becomesFenced);
      return { status: 'MORE' };
    }
  } catch (error) {
    if (error instanceof Fenced) return settledOrShared(store, work, checkpoint);
    throw error;
  }
}

async function chunkCommitted<Carried>(store: Store, at: ChunkInput<Carried>, chunk: Chunked<Carried>['chunk']): Promise<Chunk<Carried>> {
  const done = await chunk(at);
  if (done.instead) {
    if (done.writes.length > 0) await store.transact(done.writes);
  } else if (!done.more) await commitDone(store, at.place, done.writes, at.now, done.verdict);
  else {
    const advanced = workAdvanced(at.place, at.checkpoint, done.more.checkpoint);
    const all = [advanced, ...done.writes];
    await store.transact(all).catch((error: unknown) => {
      throw error instanceof ConditionFailed && error.concerns(all, advanced) ? new Fenced('not its own any more') : error;
    });
  }
  return done;
}

const becomesFenced = (error: unknown): never => {
  throw error instanceof ConditionFailed ? new Fenced('not its own any more') : error;
};

/** A twin of this very call may have finished it meanwhile, or be ahead with it: then there is more. */
async function settledOrShared(store: Store, work: Work, checkpoint: string | undefined): Promise<Settlement | { readonly status: 'MORE' }> {
  const record = await work.recorded(store, work.run.runId, work.name);
  const shared = record?.status === 'STARTED' && record.attempt === work.place.attempt && record.void === undefined && record.checkpoint !== checkpoint;
  return shared ? { status: 'MORE' } : settledBefore(store, work);
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

async function begin(store: Store, work: Work, traced = true): Promise<{ readonly record: StepRecord } | Settlement> {
  try {
    return { record: parseStep(await store.update(workStarted(work.place, work.name, new Date(), traced))) };
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
  await store.update(workFailed(place, { name, ...(message && { message }) }, new Date())).catch((failure: unknown) => {
    if (!(failure instanceof ConditionFailed)) log.warn('the failure of a step could not be recorded', { step, error: safeError(failure) });
  });
}
