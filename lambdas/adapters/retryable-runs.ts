import { retryable, type Retryable } from '../domain/bulk-retry.ts';
import { deadLetterKey, parseDeadLetter, type DeadLetter } from './dead-letters.ts';
import { eachPage, type From } from './pages.ts';
import type { RunRecord } from './run-ledger.ts';
import { readRuns } from './run-list.ts';
import { allOf, equal, type Page, type Store } from './store.ts';

export interface WantedRuns { readonly type?: string | undefined; readonly status?: Retryable | undefined; readonly errorClass?: string | undefined }
/** A run that waits to be taken up again, and the first of its dead letters that say so. */
export interface RetryableRun { readonly run: RunRecord; readonly letter: DeadLetter }

/**
 * The runs of a tenant that an operator can take up again, those that have waited longest first, and whether there are more.
 * They are found by their open dead letters: whatever can be taken up has one, and what has none is not gone through.
 */
export async function retryableRuns(store: Store, tenantId: string, wanted: WantedRuns, most: number): Promise<{ readonly found: readonly RetryableRun[]; readonly more: boolean }> {
  const found = new Map<string, RetryableRun>();
  for await (const items of eachPage((from) => openLetters(store, tenantId, wanted, from))) {
    const letters = items.map(parseDeadLetter).filter(({ runId = '' }) => !found.has(runId));
    for (const run of await readRuns(store, letters.flatMap(({ runId }) => runId ?? []))) {
      const letter = letters.find(({ runId }) => runId === run.runId);
      if (letter && waits(run, wanted)) found.set(run.runId, { run, letter });
    }
    if (found.size > most) break;
  }
  return { found: [...found.values()].slice(0, most), more: found.size > most };
}

const waits = ({ status }: RunRecord, wanted: WantedRuns): boolean =>
  (wanted.status === undefined ? retryable.some((each) => each === status) : wanted.status === status);

const openLetters = (store: Store, tenantId: string, { type, errorClass }: WantedRuns, from: From): Promise<Page> => store.query({
  table: 'ledger', pk: deadLetterKey(tenantId, '').pk, ...from,
  filter: allOf(equal('status', 'OPEN'), { attribute: 'runId', is: 'present' }, ...Object.entries({ type, errorClass }).flatMap(([attribute, value]) => (value === undefined ? [] : [equal(attribute, value)]))),
});
