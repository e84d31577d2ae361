import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import { replyTo } from '../../api/reply.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Panel } from '../../parts/block.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { now } from '../../time/clock.ts';
import { Moment } from '../../time/moment.tsx';
import { Actor } from '../../parts/person.tsx';
import { Day } from './due-date.tsx';
import { useDeletionWords } from './words.ts';

type Hold = NonNullable<Answer<'/users/{id}/legal-hold', 'get'>['hold']>;

const categories = ['identity', 'contact', 'security', 'business', 'audit', 'technical'] as const;
type Category = (typeof categories)[number];

const tomorrow = (): string => new Date(now.value + 86_400_000).toISOString().slice(0, 10);

const placed = (userId: string, basis: string, some: readonly Category[], until: string) => {
  const body = { basis, ...(some.length > 0 && { categories: [...some] }), ...(until && { until: `${until}T00:00:00.000Z` }) };
  return keyed(`hold ${userId}`, body, (header) => replyTo(api.PUT('/users/{id}/legal-hold', { params: { path: { id: userId }, header }, body })));
};

/** Holds data of a person back: everything, or what is chosen, until a day or until somebody releases it. */
const PlaceHold = ({ userId, done }: { userId: string; done: () => void }) => {
  const words = useDeletionWords();
  const { hold } = words;
  const [isAsking, setAsking] = useState(false);
  const [some, setSome] = useState<readonly Category[]>([]);
  const [until, setUntil] = useState('');
  const toggle = (category: Category) => setSome((before) => (before.includes(category) ? before.filter((each) => each !== category) : [...before, category]));
  return (
    <>
      <button type="button" class="button plain small" onClick={() => setAsking(true)}>{hold.place.name}</button>
      {isAsking && (
        <ConfirmDialog close={() => setAsking(false)} act={{ ...hold.place, run: (basis) => placed(userId, basis, some, until), onRequested: done }}>
          <fieldset class="choices">
            <legend>{hold.scope}</legend>
            <label><input type="checkbox" checked={some.length === 0} onChange={() => setSome([])} />{hold.everything}</label>
            {categories.map((each) => <label key={each}><input type="checkbox" checked={some.includes(each)} onChange={() => toggle(each)} />{words.plan.categories[each]}</label>)}
          </fieldset>
          <Labelled id="hold-until" label={hold.until} hint={hold.untilHint}>
            <input id="hold-until" type="date" min={tomorrow()} value={until} aria-describedby="hold-until-hint" onInput={(event) => setUntil(event.currentTarget.value)} />
          </Labelled>
        </ConfirmDialog>
      )}
    </>
  );
};

const released = (userId: string, reason: string) =>
  keyed(`release ${userId}`, reason, (header) => replyTo(api.DELETE('/users/{id}/legal-hold', { params: { path: { id: userId }, header }, body: { reason } })));

interface HoldProps {
  readonly userId: string;
  readonly hold: Hold | undefined;
  /** As the service says it, of a deletion as well as of a person. */
  readonly allowedActions: readonly string[];
  readonly refresh: () => void;
}

/** What is held back of a person, on what ground, and the way to hold or release it. */
export const HoldPanel = ({ userId, hold, allowedActions, refresh }: HoldProps) => {
  const { hold: words, plan } = useDeletionWords();
  const isAllowed = (action: 'place_hold' | 'release_hold') => allowedActions.includes(action);
  const hasEnded = hold?.until !== undefined && Date.parse(hold.until) <= now.value;
  return (
    <Panel id="hold" title={words.title} aside={(
      <div class="acts">
        {isAllowed('place_hold') && <PlaceHold userId={userId} done={refresh} />}
        {isAllowed('release_hold') && <ActButton act={{ ...words.release, run: (reason) => released(userId, reason), onRequested: refresh }} />}
      </div>
    )}>
      {hold ? (
        <Facts of={[
          [words.basis, hold.basis], [words.categories, hold.categories?.map((each) => plan.categories[each] ?? each).join(' · ') ?? words.everything],
          [words.until, hold.until ? <><Day at={hold.until} />{hasEnded && <span class="sub"> {words.hasEnded}</span>}</> : words.noEnd],
          [words.placed, <Moment at={hold.placedAt} />], [words.placedBy, <Actor id={hold.placedBy} />],
        ]} />
      ) : <p class="panel-body">{words.none}</p>}
    </Panel>
  );
};
