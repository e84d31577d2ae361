import { Link, query, withQuery } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import { StateGlyph } from '../../states/state-glyph.tsx';
import { Moment } from '../../time/moment.tsx';
import type { Happening } from './history.ts';
import { groupsOf } from './history.ts';
import type { Run } from './run-data.ts';
import { useRunWords } from './words.ts';

const Line = ({ happening: { at, text, isProblem } }: { happening: Happening }) => (
  <li class={isProblem ? 'broken' : undefined}>
    <Moment at={at} />
    <span class="event-text">{isProblem && <StateGlyph name="cross" />}{text}</span>
  </li>
);

/** What happened on behalf of the run. */
export const Events = ({ run }: { run: Run }) => {
  const words = useRunWords();
  const onlyProblems = query.value.get('events') === 'problems';
  const groups = groupsOf(run, words).map(({ name, happenings }) => ({ name, happenings: happenings.filter(({ isProblem }) => isProblem || !onlyProblems) }))
    .filter(({ happenings }) => happenings.length > 0);
  const choice = (
    <span class="segmented">
      <Link stays to={withQuery({ events: undefined })} aria-current={onlyProblems ? undefined : 'true'}>{words.allEvents}</Link>
      <Link stays to={withQuery({ events: 'problems' })} aria-current={onlyProblems ? 'true' : undefined}>{words.problemsOnly}</Link>
    </span>
  );
  return (
    <Panel title={words.events} id="events" aside={choice}>
      <div class="panel-body events">
        {groups.map(({ name, happenings }) => (
          <section key={name} aria-labelledby={`events-${name}`}>
            <h3 id={`events-${name}`}>{words.eventGroups[name]}</h3>
            <ol>{happenings.map((happening) => <Line key={happening.key} happening={happening} />)}</ol>
          </section>
        ))}
        {groups.length === 0 && <p class="faint">{words.noProblems}</p>}
        {run.moreEvents && <p class="faint">{words.moreEvents}</p>}
      </div>
    </Panel>
  );
};

export const Raw = ({ run }: { run: Run }) => (
  <details class="panel raw"><summary>{useRunWords().raw}</summary><pre tabIndex={0}>{JSON.stringify(run, undefined, 2)}</pre></details>
);
