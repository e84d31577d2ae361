import { assertFits, machineSeconds, taskTimeoutOf } from '../lambdas/kit/time-limits.ts';
import { compensates, isContinued, type OnlyIf, type Stage, type StepDeclaration, type WorkflowDeclaration } from '../lambdas/kit/workflow.ts';
import { assertDecided, assertRepeatable, assertUnique } from './machine-checks.ts';
import { caught, deadLetter, invocation, type Choice, type Named, type Onward, type Parallel, type Pass, type Resources, type State, type StateMachine, type Task } from './states-language.ts';

/** From a declaration to its state machine: claim the run, settle every stage, judge it, close the run or park it. */

const CLAIM = 'Claim';
const COMPLETE = 'Complete';
const PARK = 'Park';
const BEGIN_COMPENSATION = 'BeginCompensation';
/** The history of an execution is kept short: what is not done goes on in the next one. */
const GO_ON_ANEW = 'GoOnAnew';
const NOTHING_TO_DO = 'NothingToDo';
const DEAD_LETTER = 'SendToDeadLetterQueue';
/** Where a failed required step leads: to the compensation, or, where nothing can be undone, to a person. */
export const failurePath = (workflow: WorkflowDeclaration): string => (compensates(workflow) ? BEGIN_COMPENSATION : PARK);

interface Compiling { readonly workflow: WorkflowDeclaration; readonly resources: Resources }

/**
 * The state machine of a process, in the Amazon States Language.
 * @throws when two states would share a name, the retries of a step do not fit in the process's timeout, or a step depends on what nobody decides before it
 */
export function machineDefinition(workflow: WorkflowDeclaration, resources: Resources): StateMachine {
  assertFits(workflow);
  assertDecided(workflow);
  assertRepeatable(workflow);
  const compiling = { workflow, resources };
  const begins = [...workflow.stages.map((stage) => entryOf(stage, workflow)), COMPLETE];
  const stages = workflow.stages.map((stage, position) => compiledStage(stage, compiling, begins[position + 1] ?? COMPLETE));
  const parts = [beginning(compiling, begins[0] ?? COMPLETE), ...stages, ending(compiling)];
  assertUnique(parts);
  return { Comment: workflow.title, StartAt: CLAIM, TimeoutSeconds: machineSeconds(workflow), States: Object.assign({}, ...parts) as Named<State> };
}

/** An execution that must not or cannot own the run ends here, before anything has happened. */
function beginning({ workflow: { type, config }, resources }: Compiling, firstStage: string): Named<State> {
  const lost = { 'event.$': '$.detail.eventId', 'tenantId.$': '$.detail.tenantId', type, 'errorClass.$': '$.error.Error' };
  return {
    [CLAIM]: invocation(resources, config, resources.functionArn(CLAIM), { Payload: { 'event.$': '$', 'executionArn.$': '$$.Execution.Id' } }, {
      ResultSelector: { 'run.$': '$.Payload', outcomes: {} },
      Catch: [caught(['DuplicateRun', 'Fenced', 'RunWaiting'], 'error', NOTHING_TO_DO), caught(['States.ALL'], 'error', 'SendLostClaim')],
      Next: firstStage,
    }),
    SendLostClaim: deadLetter(resources, config, lost, 'ClaimLost'),
    ClaimLost: { Type: 'Fail', Error: 'ClaimLost', Cause: 'No run could be claimed for the event; its dead letter says why' },
    [NOTHING_TO_DO]: { Type: 'Succeed' },
  };
}

const runsSideBySide = ({ order }: Stage, { config }: WorkflowDeclaration): boolean => order === 'parallel' && config.parallelTasks;
const entryOf = (stage: Stage, workflow: WorkflowDeclaration): string =>
  (runsSideBySide(stage, workflow) ? stageName(stage) : stage.steps[0] && entryTo(stage.steps[0])) ?? COMPLETE;
/** A step that depends on a verdict is entered by way of the question. */
const entryTo = (step: StepDeclaration): string => (step.onlyIf ? neededState(step) : step.step);
const stageName = ({ title }: Stage): string => title.replaceAll(/[^A-Za-z0-9]*([A-Za-z0-9]+)[^A-Za-z0-9]*/g, (_, word: string) => word.charAt(0).toUpperCase() + word.slice(1));
const outcomesAt = (stage: Stage): string => `$.outcomes.${stageName(stage)}`;
const isRequired = ({ criticality }: StepDeclaration): boolean => criticality === 'required';
const failedState = ({ step }: StepDeclaration): string => `${step}Failed`;
const neededState = ({ step }: StepDeclaration): string => `${step}Needed`;
const leftOutState = ({ step }: StepDeclaration): string => `${step}LeftOut`;
const toleratedState = ({ step }: StepDeclaration): string => `${step}Tolerated`;
const askedState = ({ step }: StepDeclaration): string => `${step}Asked`;
const waitsState = ({ step }: StepDeclaration): string => `${step}Waits`;
/** Whether one execution may leave it to the next. */
const isAskedOften = ({ chunked, waits }: StepDeclaration): boolean => chunked === true || waits !== undefined;

const compiledStage = (stage: Stage, compiling: Compiling, next: string): Named<State> =>
  (runsSideBySide(stage, compiling.workflow) ? sideBySide(stage, compiling, next) : oneByOne(stage, compiling, next));

/** Settle, then decide: every branch ends with an outcome, so no branch ever cuts off its siblings; then a Choice judges. */
function sideBySide(stage: Stage, compiling: Compiling, next: string): Named<State> {
  const onFailure = failurePath(compiling.workflow);
  const required = stage.steps.filter(isRequired);
  const judge = `Judge${stageName(stage)}`;
  const settle: Parallel = {
    Type: 'Parallel',
    Branches: stage.steps.map((step) => ({
      StartAt: step.step,
      States: { [step.step]: stepTask(step, compiling, { End: true }), [failedState(step)]: outcome(step, 'FAILED', { End: true }), ...tolerated(step, { End: true }) },
    })),
    ResultSelector: Object.fromEntries(stage.steps.map(({ step }, position) => [`${step}.$`, `$[${position}]`])),
    ResultPath: outcomesAt(stage),
    Catch: [caught(['States.ALL'], 'error', onFailure)],
    Next: required.length > 0 ? judge : next,
  };
  const verdict: Choice = {
    Type: 'Choice',
    Choices: required.map(({ step }) => ({ Variable: `${outcomesAt(stage)}.${step}.status`, StringEquals: 'FAILED', Next: onFailure })),
    Default: next,
  };
  return { [stageName(stage)]: settle, ...(required.length > 0 && { [judge]: verdict }) };
}

/** One after another: a required step that failed ends the stage, a best-effort one does not. */
function oneByOne(stage: Stage, compiling: Compiling, next: string): Named<State> {
  return Object.fromEntries(stage.steps.flatMap((step, position) => {
    const following = stage.steps[position + 1];
    const then = following ? entryTo(following) : next;
    const ResultPath = `${outcomesAt(stage)}.${step.step}`;
    const asksAgain = (step.chunked && stage.order === 'sequential') || step.waits !== undefined || step.leadsBack !== undefined;
    return Object.entries<State>({
      [step.step]: stepTask(step, compiling, { ResultPath, Next: asksAgain ? askedState(step) : then }),
      ...(asksAgain && { [askedState(step)]: askedAgain(step, `${ResultPath}.status`, then) }),
      ...(step.waits && { [waitsState(step)]: { Type: 'Wait', Seconds: step.waits.everySeconds, Next: step.step } }),
      [failedState(step)]: outcome(step, 'FAILED', { ResultPath, Next: isRequired(step) ? failurePath(compiling.workflow) : then }),
      ...tolerated(step, { ResultPath, Next: then }),
      ...(step.onlyIf && asked(step, step.onlyIf, compiling.workflow, { ResultPath, Next: then })),
    });
  }));
}

/** Whether the step is needed, by the verdict of the one before; where it is not, it has its outcome without being called. */
const asked = (step: StepDeclaration, { step: decides, verdict }: OnlyIf, { stages }: WorkflowDeclaration, onward: Pick<Pass, 'ResultPath'> & Onward): Named<State> => ({
  [neededState(step)]: {
    Type: 'Choice', Default: leftOutState(step),
    Choices: stages.filter(({ steps }) => steps.some((each) => each.step === decides)).map((stage) => ({ Variable: `${outcomesAt(stage)}.${decides}.verdict`, StringEquals: verdict, Next: step.step })),
  },
  [leftOutState(step)]: { Type: 'Pass', Parameters: { step: step.step, status: 'SKIPPED' }, ...onward },
});

/** While there is more of it, or something has to end before it, the step is asked again, here or in the next execution; where it leads back the run goes on from there. */
const askedAgain = (declared: StepDeclaration, Variable: string, then: string): Choice => ({
  Type: 'Choice', Default: then,
  Choices: [
    ...(declared.chunked ? [{ Variable, StringEquals: 'MORE', Next: declared.step }] : []),
    ...(declared.waits ? [{ Variable, StringEquals: 'WAIT', Next: waitsState(declared) }] : []),
    ...(isAskedOften(declared) ? [{ Variable, StringEquals: 'LATER', Next: GO_ON_ANEW }] : []),
    ...(declared.leadsBack ? [{ Variable, StringEquals: 'AGAIN', Next: declared.leadsBack.repeats[0] }] : []),
  ],
});

/** How often this execution was asked for more stands in the outcomes, and nowhere else: the state does not grow with the work. */
const stepTask = (step: StepDeclaration, { workflow, resources }: Compiling, onward: Pick<Task, 'ResultPath'> & Onward): Task =>
  invocation(resources, workflow.config, resources.functionArn(step.step), { Payload: { 'run.$': '$.run', ...(isAskedOften(step) && { 'outcomes.$': '$.outcomes' }) } }, {
    TimeoutSeconds: taskTimeoutOf(step),
    ResultSelector: {
      'step.$': '$.Payload.step', 'status.$': '$.Payload.status', ...(isAskedOften(step) && { 'asked.$': '$.Payload.asked' }), ...(step.verdicts && { 'verdict.$': '$.Payload.verdict' }),
    },
    Catch: [...(step.tolerates ? [caught(step.tolerates, 'error', toleratedState(step))] : []), caught(['States.ALL'], 'error', failedState(step))],
    ...onward,
  });

const outcome = ({ step }: StepDeclaration, status: 'FAILED' | 'PARKED', onward: Pick<Pass, 'ResultPath'> & Onward): Pass =>
  ({ Type: 'Pass', Parameters: { step, status, error: { 'name.$': '$.error.Error' } }, ...onward });

/** What a required step may die of without the run failing: it is parked, and no judge minds. */
const tolerated = (step: StepDeclaration, onward: Pick<Pass, 'ResultPath'> & Onward): Named<State> =>
  (step.tolerates ? { [toleratedState(step)]: outcome(step, 'PARKED', onward) } : {});

/** The closing transaction, or the ledger's record of the failure and its dead letter: a run never just stops. */
function ending({ workflow, resources }: Compiling): Named<State> {
  const { config } = workflow;
  const onFailure = failurePath(workflow);
  const superseded = caught(['Fenced'], 'error', NOTHING_TO_DO);
  const letter = { 'runId.$': '$.run.runId', 'type.$': '$.run.type', 'tenantId.$': '$.run.tenantId', 'eventId.$': '$.run.eventId', 'outcomes.$': '$.outcomes' };
  return {
    ...(isContinued(workflow) && {
      [GO_ON_ANEW]: invocation(resources, config, resources.functionArn(GO_ON_ANEW), { Payload: { 'run.$': '$.run' } }, {
        ResultPath: null, Catch: [superseded, caught(['States.ALL'], 'error', onFailure)], Next: NOTHING_TO_DO,
      }),
    }),
    [COMPLETE]: invocation(resources, config, resources.functionArn(COMPLETE), { 'Payload.$': '$' }, {
      ResultSelector: { 'status.$': '$.Payload.status' }, Catch: [superseded, caught(['States.ALL'], 'error', onFailure)], End: true,
    }),
    [onFailure]: invocation(resources, config, resources.functionArn(onFailure), { 'Payload.$': '$' }, {
      ResultPath: null, Catch: [superseded, caught(['States.ALL'], 'failureError', DEAD_LETTER)], Next: DEAD_LETTER,
    }),
    [DEAD_LETTER]: deadLetter(resources, config, letter, 'RunFailed'),
    RunFailed: { Type: 'Fail', Error: 'RunFailed', Cause: 'A required step failed for good; the record of the run and its dead letter say why' },
  };
}
