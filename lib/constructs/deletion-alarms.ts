import { Construct } from 'constructs';
import type { DueAlarm } from '../../lambdas/domain/deletion-request.ts';
import type { Foundation } from '../foundation.ts';
import { deletionsNearDue, residueFound, sealsForgotten } from '../metrics.ts';
import { PlatformAlarm } from './platform-alarm.ts';

/** The law gives a deletion a month: at day 14 of its clock somebody should look why it is open, at day 21 at once, at day 25 whoever did not, and it must not come to the last one. */
export class DeletionAlarms extends Construct {
  readonly all: readonly PlatformAlarm[];

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const common = { about: 'platform', threshold: 1 };
    const reached = (alarm: DueAlarm) => deletionsNearDue(foundation.stage, alarm);
    this.all = [
      new PlatformAlarm(this, foundation, { ...common, kind: 'deletions near due', severity: 'ticket', metric: reached(14) }),
      new PlatformAlarm(this, foundation, { ...common, kind: 'deletions almost due', severity: 'page', metric: reached(21) }),
      new PlatformAlarm(this, foundation, { ...common, kind: 'deletions nearly overdue', severity: 'page', metric: reached(25) }),
      new PlatformAlarm(this, foundation, { ...common, kind: 'deletions overdue', severity: 'page', metric: reached('overdue') }),
      new PlatformAlarm(this, foundation, { ...common, kind: 'seals forgotten', severity: 'page', metric: sealsForgotten(foundation.stage) }),
      new PlatformAlarm(this, foundation, { ...common, kind: 'residue found', severity: 'page', metric: residueFound(foundation.stage) }),
    ];
  }
}
