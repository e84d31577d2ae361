import { Duration, Validations } from 'aws-cdk-lib/core';
import { Alarm, ComparisonOperator, TreatMissingData, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Foundation } from '../foundation.ts';
import { queueName } from '../stage.ts';
import { removalPolicyOf } from './removal-policy.ts';

const RETENTION = Duration.days(14);
const FORGOTTEN_AFTER = Duration.days(1);

/** A queue of dead letters: the last stop, where a person decides. So something in it, or something old in it, is an alarm. */
export class WatchedQueue extends Queue {
  constructor(scope: Construct, id: string, { stage, data }: Foundation, name: string) {
    super(scope, id, {
      queueName: queueName(stage, name), retentionPeriod: RETENTION, enforceSSL: true,
      encryption: QueueEncryption.KMS, encryptionMasterKey: data.platformKey,
      removalPolicy: removalPolicyOf(stage),
    });
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It holds dead letters itself; nothing consumes it but a person, so nothing can fail again' });
    this.alarm('Waiting', this.metricApproximateNumberOfMessagesVisible(), 1, `${name}: dead letters wait for somebody`);
    this.alarm('Forgotten', this.metricApproximateAgeOfOldestMessage(), FORGOTTEN_AFTER.toSeconds(), `${name}: a dead letter waits for more than a day`);
  }

  private alarm(id: string, metric: Metric, threshold: number, alarmDescription: string): void {
    new Alarm(this, id, {
      metric: metric.with({ statistic: 'Maximum', period: Duration.minutes(1) }), threshold, alarmDescription, evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
