import { Duration } from 'aws-cdk-lib/core';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { MailFeedback as Kind } from '../../lambdas/domain/user.ts';
import type { Foundation } from '../foundation.ts';
import type { StepFunction } from './step-function.ts';
import type { WatchedQueue } from './watched-queue.ts';

/**
 * What SES tells of mails that came back for good or were not wanted. Its events are full of addresses: the rules hand over the tags
 * of the mail and when it was sent, and nothing else. So these targets have no dead-letter queue, where whole events would
 * lie, and try for a day instead; what the function itself fails at is kept as it was handed over.
 */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, { data }: Foundation, handler: StepFunction, failures: WatchedQueue) {
    super(scope, id);
    new EventInvokeConfig(this, 'Failures', { function: handler, retryAttempts: 2, maxEventAge: Duration.hours(6), onFailure: { bind: () => ({ destination: failures.queueArn }) } });
    const about: Readonly<Record<Kind, object>> = { bounce: { eventType: ['Bounce'], bounce: { bounceType: ['Permanent'] } }, complaint: { eventType: ['Complaint'] } };
    for (const [feedback, detail] of Object.entries(about))
      new Rule(this, feedback, {
        description: `A mail of ours met a ${feedback}: its address takes none`,
        eventPattern: {
          source: ['aws.ses'],
          detail: { ...detail, mail: { tags: { 'ses:configuration-set': [data.configurationSet.configurationSetName], tenantId: [{ exists: true }], userId: [{ exists: true }] } } },
        },
        targets: [new LambdaFunction(handler, { event: onlyTheTags(feedback), maxEventAge: Duration.hours(24), retryAttempts: 185 })],
      });
  }
}

const onlyTheTags = (feedback: string): RuleTargetInput => RuleTargetInput.fromObject({
  feedback, tenantId: EventField.fromPath('$.detail.mail.tags.tenantId[0]'), userId: EventField.fromPath('$.detail.mail.tags.userId[0]'), sentAt: EventField.fromPath('$.detail.mail.timestamp'),
});
