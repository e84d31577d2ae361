import { compensationSeconds } from '../lambdas/kit/time-limits.ts';
import { compensationOf, type Undo, type WorkflowDeclaration } from '../lambdas/kit/workflow.ts';
import { caught, deadLetter, invocation, type Named, type Resources, type State, type StateMachine } from './states-language.ts';

/** From a declaration to the machine that undoes its runs: claim, every undo in reverse, what follows them, and the record of it all. */

const CLAIM = 'ClaimCompensation';
const RECORD = 'RecordCompensation';
const NOTHING_TO_DO = 'NothingToDo';
const NOT_RECORDED = 'CompensationNotRecorded';
const DEAD_LETTER = 'SendUnrecordedCompensation';

/** @throws when the process declares nothing to undo */
export function compensationDefinition(workflow: WorkflowDeclaration, resources: Resources): StateMachine {
  const undos = compensationOf(workflow);
  const [first] = undos;
  if (!first) throw new Error(`${workflow.type} declares nothing to undo`);
  return {
    Comment: `Undoes: ${workflow.title}`, StartAt: CLAIM, TimeoutSeconds: compensationSeconds(workflow),
    States: {
      ...beginning(workflow, resources, first),
      ...Object.assign({}, ...undos.map((undo, position) => undoStates(undo, workflow, resources, undos[position + 1]?.step ?? RECORD))) as Named<State>,
      ...ending(workflow, resources),
    },
  };
}

const beginning = ({ config }: WorkflowDeclaration, resources: Resources, first: Undo): Named<State> => ({
  [CLAIM]: invocation(resources, config, resources.functionArn(CLAIM), {
    Payload: { 'run.$': '$.run', 'compensation.$': '$.compensation', 'executionArn.$': '$$.Execution.Id' },
  }, {
    ResultSelector: { 'run.$': '$.Payload.run', 'compensation.$': '$.Payload.compensation', undone: {} },
    Catch: [caught(['DuplicateRun', 'Fenced'], 'error', NOTHING_TO_DO), caught(['States.ALL'], 'error', DEAD_LETTER)],
    Next: first.step,
  }),
  [NOTHING_TO_DO]: { Type: 'Succeed' },
});

/** An undo that fails for good is noted, and the chain goes on: what can be undone is undone. */
const undoStates = ({ step }: Undo, { config }: WorkflowDeclaration, resources: Resources, next: string): Named<State> => ({
  [step]: invocation(resources, config, resources.functionArn(step), { Payload: { 'run.$': '$.run', 'compensation.$': '$.compensation' } }, {
    ResultSelector: { 'step.$': '$.Payload.step', 'status.$': '$.Payload.status' },
    ResultPath: `$.undone.${step}`, Catch: [caught(['States.ALL'], 'error', `${step}Failed`)], Next: next,
  }),
  [`${step}Failed`]: {
    Type: 'Pass', Parameters: { step, status: 'FAILED', error: { 'name.$': '$.error.Error' } }, ResultPath: `$.undone.${step}`, Next: next,
  },
});

const letter = {
  'runId.$': '$.run.runId', 'type.$': '$.run.type', 'tenantId.$': '$.run.tenantId', 'eventId.$': '$.run.eventId', 'compensation.$': '$.compensation.attempt',
  'errorClass.$': '$.error.Error',
};

const ending = ({ config }: WorkflowDeclaration, resources: Resources): Named<State> => ({
  [RECORD]: invocation(resources, config, resources.functionArn(RECORD), { 'Payload.$': '$' }, {
    ResultSelector: { 'status.$': '$.Payload.status' },
    Catch: [caught(['Fenced'], 'error', NOTHING_TO_DO), caught(['States.ALL'], 'error', DEAD_LETTER)], End: true,
  }),
  [DEAD_LETTER]: deadLetter(resources, config, letter, NOT_RECORDED),
  [NOT_RECORDED]: { Type: 'Fail', Error: NOT_RECORDED, Cause: 'How the compensation ended is not in the ledger; the run still says COMPENSATING' },
});
