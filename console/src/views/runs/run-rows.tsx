import type { Rows } from '../../live/rows.ts';
import { processName, stepName } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { usePartsWords } from '../../parts/console-words.ts';
import { shortId } from '../../parts/person.tsx';
import { Age, Moment } from '../../time/moment.tsx';
import { useCause } from './cause.ts';
import type { RunRow } from './run-state.tsx';
import { RunState } from './run-state.tsx';
import { useRunsWords } from './words.ts';

const CurrentStep = ({ run: { current, failedStep } }: { run: RunRow }) => {
  const words = useRunsWords();
  if (current.length > 0) {
    return <>{current.map(({ step, attempt, of }) => <p key={step} class="cut" title={step}>{stepName(step)} {attempt > 1 && <span class="number faint">{words.attempt({ attempt, of })}</span>}</p>)}</>;
  }
  return failedStep ? <p class="some-lines" title={failedStep}>{words.failedAt({ step: stepName(failedStep) })}</p> : <p class="faint nothing">—</p>;
};

const When = ({ at }: { at: string }) => <><Moment at={at} /> <Age since={at} /></>;

const Row = ({ run, isGone }: { run: RunRow; isGone: boolean }) => {
  const words = useRunsWords();
  const { goneRow } = usePartsWords().rows;
  const { columns } = words;
  return (
    <tr class={isGone ? 'is-gone' : undefined}>
      <td><RunState run={run} />{isGone && <p class="faint">{goneRow}</p>}</td>
      <td>
        <Link class="row-link" data-row="" to={`/runs/${encodeURIComponent(run.runId)}`} title={words.about({ id: run.runId })}>{processName(run.type)}</Link>
        <p class="faint code" title={run.subject}>{shortId(run.subject)}</p>
      </td>
      <td><p class="some-lines">{useCause(run)}</p></td>
      <td data-label={columns.step}><CurrentStep run={run} /></td>
      <td data-label={columns.started} class="when"><When at={run.startedAt} /></td>
      <td data-label={columns.changed} class="when"><When at={run.changedAt} /></td>
    </tr>
  );
};

export const RunRows = ({ rows: { rows } }: { rows: Rows<RunRow> }) => {
  const { title, columns } = useRunsWords();
  return (
    <table class="rows run-rows">
      <caption class="unseen">{title}</caption>
      <thead><tr>{Object.entries(columns).map(([name, text]) => <th key={name} scope="col" class={`col-${name}`}>{text}</th>)}</tr></thead>
      <tbody>{rows.map(({ row, id, isGone }) => <Row key={id} run={row} isGone={isGone} />)}</tbody>
    </table>
  );
};
