import type { paths } from '../../api/schema.ts';

export type Letter = paths['/workflows/dead-letters']['get']['responses'][200]['content']['application/json']['items'][number];
export interface ShownLetter { readonly row: Letter; readonly id: string; readonly isGone: boolean }

/** What has one cause: the same process failed in the same way. */
export interface LetterGroup {
  readonly key: string;
  readonly type: string | undefined;
  readonly kind: Letter['kind'] | undefined;
  readonly errorClass: string | undefined;
  /** Oldest first. */
  readonly letters: readonly ShownLetter[];
}

const since = ({ row }: ShownLetter): string => row.since;
const earlier = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By cause, the group with the oldest first. */
export const groupsOf = (shown: readonly ShownLetter[]): readonly LetterGroup[] => {
  const groups = Map.groupBy(shown.toSorted((one, other) => earlier(since(one), since(other))), ({ row: { type = '', kind, errorClass = '' } }) => `${type || kind} ${errorClass}`);
  return [...groups].map(([key, letters]) => ({ key, type: letters[0]?.row.type, kind: letters[0]?.row.kind, errorClass: letters[0]?.row.errorClass, letters }));
};

/** What a bulk redrive can take: runs, not events. */
export const inBulk = ({ letters }: LetterGroup): readonly ShownLetter[] => letters.filter(({ row: { runId, redrivable, status }, isGone }) => runId !== undefined && redrivable && status === 'OPEN' && !isGone);
