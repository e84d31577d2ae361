import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { DueAlarm } from '../domain/deletion-request.ts';
import type { RunStatus } from '../domain/run.ts';
import { METRICS_NAMESPACE, metricNames } from './metric-names.ts';
import { requiredSetting } from './settings.ts';

/** What is counted, for alarms and dashboards: words of the platform and numbers. Each call is one line of the log, of which CloudWatch makes the metrics. */

export interface MovedRun {
  readonly type: string;
  readonly to: RunStatus;
  /** From its start to its first completion, where this is one. */
  readonly durationMs?: number;
}

export function countRunMoved({ type, to, durationMs }: MovedRun): void {
  const moved: Measured = [metricNames.runsMoved, MetricUnit.Count, 1];
  if (durationMs === undefined) write({ type }, [{ status: to }], [moved]);
  else write({ type }, [{ status: to }, {}], [moved, [metricNames.runDuration, MetricUnit.Milliseconds, durationMs]]);
}

export const countStepsParked = (type: string, count: number): void => write({ type }, [], [[metricNames.stepsParked, MetricUnit.Count, count]]);

export function countDeletionsNearDue(alarms: readonly DueAlarm[]): void {
  for (const [alarm, each] of Object.entries(Object.groupBy(alarms, (one) => String(one)))) write({}, [{ alarm }, {}], [[metricNames.deletionsNearDue, MetricUnit.Count, each?.length ?? 0]]);
}

export interface Reconciliation {
  /** How long what was due first had waited for this pass. */
  readonly lagSeconds: number;
  readonly repairs: Readonly<Record<string, number>>;
  readonly openDeadLetters: number;
  readonly oldestDeadLetterSeconds: number;
}

export function countReconciliation({ lagSeconds, repairs, openDeadLetters, oldestDeadLetterSeconds }: Reconciliation): void {
  write({}, [], [
    [metricNames.reconcilerPasses, MetricUnit.Count, 1],
    [metricNames.reconcilerLag, MetricUnit.Seconds, lagSeconds],
    [metricNames.reconcilerRepairs, MetricUnit.Count, Object.values(repairs).reduce((sum, times) => sum + times, 0)],
    ...Object.entries(repairs).map(([kind, times]): Measured => [`${metricNames.reconcilerRepairs}.${kind}`, MetricUnit.Count, times]),
    [metricNames.deadLettersOpen, MetricUnit.Count, openDeadLetters],
    [metricNames.oldestDeadLetter, MetricUnit.Seconds, oldestDeadLetterSeconds],
  ]);
}

type Measured = readonly [name: string, unit: (typeof MetricUnit)[keyof typeof MetricUnit], value: number];
type Dimensions = Readonly<Record<string, string>>;

/** Under each of `sets`, every value is a metric of its own, and paid for; without any it is under what all of them have. */
function write(common: Dimensions, sets: readonly Dimensions[], measured: readonly Measured[]): void {
  const line = new Metrics({ namespace: METRICS_NAMESPACE });
  // Whose function counted is of no interest: alarms are about processes.
  line.clearDefaultDimensions();
  line.setDefaultDimensions({ stage: requiredSetting('STAGE'), ...common });
  for (const each of sets) line.addDimensions(each);
  for (const [name, unit, value] of measured) line.addMetric(name, unit, value);
  line.publishStoredMetrics();
}
