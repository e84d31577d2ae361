import { catalogue } from '../../lambdas/domain/events/catalogue.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { completeEntry, dashed, operationEntry, stepEntry } from '../../lib/entry-points.ts';
import { stageNames } from '../../lib/stage.ts';
import { roleOf, statementsOf } from './iam.ts';
import { machineTasks } from './machine-tasks.ts';
import { at, list, synthesised } from './synthesis.ts';

describe.each(stageNames)('processes on the stage %s', (name) => {
  const stage = synthesised(name);
  const functions = stage.all('AWS::Lambda::Function');
  const machines = stage.all('AWS::StepFunctions::StateMachine');

  test('every machine is of the kind that keeps a history, and logs everything but the data', () => {
    expect(machines).toHaveLength(workflows.length);
    for (const { stack, properties } of machines) {
      expect(properties).toMatchObject({
        StateMachineType: 'STANDARD', LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false }, TracingConfiguration: { Enabled: true } });
      const [destination] = list(at(properties, 'LoggingConfiguration', 'Destinations'));
      const group = stage.all('AWS::Logs::LogGroup').find(({ id }) => `${id}.Arn` === stage.spelt(stack, at(destination, 'CloudWatchLogsLogGroup', 'LogGroupArn')));
      expect(group?.properties['LogGroupName']).toBe(`/aws/vendedlogs/states/${stack}`);
    }
  });

  test('every task calls a fixed version of the function that its name says', () => {
    for (const workflow of workflows) {
      const expected = new Map([
        ['Claim', operationEntry('claim-run')], ['Complete', completeEntry(workflow)], ['Park', operationEntry('park-run')],
        ...stepsOf(workflow).map((step) => [step.step, stepEntry(workflow, step)] as const)]);
      const machine = machines.find(({ stack }) => stack.endsWith(`-${dashed(workflow)}`));
      const called = machine ? machineTasks(stage, machine).filter(({ version }) => version !== '') : [];
      const entries = called.map(({ state, version }) => {
        const pinned = stage.all('AWS::Lambda::Version').find(({ id }) => id === version);
        const id = pinned && stage.spelt(pinned.stack, pinned.properties['FunctionName']);
        return [state, functions.find((each) => each.id === id)?.entry] as const;
      });
      expect(new Map(entries)).toEqual(expected);
    }
  });

  test('a machine may invoke versions of its own functions and send to its own queue, and nothing else', () => {
    for (const machine of machines) {
      const statements = statementsOf(stage, roleOf(stage, machine)).filter(({ resources }) => !resources.includes('*'));
      const versions = functions.filter(({ stack }) => stack === machine.stack).map(({ id }) => `${id}.Arn:*`);
      expect(statements.map(({ actions, resources }) => [actions, [...resources].sort()])).toEqual([
        [['lambda:InvokeFunction'], versions.sort()], [['sqs:SendMessage'], [expect.stringMatching(/FailedRuns\w+\.Arn$/)]]]);
    }
  });

  const onTheBus = stage.all('AWS::Events::Rule').filter(({ properties }) => properties['EventPattern'] !== undefined);

  test('every rule target has a dead-letter queue and is tried again', () => {
    for (const { properties } of stage.all('AWS::Events::Rule'))
      for (const target of list(properties['Targets'])) {
        expect(at(target, 'DeadLetterConfig', 'Arn')).toBeDefined();
        expect(at(target, 'RetryPolicy', 'MaximumRetryAttempts')).toBeGreaterThan(0);
      }
  });

  test('what starts a process is delivered for a day before it is given up, whole', () => {
    for (const { properties } of onTheBus)
      for (const target of list(properties['Targets'])) {
        expect(at(target, 'RetryPolicy')).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
        expect([at(target, 'Input'), at(target, 'InputPath'), at(target, 'InputTransformer')]).toEqual([undefined, undefined, undefined]);
      }
  });

  test('every trigger of the catalogue is matched by exactly one rule, on our bus and from our source', () => {
    const triggers = catalogue.filter(({ starts }) => starts).map((event) => event.name);
    expect(onTheBus.map(({ properties }) => properties['EventPattern'])).toEqual(
      expect.arrayContaining(triggers.map((trigger) => ({ source: [EVENT_SOURCE], 'detail-type': [trigger] }))));
    expect(onTheBus).toHaveLength(triggers.length);
    for (const { stack, properties } of onTheBus) expect(stage.spelt(stack, properties['EventBusName'])).toMatch(/-data\/Bus\w+$/);
  });

  test('the history of the bus is kept on AWS', () => {
    expect(stage.all('AWS::Events::Archive')).toHaveLength(name === 'local' ? 0 : 1);
  });
});
