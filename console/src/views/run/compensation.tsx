import { errorName } from '../../names/errors.ts';
import { stepName } from '../../names/names.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Panel } from '../../parts/block.tsx';
import { StatusChip } from '../../states/status-chip.tsx';
import type { useActs } from './acts.ts';
import type { Run, Step, Undo } from './run-data.ts';
import { undoState, undosOf } from './run-data.ts';
import { useRunWords } from './words.ts';

type Outcome = NonNullable<Step['undo']>;
const outcomeState: Readonly<Record<Outcome, string>> = {
  undone: 'UNDONE', 'nothing to undo': 'SKIPPED', 'cannot be undone': 'VOID', 'by hand': 'SKIPPED', failed: 'FAILED', pending: 'NOT_STARTED',
};
const leftAfter = (outcome: Outcome | undefined, status: string | undefined): 'nothing' | 'open' | 'person' => {
  if (outcome === 'failed' || status === 'FAILED') return 'person';
  return outcome === 'pending' || status === 'STARTED' || status === 'NOT_STARTED' ? 'open' : 'nothing';
};

interface RowProps { readonly run: Run; readonly step: Step | undefined; readonly undo: Undo | undefined; readonly acts: ReturnType<typeof useActs> }

const Outcome = ({ run, step, undo }: Omit<RowProps, 'acts'>) => {
  const words = useRunWords();
  if (step?.undo) return <StatusChip state={undo?.status === 'STARTED' ? undoState(undo, run) : outcomeState[step.undo]} word={undo?.status === 'STARTED' ? undefined : words.undo[step.undo]} />;
  return undo ? <StatusChip state={undoState(undo, run)} /> : null;
};

const Row = ({ run, step, undo, acts }: RowProps) => {
  const words = useRunWords();
  const left = leftAfter(step?.undo, undo?.status);
  const canSkip = undo?.status === 'FAILED' && run.actions.some(({ action, allowed }) => action === 'skip' && allowed);
  return (
    <tr>
      <td>{step ? <p title={step.step}>{stepName(step.step)}</p> : <p class="faint">{words.afterwards}</p>}{undo && <p class="faint" title={undo.step}>{stepName(undo.step)}</p>}</td>
      <td data-label={words.compensationColumns.done}>{step ? <StatusChip state={step.status} /> : '—'}</td>
      <td data-label={words.compensationColumns.undone}><Outcome run={run} step={step} undo={undo} /></td>
      <td data-label={words.compensationColumns.left}>{words.left[left]}</td>
      <td data-label={words.compensationColumns.why}>
        {undo?.error && <p class="wrong" title={undo.error.name}>{[errorName(undo.error.name), undo.error.message].filter(Boolean).join(' · ')}</p>}
        {undo?.skippedBecause && <p>{undo.skippedBecause}</p>}
        {canSkip && <ActButton act={acts.skip(undo.step)} />}
      </td>
    </tr>
  );
};

/** What was done, and what became of it: in the order in which it is undone. */
export const Compensation = ({ run, acts }: { run: Run; acts: ReturnType<typeof useActs> }) => {
  const words = useRunWords();
  return (
    <Panel title={words.compensation} id="compensation">
      <table class="rows undo-rows">
        <caption class="unseen">{words.compensation}</caption>
        <thead><tr>{Object.entries(words.compensationColumns).map(([name, text]) => <th key={name} scope="col">{text}</th>)}</tr></thead>
        <tbody>
          {undosOf(run).map(({ step, undo }) => <Row key={step.step} run={run} step={step} undo={undo} acts={acts} />)}
          {run.afterCompensation.map((undo) => <Row key={undo.step} run={run} step={undefined} undo={undo} acts={acts} />)}
        </tbody>
      </table>
    </Panel>
  );
};
