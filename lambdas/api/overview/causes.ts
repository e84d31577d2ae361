import type { DeadLetter } from '../../adapters/dead-letters.ts';
import type { Language } from '../../domain/language.ts';
import { deadLetterCause } from '../workflows/dead-letter-texts.ts';
import type { OverviewView } from './routes.ts';

type Cause = OverviewView['causes'][number];
const MOST = 5;

/** What most of what waits died of, the most frequent first; what is as frequent, the oldest first. */
export function topCauses(letters: readonly DeadLetter[], language: Language): Cause[] {
  const groups = Map.groupBy(letters, ({ kind, type, step, errorClass }) => JSON.stringify([kind, type, step, errorClass]));
  const causes = [...groups.values()].flatMap((group) => (group[0] ? [causeOf(group[0], group.length, language)] : []));
  return causes.toSorted((one, other) => other.count - one.count || (one.since < other.since ? -1 : 1)).slice(0, MOST);
}

const causeOf = (oldest: DeadLetter, count: number, language: Language): Cause => {
  const { kind, type, step, errorClass, since } = oldest;
  return { text: deadLetterCause(oldest, language), count, since, filter: { kind, ...(type && { type }), ...(step && { step }), ...(errorClass && { errorClass }) } };
};

export function oldestOf([oldest]: readonly DeadLetter[], language: Language): OverviewView['oldest'] {
  if (!oldest) return null;
  const { id, kind, since, type, runId } = oldest;
  return { deadLetterId: id, kind, since, text: deadLetterCause(oldest, language), ...(type && { type }), ...(runId && { runId }) };
}
