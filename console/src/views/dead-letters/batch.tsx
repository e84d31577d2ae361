import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { errorName } from '../../names/errors.ts';
import { processName } from '../../names/names.ts';
import { Link, tenantInView } from '../../navigation.tsx';
import { ActButton } from '../../parts/act-button.tsx';
import { Block, Panel } from '../../parts/block.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Actor, shortId } from '../../parts/person.tsx';
import { may } from '../../session.ts';
import type { ViewProps } from '../../shell/places.ts';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { Moment } from '../../time/moment.tsx';
import { useDeadLetterWords } from './words.ts';

type Batch = Answer<'/workflows/bulk-retries/{id}', 'get'>;

const looks = {
  PREPARING: 'WAITING', RUNNING: 'RUNNING', DONE: 'COMPLETED', STOPPED: 'CANCELLED',
  QUEUED: 'WAITING', TAKEN: 'RUNNING', RETRIED: 'COMPLETED', NOT_POSSIBLE: 'SKIPPED', FAILED: 'FAILED',
} as const;

const Items = ({ batch: { items } }: { batch: Batch }) => {
  const words = useDeadLetterWords().batch;
  return (
    <table class="rows">
      <thead><tr><th>{words.result}</th><th>{words.run}</th><th>{words.at}</th><th>{words.detail}</th></tr></thead>
      <tbody>
        {items.map(({ runId, type, result, at, detail, errorClass }) => (
          <tr key={runId}>
            <td><Chip look={lookOf(looks[result])}>{words.results[result]}</Chip></td>
            <td><Link to={`/runs/${encodeURIComponent(runId)}`} class="row-link" data-row="">{processName(type)}</Link> <span class="sub" title={runId}>{shortId(runId.slice(type.length + 1))}</span></td>
            <td data-label={words.at}>{at ? <Moment at={at} /> : '—'}</td>
            <td>{detail ?? (errorClass ? errorName(errorClass) : '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Head = ({ batch, refresh }: { batch: Batch; refresh: () => void }) => {
  const words = useDeadLetterWords().batch;
  const { batchId, status, reason, by, startedAt, finishedAt, nextPortionAt, count, totals, selected: { type, errorClass } } = batch;
  const stop = {
    ...words.stop, isDestructive: true, onRequested: refresh,
    run: (why: string) => keyed(`stop ${batchId}`, why, (header) => replyTo(api.POST('/workflows/bulk-retries/{id}/stop', { params: { path: { id: batchId }, query: { tenant: tenantInView.value }, header }, body: { reason: why } }))),
  };
  return (
    <>
      <header class="view-head">
        <h1>{words.title} <Chip look={lookOf(looks[status])}>{words.states[status]}</Chip></h1>
        {status === 'RUNNING' && may('workflows:manage') && <ActButton act={stop} />}
      </header>
      <Facts of={[
        [words.selected, [type ? processName(type) : words.everything, errorClass && errorName(errorClass)].filter(Boolean).join(' · ')],
        [words.count, count], [words.by, <Actor id={by} />], [words.reason, reason], [words.started, <Moment at={startedAt} />],
        [words.finished, finishedAt && <Moment at={finishedAt} />], [words.next, status === 'RUNNING' && nextPortionAt && <Moment at={nextPortionAt} />],
      ]} />
      <ul class="totals">
        {Object.entries(totals).filter(([, number]) => (number ?? 0) > 0).map(([result, number]) => <li key={result}><strong class="number">{number}</strong> {words.results[result as keyof typeof words.results]}</li>)}
      </ul>
    </>
  );
};

/** How far a bulk redrive has come, and what became of every run. */
const BatchView = ({ params: { batchId: id = '' } }: ViewProps) => {
  const words = useDeadLetterWords().batch;
  const live = useLive(`batch ${id}`, () => replyTo(api.GET('/workflows/bulk-retries/{id}', { params: { path: { id }, query: { limit: 100, tenant: tenantInView.value } } })), pace.list);
  return (
    <>
      <p class="back"><Link to="/dead-letters">{words.back}</Link></p>
      <Block live={live} lines={8} isPage>{(batch) => (
        <>
          <Head batch={batch} refresh={live.refresh} />
          <Panel id="batch-items" title={words.items}><Items batch={batch} /></Panel>
        </>
      )}</Block>
    </>
  );
};

export default BatchView;
