import { retryable, type Retryable } from '../domain/bulk-retry.ts';
import { deadLetterKey, parseDeadLetter, type DeadLetter } from './dead-letters.ts';
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
  let cursor: string | undefined;
  do {
    const page = await openLetters(store, tenantId, wanted, cursor);
    const letters = page.items.map(parseDeadLetter).filter(({ runId = '' }) => !found.has(runId));
    for (const run of await readRuns(store, letters.flatMap(({ runId }) => runId ?? []))) {
      const letter = letters.find(({ runId }) => runId === run.runId);
      if (letter && waits(run, wanted)) found.set(run.runId, { run, letter });
    }
    ({ cursor } = page);
  } while (cursor !== undefined && found.size <= most);
  return { found: [...found.values()].slice(0, most), more: found.size > most };
}

const waits = ({ status }: RunRecord, wanted: WantedRuns): boolean =>
  (wanted.status === undefined ? retryable.some((each) => each === status) : wanted.status === status);

const openLetters = (store: Store, tenantId: string, { type, errorClass }: WantedRuns, cursor: string | undefined): Promise<Page> => store.query({
  table: 'ledger', pk: deadLetterKey(tenantId, '').pk, ...(cursor !== undefined && { cursor }),
  filter: allOf(equal('status', 'OPEN'), { attribute: 'runId', is: 'present' }, ...Object.entries({ type, errorClass }).flatMap(([attribute, value]) => (value === undefined ? [] : [equal(attribute, value)]))),
});
