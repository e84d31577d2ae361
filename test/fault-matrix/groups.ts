import { stepsOf, type StepDeclaration, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { compensationOf } from '../../lambdas/kit/workflow.ts';
import type { MatrixMachine } from './machines.ts';

/** What kind of state it is: its expectations follow from that, and from how the process is declared. */
export const groups = [
  'claim', 'letter of a lost claim', 'required step', 'best-effort step', 'closing', 'going on anew', 'begin of the compensation', 'parking', 'dead letter',
  'claim of the compensation', 'undo', 'last undo', 'record of the compensation', 'letter of an unrecorded compensation', 'operation',
] as const;
export type Group = (typeof groups)[number];

const forward: Readonly<Record<string, Group>> = {
  Claim: 'claim', SendLostClaim: 'letter of a lost claim', GoOnAnew: 'going on anew', Complete: 'closing', BeginCompensation: 'begin of the compensation', Park: 'parking', SendToDeadLetterQueue: 'dead letter',
};
const backward: Readonly<Record<string, Group>> = {
  ClaimCompensation: 'claim of the compensation', RecordCompensation: 'record of the compensation', SendUnrecordedCompensation: 'letter of an unrecorded compensation',
};

/** What no machine calls: whoever relays, sweeps, reconciles and redrives. */
export const OPERATIONS = 'operations';

export const stepCalled = (workflow: WorkflowDeclaration, name: string): StepDeclaration | undefined => stepsOf(workflow).find(({ step }) => step === name);

/** @throws for a state that is of no known kind: it has no expectation, so nobody knows whether a failure of it ends well */
export function groupOf({ workflow, which, name }: Pick<MatrixMachine, 'workflow' | 'which' | 'name'>, state: string): Group {
  if (name === OPERATIONS) return 'operation';
  const ofEngine = (which === 'forward' ? forward : backward)[state];
  if (ofEngine) return ofEngine;
  if (which === 'compensation' && compensationOf(workflow).some(({ step }) => step === state)) return compensationOf(workflow).at(-1)?.step === state ? 'last undo' : 'undo';
  const step = which === 'forward' ? stepCalled(workflow, state) : undefined;
  switch (step?.criticality) {
    case 'required': return 'required step';
    case 'best effort': return 'best-effort step';
    case undefined: throw new Error(`${name}/${state} is a state of no known kind: add what is expected of it to test/fault-matrix/expectations.ts`);
  }
}
