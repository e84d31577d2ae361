import { lettersListed } from '../adapters/dead-letters.ts';
import { readRuns } from '../adapters/run-list.ts';
import { runPlaced } from '../adapters/run-transitions.ts';
import { won, type Item, type Store } from '../adapters/store.ts';

const AT_ONCE = 80;

/** What was left lying before there were lists of it has no place in them: it gets one, with the run that it is about. */
export async function listAnew(store: Store, marks: readonly Item[]): Promise<readonly 'listed anew'[]> {
  const done: 'listed anew'[] = [];
  for (let from = 0; from < marks.length; from += AT_ONCE) {
    const items = await store.getMany(marks.slice(from, from + AT_ONCE).map((key) => ({ table: 'ledger', key })));
    const listed = lettersListed(items.filter((item) => item !== undefined));
    if (listed.length === 0) continue;
    const runs = await readRuns(store, [...new Set(listed.flatMap(({ runId }) => runId ?? []))]);
    for (const write of runs.map(runPlaced)) await won(store.update(write));
    for (const { write } of listed) if (await won(store.update(write))) done.push('listed anew');
  }
  return done;
}
