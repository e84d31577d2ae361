import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { useRows } from '../../live/rows.ts';
import { changeQuery, Link, query } from '../../navigation.tsx';
import { Waiting } from '../../parts/block.tsx';
import { Empty, FailureNote } from '../../parts/empty.tsx';
import { shortId } from '../../parts/person.tsx';
import { RowsBar, RowsFoot } from '../../parts/rows-bar.tsx';
import { Moment } from '../../time/moment.tsx';
import { dayText, DueDate } from './due-date.tsx';
import type { DeletionStatus } from './looks.tsx';
import { DeletionChip } from './looks.tsx';
import { useDeletionWords } from './words.ts';

type Listed = Answer<'/deletion-requests', 'get'>['items'][number];
const statuses: readonly DeletionStatus[] = ['GRACE_PERIOD', 'BLOCKED_BY_HOLD', 'RUNNING', 'PARTIALLY_ERASED', 'CANCELLED', 'COMPLETED'];
const inOnePage = 50;

const Row = ({ row, isGone }: { row: Listed; isGone: boolean }) => {
  const words = useDeletionWords();
  const { columns, phases } = words;
  const { requestId, userId, person, status, dueAt, requestedAt, extendedAt, failedPhase } = row;
  return (
    <tr class={isGone ? 'is-gone' : ''}>
      <td data-label={columns.due}><DueDate dueAt={dueAt} status={status} /></td>
      <td><Link to={`/deletions/${encodeURIComponent(requestId)}`} class="row-link" data-row="">{person ?? words.erased}</Link>{person && <code class="sub" title={userId}>{shortId(userId)}</code>}</td>
      <td><DeletionChip status={status} />{failedPhase && <span class="sub">{columns.standsAt({ phase: phases.names[failedPhase] })}</span>}</td>
      <td data-label={columns.received}><Moment at={requestedAt} /></td>
      <td data-label={columns.extended}>{extendedAt ? words.extended({ to: dayText(dueAt), on: dayText(extendedAt) }) : <span class="nothing">—</span>}</td>
    </tr>
  );
};

const StatusFilter = ({ status }: { status: DeletionStatus | undefined }) => {
  const words = useDeletionWords();
  return (
    <div class="filters">
      <label>{words.status}
        <select data-filter="" value={status ?? ''} onChange={(event) => changeQuery({ status: event.currentTarget.value })}>
          <option value="">{words.anyStatus}</option>
          {statuses.map((each) => <option key={each} value={each}>{words.statuses[each]}</option>)}
        </select>
      </label>
    </div>
  );
};

/** Who wants to be forgotten, by when, and how far it is. */
const Deletions = () => {
  const words = useDeletionWords();
  const { columns } = words;
  const status = statuses.find((each) => each === query.value.get('status'));
  const rows = useRows<Listed>({
    key: `deletions ${status ?? ''}`, idOf: ({ requestId }) => requestId,
    ask: (cursor) => replyTo(api.GET('/deletion-requests', { params: { query: { status, cursor, limit: inOnePage } } })),
  });
  const { live: { value, failure, refresh } } = rows;
  return (
    <>
      <header class="view-head"><h1>{words.title}</h1><StatusFilter status={status} /></header>
      <p class="hint">{words.lead}</p>
      {value === undefined && (failure ? <FailureNote failure={failure} retry={refresh} /> : <Waiting lines={8} />)}
      {value !== undefined && rows.rows.length === 0 && (status
        ? <Empty kind="no match"><button type="button" class="button plain small" onClick={() => changeQuery({ status: undefined })}>{words.clear}</button></Empty>
        : <Empty kind="nothing yet" title={words.none} />)}
      {rows.rows.length > 0 && (
        <div class="panel">
          <RowsBar rows={rows} />
          <table class="rows deletions">
            <thead><tr><th>{columns.due}</th><th>{columns.person}</th><th>{columns.status}</th><th>{columns.received}</th><th>{columns.extended}</th></tr></thead>
            <tbody>{rows.rows.map(({ row, id, isGone }) => <Row key={id} row={row} isGone={isGone} />)}</tbody>
          </table>
          <RowsFoot rows={rows} />
        </div>
      )}
    </>
  );
};

export default Deletions;
