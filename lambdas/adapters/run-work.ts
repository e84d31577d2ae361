import { readAll } from './pages.ts';
import { parseStep, stepKey, undoKey, type StepRecord } from './run-ledger.ts';
import type { Read, Store } from './store.ts';

/** What is known of the work of one run. */
export interface Work { readonly steps: readonly StepRecord[]; readonly undos: readonly StepRecord[] }
export interface WantedWork { readonly runId: string; readonly steps: readonly string[]; readonly undos: readonly string[] }

/** The records of these steps and undos of many runs, in as few round trips as there are hundreds of them. */
export async function readWork(store: Store, wanted: readonly WantedWork[]): Promise<ReadonlyMap<string, Work>> {
  const reads = wanted.flatMap(({ runId, steps, undos }) => [
    ...steps.map((step) => ({ runId, kind: 'steps' as const, read: ofLedger(stepKey(runId, step)) })),
    ...undos.map((undo) => ({ runId, kind: 'undos' as const, read: ofLedger(undoKey(runId, undo)) }))]);
  const items = await readAll(store, reads.map(({ read }) => read));
  const found = new Map(wanted.map(({ runId }) => [runId, { steps: [] as StepRecord[], undos: [] as StepRecord[] }]));
  for (const [nth, { runId, kind }] of reads.entries()) {
    const item = items[nth];
    if (item) found.get(runId)?.[kind].push(parseStep(item));
  }
  return found;
}

const ofLedger = (key: Read['key']): Read => ({ table: 'ledger', key });
