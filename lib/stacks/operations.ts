import { ArnFormat, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import { Rule, Schedule, type RuleProps } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ASYNC_FAILURES } from '../../lambdas/domain/dead-letter.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { configChanged } from '../../lambdas/domain/events/catalogue.ts';
import { deletionsDueTouches, executionEndedTouches, mailFeedbackTouches, reconcilerTouches, relayTouches, residueSearchTouches, sweeperTouches, unverifiedTouches } from '../../lambdas/kit/engine-touches.ts';
import type { Touches } from '../../lambdas/kit/touches.ts';
import { DeletionAlarms } from '../constructs/deletion-alarms.ts';
import { everything } from '../constructs/grants.ts';
import { ForeignFailures } from '../constructs/foreign-failures.ts';
import { MailFeedback } from '../constructs/mail-feedback.ts';
import { OperationsDashboard } from '../constructs/operations-dashboard.ts';
import { ReconcilerAlarms } from '../constructs/reconciler-alarms.ts';
import { StepFunction } from '../constructs/step-function.ts';
import { WatchedQueue } from '../constructs/watched-queue.ts';
import { operationEntry, type Operation } from '../entry-points.ts';
import type { Foundation } from '../foundation.ts';
import { machineName } from '../stage.ts';

/** A pass of the reconciler has more to do than one step. */
const PASS_TIMEOUT = Duration.seconds(55);

/** What keeps everything going: the relay behind the event table, the sweeper for what it missed, the reconciler for runs that nobody ends. */
export class OperationsStack extends Stack {
  private readonly foundation: Foundation;
  private readonly failures: WatchedQueue;

  constructor(scope: Construct, id: string, { foundation, ...props }: StackProps & { readonly foundation: Foundation }) {
    super(scope, id, props);
    this.foundation = foundation;
    this.failures = new WatchedQueue(this, 'AsyncFailures', foundation, ASYNC_FAILURES, 'high');
    this.relayEvents(this.operation('Relay', 'relay', relayTouches));
    this.callEveryMinute(this.operation('Sweeper', 'sweeper', sweeperTouches), this.operation('Reconciler', 'reconciler', reconcilerTouches, PASS_TIMEOUT));
    this.onEndedExecutions(this.operation('ExecutionEnded', 'execution-ended', executionEndedTouches));
    this.lookAfterUnverified();
    this.lookAfterDeletions();
    this.searchForResidue();
    new ForeignFailures(this, 'ForeignFailures', foundation, this.failures);
    new MailFeedback(this, 'MailFeedback', foundation, this.operation('MailFeedbackHandler', 'mail-feedback', mailFeedbackTouches), this.failures);
    const { all: alarms } = new ReconcilerAlarms(this, 'ReconcilerAlarms', foundation);
    const { all: ofDeletions } = new DeletionAlarms(this, 'DeletionAlarms', foundation);
    new OperationsDashboard(this, 'Dashboard', foundation, { failures: this.failures, alarms: [...alarms, ...ofDeletions] });
  }

  private callEveryMinute(sweeper: StepFunction, reconciler: StepFunction): void {
    this.onRule('EveryMinute', sweeper, { description: 'Publishes again what the relay or a rule missed', schedule: Schedule.rate(Duration.minutes(1)) });
    this.onRule('ReconcilesEveryMinute', reconciler, { description: 'Ends what nobody ends', schedule: Schedule.rate(Duration.minutes(1)) });
    this.onRule('ReconcilesOnChange', reconciler, {
      description: 'A process that is enabled again begins what waited', eventBus: this.foundation.data.bus,
      eventPattern: { source: [EVENT_SOURCE], detailType: [configChanged.name] },
    });
    new CfnOutput(this, 'SweeperName', { value: sweeper.functionName });
    new CfnOutput(this, 'ReconcilerName', { value: reconciler.functionName });
  }

  private lookAfterUnverified(): void {
    const settings = { UNVERIFIED_KEPT_DAYS: String(this.foundation.stage.unverifiedKeptDays) };
    this.onRule('EveryQuarterOfAnHour', this.operation('UnverifiedAccounts', 'unverified-accounts', unverifiedTouches, PASS_TIMEOUT, settings), {
      description: 'Reminds of links that end, and removes registrations that nobody verified', schedule: Schedule.rate(Duration.minutes(15)),
    });
  }

  /** Where everything is small, at once; else from time to time, in portions. */
  private searchForResidue(): void {
    const { residueSearchHours: hours } = this.foundation.stage;
    const search = this.operation('ResidueSearch', 'residue-search', residueSearchTouches, PASS_TIMEOUT, { RESIDUE_SEARCH_HOURS: String(hours) });
    this.onRule('SearchesForResidue', search, { description: 'Goes through all tables for whoever was erased lately', schedule: Schedule.rate(Duration.minutes(hours === 0 ? 1 : 5)) });
    new CfnOutput(this, 'ResidueSearchName', { value: search.functionName });
  }

  private lookAfterDeletions(): void {
    const due = this.operation('DeletionsDue', 'deletions-due', deletionsDueTouches, PASS_TIMEOUT);
    this.onRule('DeletionsEveryMinute', due, { description: 'Begins deletions whose grace period is over, and reminds', schedule: Schedule.rate(Duration.minutes(1)) });
    new CfnOutput(this, 'DeletionsDueName', { value: due.functionName });
  }

  /** An operation is called without anybody waiting for it, so its failures go where they are seen. */
  private operation(id: string, operation: Operation, touches: Touches, timeout?: Duration, settings: Readonly<Record<string, string>> = {}): StepFunction {
    const made = new StepFunction(this, id, this.foundation, { entry: operationEntry(operation), touches, service: operation, reach: everything, settings, ...(timeout && { timeout }) });
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

  /** What is tried again next minute anyway is not tried for long. */
  private onRule(id: string, called: StepFunction, when: RuleProps): void {
    if (!called.node.tryFindChild('Failures')) {
      new EventInvokeConfig(called, 'Failures', {
        function: called, retryAttempts: 0, maxEventAge: Duration.minutes(1), onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
      });
    }
    new Rule(this, id, { ...when, targets: [new LambdaFunction(called, { deadLetterQueue: this.failures, maxEventAge: Duration.minutes(1), retryAttempts: 1 })] });
  }

  /** AWS tells on the default bus, best effort; of our own machines only. */
  private onEndedExecutions(called: StepFunction): void {
    const machines = this.formatArn({ service: 'states', resource: 'stateMachine', resourceName: machineName(this.foundation.stage, ''), arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    this.onRule('ExecutionEndedRule', called, {
      description: 'An execution failed, timed out or was stopped: has it told the ledger?',
      eventPattern: {
        source: ['aws.states'], detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [{ prefix: machines }] },
      },
    });
  }
}
