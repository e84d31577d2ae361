import { useLanguage } from '../../language.tsx';
import { errorInSentence } from '../../names/errors.ts';
import { stepName } from '../../names/names.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { lookOf } from '../../states/families.ts';
import { now } from '../../time/clock.ts';
import { countText } from '../../time/format.ts';
import { retryingIn, useCause, withTimesHere } from '../runs/cause.ts';
import type { useActs } from './acts.ts';
import type { Run } from './run-data.ts';
import { failedUndos, isMoving } from './run-data.ts';
import { useRunWords } from './words.ts';

const Until = ({ at }: { at: string }) => {
  const { language } = useLanguage();
  const words = useRunWords();
  const left = Date.parse(at) - now.value;
  const text = left >= 0 ? words.in({ duration: countText(left, language) }) : words.overdueBy({ duration: countText(-left, language) });
  return <span class="age">({text})</span>;
};

/** Why the run is where it is; the first cause, and of a compensation that failed the last one too. */
const Why = ({ run }: { run: Run }) => {
  const words = useRunWords();
  return <>{useCause(run)}{failedUndos(run).map(({ step, error }) => <span key={step}> {words.undoFailed({ step: stepName(step), error: error ? errorInSentence(error.name) : '?' })}</span>)}</>;
};

const Next = ({ run }: { run: Run }) => {
  const words = useRunWords();
  const retrying = retryingIn(run);
  return <>{retrying && `${words.nextTry({ attempt: retrying.attempt + 1, of: retrying.of })} `}{withTimesHere(run.next)} {run.nextAt && isMoving(run) && <Until at={run.nextAt} />}</>;
};

/** Why the run is where it is, what happens next, until when, who must act: readable in five seconds. */
export const Answer = ({ run, acts }: { run: Run; acts: ReturnType<typeof useActs> }) => {
  const words = useRunWords();
  const offered = run.actions.filter(({ action }) => action !== 'skip');
  return (
    <section class={`answer ${lookOf(retryingIn(run) ? 'RETRYING' : run.status).family}`} aria-label={words.answer}>
      <dl>
        <div><dt>{words.why}</dt><dd class="answer-why"><Why run={run} /></dd></div>
        <div><dt>{words.next}</dt><dd><Next run={run} /></dd></div>
        <div><dt>{words.who}</dt><dd>{run.who.text}</dd></div>
        {offered.length > 0 && (
          <div><dt>{words.acts}</dt><dd class="answer-acts">
            {offered.map(({ action, allowed, reason }) => (
              <ActButton key={action} act={action === 'retry' ? acts.retry : acts.stop} isPrimary={action === 'retry' && allowed} unavailable={allowed ? undefined : reason ?? ''} />
            ))}
          </dd></div>
        )}
      </dl>
    </section>
  );
};
