import { Duration } from 'aws-cdk-lib/core';
import { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { runStatuses } from '../../lambdas/domain/run.ts';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import type { Foundation } from '../foundation.ts';
import { runDuration, runsMoved, stepsParked } from '../metrics.ts';
import { dashboardName } from '../stage.ts';
import { alarmsInOneRow, graph, graphOfErrors, graphsOfQueues, SUMMED } from './dashboard-widgets.ts';
import type { Machine } from './machine.ts';
import type { PlatformAlarm } from './platform-alarm.ts';
import type { DeadLetters } from './watched-queue.ts';

const SMOOTHED_OVER = Duration.minutes(5);

export interface ProcessDashboardProps {
  readonly workflow: WorkflowDeclaration;
  readonly machines: readonly Machine[];
  readonly queues: readonly DeadLetters[];
  readonly alarms: readonly PlatformAlarm[];
}

/** One page of a process: how its runs end and how fast, what waits for people, and what fails underneath. */
export class ProcessDashboard extends Dashboard {
  constructor(scope: Construct, id: string, { stage }: Foundation, { workflow: { type }, machines, queues, alarms }: ProcessDashboardProps) {
    super(scope, id, { dashboardName: dashboardName(stage, type) });
    this.addWidgets(alarmsInOneRow([...alarms, ...queues.flatMap((queue) => queue.alarms)]));
    this.addWidgets(
      graph('Runs by status', runStatuses.map((status) => runsMoved(stage, type, status).with({ label: status }))),
      graph('Duration in ms', (['p50', 'p95'] as const).map((percentile) => runDuration(stage, type, percentile, SMOOTHED_OVER).with({ label: percentile }))),
      graph('Parked steps', [stepsParked(stage, type)]));
    this.addWidgets(
      ...graphsOfQueues(queues),
      graph('Executions that failed or timed out', machines.flatMap(({ stateMachine }) => [stateMachine.metricFailed(SUMMED), stateMachine.metricTimedOut(SUMMED)])));
    this.addWidgets(graphOfErrors(machines.flatMap(({ functions }) => functions), 24));
  }
}
