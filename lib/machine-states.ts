import {
  beginCompensationTouches, claimCompensationTouches, claimTouches, completeTouches, continueTouches, parkTouches, recordCompensationTouches, stepTouches, undoTouches,
} from '../lambdas/kit/engine-touches.ts';
import type { Touches } from '../lambdas/kit/touches.ts';
import { taskTimeoutOf } from '../lambdas/kit/time-limits.ts';
import { compensates, compensationOf, isContinued, stepsOf, type WorkflowDeclaration } from '../lambdas/kit/workflow.ts';
import { completeEntry, operationEntry, stepEntry, undoHandler } from './entry-points.ts';

/** A state that is a function: its file, the export in it when it is not the `handler`, what it touches, and how long the machine waits for it where it may take long. */
export interface MachineState { readonly state: string; readonly entry: string; readonly handler?: string; readonly touches: Touches; readonly timeoutS?: number }

export const forwardStates = (workflow: WorkflowDeclaration): readonly MachineState[] => [
  { state: 'Claim', entry: operationEntry('claim-run'), touches: claimTouches },
  ...stepsOf(workflow).map((step) => ({ state: step.step, entry: stepEntry(workflow, step), touches: stepTouches(step), ...(step.chunked && { timeoutS: taskTimeoutOf(step) }) })),
  ...(isContinued(workflow) ? [{ state: 'GoOnAnew', entry: operationEntry('continue-run'), touches: continueTouches }] : []),
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
