import { useEffect, useRef } from 'preact/hooks';
import { errorName } from '../../names/errors.ts';
import { processName, stepName } from '../../names/names.ts';
import { Link, query } from '../../navigation.tsx';
import { ActButton } from '../../parts/act-button.tsx';
import { Panel } from '../../parts/block.tsx';
import { Actor, PersonLink } from '../../parts/person.tsx';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import { Age, Moment } from '../../time/moment.tsx';
import { handledAct, redriveAct } from './acts.ts';
import { BulkRedrive } from './bulk-redrive.tsx';
import type { Letter, LetterGroup, ShownLetter } from './groups.ts';
import { inBulk } from './groups.ts';
import type { DeadLetterWords } from './words.ts';
import { useDeadLetterWords } from './words.ts';

const What = ({ letter: { kind, step, source, runId } }: { letter: Letter }) => {
  const words = useDeadLetterWords();
  const name = step ? stepName(step) : words.kinds[kind];
  return (
    <>
      {runId ? <Link to={`/runs/${encodeURIComponent(runId)}`} class="row-link" data-row="">{name}</Link> : <span>{name}</span>}
      {step && <span class="sub">{words.kinds[kind]}</span>}
      {source && <span class="sub">{source}</span>}
    </>
  );
};

const whyNot = ({ redrivable, redrive, locked }: Letter, words: DeadLetterWords): string | undefined => (redrivable ? undefined : locked ? words.lockedWhy : redrive);

const Acts = ({ letter, changed }: { letter: Letter; changed: () => void }) => {
  const words = useDeadLetterWords();
  if (letter.status === 'REDRIVING') return <Chip look={lookOf('RUNNING')}>{words.redriving}</Chip>;
  return (
    <div class="acts above">
      <ActButton act={redriveAct(letter, words, changed)} unavailable={whyNot(letter, words)} />
      <ActButton act={handledAct(letter, words, changed)} />
    </div>
  );
};

const Resolution = ({ letter: { resolution, resolvedBy, resolvedAt, reason } }: { letter: Letter }) => {
  const words = useDeadLetterWords();
  return (
    <>
      <span>{words.resolutions[resolution ?? ''] ?? resolution}</span>
      <span class="sub">{resolvedBy && <Actor id={resolvedBy} />} {resolvedAt && <Moment at={resolvedAt} />}</span>
      {reason && <span class="sub said">{reason}</span>}
    </>
  );
};

const Row = ({ shown: { row: letter, isGone }, changed }: { shown: ShownLetter; changed: () => void }) => {
  const { columns, locked } = useDeadLetterWords();
  const line = useRef<HTMLTableRowElement>(null);
  const isSought = query.value.get('letter') === letter.id;
  useEffect(() => {
    if (isSought) line.current?.scrollIntoView({ block: 'center' });
  }, [isSought]);
  return (
    <tr ref={line} class={`${isGone ? 'is-gone' : ''} ${isSought ? 'is-sought' : ''}`}>
      <td class="when" data-label={columns.since}><Moment at={letter.since} /> <Age since={letter.since} /></td>
      <td data-label={columns.what}><What letter={letter} /></td>
      <td data-label={columns.person}>{letter.subject ? <PersonLink id={letter.subject} /> : '—'}{letter.locked && ' '}{letter.locked && <Chip look={lookOf('CANCELLED')}>{locked}</Chip>}</td>
      <td data-label={letter.status === 'RESOLVED' ? columns.resolution : columns.redrive}>{letter.status === 'RESOLVED' ? <Resolution letter={letter} /> : letter.redrive}</td>
      <td>{letter.status !== 'RESOLVED' && !isGone && <Acts letter={letter} changed={changed} />}</td>
    </tr>
  );
};

const titleOf = ({ type, kind, errorClass }: LetterGroup, words: DeadLetterWords): string =>
  [type ? processName(type) : kind === 'foreign_failure' ? words.kinds[kind] : words.platformCalls, errorClass && errorName(errorClass)].filter(Boolean).join(' · ');

/** Everything of one cause: why, since when, and what can be done about all of it or about each. */
export const LetterGroupPanel = ({ group, hasMore, changed }: { group: LetterGroup; hasMore: boolean; changed: () => void }) => {
  const words = useDeadLetterWords();
  const { columns } = words;
  const [oldest] = group.letters;
  if (!oldest) return null;
  const isResolved = oldest.row.status === 'RESOLVED';
  return (
    <Panel id={`group-${oldest.id}`} title={titleOf(group, words)} aside={(
      <div class="group-aside">
        <span class="number">{words.groupCount({ count: `${group.letters.length}${hasMore ? '+' : ''}` })}</span>
        {group.errorClass && <code class="code">{group.errorClass}</code>}
        {inBulk(group).length > 1 && <BulkRedrive group={group} />}
      </div>
    )}>
      <p class="cause">{oldest.row.cause.split(/(?<=[.。]) /u)[0]}</p>
      <table class="rows letters">
        <thead><tr><th>{columns.since}</th><th>{columns.what}</th><th>{columns.person}</th><th>{isResolved ? columns.resolution : columns.redrive}</th><th>{isResolved ? '' : columns.acts}</th></tr></thead>
        <tbody>{group.letters.map((shown) => <Row key={shown.id} shown={shown} changed={changed} />)}</tbody>
      </table>
    </Panel>
  );
};
