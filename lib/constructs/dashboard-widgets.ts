import { AlarmStatusWidget, GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { EVERY_MINUTE } from '../metrics.ts';
import type { PlatformAlarm } from './platform-alarm.ts';
import type { StepFunction } from './step-function.ts';
import type { DeadLetters } from './watched-queue.ts';

/** What every dashboard is made of; a row is 24 wide. */

export const SUMMED = { statistic: 'Sum', period: EVERY_MINUTE };

export const graph = (title: string, left: readonly IMetric[], width = 8): IWidget => new GraphWidget({ title, left: [...left], width, height: 6 });

export const alarmsInOneRow = (alarms: readonly PlatformAlarm[]): IWidget => new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 3 });

export const graphsOfQueues = (queues: readonly DeadLetters[]): readonly IWidget[] =>
  [graph('Dead letters in queues', queues.map(({ depth, node }) => depth.with({ label: node.id }))), graph('Age of the oldest in s', queues.map(({ age, node }) => age.with({ label: node.id })))];

export const graphOfErrors = (functions: readonly StepFunction[], width: number): IWidget =>
  graph('Errors of functions', functions.map((each) => each.metricErrors({ ...SUMMED, label: each.node.id })), width);
