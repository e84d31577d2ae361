import * as z from 'zod/mini';
import { readStep, type StepRecord } from '../adapters/run-ledger.ts';
import { undoPlace } from '../adapters/work-records.ts';
import type { Store, Write } from '../adapters/store.ts';
import { bindable } from './bindable.ts';
import { runContext } from './run-context.ts';
import { task } from './task.ts';
import { doOnce, recordedUndo, rememberFailure, type Settled, type StepInput } from './work.ts';
import { compensationOf, stepsOf, type WorkflowDeclaration } from './workflow.ts';

/** What the compensation machine hands from state to state: the run as its claim knew it, and the attempt of the compensation. */
export const compensating = z.object({ run: runContext, compensation: z.object({ attempt: z.number() }) });
export type Compensating = z.infer<typeof compensating>;

export interface UndoInput extends StepInput {
  /** What the ledger knows of the step that is undone; undefined for what undoes no single step. */
  readonly forward: StepRecord | undefined;
}
export type UndoBody<Ports> = (input: UndoInput, ports: Ports) => Promise<{ readonly writes?: readonly Write[] }>;
export interface UndoOutcome { readonly step: string; readonly status: Settled }

/**
 * The pipeline of undos: a step that was begun is undone, whether or not it reported success; one that never began needs
 * nothing. Undo and DONE are one transaction, and an undo that is done is not done again by a later attempt.
 */
export function undo<UndoName extends string, Ports extends { readonly store: Store }>(
  workflow: WorkflowDeclaration<string, UndoName>, name: NoInfer<UndoName>, body: UndoBody<Ports>, ports: () => Ports,
) {
  if (!compensationOf(workflow).some((each) => each.step === name)) throw new Error(`${workflow.type} declares no undo ${name}`);
  const undone = stepsOf(workflow).find(({ compensation }) => 'step' in compensation && compensation.step === name)?.step;

  const perform = async (event: unknown, bound: Ports): Promise<UndoOutcome> => {
    const { run, compensation: { attempt } } = compensating.parse(event);
    const forward = undone === undefined ? undefined : await readStep(bound.store, run.runId, undone);
    if (undone !== undefined && !forward?.attempts) return { step: name, status: 'SKIPPED' };
    const work = { run, name, place: undoPlace(run.runId, name, attempt), recorded: recordedUndo };
    const { status } = await doOnce(bound.store, work, async (input) => ({ writes: (await body({ ...input, forward }, bound)).writes ?? [] }));
    return { step: name, status: status === 'SKIPPED' ? status : 'DONE' };
  };
  const remember = async (event: unknown, { store }: Ports, error: unknown): Promise<void> => {
    const { data } = compensating.safeParse(event);
    if (data) await rememberFailure(store, undoPlace(data.run.runId, name, data.compensation.attempt), name, error);
  };
  return bindable(ports, (bound) => task((event) => perform(event, bound), (event, error) => remember(event, bound, error)));
}
