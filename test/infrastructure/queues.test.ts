import { workflows } from '../../lambdas/workflows/index.ts';
import { stageNames } from '../../lib/stage.ts';
import { statementsIn } from './iam.ts';
import { machineTasks } from './machine-tasks.ts';
import { at, list, synthesised, text } from './synthesis.ts';

describe.each(stageNames)('queues of the stage %s', (name) => {
  const stage = synthesised(name);
  const queues = stage.all('AWS::SQS::Queue');

  /** Processes may share the queue of their failed runs. */
  const named = [...new Set(['async_failures', ...workflows.flatMap(({ type, config }) => [config.deadLetterQueue, `${type}_undelivered`])])].map((queue) => `bpp-${name}-${queue}`).toSorted();

  test('there are the three kinds that have an owner', () => {
    expect(queues.map(({ properties }) => text(properties['QueueName'])).sort()).toEqual(named);
  });

  test('every queue is encrypted with our key and refuses what does not come over TLS', () => {
    for (const queue of queues) {
      expect(stage.spelt(queue.stack, queue.properties['KmsMasterKeyId'])).toMatch(/PlatformKey\w+\.Arn$/);
      const policies = stage.all('AWS::SQS::QueuePolicy').filter(({ stack, properties }) => list(properties['Queues']).some((each) => stage.spelt(stack, each) === queue.id));
      const denied = policies.flatMap(({ stack, properties }) => statementsIn(stage, stack, properties['PolicyDocument'])).filter(({ effect }) => effect === 'Deny');
      expect(denied).toEqual([{ effect: 'Deny', actions: ['sqs:*'], resources: [`${queue.id}.Arn`], condition: { Bool: { 'aws:SecureTransport': 'false' } } }]);
    }
  });

  test('every queue has a dead-letter queue or holds dead letters itself', () => {
    const holders = [
      ...stage.all('AWS::Events::Rule').flatMap(({ stack, properties }) => list(properties['Targets']).map((target) => stage.spelt(stack, at(target, 'DeadLetterConfig', 'Arn')))),
      ...['AWS::Lambda::EventSourceMapping', 'AWS::Lambda::EventInvokeConfig'].flatMap((type) => stage.all(type)).map(
        ({ stack, properties }) => stage.spelt(stack, at(properties, 'DestinationConfig', 'OnFailure', 'Destination'))),
      ...stage.all('AWS::StepFunctions::StateMachine').flatMap((machine) => machineTasks(stage, machine).map(({ queue }) => `${queue}.Arn`)),
    ];
    for (const { id, properties } of queues) expect(properties['RedrivePolicy'] !== undefined || holders.includes(`${id}.Arn`)).toBe(true);
  });

  test('only who answers for dead letters may take any out of a queue, and of the queues of dead letters only', () => {
    const taking = stage.all('AWS::IAM::Policy').flatMap(({ stack, properties }) => statementsIn(stage, stack, properties['PolicyDocument']).map((statement) => ({ stack, ...statement })))
      .filter(({ actions }) => actions.some((action) => /^sqs:(Receive|Delete)/.test(action)));
    expect(new Set(taking.map(({ stack }) => stack))).toEqual(new Set([`bpp-${name}-api-workflows`, `bpp-${name}-operations`]));
    // The prefix reaches the three kinds above and nothing else: there are no other queues.
    for (const { resources } of taking) expect(resources.map((arn) => arn.split(':').at(-1) ?? '')).toEqual([`bpp-${name}-*`]);
  });

  test('something in a queue is an alarm, and so is something that lies in it for a day', () => {
    for (const { id } of queues) {
      const watched = stage.all('AWS::CloudWatch::Alarm').filter(({ stack, properties }) => stage.spelt(stack, at(list(properties['Dimensions'])[0], 'Value')) === `${id}.QueueName`);
      expect(watched.map(({ properties }) => [properties['MetricName'], properties['Threshold']])).toEqual([
        ['ApproximateNumberOfMessagesVisible', 1], ['ApproximateAgeOfOldestMessage', 86_400]]);
    }
  });
});
