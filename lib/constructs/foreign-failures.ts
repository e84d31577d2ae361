import { Duration } from 'aws-cdk-lib/core';
import { EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { workflowFailed } from '../../lambdas/domain/events/catalogue.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import type { ForeignFailure } from '../../lambdas/domain/foreign-failure.ts';
import type { Foundation } from '../foundation.ts';
import type { WatchedQueue } from './watched-queue.ts';

/** What the rule hands over whatever the event says; the rest may be missing there, or about a person. */
const envelope: Omit<ForeignFailure, 'failureType'> = { kind: 'foreign_failure', eventId: EventField.eventId, source: EventField.source, time: EventField.time };

/**
 * A failure that another system tells on our bus: nobody here knows how it would be undone, so it waits for a person. Our own are not heard
 * here: the ledger has begun what follows before it tells of one. In the queue no whole event lies, and so a rule that cannot reach it has none
 * either: it tries for a day.
 */
export class ForeignFailures extends Construct {
  constructor(scope: Construct, id: string, { data }: Foundation, queue: WatchedQueue) {
    super(scope, id);
    // A path that leads nowhere makes no value: each rule takes only what is there.
    const rules = [
      this.rule('OfSomeType', data, queue, { failureType: Match.exists() }, { ...envelope, failureType: EventField.fromPath('$.detail.data.failureType') }),
      this.rule('OfNoType', data, queue, { failureType: Match.doesNotExist() }, envelope),
    ];
    queue.addToResourcePolicy(new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')], actions: ['sqs:SendMessage'], resources: [queue.queueArn], conditions: { ArnEquals: { 'aws:SourceArn': rules.map(({ ruleArn }) => ruleArn) } },
    }));
  }

  private rule(id: string, { bus }: Foundation['data'], queue: WatchedQueue, data: Readonly<Record<string, readonly unknown[]>>, told: Readonly<Record<string, string>>): Rule {
    return new Rule(this, id, {
      description: 'Another system says that something of its own has failed: a person looks at it', eventBus: bus,
      eventPattern: { source: Match.anythingBut(EVENT_SOURCE), detailType: [workflowFailed.name], detail: { data } },
      targets: [{ bind: () => ({
        arn: queue.queueArn, input: RuleTargetInput.fromObject(told),
        retryPolicy: { maximumEventAgeInSeconds: Duration.hours(24).toSeconds(), maximumRetryAttempts: 185 },
      }) }],
    });
  }
}
