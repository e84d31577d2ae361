import { Duration } from 'aws-cdk-lib/core';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { DueAlarm } from '../lambdas/domain/deletion-request.ts';
import type { RunStatus } from '../lambdas/domain/run.ts';
import { METRICS_NAMESPACE, metricNames } from '../lambdas/kit/metric-names.ts';
import type { Stage } from './stage.ts';

/** What the code counts (lambdas/kit/metrics.ts), as alarms and dashboards read it. Without labels: an alarm on a labelled metric is one on a list of metrics. */

export const EVERY_MINUTE = Duration.minutes(1);

const counted = (metricName: string, dimensionsMap: Record<string, string>, statistic: string, period = EVERY_MINUTE): Metric =>
  new Metric({ namespace: METRICS_NAMESPACE, metricName, dimensionsMap, statistic, period });

export const runsMoved = ({ name: stage }: Stage, type: string, status: RunStatus): Metric => counted(metricNames.runsMoved, { stage, type, status }, 'Sum');

export const runDuration = ({ name: stage }: Stage, type: string, percentile: 'p50' | 'p95', period: Duration): Metric =>
  counted(metricNames.runDuration, { stage, type }, percentile, period);

export const stepsParked = ({ name: stage }: Stage, type: string): Metric => counted(metricNames.stepsParked, { stage, type }, 'Sum');

/** Counted every hour, so one of two hours has a value. */
const HOURS_BETWEEN = Duration.hours(2);
export const deletionsNearDue = ({ name: stage }: Stage, alarm: DueAlarm): Metric => counted(metricNames.deletionsNearDue, { stage, alarm: String(alarm) }, 'Maximum', HOURS_BETWEEN);

/** Counted where one was found, so the alarm rings for an hour. */
export const sealsForgotten = ({ name: stage }: Stage): Metric => counted(metricNames.sealsForgotten, { stage }, 'Sum', Duration.hours(1));

/** A round a day. */
export const residueFound = ({ name: stage }: Stage): Metric => counted(metricNames.residueFound, { stage }, 'Maximum', Duration.days(1));

type OfThePlatform = 'reconcilerPasses' | 'reconcilerLag' | 'reconcilerRepairs' | 'deadLettersOpen' | 'oldestDeadLetter';
export const ofThePlatform = ({ name: stage }: Stage, what: OfThePlatform, statistic: 'Sum' | 'Maximum'): Metric => counted(metricNames[what], { stage }, statistic);
