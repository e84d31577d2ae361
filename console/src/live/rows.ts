import { useLayoutEffect, useState } from 'preact/hooks';
import type { Reply } from '../api/reply.ts';
import type { Live } from './live.ts';
import { tenantInView } from '../navigation.tsx';
import { pace, useLive } from './live.ts';

export interface Page<T> { readonly items: readonly T[]; readonly cursor?: string | undefined }

export interface ListOf<T> {
  /** Filters and sort: another key is another list. */
  readonly key: string;
  readonly ask: (cursor: string | undefined) => Promise<Reply<Page<T>>>;
  readonly idOf: (row: T) => string;
  /** By which the list is sorted, as the service does it. Without it a row that is missing from the newest page may just have slid off it. */
  readonly isBefore?: (row: T, last: T) => boolean;
  readonly every?: number;
}

export interface Rows<T> {
  readonly live: Live<Page<T>>;
  /** In the order in which they were first shown; `isGone`: the latest answer has it no more, so what is shown is how it was last seen. */
  readonly rows: readonly { readonly row: T; readonly id: string; readonly isGone: boolean }[];
  readonly fresh: number;
  readonly gone: number;
  /** Shows the newest, which moves rows: on a click only. */
  readonly update: () => void;
  readonly more: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

interface Held<T> { readonly key: string; readonly first: readonly T[]; readonly older: readonly T[]; readonly cursor: string | undefined }

const compared = <T,>({ idOf, isBefore }: ListOf<T>, held: Held<T>, latest: Page<T>) => {
  const now = new Map(latest.items.map((row) => [idOf(row), row]));
  const last = latest.items.at(-1);
  const wouldBeThere = (row: T) => latest.cursor === undefined || (last !== undefined && (isBefore?.(row, last) ?? false));
  const rows = [...held.first, ...held.older].map((row) => {
    const id = idOf(row);
    return { id, row: now.get(id) ?? row, isGone: !now.has(id) && wouldBeThere(row) };
  });
  const known = new Set(rows.map(({ id }) => id));
  return { rows, fresh: latest.items.filter((row) => !known.has(idOf(row))).length, gone: rows.filter(({ isGone }) => isGone).length };
};

/** A list that is looked at again and again: values change where they stand, rows never move by themselves. */
export const useRows = <T,>(wanted: ListOf<T>): Rows<T> => {
  const list = { ...wanted, key: `${tenantInView.value ?? ''} ${wanted.key}` };
  const live = useLive(list.key, () => list.ask(undefined), list.every ?? pace.list);
  const [held, setHeld] = useState<Held<T>>();
  const [isLoadingMore, setLoadingMore] = useState(false);
  const latest = live.value;
  const current = held?.key === list.key && (held.first.length > 0 || latest?.items.length === 0) ? held : undefined;
  const update = () => latest && setHeld({ key: list.key, first: latest.items, older: [], cursor: latest.cursor });
  useLayoutEffect(() => {
    if (!current) update();
  }, [current === undefined, latest]);
  const shown = current ?? (latest && { key: list.key, first: latest.items, older: [], cursor: latest.cursor });
  const more = async (from: Held<T>) => {
    setLoadingMore(true);
    const reply = await list.ask(from.cursor);
    setLoadingMore(false);
    if (reply.kind === 'answer') setHeld({ ...from, older: [...from.older, ...reply.value.items], cursor: reply.value.cursor });
  };
  return {
    live, update, isLoadingMore, ...(shown && latest ? compared(list, shown, latest) : { rows: [], fresh: 0, gone: 0 }),
    more: shown?.cursor !== undefined && !isLoadingMore ? () => void more(shown) : undefined,
  };
};
