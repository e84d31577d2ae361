import * as z from 'zod/mini';
import { readRun, stepSwitchedOff } from '../adapters/run-ledger.ts';
import { stepPlace } from '../adapters/work-records.ts';
import { appended } from '../adapters/event-store.ts';
import { runProgressed } from '../adapters/run-transitions.ts';
import type { Store, Write } from '../adapters/store.ts';
import { TransientFailure } from '../domain/errors.ts';
import { bindable } from './bindable.ts';
import { ledBack } from './lead-back.ts';
import { outcomes } from './outcome.ts';
import { runContext, subjectEvent, type RunContext } from './run-context.ts';
import { task } from './task.ts';
import { waits } from './waiting.ts';
import { CHUNKS_BEGIN_WITHIN_MS, MOST_ASKED } from './time-limits.ts';
import { doInChunks, doOnce, leaveOut, recordedStep, rememberFailure, type BegunInput, type Chunk, type ChunkInput, type Decided, type StepInput } from './work.ts';
import { reservedVersions, stageBefore, type StepDeclaration, type WorkflowDeclaration } from './workflow.ts';

/** What a step wants to be true. The pipeline writes all of it and the step's DONE in one transaction. */
export interface Effect {
  readonly writes?: readonly Write[];
  /** Data of the event that the declaration says this step publishes. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** Data of the one that tells of the stage before. */
  readonly eventOfStageBefore?: Readonly<Record<string, unknown>>;
  /** Which of the verdicts that the declaration names. */
  readonly verdict?: string;
  /** It cannot be done before what the declaration says it leads back to was done again. */
  readonly again?: true;
  /** It cannot be done before something else has ended: what, and how far that is. */
  readonly waitsFor?: string;
}

export type StepBody<Ports> = (input: StepInput, ports: Ports) => Promise<Effect>;
/** One chunk of a step that is done in chunks: with `more` it is a checkpoint, without it the end. */
export type ChunkBody<Ports, Carried> = (input: ChunkInput<Carried>, ports: Ports) => Promise<Effect & Pick<Chunk<Carried>, 'more'>>;
export interface StepOutcome { readonly step: string; readonly status: 'DONE' | 'SKIPPED' | 'MORE' | 'WAIT' | 'LATER' | 'AGAIN'; readonly verdict?: string; readonly asked?: number }

const payload = z.object({ run: runContext, outcomes: z.optional(outcomes) });
type Payload = z.infer<typeof payload>;

interface Declared { readonly workflow: WorkflowDeclaration; readonly declared: StepDeclaration; readonly order: 'parallel' | 'sequential'; readonly reserved: Readonly<Record<string, number>> }
function declaredIn(workflow: WorkflowDeclaration, name: string): Declared {
  const stage = workflow.stages.find(({ steps }) => steps.some((each) => each.step === name));
  const declared = stage?.steps.find((each) => each.step === name);
  if (!stage || !declared) throw new Error(`${workflow.type} declares no step ${name}`);
  return { workflow, declared, order: stage.order, reserved: reservedVersions(workflow) };
}

/** The one pipeline of steps: parse, begin (or find it done), act, commit effect and DONE together, contain errors. */
export function step<Name extends string, Ports extends { readonly store: Store }>(
  workflow: WorkflowDeclaration<Name>, name: NoInfer<Name>, body: StepBody<Ports>, ports: () => Ports,
) {
  const about = declaredIn(workflow, name);
  if (about.declared.chunked) throw new Error(`${name} is declared to be done in chunks`);
  return pipeline(workflow, name, async (event: Payload, bound: Ports) => {
    const { run, outcomes: before = {} } = event;
    const work = { run, name, place: stepPlace(run, name), recorded: recordedStep };
    if (run.off?.includes(name) && about.declared.criticality === 'best effort') return { step: name, ...await leaveOut(bound.store, work, stepSwitchedOff(run.runId, name, new Date())) };
    const progress = progressOf(about, bound.store, run);
    const { status, ...rest } = await doOnce(bound.store, work, async (input) => {
      const effect = await body(input, bound);
      if (effect.again) return leadingBack(bound.store, about.declared, input, effect);
      if (effect.waitsFor !== undefined) return waiting(about.declared, input, effect.waitsFor, progress);
      return withProgress(decided(about, input, effect), await progress.renewed(input.now));
    });
    if (!about.declared.waits) return { step: name, status, ...rest };
    const asked = askedIn(before, name);
    return status === 'WAIT' ? { step: name, status: asked.all + 1 < MOST_ASKED ? 'WAIT' : 'LATER', asked: asked.here + 1 } : { step: name, status, ...rest, asked: asked.here };
  }, ports);
}

/** The same for one whose work is of any size. It answers that there is more, and is asked again: by this execution, or later by another one. */
export function chunkedStep<Name extends string, Ports extends { readonly store: Store }, Carried>(
  workflow: WorkflowDeclaration<Name>, name: NoInfer<Name>, body: ChunkBody<Ports, Carried>, ports: () => Ports,
) {
  const about = declaredIn(workflow, name);
  if (!about.declared.chunked) throw new Error(`${name} is not declared to be done in chunks`);
  return pipeline(workflow, name, async ({ run, outcomes: before = {} }: Payload, bound: Ports) => {
    const until = Date.now() + CHUNKS_BEGIN_WITHIN_MS;
    const progress = progressOf(about, bound.store, run);
    const { status, ...rest } = await doInChunks<Carried>(bound.store, { run, name, place: stepPlace(run, name), recorded: recordedStep }, {
      chunk: async (input) => {
        const { more, ...effect } = await body(input, bound);
        if (effect.again) return leadingBack(bound.store, about.declared, input, effect);
        return { ...withProgress(more ? { writes: effect.writes ?? [] } : decided(about, input, effect), await progress.renewed(input.now)), more };
      },
      mayGoOn: () => Date.now() < until,
    });
    const asked = askedIn(before, name);
    if (status !== 'MORE') return { step: name, status, ...rest, asked: asked.here };
    if (about.order === 'parallel') throw new TransientFailure('there is more than one call has time for');
    return { step: name, status: asked.all + 1 < MOST_ASKED ? 'MORE' : 'LATER', asked: asked.here + 1 };
  }, ports);
}

/** How often this execution has asked for more: of this step, and of all. */
function askedIn(before: z.infer<typeof outcomes>, name: string): { readonly here: number; readonly all: number } {
  const all = Object.values(before).flatMap((stage) => Object.values(stage));
  return { here: all.find((each) => each.step === name)?.asked ?? 0, all: all.reduce((sum, { asked = 0 }) => sum + asked, 0) };
}

function pipeline<Ports extends { readonly store: Store }>(
  workflow: WorkflowDeclaration, name: string, perform: (event: Payload, bound: Ports) => Promise<StepOutcome>, ports: () => Ports,
) {
  const remember = async (event: unknown, { store }: Ports, error: unknown): Promise<void> => {
    const { data } = payload.safeParse(event);
    if (data) await rememberFailure(store, stepPlace(data.run, name), name, error);
  };
  return bindable(ports, (bound: Ports) => task((event) => perform(payload.parse(event), bound), (event, error) => remember(event, bound, error)));
}

async function leadingBack(store: Store, declared: StepDeclaration, input: BegunInput, { writes = [] }: Effect): Promise<Decided> {
  const back = await ledBack(store, declared, input);
  return { writes: back.length > 0 ? [...back, ...writes] : [], instead: 'AGAIN' };
}

async function waiting({ step: name, waits: declared }: StepDeclaration, input: BegunInput, waitsFor: string, progress: Progress): Promise<Decided> {
  if (!declared) throw new Error(`${name} declares nothing that it waits for`);
  const { moves, writes } = waits(input, { waitsFor, ...declared, limitMs: await progress.limitMs() });
  return { writes: [...writes, ...(moves ? await progress.renewed(input.now) : [])], instead: 'WAIT' };
}

/**
 * Where the timeout is the time without progress, whatever is done renews it; those who work side by side do not, so that they
 * never meet at the record of the run. What holds for the run is read once a call.
 */
interface Progress { readonly limitMs: () => Promise<number>; readonly renewed: (now: Date) => Promise<readonly Write[]> }
function progressOf({ workflow, order }: Declared, store: Store, run: RunContext): Progress {
  let limit: Promise<number> | undefined;
  const limitMs = (): Promise<number> => limit ??= readRun(store, run.runId).then((seen) => seen?.config?.deadline ?? workflow.config.timeout);
  return {
    limitMs,
    renewed: async (now) => (!workflow.longRunning || order === 'parallel' ? [] : [runProgressed(run, new Date(now.getTime() + await limitMs()).toISOString())]),
  };
}
const withProgress = (done: Decided, progress: readonly Write[]): Decided => ({ ...done, writes: [...done.writes, ...progress] });

function decided({ declared, reserved }: Declared, { run, now, record }: BegunInput, { writes = [], event, eventOfStageBefore, verdict }: Effect): Decided {
  const { step: name, publishes, publishesOfStageBefore, verdicts } = declared;
  if (Boolean(event) !== Boolean(publishes) || Boolean(eventOfStageBefore) !== Boolean(publishesOfStageBefore)) throw new Error(`${name} publishes what it declares, no more and no less`);
  if (verdicts ? verdict === undefined || !verdicts.includes(verdict) : verdict !== undefined) throw new Error(`${name} tells a verdict that it declares, and no other`);
  const told = record.reopened ? [] : [
    ...(publishesOfStageBefore && eventOfStageBefore ? [subjectEvent(publishesOfStageBefore, run, reserved[stageBefore(name)] ?? 0, eventOfStageBefore, now)] : []),
    ...(publishes && event ? [subjectEvent(publishes, run, reserved[name] ?? 0, event, now)] : []),
  ];
  return { writes: [...writes, ...told.map(appended)], verdict };
}
