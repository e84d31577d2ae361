import { catalogue } from '../../lambdas/domain/events/catalogue.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { compensates, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { machineName, stageNamed, stageNames } from '../../lib/stage.ts';
import { compensationFunctions, forwardFunctions } from './expected-functions.ts';
import { lintOf, type AnyMachine } from '../support/machine-lint.ts';
import { roleOf, statementsOf } from './iam.ts';
import { machineTasks } from './machine-tasks.ts';
import { at, list, synthesised, text } from './synthesis.ts';

const ownerOf = ({ config }: WorkflowDeclaration) => workflows.find((each) => each.config.deadLetterQueue === config.deadLetterQueue);

describe.each(stageNames)('processes on the stage %s', (name) => {
  const stage = synthesised(name);
  const functions = stage.all('AWS::Lambda::Function');
  const machines = stage.all('AWS::StepFunctions::StateMachine');
  /** The machine that runs a process, and the one that undoes it. */
  const expected = workflows.flatMap((workflow) => [
    { workflow, machine: machineName(stageNamed(name), workflow.type), states: forwardFunctions(workflow) },
    ...(compensates(workflow) ? [{ workflow, machine: machineName(stageNamed(name), `${workflow.type}-compensation`), states: compensationFunctions(workflow) }] : []),
  ]);
  const named = (machine: string) => machines.find(({ properties }) => properties['StateMachineName'] === machine);

  test('every machine is of the kind that keeps a history, and logs everything but the data', () => {
    expect(machines.map(({ properties }) => text(properties['StateMachineName'])).toSorted()).toEqual(expected.map(({ machine }) => machine).toSorted());
    for (const { stack, properties } of machines) {
      expect(properties).toMatchObject({
        StateMachineType: 'STANDARD', LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false }, TracingConfiguration: { Enabled: true } });
      const [destination] = list(at(properties, 'LoggingConfiguration', 'Destinations'));
      const group = stage.all('AWS::Logs::LogGroup').find(({ id }) => `${id}.Arn` === stage.spelt(stack, at(destination, 'CloudWatchLogsLogGroup', 'LogGroupArn')));
      expect(group?.properties['LogGroupName']).toBe(`/aws/vendedlogs/states/${text(properties['StateMachineName'])}`);
    }
  });

  test('every machine is right as it is deployed, whatever the declaration says', () => {
    const deployed = machines.map(({ stack, properties }) => JSON.parse(stage.spelt(stack, properties['DefinitionString'])) as AnyMachine);
    expect(deployed.flatMap(lintOf)).toEqual([]);
    expect(deployed).toHaveLength(expected.length);
  });

  test('every task calls a fixed version of the function that its name says', () => {
    for (const { machine: its, states } of expected) {
      const machine = named(its);
      const called = machine ? machineTasks(stage, machine).filter(({ version }) => version !== '') : [];
      const entries = called.map(({ state, version }) => {
        const pinned = stage.all('AWS::Lambda::Version').find(({ id }) => id === version);
        const id = pinned && stage.spelt(pinned.stack, pinned.properties['FunctionName']);
        const found = functions.find((each) => each.id === id);
        return [state, `${found?.entry ?? ''} ${text(found?.properties['Handler'])}`] as const;
      });
      expect(new Map(entries)).toEqual(new Map(states.map(({ state, entry, handler = 'index.handler' }) => [state, `${entry} ${handler}`])));
    }
  });

  test('a machine may invoke versions of its own functions and send to its own queue, and nothing else', () => {
    for (const { workflow, machine: its, states } of expected) {
      const machine = named(its);
      const statements = machine ? statementsOf(stage, roleOf(stage, machine)).filter(({ resources }) => !resources.includes('*')) : [];
      const own = new Set(states.map(({ entry, handler = 'index.handler' }) => `${entry} ${handler}`));
      const versions = functions.filter(({ stack, entry, properties }) => stack === machine?.stack && own.has(`${entry ?? ''} ${text(properties['Handler'])}`)).map(({ id }) => `${id}.Arn:*`);
      expect(statements.map(({ actions, resources }) => [actions, [...resources].sort()])).toEqual([
        [['lambda:InvokeFunction'], versions.sort()], [['sqs:SendMessage'], [expect.stringMatching(workflow === ownerOf(workflow) ? /FailedRuns\w+\.Arn$/ : new RegExp(`^arn:[^*]+:bpp-${name}-${workflow.config.deadLetterQueue}$`))]]]);
    }
  });

  test('of processes that share a queue the first makes it, and the others know it by its name', () => {
    const sharing = workflows.filter(({ config }) => config.deadLetterQueue === 'permission_change_dlq').map(({ type }) => type.replaceAll('_', '-'));
    expect(sharing.length).toBeGreaterThan(1);
    const made = stage.all('AWS::SQS::Queue').filter(({ properties }) => properties['QueueName'] === `bpp-${name}-permission_change_dlq`);
    expect(made.map(({ stack }) => stack)).toEqual([`bpp-${name}-${sharing[0]}`]);
    const [, ...others] = sharing.map((stack) => machines.filter((each) => each.stack === `bpp-${name}-${stack}`));
    for (const machine of others.flat())
      expect(machineTasks(stage, machine).map(({ queue }) => queue).filter((queue) => queue !== '')).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^https://sqs\\.[^/]+/AWS::AccountId/bpp-${name}-permission_change_dlq$`))]));
    const alarms = stage.all('AWS::CloudWatch::Alarm').filter(({ properties }) => text(properties['AlarmName']).includes('permission_change_dlq'));
    expect(alarms).toHaveLength(2);
    expect(new Set(alarms.map(({ stack }) => stack))).toEqual(new Set([`bpp-${name}-${sharing[0]}`]));
  });

  const onEvents = stage.all('AWS::Events::Rule').filter(({ properties }) => properties['EventPattern'] !== undefined);
  /** The others are the operations': what they miss, the next minute makes good. */
  const onTheBus = onEvents.filter(({ stack }) => stack !== `bpp-${name}-operations`);

  /** They have no queue, in which whole events would lie, with whatever they say of people: see `mail-feedback.test.ts` and `foreign-failures.test.ts`. */
  const toldByOthers = onEvents.filter(({ properties: { EventPattern } }) => text(list(at(EventPattern, 'source'))[0]) === 'aws.ses' || text(list(at(EventPattern, 'detail-type'))[0]) === 'workflow.failed');

  test('every rule target has a dead-letter queue and is tried again', () => {
    for (const { properties } of stage.all('AWS::Events::Rule').filter((rule) => !toldByOthers.includes(rule)))
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

  test('the reconciler comes at once when a configuration changes, and when AWS says that an execution of ours is gone', () => {
    const [onChange, onEnd, ...others] = onEvents.filter((rule) => rule.stack === `bpp-${name}-operations` && !toldByOthers.includes(rule)).toSorted((one, other) => one.id.localeCompare(other.id)).toReversed();
    expect(others).toEqual([]);
    expect(onChange?.properties['EventPattern']).toEqual({ source: [EVENT_SOURCE], 'detail-type': ['config.changed'] });
    expect(onEnd?.properties['EventBusName']).toBeUndefined();
    expect(onEnd?.properties['EventPattern']).toMatchObject({
      source: ['aws.states'], 'detail-type': ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [{ prefix: expect.anything() as unknown }] },
    });
    expect(JSON.stringify(onEnd?.properties['EventPattern'])).toContain(`:stateMachine:bpp-${name}-`);
  });

  test('the history of the bus is kept on AWS', () => {
    expect(stage.all('AWS::Events::Archive')).toHaveLength(name === 'local' ? 0 : 1);
  });
});
