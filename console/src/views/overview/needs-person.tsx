import type { ComponentChildren } from 'preact';
import { withStepsNamed } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import type { Family, GlyphName } from '../../states/families.ts';
import { StateGlyph } from '../../states/state-glyph.tsx';
import { Age, Moment } from '../../time/moment.tsx';
import type { OverviewData } from './overview-data.ts';
import { countOf, runsWith } from './overview-data.ts';
import { useOverviewWords } from './words.ts';

type Counted = keyof OverviewData['needsPerson'];

interface Kind { readonly name: Counted; readonly family: Family; readonly glyph: GlyphName; readonly to: string }

/** In the order of how much it hurts to wait. */
const kinds: readonly Kind[] = [
  { name: 'compensationFailed', family: 'broken', glyph: 'octagon', to: runsWith({ status: 'COMPENSATION_FAILED' }) },
  { name: 'parkedRuns', family: 'attention', glyph: 'parked', to: runsWith({ status: 'PARKED' }) },
  { name: 'parkedSteps', family: 'attention', glyph: 'checkWarning', to: runsWith({ view: 'needs_a_person', status: 'COMPLETED_WITH_WARNINGS' }) },
  { name: 'deadLetters', family: 'attention', glyph: 'cross', to: '/dead-letters' },
  { name: 'deletionsOverdue', family: 'broken', glyph: 'late', to: '/deletions' },
  { name: 'deletionsDueSoon', family: 'attention', glyph: 'clock', to: '/deletions' },
];

const Tile = ({ kind: { family, glyph, to }, count, children }: { kind: Kind; count: string; children: ComponentChildren }) => {
  const isNone = count === '0';
  return (
    <li><Link to={to} class={`tile ${isNone ? 'quiet' : family}`}>
      <StateGlyph name={isNone ? 'check' : glyph} /><b class="number">{count}</b><span>{children}</span>
    </Link></li>
  );
};

const Oldest = ({ oldest }: { oldest: NonNullable<OverviewData['oldest']> }) => {
  const words = useOverviewWords().person;
  const to = oldest.runId ? `/runs/${encodeURIComponent(oldest.runId)}` : '/dead-letters';
  return <p class="oldest"><span class="oldest-name">{words.oldest}</span> <Link to={to}>{withStepsNamed(oldest.text)}</Link> <Moment at={oldest.since} /> <Age since={oldest.since} /></p>;
};

/** First of all: what does not get on without somebody. */
export const NeedsPerson = ({ data: { needsPerson, oldest } }: { data: OverviewData }) => {
  const words = useOverviewWords().person;
  return (
    <Panel title={words.title} id="needs-person">
      <ul class="tiles">{kinds.map((kind) => <Tile key={kind.name} kind={kind} count={countOf(needsPerson[kind.name])}>{words[kind.name]}</Tile>)}</ul>
      {oldest && <Oldest oldest={oldest} />}
    </Panel>
  );
};
