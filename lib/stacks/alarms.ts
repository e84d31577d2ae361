import { ArnFormat, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib/core';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Severity } from '../constructs/platform-alarm.ts';
import { alarmName, topicName } from '../stage.ts';
import type { DataStack } from './data.ts';

/** Where alarms go, by severity. Who is behind them subscribes: a pager, a ticket system, a mailbox. */
export class AlarmsStack extends Stack {
  readonly topics: Readonly<Record<Severity, Topic>>;

  constructor(scope: Construct, id: string, { data, ...props }: StackProps & { readonly data: DataStack }) {
    super(scope, id, props);
    this.topics = { page: this.topic('Pages', data), ticket: this.topic('Tickets', data) };
  }

  private topic(id: string, { stage, platformKey }: DataStack): Topic {
    const topic = new Topic(this, id, { topicName: topicName(stage, id.toLowerCase()), masterKey: platformKey, enforceSSL: true });
    topic.addToResourcePolicy(new PolicyStatement({
      sid: 'Alarms', principals: [new ServicePrincipal('cloudwatch.amazonaws.com')], actions: ['sns:Publish'], resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': this.account },
        ArnLike: { 'aws:SourceArn': this.formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: alarmName(stage, '*'), arnFormat: ArnFormat.COLON_RESOURCE_NAME }) },
      },
    }));
    new CfnOutput(this, `${id}TopicArn`, { value: topic.topicArn });
    return topic;
  }
}
