import { withStepsNamed } from '../../names/names.ts';
import { Link } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import { Age, Moment } from '../../time/moment.tsx';
import type { OverviewData } from './overview-data.ts';
import { numberText, runsWith } from './overview-data.ts';
import { useOverviewWords } from './words.ts';

type Filter = OverviewData['causes'][number]['filter'];

/** A run shows why, also one that was undone and whose letter nobody has settled; what has no run lies among the dead letters. */
const whereTo = ({ kind, type, step, errorClass }: Filter): string => {
  if (kind === 'failed_run') return runsWith({ type, step, error: errorClass });
  if (kind === 'parked_step') return runsWith({ view: 'needs_a_person', type, step, error: errorClass });
  return type ? `/dead-letters?type=${encodeURIComponent(type)}` : '/dead-letters';
};

export const Causes = ({ data: { causes } }: { data: OverviewData }) => {
  const words = useOverviewWords().causes;
  return (
    <Panel title={words.title} id="causes">
      {causes.length === 0 ? <p class="panel-body faint">{words.none}</p> : (
        <ul class="causes">
          {causes.map(({ text, count, since, filter }) => (
            <li key={JSON.stringify(filter)}>
              <b class="number">{numberText(count)}</b>
              <span><Link data-row="" to={whereTo(filter)}>{withStepsNamed(text)}</Link><span class="faint cause-since">{words.since} <Moment at={since} /> <Age since={since} /></span></span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** Whether everything that was accepted is accounted for. */
export const Sum = ({ data: { conservation: { accepted, ended, inFlight, gap } } }: { data: OverviewData }) => {
  const words = useOverviewWords().sum;
  return (
    <Panel title={words.title} id="sum">
      <div class="panel-body sum">
        <p class="equation number">
          <Link to="/runs"><b>{numberText(accepted)}</b> {words.accepted}</Link> <span aria-hidden="true">=</span> <Link to={runsWith({ status: 'COMPLETED,COMPLETED_WITH_WARNINGS,COMPENSATED,COMPENSATION_FAILED,PARKED,FENCED,CANCELLED' })}><b>{numberText(ended)}</b> {words.ended}</Link> <span aria-hidden="true">+</span> <Link to={runsWith({ view: 'in_flight' })}><b>{numberText(inFlight)}</b> {words.inFlight}</Link>
        </p>
        {gap === 0 ? <p class="done verdict">✓ {words.ok}</p> : <p class="broken verdict"><Link to="/dead-letters">{words.gap({ count: gap })}</Link></p>}
        <p class="faint">{words.note}</p>
      </div>
    </Panel>
  );
};

/** That somebody looks after what nobody else does. */
export const Pulse = ({ data: { reconciler } }: { data: OverviewData }) => {
  const words = useOverviewWords().pulse;
  const verdict = reconciler === null ? words.never : reconciler.silent ? words.silent : words.fine;
  return (
    <Panel title={words.title} id="pulse">
      <div class="panel-body">
        <p class={`verdict ${reconciler?.silent ? 'broken' : reconciler ? 'done' : 'quiet'}`}>{verdict}</p>
        {reconciler && (
          <dl class="pairs">
            <div><dt>{words.last}</dt><dd><Moment at={reconciler.lastPassAt} /> <Age since={reconciler.lastPassAt} /></dd></div>
            <div><dt>{words.looked}</dt><dd class="number">{reconciler.looked}</dd></div>
            <div><dt>{words.repaired}</dt><dd class="number">{reconciler.repaired}</dd></div>
          </dl>
        )}
      </div>
    </Panel>
  );
};
