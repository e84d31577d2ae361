import '../support/environment.ts';
import validate from 'asl-validator';
import { compensationDefinition } from '../../lib/compensation-definition.ts';
import { failurePath, machineDefinition } from '../../lib/machine-definition.ts';
import type { Resources } from '../../lib/states-language.ts';
import { stageNames } from '../../lambdas/domain/stage-name.ts';
import { userReadyToActivate, userActivated } from '../../lambdas/domain/events/catalogue.ts';
import { assertFits, worstCaseSeconds } from '../../lambdas/kit/time-limits.ts';
import { bestEffort, compensates, compensationOf, defineWorkflow, isContinued, nothingToUndo, parallel, required, sequential, stepsOf, undo, type Stage, type WorkflowConfig, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { onStage } from '../../lambdas/workflows/environments.ts';
import { workflowOf, workflows } from '../../lambdas/workflows/index.ts';
import { lintOf, statesOf, tasksOf, waysOut, type AnyMachine, type AnyState } from '../support/machine-lint.ts';

const resources: Resources = {
  partition: 'aws', functionArn: (state) => `arn:aws:lambda:eu-central-1:111122223333:function:${state}:7`, deadLetterQueueUrl: 'https://queue.example/dlq',
};
const compiled = (workflow: WorkflowDeclaration) => machineDefinition(workflow, resources) as AnyMachine;
const steady: WorkflowConfig = {
  timeout: 120_000, retryAttempts: 2, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false, priority: 'low', parallelTasks: true, deadLetterQueue: 'made_up_dlq',
};
const must = (name: string) => required(name, { touches: {}, compensation: nothingToUndo('made up') });
const should = (name: string) => bestEffort(name, { touches: {} });
const madeUp = (stages: readonly Stage[], config: Partial<WorkflowConfig> = {}): WorkflowDeclaration => ({
  type: 'made_up', title: 'Made up', startsOn: userReadyToActivate, failureType: 'made_up_failed', admits: ['active'], stages, afterCompensation: [],
  publishes: { completed: userActivated }, config: { ...steady, ...config },
});
const state = (machine: AnyMachine, name: string): AnyState => {
  const found = new Map(statesOf(machine)).get(name);
  if (!found) throw new Error(`no state ${name}`);
  return found;
};
/** Every state that is entered when nothing fails: the branches of a Parallel all, a Choice by its default. */
const happyPath = ({ StartAt, States }: Pick<AnyMachine, 'StartAt' | 'States'>): readonly string[] => {
  const path: string[] = [];
  for (let name: string | undefined = StartAt; name; name = States[name]?.Next ?? States[name]?.Default)
    path.push(name, ...(States[name]?.Branches ?? []).flatMap(happyPath));
  return path;
};

const mixed = madeUp([
  sequential('look first', must('LookFirst'), should('TakeANote')),
  parallel('do all at once', must('DoOne'), should('DoTwo')),
  parallel('nice to have', should('Decorate'), should('Celebrate')),
]);

const decides = required('Decide', { touches: {}, verdicts: ['yes', 'no'], compensation: nothingToUndo('made up') });
const onYes = required('ActOnIt', { touches: {}, onlyIf: { step: 'Decide', verdict: 'yes' }, compensation: nothingToUndo('made up') });
const deciding = madeUp([sequential('decide, then act', decides, onYes, should('Celebrate'))]);

const ofAnySize = (name: string) => required(name, { touches: {}, chunked: true, compensation: nothingToUndo('made up') });
const looksBack = required('LookBack', { touches: {}, leadsBack: { repeats: ['Sweep', 'Polish'], atMost: 3 }, compensation: nothingToUndo('made up') });
/** Sweeps in chunks, polishes, looks whether all is well, and does it again where it is not. */
const sweeping: WorkflowDeclaration = {
  ...madeUp([parallel('all at once', ofAnySize('Gather'), must('Note')), sequential('sweep', ofAnySize('Sweep'), must('Polish'), looksBack)], { timeout: 300_000 }), longRunning: { atMost: 7_200_000 },
};

describe.each([...workflows, mixed, madeUp(mixed.stages, { parallelTasks: false }), deciding, sweeping].map((each) => [each.type, each] as const))('the machine of %s', (_, workflow) => {
  const machine = compiled(workflow);

  test('is valid in the Amazon States Language', () => {
    const { isValid, errorsText } = validate(structuredClone(machine));
    expect(isValid ? '' : errorsText()).toBe('');
  });

  test('says for every task how long it may take, what is tried again and what happens when nothing helps', () => {
    expect(lintOf(machine)).toEqual([]);
  });

  test('calls every declared step, and begins and ends with the engine’s own functions', () => {
    expect(new Set(tasksOf(machine))).toEqual(new Set([...stepsOf(workflow).map(({ step }) => step), 'Claim', 'Complete', ...(isContinued(workflow) ? ['GoOnAnew'] : []), failurePath(workflow), 'SendToDeadLetterQueue', 'SendLostClaim']));
    expect(failurePath(workflow)).toBe(compensates(workflow) ? 'BeginCompensation' : 'Park');
    expect(happyPath(machine).at(0)).toBe('Claim');
    expect(happyPath(machine).at(-1)).toBe('Complete');
  });

  test('calls a fixed version of the function that bears the name of the state', () => {
    const calls = statesOf(machine).filter(([, { Resource }]) => Resource === 'arn:aws:states:::lambda:invoke');
    expect(calls.map(([name, { Parameters }]) => [name, (Parameters as { FunctionName: string }).FunctionName]))
      .toEqual(calls.map(([name]) => [name, resources.functionArn(name)]));
  });

  test('reaches every state it has', () => {
    const reached = new Set<string>();
    const visit = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      waysOut(state(machine, name)).forEach(visit);
      for (const branch of state(machine, name).Branches ?? []) visit(branch.StartAt);
    };
    visit(machine.StartAt);
    expect(statesOf(machine).map(([name]) => name).filter((name) => !reached.has(name))).toEqual([]);
  });

  test('keeps an execution that has nothing to do from calling anything else', () => {
    const nothing = state(machine, 'NothingToDo');
    expect(nothing.Type).toBe('Succeed');
    for (const name of ['Claim', 'Complete', failurePath(workflow)])
      expect(state(machine, name).Catch?.[0]).toMatchObject({ Next: 'NothingToDo', ErrorEquals: expect.arrayContaining(['Fenced']) as unknown });
  });
});

const undone: WorkflowDeclaration = { ...madeUp([
  sequential('look first', required('LookFirst', { touches: {}, compensation: undo('LookAway', {}) }), must('DoItForGood')),
  parallel('do both', required('DoOne', { touches: {}, compensation: undo('UndoOne', {}) }), bestEffort('DoTwo', { touches: {}, compensation: undo('UndoTwo', {}) })),
]), afterCompensation: [undo('TellThem', {}), undo('ForgetThem', {})] };

describe.each([...workflows.filter(compensates), undone].map((each) => [each.type, each] as const))('the machine that undoes %s', (_, workflow) => {
  const machine = compensationDefinition(workflow, resources) as AnyMachine;
  const undos = compensationOf(workflow).map(({ step }) => step);

  test('is valid in the Amazon States Language', () => {
    const { isValid, errorsText } = validate(structuredClone(machine));
    expect(isValid ? '' : errorsText()).toBe('');
  });

  test('says for every task how long it may take, what is tried again and what happens when nothing helps', () => {
    expect(lintOf(machine)).toEqual([]);
  });

  test('claims its attempt, undoes everything one after another, the last step first, and records how it ended', () => {
    expect(happyPath(machine)).toEqual(['ClaimCompensation', ...undos, 'RecordCompensation']);
    expect(statesOf(machine).filter(([, { Type }]) => Type === 'Parallel' || Type === 'Choice')).toEqual([]);
  });

  test('calls a fixed version of the function that bears the name of the state', () => {
    const calls = statesOf(machine).filter(([, { Resource }]) => Resource === 'arn:aws:states:::lambda:invoke');
    expect(calls.map(([name, { Parameters }]) => [name, (Parameters as { FunctionName: string }).FunctionName])).toEqual(calls.map(([name]) => [name, resources.functionArn(name)]));
  });

  test('goes on after an undo that fails for good, with the failure on the outcome', () => {
    undos.forEach((name, position) => {
      const next = undos[position + 1] ?? 'RecordCompensation';
      expect(state(machine, name)).toMatchObject({ Next: next, ResultPath: `$.undone.${name}`, Catch: [{ ErrorEquals: ['States.ALL'], Next: `${name}Failed` }] });
      expect(state(machine, `${name}Failed`)).toMatchObject({ Type: 'Pass', Next: next, ResultPath: `$.undone.${name}`, Parameters: { step: name, status: 'FAILED' } });
    });
  });

  test('has time for every state to use up its retries: an execution that times out tells nobody how it ended', () => {
    expect(machine.TimeoutSeconds).toBeGreaterThanOrEqual(tasksOf(machine).length * worstCaseSeconds(workflow.config));
  });

  test('has nothing to do where another execution owns the attempt, and sends a dead letter where nothing can be recorded', () => {
    expect(state(machine, 'ClaimCompensation').Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals, Next])).toEqual([[['DuplicateRun', 'Fenced'], 'NothingToDo'], [['States.ALL'], 'SendUnrecordedCompensation']]);
    expect(state(machine, 'RecordCompensation').Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals, Next])).toEqual([[['Fenced'], 'NothingToDo'], [['States.ALL'], 'SendUnrecordedCompensation']]);
    expect(state(machine, 'SendUnrecordedCompensation').Next).toBe('CompensationNotRecorded');
  });
});

test('the undos of a process come in reverse, what follows them in its order', () => {
  expect(happyPath(compensationDefinition(undone, resources) as AnyMachine)).toEqual(['ClaimCompensation', 'UndoTwo', 'UndoOne', 'LookAway', 'TellThem', 'ForgetThem', 'RecordCompensation']);
});

test('a process that only follows a failure up, with nothing to undo of its own, has such a machine as well', () => {
  const followsUp: WorkflowDeclaration = { ...mixed, afterCompensation: [undo('TellThem', {})] };
  expect(compensates(followsUp)).toBe(true);
  expect(happyPath(compensationDefinition(followsUp, resources) as AnyMachine)).toEqual(['ClaimCompensation', 'TellThem', 'RecordCompensation']);
  expect(state(compiled(followsUp), 'LookFirstFailed').Next).toBe('BeginCompensation');
});

test('a process that declares nothing to undo has no such machine', () => {
  expect(compensates(mixed)).toBe(false);
  expect(() => compensationDefinition(mixed, resources)).toThrow('made_up declares nothing to undo');
});

test('a registration without trouble costs at most ten state transitions', () => {
  expect(happyPath(compiled(workflowOf('user_registration')))).toHaveLength(10);
});

describe('settle, then decide', () => {
  const machine = compiled(mixed);

  test('a branch ends with an outcome whatever happens in it', () => {
    for (const [name, failed] of [['DoOne', 'DoOneFailed'], ['DoTwo', 'DoTwoFailed']] as const) {
      expect(state(machine, name).Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: failed }]);
      expect(state(machine, failed)).toMatchObject({ Type: 'Pass', End: true, Parameters: { step: name, status: 'FAILED' } });
    }
  });

  test('only a required step decides', () => {
    expect(state(machine, 'JudgeDoAllAtOnce')).toEqual({
      Type: 'Choice', Choices: [{ Variable: '$.outcomes.DoAllAtOnce.DoOne.status', StringEquals: 'FAILED', Next: 'Park' }], Default: 'NiceToHave' });
  });

  test('where no step is required there is nothing to judge', () => {
    expect(state(machine, 'NiceToHave').Next).toBe('Complete');
    expect(statesOf(machine).map(([name]) => name)).not.toContain('JudgeNiceToHave');
  });

  test('one after another, a failed required step ends the run and a failed best-effort step does not', () => {
    expect(state(machine, 'LookFirstFailed')).toMatchObject({ Next: 'Park', ResultPath: '$.outcomes.LookFirst.LookFirst' });
    expect(state(machine, 'TakeANoteFailed')).toMatchObject({ Next: 'DoAllAtOnce', ResultPath: '$.outcomes.LookFirst.TakeANote' });
  });

  test('a process that runs its tasks one by one has no parallel state, and the same steps in the same order', () => {
    const sequentially = compiled(madeUp(mixed.stages, { parallelTasks: false }));
    expect(statesOf(sequentially).filter(([, { Type }]) => Type === 'Parallel' || Type === 'Choice')).toEqual([]);
    expect(happyPath(sequentially)).toEqual(['Claim', 'LookFirst', 'TakeANote', 'DoOne', 'DoTwo', 'Decorate', 'Celebrate', 'Complete']);
  });
});

describe('a required step that tolerates an error', () => {
  const tolerant = required('Invite', { touches: {}, tolerates: ['AddressRejected'], compensation: nothingToUndo('made up') });

  test.each([['side by side', parallel('all', tolerant, must('Other')), true], ['one by one', sequential('all', tolerant, must('Other')), false]] as const)(
    'is parked for it and judged by nobody, and fails for anything else: %s', (_, stage, sideBySide) => {
      const machine = compiled(madeUp([stage]));
      expect(state(machine, 'Invite').Catch?.map(({ ErrorEquals, Next }) => [ErrorEquals, Next])).toEqual([[['AddressRejected'], 'InviteTolerated'], [['States.ALL'], 'InviteFailed']]);
      expect(state(machine, 'InviteTolerated')).toMatchObject({
        Type: 'Pass', Parameters: { step: 'Invite', status: 'PARKED', error: { 'name.$': '$.error.Error' } }, ...(sideBySide ? { End: true } : { Next: 'Other', ResultPath: '$.outcomes.All.Invite' }) });
      expect(state(machine, 'InviteFailed')).toMatchObject({ Parameters: { status: 'FAILED' } });
      expect(lintOf(machine)).toEqual([]);
    });

  test('costs no transition where nothing goes wrong', () => {
    expect(happyPath(compiled(madeUp([parallel('all', tolerant)])))).toEqual(happyPath(compiled(madeUp([parallel('all', must('Invite'))]))));
  });
});

describe('a step that depends on the verdict of another', () => {
  const machine = compiled(deciding);

  test('is asked for before it is called, and has its outcome where it is not needed', () => {
    expect(state(machine, 'Decide')).toMatchObject({ Next: 'ActOnItNeeded', ResultSelector: { 'verdict.$': '$.Payload.verdict' } });
    expect(state(machine, 'ActOnItNeeded')).toEqual({
      Type: 'Choice', Choices: [{ Variable: '$.outcomes.DecideThenAct.Decide.verdict', StringEquals: 'yes', Next: 'ActOnIt' }], Default: 'ActOnItLeftOut' });
    expect(state(machine, 'ActOnItLeftOut')).toEqual({ Type: 'Pass', Parameters: { step: 'ActOnIt', status: 'SKIPPED' }, ResultPath: '$.outcomes.DecideThenAct.ActOnIt', Next: 'Celebrate' });
    expect(state(machine, 'ActOnIt')).toMatchObject({ Next: 'Celebrate' });
  });

  test('may begin a stage, and depend on a stage before its own', () => {
    const later = compiled(madeUp([parallel('settle it', decides, should('Decorate')), sequential('act', onYes)]));
    expect(state(later, 'JudgeSettleIt').Default).toBe('ActOnItNeeded');
    expect(state(later, 'ActOnItNeeded').Choices).toEqual([expect.objectContaining({ Variable: '$.outcomes.SettleIt.Decide.verdict' })]);
    expect(lintOf(later)).toEqual([]);
  });

  const tolerant = required('Decide', { touches: {}, verdicts: ['yes'], tolerates: ['AddressRejected'], compensation: nothingToUndo('made up') });
  test.each<[string, readonly Stage[], string]>([
    ['comes after it', [sequential('act', onYes, decides)], 'made_up: ActOnIt depends on Decide, which is no step before it'],
    ['is nowhere', [sequential('act', onYes)], 'which is no step before it'],
    ['never tells that verdict', [sequential('act', must('Decide'), onYes)], 'which never tells yes'],
    ['may fail without ending the run', [sequential('act', tolerant, onYes)], 'which may fail without ending the run'],
    ['stands at its side', [parallel('act', decides, onYes)], 'only one after another there is a before'],
  ])('is refused where that %s', (_, stages, why) => {
    expect(() => compiled(madeUp(stages))).toThrow(why);
  });

  test('cannot even be written down with a name that no step has', () => {
    const { config, ...about } = madeUp([]);
    // @ts-expect-error no step is called so
    const misspelt = defineWorkflow({ ...about, config, stages: [sequential('act', decides, required('Act', { touches: {}, onlyIf: { step: 'Decides', verdict: 'yes' }, compensation: nothingToUndo('made up') }))] });
    expect(() => compiled(misspelt)).toThrow('Act depends on Decides, which is no step before it');
    expect(() => compiled(defineWorkflow({ ...about, config, stages: [sequential('act', decides, onYes)] }))).not.toThrow();
  });
});

describe('work of any size', () => {
  const machine = compiled(sweeping);

  test('is asked for again while there is more of it, and left to another execution where this one has asked often', () => {
    expect(state(machine, 'Sweep')).toMatchObject({
      Next: 'SweepAsked', TimeoutSeconds: 61, ResultPath: '$.outcomes.Sweep.Sweep',
      Parameters: { Payload: { 'run.$': '$.run', 'outcomes.$': '$.outcomes' } }, ResultSelector: { 'status.$': '$.Payload.status', 'asked.$': '$.Payload.asked' },
    });
    expect(state(machine, 'SweepAsked')).toEqual({
      Type: 'Choice', Default: 'Polish', Choices: [
        { Variable: '$.outcomes.Sweep.Sweep.status', StringEquals: 'MORE', Next: 'Sweep' }, { Variable: '$.outcomes.Sweep.Sweep.status', StringEquals: 'LATER', Next: 'GoOnAnew' }],
    });
    expect(state(machine, 'GoOnAnew')).toMatchObject({ Type: 'Task', Next: 'NothingToDo', ResultPath: null, Catch: [{ ErrorEquals: ['Fenced'], Next: 'NothingToDo' }, { ErrorEquals: ['States.ALL'], Next: 'Park' }] });
  });

  test('is one task where it stands beside others, with as much time', () => {
    expect(state(machine, 'Gather')).toMatchObject({ End: true, TimeoutSeconds: 61 });
    expect(state(machine, 'Note')).toMatchObject({ TimeoutSeconds: 9 });
    expect(statesOf(machine).map(([name]) => name)).not.toContain('GatherAsked');
    expect(isContinued(madeUp([parallel('all at once', ofAnySize('Gather'))]))).toBe(false);
  });

  test('has a machine that may take long, and a timeout that is the longest time without progress', () => {
    expect(machine.TimeoutSeconds).toBe(7_200);
    expect(() => compiled({ ...sweeping, config: { ...sweeping.config, timeout: 193_000 } })).toThrow(
      'made_up: a step that uses up its retries takes 3 tries x 61 s + pauses 2 + 4 s + 5 s overhead = 194 s, more than the timeout of 193 s');
    expect(() => compiled({ ...sweeping, longRunning: { atMost: 3_600_000 } })).toThrow('made_up: steps that all use up their retries take 4163 s, more than the 3600 s of an execution');
  });
});

describe('a step that leads back', () => {
  test('goes on where the first of them is that are to be done again, and otherwise forward', () => {
    const machine = compiled(sweeping);
    expect(state(machine, 'LookBack')).toMatchObject({ Next: 'LookBackAsked', TimeoutSeconds: 9 });
    expect(state(machine, 'LookBackAsked')).toEqual({ Type: 'Choice', Default: 'Complete', Choices: [{ Variable: '$.outcomes.Sweep.LookBack.status', StringEquals: 'AGAIN', Next: 'Sweep' }] });
  });

  test.each<[string, readonly Stage[], string]>([
    ['leads to what comes after it', [sequential('sweep', looksBack, must('Sweep'), must('Polish'))], 'made_up: LookBack leads back to Sweep, which is no step before it'],
    ['leads nowhere', [sequential('sweep', must('Sweep'), looksBack)], 'LookBack leads back to Polish, which is no step before it'],
    ['stands in a parallel stage', [parallel('sweep', must('Sweep'), must('Polish'), looksBack)], 'LookBack leads back and stands in a parallel stage'],
    ['leads into one', [parallel('do', must('Sweep'), must('Polish')), sequential('look', looksBack)], 'LookBack leads back to Sweep, which stands in a parallel stage'],
  ])('is refused where it %s', (_, stages, why) => {
    expect(() => compiled(madeUp(stages))).toThrow(why);
  });
});

describe('the deletion of a person', () => {
  const deletion = workflowOf('user_deletion');
  const machine = compiled(deletion);

  test('goes through its phases in order, and costs few transitions whatever the size', () => {
    expect(happyPath(machine).filter((name) => stepsOf(deletion).some(({ step }) => step === name))).toEqual([
      'FenceRunningProcesses', 'RevokeSessions', 'RevokeRoles', 'RevokeApiKeys', 'ClearCaches', 'AssessUserData', 'DeletePersonalData', 'AnonymiseBusinessData', 'MinimiseAuditData',
      'ShredBackupData', 'NotifyRecipients', 'VerifyDeletionCompliance', 'IssueCertificate']);
    expect(happyPath(machine).length).toBeLessThanOrEqual(40);
    expect(statesOf(machine).filter(([, { Type }]) => Type === 'Parallel')).toHaveLength(1);
  });

  test('has the limits of the original design, and nothing that undoes it', () => {
    expect(deletion.config).toEqual({
      timeout: 1_800_000, retryAttempts: 5, retryDelay: 10_000, backoffRate: 2, compensationEnabled: false, priority: 'low', parallelTasks: true, deadLetterQueue: 'user_deletion_dlq' });
    expect(compensates(deletion)).toBe(false);
    expect(failurePath(deletion)).toBe('Park');
    const Variable = '$.outcomes.Erase.VerifyDeletionCompliance.status';
    expect(state(machine, 'VerifyDeletionComplianceAsked').Choices).toEqual([
      { Variable, StringEquals: 'MORE', Next: 'VerifyDeletionCompliance' }, { Variable, StringEquals: 'LATER', Next: 'GoOnAnew' }, { Variable, StringEquals: 'AGAIN', Next: 'DeletePersonalData' }]);
  });

  test('lets four functions of the platform take keys away, two of them here', () => {
    expect(stepsOf(deletion).filter(({ touches }) => touches.tables?.keys?.some((action) => action === 'DeleteItem' || action === 'BatchWriteItem')).map(({ step }) => step)).toEqual(['ShredBackupData', 'IssueCertificate']);
  });
});

describe('retries', () => {
  test('follow the configuration, with the first pause, growth and number it names', () => {
    expect(state(compiled(workflowOf('user_registration')), 'CreateUserProfile').Retry).toEqual([expect.objectContaining({
      IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL',
      ErrorEquals: expect.arrayContaining(['TransientFailure', 'OutcomeUnknown', 'Lambda.TooManyRequestsException', 'Sandbox.Timedout', 'States.Timeout']) as unknown,
    })]);
  });

  test('that fit exactly are accepted, a second less is refused with the sum spelled out', () => {
    const fits = madeUp([sequential('one', must('One'))], { timeout: 38_000 });
    expect(() => assertFits(fits)).not.toThrow();
    expect(() => assertFits(madeUp(fits.stages, { timeout: 37_000 }))).toThrow(
      'made_up: a step that uses up its retries takes 3 tries x 9 s + pauses 2 + 4 s + 5 s overhead = 38 s, more than the timeout of 37 s');
  });

  test('that do not fit keep the machine from being made', () => {
    expect(() => compiled(madeUp([sequential('one', must('One'))], { timeout: 37_000 }))).toThrow('more than the timeout');
  });
});

describe('an environment that has a process otherwise', () => {
  const registration = workflowOf('user_registration');
  const where = (config: Partial<WorkflowConfig>): WorkflowDeclaration => onStage(registration, 'dev', { local: {}, dev: { user_registration: config }, staging: {}, prod: {} });

  test('changes its machine, and no other environment’s', () => {
    expect(state(compiled(onStage(registration, 'dev')), 'CreateUserProfile').Retry).toEqual([expect.objectContaining({ MaxAttempts: 1, IntervalSeconds: 1, BackoffRate: 2 })]);
    expect(compiled(where({ timeout: 200_000 })).TimeoutSeconds).toBe(200);
    for (const other of ['local', 'staging', 'prod']) expect(onStage(registration, other)).toBe(registration);
    expect(onStage(workflowOf('account_activation'), 'dev')).toBe(workflowOf('account_activation'));
  });

  test('that wants its tasks one by one gets a registration without parallel states, valid and with the same steps', () => {
    const machine = compiled(where({ parallelTasks: false }));
    const { isValid, errorsText } = validate(structuredClone(machine));
    expect(isValid ? '' : errorsText()).toBe('');
    expect(lintOf(machine)).toEqual([]);
    expect(statesOf(machine).filter(([, { Type }]) => Type === 'Parallel' || Type === 'Choice')).toEqual([]);
    expect(happyPath(machine)).toEqual(['Claim', ...stepsOf(registration).map(({ step }) => step), 'Complete']);
    expect(statesOf(compiled(registration)).filter(([, { Type }]) => Type === 'Parallel')).toHaveLength(1);
  });

  test('and asks for what cannot be is refused with the sum spelled out', () => {
    expect(() => compiled(where({ timeout: 60_000, backoffRate: 3 }))).toThrow(
      'user_registration: a step that uses up its retries takes 4 tries x 9 s + pauses 5 + 15 + 45 s + 5 s overhead = 106 s, more than the timeout of 60 s');
  });

  test.each(stageNames)('leaves every process of the stage %s with retries that fit', (stage) => {
    for (const workflow of workflows) expect(() => assertFits(onStage(workflow, stage))).not.toThrow();
  });
});

test('two states of one name are refused, since the second would silently replace the first', () => {
  expect(() => compiled(madeUp([sequential('one', must('Complete'))]))).toThrow('states share a name: Complete');
  expect(() => compiled(madeUp([parallel('one', must('Same')), parallel('two', must('Same'))]))).toThrow('states share a name: Same');
});
