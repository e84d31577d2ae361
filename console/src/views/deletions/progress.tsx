import type { Answer } from '../../api/client.ts';
import { Panel } from '../../parts/block.tsx';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { Duration, Moment } from '../../time/moment.tsx';
import { Day } from './due-date.tsx';
import { heldLook } from './looks.tsx';
import type { DeletionWords } from './words.ts';
import { useDeletionWords } from './words.ts';

export type Deletion = Answer<'/deletion-requests/{id}', 'get'>;

const looks = { PENDING: 'NOT_STARTED', RUNNING: 'RUNNING', DONE: 'DONE', FAILED: 'FAILED' } as const;

const kindName = (kind: string, words: DeletionWords): string => words.kinds[kind] ?? kind;

/** What there was none of is left out, but that nothing was found again is the point of it. */
const outcomeOf = ({ counts, status }: Deletion['phases'][number], words: DeletionWords): string => {
  const told = Object.entries(counts).filter(([kind, count]) => count > 0 || kind === 'residue').map(([kind, count]) => words.phases.count({ kind: kindName(kind, words), count }));
  return told.length > 0 ? told.join(' · ') : status === 'DONE' && Object.keys(counts).length > 0 ? words.phases.nothing : '';
};

/** How far a phase is that has much to do: of the items that were planned, or of the places that are looked through. */
const Way = ({ name, progress: { done, of } }: { name: Deletion['phases'][number]['name']; progress: { readonly done: number; readonly of: number } }) => {
  const { phases: words } = useDeletionWords();
  const text = words.progress[name === 'verification' ? 'places' : 'items']({ done: done.toLocaleString('en'), of: of.toLocaleString('en') });
  return <span class="phase-way"><progress max={of} value={done} aria-label={words.names[name]} /> <span class="number">{text}</span></span>;
};

/** Of a phase that was written down in one piece nobody knows how long it took. */
const took = (startedAt: string, finishedAt: string | undefined): number | undefined =>
  (finishedAt === undefined || finishedAt <= startedAt ? undefined : Date.parse(finishedAt) - Date.parse(startedAt));

export const Phases = ({ deletion: { phases, failedPhase, status } }: { deletion: Deletion }) => {
  const words = useDeletionWords();
  const hasFailed = (name: string) => status === 'PARTIALLY_ERASED' && name === failedPhase;
  return (
    <Panel id="phases" title={words.phases.title}>
      <ol class="phases">
        {phases.map((phase) => {
          const { name, startedAt, finishedAt, progress } = phase;
          const state = hasFailed(name) ? 'FAILED' : phase.status;
          return (
            <li key={name}>
              <Chip look={lookOf(looks[state])}>{words.phases.statuses[state]}</Chip>
              <span class="phase-name">{words.phases.names[name]}</span>
              <span class="phase-outcome">{progress && <Way name={name} progress={progress} />}{outcomeOf(phase, words)}</span>
              {startedAt && <span class="phase-time"><Moment at={startedAt} /> <Duration ms={took(startedAt, finishedAt)} /></span>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
};

/** What a hold, or the law that wants it kept for a time, leaves where it is. */
const Becomes = ({ line: { way, held, reason, until, basis } }: { line: Deletion['plan'][number] }) => {
  const { plan: words } = useDeletionWords();
  if (!held) return <>{words.ways[way] ?? way}</>;
  return (
    <>
      <Chip look={heldLook}>{reason === 'retention' ? words.retained : words.heldMark}</Chip>
      {until && <span class="sub">{words.until} <Day at={until} /></span>}
      {basis && <span class="sub said">{basis}</span>}
    </>
  );
};

export const Plan = ({ deletion: { plan } }: { deletion: Deletion }) => {
  const words = useDeletionWords();
  const { plan: own } = words;
  const isCounted = plan.some(({ count }) => count !== undefined);
  return (
    <Panel id="plan" title={own.title} aside={!isCounted && <span class="hint">{own.preview}</span>}>
      <table class="rows plan">
        <thead><tr><th>{own.data}</th><th>{own.store}</th><th>{own.category}</th><th>{own.way}</th><th>{own.count}</th></tr></thead>
        <tbody>
          {plan.map((line) => {
            const { name, table, category, count } = line;
            return (
              <tr key={name}>
                <td>{kindName(name, words)}</td>
                <td data-label={own.store}>{own.stores[table] ?? table}</td>
                <td data-label={own.category}>{own.categories[category] ?? category}</td>
                <td data-label={own.way}><Becomes line={line} /></td>
                <td data-label={own.count} class="number">{count ?? own.notCounted}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
};
