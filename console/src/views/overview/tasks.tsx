import { processName, stepName } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import { Duration } from '../../time/moment.tsx';
import type { OverviewData } from './overview-data.ts';
import { numberText, runsWith } from './overview-data.ts';
import { useOverviewWords } from './words.ts';

const shown = 12;
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** The steps that fail most come first; a step that succeeds always is of little interest here. */
const worst = ({ processes }: OverviewData) => processes
  .flatMap(({ type, tasks }) => Object.entries(tasks).map(([step, counts]) => ({ type, step, ...counts })))
  .filter(({ started }) => started > 0)
  .toSorted((one, other) => (one.successRate ?? 1) - (other.successRate ?? 1) || other.retried - one.retried || other.started - one.started)
  .slice(0, shown);

export const Tasks = ({ data }: { data: OverviewData }) => {
  const words = useOverviewWords().tasks;
  const tasks = worst(data);
  return (
    <Panel title={words.title} id="tasks">
      {tasks.length === 0 ? <p class="panel-body faint">{words.none}</p> : (
        <table class="rows task-rows">
          <caption class="unseen">{words.title}</caption>
          <thead><tr>{[words.step, words.rate, words.started, words.failed, words.retried, words.average].map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
          <tbody>
            {tasks.map(({ type, step, successRate, started, failed, retried, averageDuration }) => (
              <tr key={`${type} ${step}`}>
                <td title={step}><Link class="plain-link" to={runsWith({ type, time: data.window })}>{stepName(step)}</Link> <span class="faint">{processName(type)}</span></td>
                <td data-label={words.rate}><span class="rate"><span class="rate-bar" aria-hidden="true"><span style={{ width: `${(successRate ?? 0) * 100}%` }} /></span><span class="number">{successRate === null ? '—' : percent.format(successRate)}</span></span></td>
                <td data-label={words.started} class="number">{numberText(started)}</td>
                <td data-label={words.failed}><Link class={`number ${failed > 0 ? 'broken' : 'zero'}`} to={runsWith({ type, step, view: 'failed', time: data.window })}>{numberText(failed)}</Link></td>
                <td data-label={words.retried} class="number">{numberText(retried)}</td>
                <td data-label={words.average}><Duration ms={averageDuration} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
