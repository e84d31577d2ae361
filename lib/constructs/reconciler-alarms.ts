import { Construct } from 'constructs';
import type { Foundation } from '../foundation.ts';
import { ofThePlatform } from '../metrics.ts';
import { PlatformAlarm } from './platform-alarm.ts';

/** A run that hangs is to be found within two minutes. */
const LATE_S = 120;
const MINUTES_IN_A_ROW = 5;

/** Whoever mends everything else is watched too: nothing else would notice that it stands still. */
export class ReconcilerAlarms extends Construct {
  readonly all: readonly PlatformAlarm[];

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const common = { about: 'platform', times: MINUTES_IN_A_ROW };
    this.all = [
      new PlatformAlarm(this, foundation, { ...common, kind: 'reconciler silent', severity: 'page', metric: ofThePlatform(foundation.stage, 'reconcilerPasses', 'Sum'), threshold: 1, beyond: 'below', silence: 'is bad' }),
      new PlatformAlarm(this, foundation, { ...common, kind: 'reconciler lag', severity: 'ticket', metric: ofThePlatform(foundation.stage, 'reconcilerLag', 'Maximum'), threshold: LATE_S }),
    ];
  }
}
