import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { useRows } from '../../live/rows.ts';
import { processName } from '../../names/names.ts';
import { changeQuery, query, tenantInView } from '../../navigation.tsx';
import { Waiting } from '../../parts/block.tsx';
import { Empty, FailureNote } from '../../parts/empty.tsx';
import { RowsBar, RowsFoot } from '../../parts/rows-bar.tsx';
import type { Letter } from './groups.ts';
import { groupsOf } from './groups.ts';
import { LetterGroupPanel } from './letter-group.tsx';
import { useDeadLetterWords } from './words.ts';

const inOnePage = 100;

const useLetters = () => {
  const type = query.value.get('type') ?? undefined;
  const status = query.value.get('status') === 'RESOLVED' ? 'RESOLVED' as const : undefined;
  const rows = useRows<Letter>({
    key: `dead-letters ${type ?? ''} ${status ?? ''}`,
    ask: (cursor) => replyTo(api.GET('/workflows/dead-letters', { params: { query: { type, status, cursor, limit: inOnePage, tenant: tenantInView.value } } })),
    idOf: ({ id }) => id,
    isBefore: (row, last) => row.id > last.id,
  });
  return { type, status, rows };
};

const Filters = ({ type, status }: { type: string | undefined; status: string | undefined }) => {
  const words = useDeadLetterWords();
  const { value } = useLive('processes', () => replyTo(api.GET('/workflows')), pace.seldom);
  const types = [...new Set([...(value?.items.map((each) => each.type) ?? []), ...(type ? [type] : [])])];
  return (
    <div class="filters" role="group">
      <label>{words.process}
        <select data-filter="" value={type ?? ''} onChange={(event) => changeQuery({ type: event.currentTarget.value })}>
          <option value="">{words.anyProcess}</option>
          {types.map((each) => <option key={each} value={each}>{processName(each)}</option>)}
        </select>
      </label>
      <label>{words.show}
        <select value={status ?? ''} onChange={(event) => changeQuery({ status: event.currentTarget.value })}>
          <option value="">{words.waiting}</option>
          <option value="RESOLVED">{words.resolved}</option>
        </select>
      </label>
    </div>
  );
};

/** What was given up and waits for somebody: why, since when, and what can be done. */
const DeadLetters = () => {
  const words = useDeadLetterWords();
  const { type, status, rows } = useLetters();
  const { live: { value, failure, refresh } } = rows;
  return (
    <>
      <header class="view-head"><h1>{words.title}</h1><Filters type={type} status={status} /></header>
      <p class="hint">{words.lead}</p>
      {value === undefined && (failure ? <FailureNote failure={failure} retry={refresh} /> : <Waiting lines={8} />)}
      {value !== undefined && rows.rows.length === 0 && (type
        ? <Empty kind="no match"><button type="button" class="button plain small" onClick={() => changeQuery({ type: undefined, status: undefined })}>{words.clear}</button></Empty>
        : <Empty kind="nothing yet" title={words.none} />)}
      {rows.rows.length > 0 && <RowsBar rows={rows} />}
      {groupsOf(rows.rows).map((group) => <LetterGroupPanel key={group.key} group={group} hasMore={value?.cursor !== undefined} changed={refresh} />)}
      <RowsFoot rows={rows} />
    </>
  );
};

export default DeadLetters;
