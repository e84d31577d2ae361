import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { replyTo } from '../../api/reply.ts';
import { useLive } from '../../live/live.ts';
import { processName, stepName } from '../../names/names.ts';
import type { QueryChange } from '../../navigation.tsx';
import { changeQuery, Link, path, withQuery } from '../../navigation.tsx';
import { useStateWords } from '../../states/words.ts';
import { now } from '../../time/clock.ts';
import { momentText } from '../../time/format.ts';
import { zoneName } from '../../time/zone.ts';
import type { Selection } from './selection.ts';
import { isNarrowed, runStatuses, systemViews, timeSpans } from './selection.ts';
import { useRunsWords } from './words.ts';

/** Each is a link: it can be opened in another tab, and sent to somebody. */
export const SystemViews = ({ selection }: { selection: Selection }) => {
  const words = useRunsWords();
  const isPlain = selection.statuses.length === 0;
  return (
    <nav class="tabs" aria-label={words.viewList}>
      {systemViews.map((view) => (
        <Link key={view} stays to={withQuery({ view: view === 'all' ? undefined : view, status: undefined, from: undefined, to: undefined })}
          aria-current={isPlain && selection.view === view ? 'true' : undefined}>
          {words.views[view]}
        </Link>
      ))}
    </nav>
  );
};

interface ChoiceProps { readonly name: string; readonly label: string; readonly value: string; readonly options: readonly (readonly [string, string])[]; readonly change?: QueryChange }

const Choice = ({ name, label, value, options, change }: ChoiceProps) => (
  <div class="filter"><label for={`filter-${name}`}>{label}</label>
    <select id={`filter-${name}`} name={name} value={value} {...(name === 'type' && { 'data-filter': '' })} onChange={(event) => changeQuery({ ...change, [name]: event.currentTarget.value })}>
      {options.map(([option, text]) => <option key={option} value={option}>{text}</option>)}
    </select>
  </div>
);

const SubjectFilter = ({ subject }: { subject: string | undefined }) => {
  const words = useRunsWords();
  const [isAddress, setAddress] = useState(false);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = event.currentTarget.querySelector('input')?.value.trim() ?? '';
    setAddress(typed.includes('@'));
    if (!typed.includes('@')) changeQuery({ subject: typed });
  };
  return (
    <form class="filter" onSubmit={submit}>
      <label for="filter-subject">{words.subject}</label>
      <input id="filter-subject" name="subject" key={subject} defaultValue={subject ?? ''} placeholder={words.subjectHint} autoComplete="off" spellcheck={false}
        aria-invalid={isAddress} aria-describedby={isAddress ? 'filter-subject-note' : undefined} onChange={(event) => event.currentTarget.form?.requestSubmit()} />
      {isAddress && <p id="filter-subject-note" class="wrong">{words.noAddress}</p>}
    </form>
  );
};

const Removable = ({ text, change }: { text: string; change: QueryChange }) => {
  const words = useRunsWords();
  return <Link stays class="removable" to={withQuery(change)} aria-label={words.remove({ filter: text })}>{text}<span aria-hidden="true">×</span></Link>;
};

const moment = (at: string | undefined, without: string) => (at ? momentText(Date.parse(at), zoneName.value, now.value) : without);

/** What came by a link and has no field of its own. */
const Further = ({ selection: { step, error, from, to, statuses } }: { selection: Selection }) => {
  const words = useRunsWords();
  const states = useStateWords();
  return (
    <>
      {statuses.length > 1 && <Removable text={statuses.map((each) => states[each]).join(' / ')} change={{ status: undefined }} />}
      {step && <Removable text={words.step({ step: stepName(step) })} change={{ step: undefined }} />}
      {error && <Removable text={words.error({ error })} change={{ error: undefined }} />}
      {(from ?? to) && <Removable text={words.between({ from: moment(from, words.start), to: moment(to, words.open) })} change={{ from: undefined, to: undefined }} />}
    </>
  );
};

/** Filters ask the service: they are never about the loaded rows alone. */
export const Filters = ({ selection }: { selection: Selection }) => {
  const words = useRunsWords();
  const states = useStateWords();
  const { value: processes } = useLive('processes', () => replyTo(api.GET('/workflows')), undefined);
  const { type, statuses, span } = selection;
  const types = [...new Set([...(processes?.items.map((each) => each.type) ?? []), ...(type ? [type] : [])])];
  const status = statuses.length === 1 ? statuses[0] ?? '' : '';
  return (
    <div class="filters" role="search" aria-label={words.filters}>
      <Choice name="type" label={words.type} value={type ?? ''} options={[['', words.anyType], ...types.map((each) => [each, processName(each)] as const)]} />
      <Choice name="status" label={words.status} value={status} change={{ view: undefined }} options={[['', words.anyStatus], ...runStatuses.map((each) => [each, states[each]] as const)]} />
      <Choice name="time" label={words.time} value={span === 'any' ? '' : span} change={{ from: undefined, to: undefined }} options={timeSpans.map((each) => [each === 'any' ? '' : each, words.times[each]] as const)} />
      <SubjectFilter subject={selection.subject} />
      <Further selection={selection} />
      {isNarrowed(selection) && <Link stays class="clear" to={path.value}>{words.clear}</Link>}
    </div>
  );
};
