import { useLanguage } from '../../language.tsx';
import { processName } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import { Chip } from '../../states/status-chip.tsx';
import { lookOf } from '../../states/families.ts';
import { durationText } from '../../time/format.ts';
import type { OverviewData, ProcessLine, Window } from './overview-data.ts';
import { countOf, numberText, runsWith } from './overview-data.ts';
import { Sparkline } from './sparkline.tsx';
import { useOverviewWords } from './words.ts';

const NumberLink = ({ to, text, family }: { to: string; text: string; family?: string }) => (
  <Link to={to} class={`number ${/^(0\+?|—)$/.test(text) ? 'zero' : family ?? ''}`}>{text}</Link>
);

const Line = ({ line, window }: { line: ProcessLine; window: Window }) => {
  const { language } = useLanguage();
  const words = useOverviewWords().processes;
  const { type } = line;
  const failed = line.failed + line.compensated;
  return (
    <tr>
      <th scope="row"><Link class="plain-link" data-row="" to={runsWith({ type })}>{processName(type)}</Link>{!line.enabled && <> <Chip look={lookOf('PARKED')}>{words.paused}</Chip></>}</th>
      <td data-label={words.inFlight}><NumberLink to={runsWith({ type, view: 'in_flight' })} text={numberText(line.inFlight)} /></td>
      <td data-label={words.retrying}><NumberLink to={runsWith({ type, view: 'not_progressing' })} text={countOf(line.retrying)} family="attention" /></td>
      <td data-label={words.failed}><NumberLink to={runsWith({ type, view: 'failed', time: window })} text={numberText(failed)} family="broken" /></td>
      <td data-label={words.p95}><NumberLink to={runsWith({ type, status: 'COMPLETED', time: window })} text={line.p95 === null ? '—' : durationText(line.p95, language)} /></td>
      <td class="trend"><Sparkline series={line.series} /><span class="unseen">{words.trend({ started: line.started, failed })}</span></td>
    </tr>
  );
};

/** One line per process; every number leads to the runs that it counts. */
export const Processes = ({ data: { processes, window } }: { data: OverviewData }) => {
  const words = useOverviewWords();
  const { title, process, inFlight, retrying, failed, p95, series } = words.processes;
  return (
    <Panel title={title} id="processes">
      <table class="rows process-rows">
        <caption class="unseen">{title}</caption>
        <thead><tr>{[process, inFlight, retrying, failed, p95, `${series} ${words.windows[window]}`].map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
        <tbody>{processes.map((line) => <Line key={line.type} line={line} window={window} />)}</tbody>
      </table>
    </Panel>
  );
};
