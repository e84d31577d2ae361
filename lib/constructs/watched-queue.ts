import { Duration, Stack, Validations } from 'aws-cdk-lib/core';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption, type IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { WorkflowConfig } from '../../lambdas/kit/workflow.ts';
import type { Foundation } from '../foundation.ts';
import { EVERY_MINUTE } from '../metrics.ts';
import { queueName } from '../stage.ts';
import { PlatformAlarm, severityOf } from './platform-alarm.ts';
import { removalPolicyOf } from './removal-policy.ts';

const RETENTION = Duration.days(14);
const FORGOTTEN_AFTER = Duration.days(1);

/** Dead letters that somebody watches: their queue, and what is seen of it. */
export interface DeadLetters extends Construct {
  readonly queueArn: string;
  readonly queueUrl: string;
  readonly alarms: readonly PlatformAlarm[];
  readonly depth: Metric;
  readonly age: Metric;
}

const depthOf = (queue: IQueue): Metric => queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: EVERY_MINUTE });
const ageOf = (queue: IQueue): Metric => queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: EVERY_MINUTE });

/** A queue of dead letters: the last stop, where a person decides. So something in it, or something old in it, is an alarm. */
export class WatchedQueue extends Queue implements DeadLetters {
  readonly alarms: readonly PlatformAlarm[];
  readonly depth: Metric;
  readonly age: Metric;

  /** `priority`: of the process that it belongs to. */
  constructor(scope: Construct, id: string, foundation: Foundation, name: string, priority: WorkflowConfig['priority']) {
    const { stage, data } = foundation;
    super(scope, id, {
      queueName: queueName(stage, name), retentionPeriod: RETENTION, enforceSSL: true,
      encryption: QueueEncryption.KMS, encryptionMasterKey: data.platformKey,
      removalPolicy: removalPolicyOf(stage),
    });
    Validations.of(this).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It holds dead letters itself; nothing consumes it but a person, so nothing can fail again' });
    this.depth = depthOf(this);
    this.age = ageOf(this);
    const common = { about: name, severity: severityOf(priority) };
    this.alarms = [
      new PlatformAlarm(this, foundation, { ...common, kind: 'dead letters wait', metric: this.depth, threshold: 1 }),
      new PlatformAlarm(this, foundation, { ...common, kind: 'dead letters forgotten', metric: this.age, threshold: FORGOTTEN_AFTER.toSeconds() }),
    ];
  }
}

/** A queue that another process's stack makes and watches, found by its name. */
export class SharedQueue extends Construct implements DeadLetters {
  readonly queueArn: string;
  readonly queueUrl: string;
  readonly alarms: readonly PlatformAlarm[] = [];
  readonly depth: Metric;
  readonly age: Metric;

  constructor(scope: Construct, id: string, { stage }: Foundation, name: string) {
    super(scope, id);
    const queue = Queue.fromQueueArn(this, 'Queue', Stack.of(this).formatArn({ service: 'sqs', resource: queueName(stage, name) }));
    this.queueArn = queue.queueArn;
    this.queueUrl = queue.queueUrl;
    this.depth = depthOf(queue);
    this.age = ageOf(queue);
  }
}
