import { Alarm, ComparisonOperator, TreatMissingData, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { WorkflowConfig } from '../../lambdas/kit/workflow.ts';
import type { Foundation } from '../foundation.ts';
import { alarmName } from '../stage.ts';

/** Whom an alarm reaches: a page somebody now, a ticket somebody in working hours. */
export const severities = ['page', 'ticket'] as const;
export type Severity = (typeof severities)[number];

export const severityOf = (priority: WorkflowConfig['priority']): Severity => (priority === 'high' ? 'page' : 'ticket');

/** Each has a page in docs/runbooks. */
export type AlarmKind =
  | 'failed' | 'compensation failed' | 'parked' | 'timed out' | 'slow' | 'parked steps'
  | 'dead letters wait' | 'dead letters forgotten'
  | 'deletions near due' | 'deletions almost due' | 'deletions nearly overdue' | 'deletions overdue' | 'seals forgotten' | 'residue found'
  | 'reconciler silent' | 'reconciler lag';

export interface PlatformAlarmProps {
  /** The process or the queue, or the platform. */
  readonly about: string;
  readonly kind: AlarmKind;
  readonly severity: Severity;
  readonly metric: Metric;
  /** It rings at this value and beyond: above it unless told. */
  readonly threshold: number;
  readonly beyond?: 'above' | 'below';
  /** So many values in a row. */
  readonly times?: number;
  /** No value at all is no news, unless it is the news. */
  readonly silence?: 'is fine' | 'is bad';
}

const dashed = (kind: AlarmKind): string => kind.replaceAll(' ', '-');

/** The one way an alarm is made: it reaches somebody, and says what to read. */
export class PlatformAlarm extends Alarm {
  constructor(scope: Construct, { stage, topics }: Foundation, { about, kind, severity, metric, threshold, beyond = 'above', times = 1, silence = 'is fine' }: PlatformAlarmProps) {
    super(scope, kind.split(' ').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''), {
      alarmName: alarmName(stage, `${about}-${dashed(kind)}`),
      alarmDescription: `[${severity}] ${about}: ${kind}. Runbook: docs/runbooks/${dashed(kind)}.md`,
      metric, threshold, evaluationPeriods: times,
      comparisonOperator: beyond === 'above' ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: silence === 'is bad' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(topics[severity]));
  }
}
