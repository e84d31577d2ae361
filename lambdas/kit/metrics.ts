import { alarmDays, type DueAlarm } from '../domain/deletion-request.ts';
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
  const moved: Measured = [metricNames.runsMoved, 'Count', 1];
  if (durationMs === undefined) write({ type }, [{ status: to }], [moved]);
  else write({ type }, [{ status: to }, {}], [moved, [metricNames.runDuration, 'Milliseconds', durationMs]]);
}

export const countStepsParked = (type: string, count: number): void => write({ type }, [], [[metricNames.stepsParked, 'Count', count]]);

export const countResidue = (count: number): void => write({}, [], [[metricNames.residueFound, 'Count', count]]);

export const countSealsForgotten = (count: number): void => write({}, [], [[metricNames.sealsForgotten, 'Count', count]]);

/** Of each alarm how many have reached it, so also those that have gone beyond. */
export function countDeletionsNearDue(reached: readonly DueAlarm[]): void {
  const order: readonly DueAlarm[] = [...alarmDays, 'overdue'];
  for (const [position, alarm] of order.entries()) {
    const count = reached.filter((each) => order.indexOf(each) >= position).length;
    if (count > 0) write({}, [{ alarm: String(alarm) }], [[metricNames.deletionsNearDue, 'Count', count]]);
  }
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
    [metricNames.reconcilerPasses, 'Count', 1],
    [metricNames.reconcilerLag, 'Seconds', lagSeconds],
    [metricNames.reconcilerRepairs, 'Count', Object.values(repairs).reduce((sum, times) => sum + times, 0)],
    ...Object.entries(repairs).map(([kind, times]): Measured => [`${metricNames.reconcilerRepairs}.${kind}`, 'Count', times]),
    [metricNames.deadLettersOpen, 'Count', openDeadLetters],
    [metricNames.oldestDeadLetter, 'Seconds', oldestDeadLetterSeconds],
  ]);
}

type Measured = readonly [name: string, unit: 'Count' | 'Milliseconds' | 'Seconds', value: number];
type Dimensions = Readonly<Record<string, string>>;

/**
 * Under each of `sets`, every value is a metric of its own, and paid for; without any it is under what all of them have. In CloudWatch's
 * embedded format, which is a line of JSON. Whose function counted is of no interest: alarms are about processes.
 */
function write(about: Dimensions, sets: readonly Dimensions[], measured: readonly Measured[]): void {
  const common = { stage: requiredSetting('STAGE'), ...about };
  const dimensions = (sets.length === 0 ? [{}] : sets).map((each) => Object.keys({ ...common, ...each }));
  console.log(JSON.stringify({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: METRICS_NAMESPACE, Dimensions: dimensions, Metrics: measured.map(([Name, Unit]) => ({ Name, Unit })) }],
    },
    ...common, ...Object.assign({}, ...sets), ...Object.fromEntries(measured.map(([name, , value]) => [name, value])),
  }));
}
