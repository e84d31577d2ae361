import * as z from 'zod/mini';
import { stepPlace, stepSwitchedOff } from '../adapters/run-ledger.ts';
import { appended } from '../adapters/event-store.ts';
import type { Store, Write } from '../adapters/store.ts';
import { bindable } from './bindable.ts';
import { runContext, subjectEvent } from './run-context.ts';
import { task } from './task.ts';
import { doOnce, leaveOut, recordedStep, rememberFailure, type Decided, type Settlement, type StepInput } from './work.ts';
import { reservedVersions, stepsOf, type StepDeclaration, type WorkflowDeclaration } from './workflow.ts';

/** What a step wants to be true. The pipeline writes all of it and the step's DONE in one transaction. */
export interface Effect {
  readonly writes?: readonly Write[];
  /** Data of the event that the declaration says this step publishes. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** Which of the verdicts that the declaration names. */
  readonly verdict?: string;
}

export type StepBody<Ports> = (input: StepInput, ports: Ports) => Promise<Effect>;
export interface StepOutcome extends Settlement { readonly step: string }

const payload = z.object({ run: runContext });

/** The one pipeline of steps: parse, begin (or find it done), act, commit effect and DONE together, contain errors. */
export function step<Name extends string, Ports extends { readonly store: Store }>(
  workflow: WorkflowDeclaration<Name>, name: NoInfer<Name>, body: StepBody<Ports>, ports: () => Ports,
) {
  const declared = stepsOf(workflow).find((each) => each.step === name);
  if (!declared) throw new Error(`${workflow.type} declares no step ${name}`);
  const reserved = reservedVersions(workflow)[name] ?? 0;

  const perform = async (event: unknown, bound: Ports): Promise<StepOutcome> => {
    const { run } = payload.parse(event);
    const work = { run, name, place: stepPlace(run, name), recorded: recordedStep };
    if (run.off?.includes(name) && declared.criticality === 'best effort') return { step: name, ...await leaveOut(bound.store, work, stepSwitchedOff(run.runId, name, new Date())) };
    return { step: name, ...await doOnce(bound.store, work, async (input) => decided(declared, reserved, input, await body(input, bound))) };
  };
  const remember = async (event: unknown, { store }: Ports, error: unknown): Promise<void> => {
    const { data } = payload.safeParse(event);
    if (data) await rememberFailure(store, stepPlace(data.run, name), name, error);
  };
  return bindable(ports, (bound) => task((event) => perform(event, bound), (event, error) => remember(event, bound, error)));
}

function decided({ step: name, publishes, verdicts }: StepDeclaration, reserved: number, { run, now }: StepInput, { writes = [], event, verdict }: Effect): Decided {
  if (Boolean(event) !== Boolean(publishes)) throw new Error(`${name} publishes what it declares, no more and no less`);
  if (verdicts ? verdict === undefined || !verdicts.includes(verdict) : verdict !== undefined) throw new Error(`${name} tells a verdict that it declares, and no other`);
  return { writes: [...writes, ...(publishes && event ? [appended(subjectEvent(publishes, run, reserved, event, now))] : [])], verdict };
}
