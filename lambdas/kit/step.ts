import * as z from 'zod/mini';
import { readStep, stepDone, stepFailed, stepStarted } from '../adapters/run-ledger.ts';
import { appended } from '../adapters/event-store.ts';
import { ConditionFailed, type Store, type Write } from '../adapters/store.ts';
import type { Subject } from '../adapters/identity.ts';
import { Fenced } from '../domain/errors.ts';
import type { EventDefinition } from '../domain/events/event.ts';
import { bindable, type BindableHandler } from './bindable.ts';
import { log, safeError } from './log.ts';
import { optimistically } from './optimistic.ts';
import { runContext, subjectEvent, subjectOf, type RunContext } from './run-context.ts';
import { task } from './task.ts';
import { reservedVersions, stepsOf, type WorkflowDeclaration } from './workflow.ts';

export interface StepInput {
  readonly run: RunContext;
  readonly step: string;
  readonly subject: Subject;
  readonly now: Date;
}

/** What a step wants to be true. The pipeline writes all of it and the step's DONE in one transaction. */
export interface Effect {
  readonly writes?: readonly Write[];
  /** Data of the event that the declaration says this step publishes. */
  readonly event?: Readonly<Record<string, unknown>>;
}

export type StepBody<Ports> = (input: StepInput, ports: Ports) => Promise<Effect>;
export interface StepOutcome { readonly step: string; readonly status: 'DONE' }

const payload = z.object({ run: runContext });

/**
 * The one pipeline of steps: parse, begin (or find it done), act, commit effect and DONE together, log, contain errors.
 * A step that finds the world changed between reading and writing is asked again.
 */
export function step<Name extends string, Ports extends { readonly store: Store }>(
  workflow: WorkflowDeclaration<Name>, name: NoInfer<Name>, body: StepBody<Ports>, ports: () => Ports,
) {
  const declared = stepsOf(workflow).find((each) => each.step === name);
  if (!declared) throw new Error(`${workflow.type} declares no step ${name}`);
  const reserved = reservedVersions(workflow)[name] ?? 0;

  const perform = async (event: unknown, bound: Ports): Promise<StepOutcome> => {
    const { run } = payload.parse(event);
    const outcome: StepOutcome = { step: name, status: 'DONE' };
    if ((await begin(bound.store, run, name)) === 'done before') return outcome;
    await optimistically(() => commit(bound, { run, step: name, subject: subjectOf(run), now: new Date() }, body, declared.publishes, reserved));
    return outcome;
  };
  return pipeline(name, perform, ports);
}

async function begin(store: Store, run: RunContext, name: string): Promise<'begun' | 'done before'> {
  try {
    await store.update(stepStarted(run.runId, name, run.attempt, new Date()));
    return 'begun';
  } catch (error) {
    if (error instanceof ConditionFailed) return doneBefore(store, run, name);
    throw error;
  }
}

async function doneBefore(store: Store, run: RunContext, name: string): Promise<'done before'> {
  const record = await readStep(store, run.runId, name);
  if (record?.status === 'DONE' && !record.void) return 'done before';
  throw new Fenced(`${name} is void, or a later attempt of the run owns it`);
}

async function commit<Ports extends { readonly store: Store }>(
  ports: Ports, input: StepInput, body: StepBody<Ports>, publishes: EventDefinition | undefined, reserved: number,
): Promise<void> {
  const { run, step: name, now } = input;
  const { writes = [], event } = await body(input, ports);
  if (Boolean(event) !== Boolean(publishes)) throw new Error(`${name} publishes what it declares, no more and no less`);
  const done = stepDone(run.runId, name, run.attempt, now);
  const all = [done, ...writes, ...(publishes && event ? [appended(subjectEvent(publishes, run, reserved, event, now))] : [])];
  try {
    await ports.store.transact(all);
  } catch (error) {
    if (error instanceof ConditionFailed && error.concerns(all, done)) return void (await doneBefore(ports.store, run, name));
    throw error;
  }
}

function pipeline<Ports extends { readonly store: Store }>(
  name: string, perform: (event: unknown, ports: Ports) => Promise<StepOutcome>, ports: () => Ports,
): BindableHandler<Ports, StepOutcome> {
  return bindable(ports, (bound) => task((event) => perform(event, bound), (event, error) => rememberFailure(bound.store, event, name, error)));
}

/** The last error stands on the step's record, so that an operator sees why it is being tried again. */
async function rememberFailure(store: Store, event: unknown, name: string, error: unknown): Promise<void> {
  const { data } = payload.safeParse(event);
  if (!data || error instanceof Fenced) return;
  const { name: errorName, message } = safeError(error);
  await store.update(stepFailed(data.run.runId, name, data.run.attempt, { name: errorName, ...(message && { message }) })).catch((failure: unknown) => {
    if (!(failure instanceof ConditionFailed)) log.warn('the failure of a step could not be recorded', { step: name, error: safeError(failure) });
  });
}
