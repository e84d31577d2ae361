import { stageNames } from '../../lib/stage.ts';
import { bounced, bouncedForNow, complained, delivered } from '../support/recorded-feedback.ts';
import { matches, transformed } from './event-rules.ts';
import { at, list, synthesised, text, type Value } from './synthesis.ts';

/** As the recorded events have it: the name of the set is known to CloudFormation only. */
const inRecorded = (pattern: Value): Value => JSON.parse(JSON.stringify(pattern).replace(/\{"(?:Ref|Fn::ImportValue)":"[^"]*"\}/, '"the-set"')) as Value;

describe.each(stageNames)('what comes of our mails on the stage %s', (name) => {
  const stage = synthesised(name);
  const rules = stage.all('AWS::Events::Rule').filter(({ properties }) => text(list(at(properties['EventPattern'], 'source'))[0]) === 'aws.ses');
  const whoTakes = (event: unknown) => rules.filter(({ properties }) => matches(inRecorded(properties['EventPattern']), event as Value));

  test('SES tells the default bus of bounces and complaints, and of nothing else', () => {
    const destinations = stage.all('AWS::SES::ConfigurationSetEventDestination');
    expect(destinations).toHaveLength(1);
    for (const { properties } of destinations) {
      expect(at(properties, 'EventDestination', 'MatchingEventTypes')).toEqual(['bounce', 'complaint']);
      expect(text(at(properties, 'EventDestination', 'EventBridgeDestination', 'EventBusArn'))).toContain(':event-bus/default');
    }
  });

  test('the rules take what is for good, of our own mails', () => {
    expect(rules.map(({ properties }) => properties['EventBusName'])).toEqual([undefined, undefined]);
    expect([bounced, complained].map((event) => whoTakes(event).length)).toEqual([1, 1]);
    const { detail } = bounced;
    const without = { ...bounced, detail: { ...detail, mail: { ...detail.mail, tags: { 'ses:configuration-set': ['the-set'] } } } };
    const ofOthers = { ...bounced, detail: { ...detail, mail: { ...detail.mail, tags: { ...detail.mail.tags, 'ses:configuration-set': ['another-set'] } } } };
    for (const event of [bouncedForNow, delivered, without, ofOthers]) expect(whoTakes(event)).toEqual([]);
  });

  test('nothing but the tags and the time goes further: no address, no subject, no word of the other side', () => {
    const handedOver = [bounced, complained].map((event) => whoTakes(event).flatMap(({ properties }) => list(properties['Targets']).map((target) => transformed(at(target, 'InputTransformer'), event as unknown as Value))));
    expect(handedOver).toEqual([
      [{ feedback: 'bounce', tenantId: 'demo', userId: 'usr_anna', sentAt: '2026-03-02T08:00:01.000Z' }],
      [{ feedback: 'complaint', tenantId: 'demo', userId: 'usr_anna', sentAt: '2026-03-02T08:00:01.000Z' }]]);
  });

  test('what cannot be handed over is tried for a day and lies in no queue', () => {
    for (const { properties } of rules)
      for (const target of list(properties['Targets'])) {
        expect(at(target, 'DeadLetterConfig')).toBeUndefined();
        expect(at(target, 'RetryPolicy')).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
      }
  });
});
