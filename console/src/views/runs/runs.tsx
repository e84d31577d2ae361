import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { useRows } from '../../live/rows.ts';
import { Link, path, tenantInView } from '../../navigation.tsx';
import { Block } from '../../parts/block.tsx';
import { Empty } from '../../parts/empty.tsx';
import { RowsBar, RowsFoot } from '../../parts/rows-bar.tsx';
import { Filters, SystemViews } from './filters.tsx';
import { RunRows } from './run-rows.tsx';
import type { RunRow } from './run-state.tsx';
import type { Selection } from './selection.ts';
import { asked, isNarrowed, selectionNow } from './selection.ts';
import { useRunsWords } from './words.ts';

const onOnePage = 50;
const linesWhileLoading = 10;

const useRuns = (selection: Selection) => useRows<RunRow>({
  key: `runs ${JSON.stringify(selection)}`,
  ask: (cursor) => replyTo(api.GET('/workflows/runs', {
    params: { query: { ...asked(selection, Date.now()), limit: onOnePage, ...(cursor && { cursor }), ...(tenantInView.value && { tenant: tenantInView.value }) } },
  })),
  idOf: ({ runId }) => runId,
  // Everything comes by its beginning, what is narrowed by its last change; only the first never slides under the reader.
  ...(!isNarrowed(selection) && { isBefore: (row: RunRow, last: RunRow) => row.startedAt > last.startedAt }),
});

const NoRuns = ({ selection }: { selection: Selection }) => {
  const words = useRunsWords();
  if (selection.view === 'needs_a_person' && selection.statuses.length === 0) return <Empty kind="nothing yet" title={words.nothingWaits} />;
  return isNarrowed(selection) ? <Empty kind="no match"><Link stays class="button plain small" to={path.value}>{words.clear}</Link></Empty> : <Empty kind="nothing yet" />;
};

/** Why each run is where it is, without opening any. */
const RunsView = () => {
  const words = useRunsWords();
  const selection = selectionNow();
  const rows = useRuns(selection);
  return (
    <>
      <div class="view-head"><h1>{words.title}</h1></div>
      <SystemViews selection={selection} />
      <Filters selection={selection} />
      <section class="panel" aria-label={words.title}>
        <RowsBar rows={rows} />
        <Block live={rows.live} lines={linesWhileLoading}>
          {() => (rows.rows.length === 0 ? <NoRuns selection={selection} /> : <RunRows rows={rows} />)}
        </Block>
        <RowsFoot rows={rows} />
      </section>
    </>
  );
};

export default RunsView;
