import { Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { relayTouches, sweeperTouches } from '../../lambdas/kit/engine-touches.ts';
import { StepFunction } from '../constructs/step-function.ts';
import { WatchedQueue } from '../constructs/watched-queue.ts';
import { operationEntry, type Operation } from '../entry-points.ts';
import type { Foundation } from '../foundation.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';

/** What keeps events flowing: the relay behind the event table, and the sweeper for what it missed. */
export class OperationsStack extends Stack {
  private readonly foundation: Foundation;
  private readonly failures: WatchedQueue;

  constructor(scope: Construct, id: string, { foundation, ...props }: StackProps & { readonly foundation: Foundation }) {
    super(scope, id, props);
    this.foundation = foundation;
    this.failures = new WatchedQueue(this, 'AsyncFailures', foundation, 'async_failures');
    this.relayEvents(this.operation('Relay', 'relay', relayTouches));
    this.everyMinute(this.operation('Sweeper', 'sweeper', sweeperTouches));
  }

  /** An operation is called without anybody waiting for it, so its failures go where they are seen. */
  private operation(id: string, operation: Operation, touches: Touches): StepFunction {
    const made = new StepFunction(this, id, this.foundation, { entry: operationEntry(operation), touches, service: operation });
    made.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failures.queueArn] }));
    return made;
  }

  private relayEvents(relay: StepFunction): void {
    const streamArn = this.foundation.data.tables.events.tableStreamArn ?? '';
    relay.addToRolePolicy(new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], resources: [streamArn],
    }));
    relay.addEventSourceMapping('Events', {
      eventSourceArn: streamArn, startingPosition: StartingPosition.TRIM_HORIZON, batchSize: 100,
      filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT'), dynamodb: { NewImage: { pendingShard: { S: FilterRule.exists() } } } })],
      bisectBatchOnError: true, retryAttempts: 10, maxRecordAge: Duration.hours(24),
      // A destination as CDK makes it would grant more than sending.
      onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    });
  }

  private everyMinute(sweeper: StepFunction): void {
    new EventInvokeConfig(this, 'SweeperFailures', {
      function: sweeper, retryAttempts: 0, maxEventAge: Duration.minutes(1), onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    });
    new Rule(this, 'EveryMinute', {
      description: 'Publishes again what the relay or a rule missed', schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(sweeper, { deadLetterQueue: this.failures, maxEventAge: Duration.minutes(1), retryAttempts: 1 })],
    });
  }
}
