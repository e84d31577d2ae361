import { compensates } from '../../lambdas/kit/workflow.ts';
import { groupOf, stepCalled, type Group } from './groups.ts';
import { heldDeletion } from './held-erasure.ts';
import type { MatrixMachine } from './machines.ts';

/**
 * How a story ends. OK: completed, every effect once. OK-R: the same, and retries were seen. DEG: completed, what was best effort is parked.
 * COMP: undone, nothing left. PARK: waits for a person, one letter, nothing claims success. FWD: the same where it goes forward only, and what was
 * taken stays taken. FENCED: the deletion of the person came first. LOST: no run yet; somebody hears of it, and it runs once the cause is mended.
 */
export type EndState = 'OK' | 'OK-R' | 'DEG' | 'COMP' | 'PARK' | 'FWD' | 'FENCED' | 'LOST';
/** As the page of faults calls them; where a person is erased, to be completed is to be erased, or to be so but for what is held. */
export const inReports = (state: EndState, { workflow }: Pick<MatrixMachine, 'workflow'>): string => (state === 'LOST' ? 'E-PARK' : workflow.outlivesAccount && state.startsWith('OK') ? (workflow === heldDeletion ? 'E-HOLD' : 'E-DONE') : `E-${state}`);

/** `FAIL`: undone where the process undoes anything, else it waits for a person; which, the declaration says. */
type Expected = EndState | 'FAIL';
type Row = Readonly<Record<'none' | 'passing' | 'lasting' | 'refused' | 'lateAnswer' | 'twice' | 'noAnswers' | 'hanging' | 'crash' | 'oversize' | 'noInput' | 'stopped' | 'outOfTime' | 'neighbour' | 'contended' | 'fenced', Expected>>;

const columns: Readonly<Record<string, keyof Row>> = {
  T0: 'none', T1: 'passing', T2: 'passing', T3: 'lasting', T4: 'refused', T5: 'passing', T6: 'passing', T7: 'lateAnswer', T8: 'noAnswers', T9: 'hanging', T10: 'twice', T11: 'twice', T12: 'crash',
  T13: 'oversize', T14: 'neighbour', T15: 'noInput', T16: 'neighbour', T17: 'lasting', T18: 'contended', T19: 'contended', T20: 'contended', T21: 'stopped', T22: 'outOfTime', T23: 'fenced',
};

/** What passes leaves no trace but the tries. Where adapters have patience of their own (A7) the machine sees no try more. */
const passes = { none: 'OK', passing: 'OK-R', lateAnswer: 'OK-R', crash: 'OK-R', twice: 'OK', neighbour: 'OK', contended: 'OK' } as const;
const always = <State extends Expected>(state: State) => Object.fromEntries([...new Set(Object.values(columns))].map((column) => [column, state])) as Readonly<Record<keyof Row, State>>;

/**
 * Where a row differs from the page of faults, the architecture says why:
 * (a) A3: an execution that is gone without an ending in the ledger is dealt with by the status rule or the reconciler: undone before the
 *     pivot, parked after it, whichever state it was in, be it that of a best-effort step.
 * (b) A6: the record of the step decides. What turned out to be done after the machine gave it up stays done, and nobody does it again.
 */
const rows: Readonly<Record<Group, Row>> = {
  // Claimed by an execution that is gone: (a). Never claimed: the event waits, and the sweeper starts it anew.
  claim: { ...passes, lasting: 'LOST', refused: 'LOST', noAnswers: 'FAIL', hanging: 'FAIL', oversize: 'FAIL', noInput: 'OK', stopped: 'FAIL', outOfTime: 'FAIL', fenced: 'FENCED' },
  'letter of a lost claim': { ...always('LOST'), fenced: 'FENCED' },
  // A step that hangs every time has failed when its tries are used up, also where it goes forward only: its late effect finds itself given up (b).
  'required step': { ...passes, lasting: 'FAIL', refused: 'FAIL', noAnswers: 'FAIL', hanging: 'FAIL', oversize: 'FAIL', noInput: 'FAIL', stopped: 'FAIL', outOfTime: 'FAIL', fenced: 'FENCED' },
  // Its answers are lost, and it is done: (b). The execution is gone: (a).
  'best-effort step': { ...passes, lasting: 'DEG', refused: 'DEG', noAnswers: 'OK', hanging: 'DEG', oversize: 'FAIL', noInput: 'FAIL', stopped: 'FAIL', outOfTime: 'FAIL', fenced: 'FENCED' },
  // The table says whether it was closed, whatever the machine saw: (b).
  closing: { ...passes, lasting: 'FAIL', refused: 'FAIL', noAnswers: 'OK', hanging: 'FAIL', oversize: 'OK', noInput: 'FAIL', stopped: 'OK', outOfTime: 'OK', fenced: 'FENCED' },
  // The next execution has it already, or nobody has.
  'going on anew': { ...passes, lasting: 'FAIL', refused: 'FAIL', noAnswers: 'OK', hanging: 'FAIL', oversize: 'OK', noInput: 'FAIL', stopped: 'OK', outOfTime: 'OK', fenced: 'FENCED' },
  // Whoever never comes to it leaves it to the reconciler, who goes the same way: (a).
  'begin of the compensation': { ...always('COMP'), fenced: 'FENCED' },
  parking: { ...always('FAIL'), fenced: 'FENCED' },
  // The row in the ledger stands before the message is sent. What waits for a person goes on waiting when the account is erased; what is being undone is undone first.
  'dead letter': always('FAIL'),
  'claim of the compensation': { ...always('COMP'), lasting: 'PARK', refused: 'PARK', noAnswers: 'PARK', hanging: 'PARK', oversize: 'PARK', noInput: 'PARK', stopped: 'PARK', outOfTime: 'PARK' },
  // Done, whatever the machine saw: (b). What comes late was given up, and the next attempt does it.
  undo: { ...always('COMP'), lasting: 'PARK', refused: 'PARK', hanging: 'PARK', oversize: 'PARK', noInput: 'PARK', stopped: 'PARK', outOfTime: 'PARK' },
  // Everything is known to be done, only the telling was missing: the reconciler tells it.
  // With it everything is known to be done (b), also when its execution is gone.
  'last undo': { ...always('COMP'), lasting: 'PARK', refused: 'PARK', hanging: 'PARK', noInput: 'PARK' },
  'record of the compensation': always('COMP'),
  'letter of an unrecorded compensation': always('COMP'),
  // What they miss the next tick makes good, once what lasts is mended.
  operation: always('OK'),
};
/** Those that end what was left lying. */
const endings: Readonly<Record<string, EndState>> = { Reconciler: 'COMP', ExecutionEnded: 'COMP' };

/** What one state has otherwise than its kind, and why. A name that is no state any more is refused. */
export const exceptions: Readonly<Record<string, { readonly faults: readonly string[]; readonly without: 'its mail'; readonly why: string }>> = {
  'verification_reminder/SendVerificationReminder': { faults: ['T16c', 'T16d'], without: 'its mail', why: 'by a clock that is a day off the link is over, or not yet due to be recalled' },
};

export const columnOf = (fault: string): keyof Row | undefined => columns[fault.replace(/[.a-d].*$/, '')];

/** @throws where nobody has said what is to come of it */
export function expectationOf(machine: Pick<MatrixMachine, 'workflow' | 'which' | 'name'>, state: string, fault: string): EndState {
  const column = columnOf(fault);
  if (!column) throw new Error(`nobody says what comes of ${fault} at ${machine.name}/${state}: test/fault-matrix/expectations.ts`);
  if (groupOf(machine, state) === 'operation') return endings[state] ?? 'OK';
  // Whoever is being deleted may be asked for once more: nothing changes.
  const row = rows[groupOf(machine, state)];
  return decided(fault === 'T4b' ? 'DEG' : row[column === 'fenced' && row.fenced === 'FENCED' && machine.workflow.outlivesAccount ? 'none' : column], machine);
}

function decided(expected: Expected, { workflow }: Pick<MatrixMachine, 'workflow'>): EndState {
  if (expected !== 'FAIL') return expected;
  return compensates(workflow) ? 'COMP' : goesForwardOnly(workflow) ? 'FWD' : 'PARK';
}

/** What a failure must not give back: access and data of somebody. */
export const goesForwardOnly = ({ type }: MatrixMachine['workflow']): boolean => type === 'role_revocation' || type === 'user_deletion';

/** A required step whose errors include a refused address completes with it parked. */
export const toleratesRefusedAddress = ({ workflow, which }: Pick<MatrixMachine, 'workflow' | 'which'>, state: string): boolean =>
  which === 'forward' && (stepCalled(workflow, state)?.tolerates?.includes('AddressRejected') ?? false);
