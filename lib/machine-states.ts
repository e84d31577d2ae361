import {
  beginCompensationTouches, claimCompensationTouches, claimTouches, completeTouches, parkTouches, recordCompensationTouches, stepTouches, undoTouches,
} from '../lambdas/kit/engine-touches.ts';
import type { Touches } from '../lambdas/kit/touches.ts';
import { compensates, compensationOf, stepsOf, type WorkflowDeclaration } from '../lambdas/kit/workflow.ts';
import { completeEntry, operationEntry, stepEntry, undoHandler } from './entry-points.ts';

/** A state that is a function: its file, the export in it when it is not the `handler`, and what it touches. */
export interface MachineState { readonly state: string; readonly entry: string; readonly handler?: string; readonly touches: Touches }

export const forwardStates = (workflow: WorkflowDeclaration): readonly MachineState[] => [
  { state: 'Claim', entry: operationEntry('claim-run'), touches: claimTouches },
  ...stepsOf(workflow).map((step) => ({ state: step.step, entry: stepEntry(workflow, step), touches: stepTouches(step) })),
  { state: 'Complete', entry: completeEntry(workflow), touches: completeTouches(workflow) },
  compensates(workflow)
    ? { state: 'BeginCompensation', entry: operationEntry('begin-compensation'), touches: beginCompensationTouches }
    : { state: 'Park', entry: operationEntry('park-run'), touches: parkTouches },
];

export const compensationStates = (workflow: WorkflowDeclaration): readonly MachineState[] => [
  { state: 'ClaimCompensation', entry: operationEntry('claim-compensation'), touches: claimCompensationTouches },
  ...compensationOf(workflow).map((undo) => ({ state: undo.step, ...undoHandler(workflow, undo), touches: undoTouches(undo) })),
  { state: 'RecordCompensation', entry: operationEntry('record-compensation'), touches: recordCompensationTouches },
];
