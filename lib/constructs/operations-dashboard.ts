import { Stack } from 'aws-cdk-lib/core';
import { Dashboard, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { METRICS_NAMESPACE, metricNames } from '../../lambdas/kit/metric-names.ts';
import type { Foundation } from '../foundation.ts';
import { EVERY_MINUTE, ofThePlatform } from '../metrics.ts';
import { dashboardName, type Stage } from '../stage.ts';
import { alarmsInOneRow, graph, graphOfErrors, graphsOfQueues } from './dashboard-widgets.ts';
import type { PlatformAlarm } from './platform-alarm.ts';
import { StepFunction } from './step-function.ts';
import type { WatchedQueue } from './watched-queue.ts';

/** One page of the platform: whether it mends itself, what waits for people, and how the runs of all processes end. */
export class OperationsDashboard extends Dashboard {
  /** Of the functions it shows those that its stack has by now. */
  constructor(scope: Construct, id: string, { stage }: Foundation, { failures, alarms }: { readonly failures: WatchedQueue; readonly alarms: readonly PlatformAlarm[] }) {
    super(scope, id, { dashboardName: dashboardName(stage, 'operations') });
    const functions = Stack.of(scope).node.findAll().filter((each) => each instanceof StepFunction);
    this.addWidgets(alarmsInOneRow([...alarms, ...failures.alarms]));
    this.addWidgets(
      graph('Passes of the reconciler', [ofThePlatform(stage, 'reconcilerPasses', 'Sum')]),
      graph('How late it was, in s', [ofThePlatform(stage, 'reconcilerLag', 'Maximum')]),
      graph('What it mended', [everyKind(stage)]));
    this.addWidgets(
      graph('Dead letters that are open', [ofThePlatform(stage, 'deadLettersOpen', 'Maximum')]),
      graph('Age of the oldest in s', [ofThePlatform(stage, 'oldestDeadLetter', 'Maximum')]),
      graph('Runs of all processes by status', [movesOf(stage)]));
    this.addWidgets(...graphsOfQueues([failures]), graphOfErrors(functions, 8));
  }
}

/** Found by search, so that a new kind or a new process appears by itself. */
const found = (expression: string): MathExpression => new MathExpression({ expression, label: '', period: EVERY_MINUTE });

const everyKind = ({ name }: Stage): MathExpression =>
  found(`SEARCH('{${METRICS_NAMESPACE},stage} MetricName=Repairs stage="${name}"', 'Sum', 60)`);

const movesOf = ({ name }: Stage): MathExpression =>
  found(`SEARCH('{${METRICS_NAMESPACE},stage,type,status} MetricName="${metricNames.runsMoved}" stage="${name}"', 'Sum', 60)`);
