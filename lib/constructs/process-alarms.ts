import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { RunStatus } from '../../lambdas/domain/run.ts';
import { compensates, stepsOf, type WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import type { Foundation } from '../foundation.ts';
import { runDuration, runsMoved, stepsParked } from '../metrics.ts';
import { PlatformAlarm, severityOf, type AlarmKind, type PlatformAlarmProps } from './platform-alarm.ts';

/** Long enough that one run alone is seldom the slowest twentieth. */
const SLOW_OVER = Duration.minutes(15);

/** What somebody must hear of a process, from its declaration: an ending that asks for a person, work that was given up, and slowness. */
export class ProcessAlarms extends Construct {
  readonly all: readonly PlatformAlarm[];

  constructor(scope: Construct, id: string, foundation: Foundation, workflow: WorkflowDeclaration) {
    super(scope, id);
    this.all = alarmsOf(foundation, workflow).map((about) => new PlatformAlarm(this, foundation, about));
  }
}

function alarmsOf({ stage }: Foundation, workflow: WorkflowDeclaration): readonly PlatformAlarmProps[] {
  const { type, config } = workflow;
  const common = { about: type, severity: severityOf(config.priority), threshold: 1 };
  const moved = (kind: AlarmKind, status: RunStatus): PlatformAlarmProps => ({ ...common, kind, metric: runsMoved(stage, type, status) });
  return [
    ...(compensates(workflow) ? [
      moved('failed', 'COMPENSATED'),
      // What could be neither done nor undone is wrong until somebody acts, however unimportant the process.
      { ...moved('compensation failed', 'COMPENSATION_FAILED'), severity: 'page' as const },
    ] : []),
    moved('parked', 'PARKED'),
    moved('timed out', 'TIMED_OUT'),
    { ...common, kind: 'slow', metric: runDuration(stage, type, 'p95', SLOW_OVER), threshold: config.timeout },
    ...(parksSteps(workflow) ? [{ ...common, kind: 'parked steps' as const, metric: stepsParked(stage, type) }] : []),
  ];
}

const parksSteps = (workflow: WorkflowDeclaration): boolean => stepsOf(workflow).some(({ criticality, tolerates = [] }) => criticality === 'best effort' || tolerates.length > 0);
