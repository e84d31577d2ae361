import type { Rows } from '../live/rows.ts';
import { usePartsWords } from './console-words.ts';

/** Above a list: how many rows are shown, and what has come since. It takes the same room with and without news. */
export const RowsBar = <T,>({ rows: { rows, fresh, gone, update, live } }: { rows: Rows<T> }) => {
  const { rows: words, loading } = usePartsWords();
  const count = `${rows.length}${live.value?.cursor === undefined ? '' : '+'}`;
  const news = [...(fresh > 0 ? [words.fresh({ count: fresh })] : []), ...(gone > 0 ? [words.gone({ count: gone })] : [])];
  return (
    <div class="rows-bar" role="status">
      <span class="number">{live.value ? words.shown({ count }) : loading}</span>
      {news.length > 0 && <button type="button" class="button plain small" onClick={update}>{`${news.join(' · ')} — ${words.show}`}</button>}
    </div>
  );
};

export const RowsFoot = <T,>({ rows: { more, isLoadingMore } }: { rows: Rows<T> }) => {
  const words = usePartsWords().rows;
  if (!more && !isLoadingMore) return null;
  return <div class="rows-foot"><button type="button" class="button plain small" aria-disabled={isLoadingMore} onClick={more}>{isLoadingMore ? words.loadingMore : words.more}</button></div>;
};
