import { deadLetterResolved, parseDeadLetter, type DeadLetter } from '../adapters/dead-letters.ts';
import { readRun } from '../adapters/run-ledger.ts';
import { won, type Store } from '../adapters/store.ts';
import { dueMarks } from '../adapters/watch.ts';
import { resumedAndNotStarted } from './resume-run.ts';

/** For so long whoever took it may be at it. */
const PATIENCE_MS = 60_000;

/**
 * Dead letters that somebody took and never put down: the run was taken up again, and whoever did it died before he said so.
 * Where the machine of that attempt was never started, the run's own look starts it first.
 */
export async function settleTakenLetters(store: Store, now: Date): Promise<readonly 'letter settled'[]> {
  const settled: 'letter settled'[] = [];
  for (const { pk, sk } of await dueMarks(store, 'redriving', new Date(now.getTime() - PATIENCE_MS))) {
    const item = await store.get('ledger', { pk, sk });
    if (item && await settle(store, parseDeadLetter(item), now)) settled.push('letter settled');
  }
  return settled;
}

async function settle(store: Store, { tenantId, id, runId }: DeadLetter, now: Date): Promise<boolean> {
  const run = runId === undefined ? undefined : await readRun(store, runId);
  if (run && resumedAndNotStarted(run)) return false;
  return won(store.update(deadLetterResolved(tenantId, id, 'REDRIVING', { resolution: 'retried', by: 'system', now })));
}
