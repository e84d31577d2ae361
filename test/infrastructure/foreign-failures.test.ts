import { workflowFailed } from '../../lambdas/domain/events/catalogue.ts';
import { causedByRequest, occurrence } from '../../lambdas/domain/events/event.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { foreignFailure } from '../../lambdas/domain/foreign-failure.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { stageNames } from '../../lib/stage.ts';
import { matches, transformed } from './event-rules.ts';
import { statementsIn } from './iam.ts';
import { at, list, synthesised, text, type Value } from './synthesis.ts';

const { detail: ofOurs } = occurrence(workflowFailed, { tenantId: 'demo', aggregateId: 'run', aggregateVersion: 1 }, causedByRequest('request-1'), workflowFailed.example, new Date());
const onTheBus = (source: string, detail: unknown, type = 'workflow.failed'): Value => JSON.parse(JSON.stringify({
  version: '0', id: '0c8b1f0e-6a52-4f0e-9a53-8f5d2f6c1b7a', 'detail-type': type, source, account: '111122223333', time: '2026-03-02T08:00:00Z', region: 'eu-central-1', resources: [], detail,
})) as Value;
const ours = workflows.map(({ failureType }) => onTheBus(EVENT_SOURCE, { ...ofOurs, data: { ...ofOurs.data, failureType } }));
const BILLING = 'com.example.billing';
const typed = onTheBus(BILLING, { data: { failureType: 'invoice_failed', email: 'anna.berg@example.com' } });
const typedAsOurs = onTheBus(BILLING, { data: { failureType: 'user_registration_failed' } });
const untyped = onTheBus(BILLING, { email: 'anna.berg@example.com' });

describe.each(stageNames)('failures that other systems tell on the bus of the stage %s', (name) => {
  const stage = synthesised(name);
  const rules = stage.all('AWS::Events::Rule').filter(({ properties }) => list(at(properties['EventPattern'], 'detail-type')).includes('workflow.failed'));
  const whoTakes = (event: Value) => rules.filter(({ properties }) => matches(properties['EventPattern'], event));
  const queue = stage.all('AWS::SQS::Queue').find(({ properties }) => properties['QueueName'] === `bpp-${name}-async_failures`)?.id ?? '';

  test('are taken by one rule each, and nothing that we tell ourselves is, nor anything else that others do', () => {
    for (const { stack, properties } of rules) expect(stage.spelt(stack, properties['EventBusName'])).toMatch(/-data\/Bus\w+$/);
    expect([typed, typedAsOurs, untyped].map((event) => whoTakes(event).length)).toEqual([1, 1, 1]);
    for (const event of [...ours, onTheBus(BILLING, {}, 'workflow.completed'), onTheBus(BILLING, { data: { failureType: 'invoice_failed' } }, 'invoice.failed')]) expect(whoTakes(event)).toEqual([]);
  });

  test('lie in the queue that somebody watches as who said so, when and of which type; nothing else goes further', () => {
    const handedOver = [typed, typedAsOurs, untyped].flatMap((event) => whoTakes(event).flatMap(({ stack, properties }) => list(properties['Targets']).map((target) => {
      expect(stage.spelt(stack, at(target, 'Arn'))).toBe(`${queue}.Arn`);
      return transformed(at(target, 'InputTransformer'), event);
    })));
    const envelope = { kind: 'foreign_failure', eventId: '0c8b1f0e-6a52-4f0e-9a53-8f5d2f6c1b7a', source: BILLING, time: '2026-03-02T08:00:00Z' };
    expect(handedOver).toEqual([{ ...envelope, failureType: 'invoice_failed' }, { ...envelope, failureType: 'user_registration_failed' }, envelope]);
    expect(handedOver.map((each) => foreignFailure.parse(each).failureType)).toEqual(['invoice_failed', 'user_registration_failed', 'UnknownFailure']);
  });

  test('may be put there by these rules and by nobody else, and what cannot be is tried for a day', () => {
    const policies = stage.all('AWS::SQS::QueuePolicy').filter(({ stack, properties }) => list(properties['Queues']).some((each) => stage.spelt(stack, each) === queue));
    const puts = policies.flatMap(({ stack, properties }) => list(at(properties['PolicyDocument'], 'Statement')).map((statement) => ({ stack, statement })))
      .filter(({ stack, statement }) => rules.some(({ id }) => list(at(statement, 'Condition', 'ArnEquals', 'aws:SourceArn')).some((arn) => stage.spelt(stack, arn) === `${id}.Arn`)));
    expect(puts.map(({ stack, statement }) => [text(at(statement, 'Action')), at(statement, 'Principal'), stage.spelt(stack, at(statement, 'Resource')), list(at(statement, 'Condition', 'ArnEquals', 'aws:SourceArn')).length]))
      .toEqual([['sqs:SendMessage', { Service: 'events.amazonaws.com' }, `${queue}.Arn`, rules.length]]);
    for (const { properties } of rules)
      for (const target of list(properties['Targets'])) {
        expect(at(target, 'DeadLetterConfig')).toBeUndefined();
        expect(at(target, 'RetryPolicy')).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
      }
    expect(policies.flatMap(({ stack, properties }) => statementsIn(stage, stack, properties['PolicyDocument'])).filter(({ actions, effect }) => effect === 'Allow' && actions.some((action) => action !== 'sqs:SendMessage'))).toEqual([]);
  });
});
