import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { Failure } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { languages } from '../../languages.ts';
import { Panel } from '../../parts/block.tsx';
import { Trouble } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import { announce } from '../../parts/toasts.tsx';
import { languageNames } from '../../shell/display-settings.tsx';
import type { Me, ProfileDraft } from './profile-draft.ts';
import { changesFrom, draftOf, timezonesWith } from './profile-draft.ts';
import { useAccountWords } from './words.ts';

interface FieldsProps { readonly draft: ProfileDraft; readonly set: (change: Partial<ProfileDraft>) => void; readonly failure: Failure | undefined }

const Fields = ({ draft, set, failure }: FieldsProps) => {
  const { profile: words } = useAccountWords();
  const errors = failure?.kind === 'refusal' ? failure.problem.errors : undefined;
  const labelled = (name: keyof ProfileDraft, control: ComponentChildren, hint?: string) =>
    <Labelled id={`profile-${name}`} label={words.fields[name]} hint={hint} wrong={wrongAt(errors, `/${name}`)}>{control}</Labelled>;
  const text = (name: 'firstName' | 'lastName', autoComplete: 'given-name' | 'family-name') => labelled(name,
    <input id={`profile-${name}`} type="text" autoComplete={autoComplete} value={draft[name]} aria-describedby={`profile-${name}-hint`} onInput={(event) => set({ [name]: event.currentTarget.value })} />);
  return (
    <div class="two-columns">
      {text('firstName', 'given-name')}
      {text('lastName', 'family-name')}
      {labelled('language', (
        <select id="profile-language" value={draft.language} aria-describedby="profile-language-hint" onChange={(event) => set({ language: event.currentTarget.value as ProfileDraft['language'] })}>
          {languages.map((each) => <option key={each} value={each}>{languageNames[each].full}</option>)}
        </select>
      ), words.languageHint)}
      {labelled('timezone', (
        <select id="profile-timezone" value={draft.timezone} aria-describedby="profile-timezone-hint" onChange={(event) => set({ timezone: event.currentTarget.value })}>
          {timezonesWith(draft.timezone).map((each) => <option key={each} value={each}>{each}</option>)}
        </select>
      ))}
      {labelled('emailNotifications', (
        <label class="switch"><input id="profile-emailNotifications" type="checkbox" checked={draft.emailNotifications} aria-describedby="profile-emailNotifications-hint"
          onChange={(event) => set({ emailNotifications: event.currentTarget.checked })} />{words.notify}</label>
      ), words.notifyHint)}
    </div>
  );
};

/** Name and preferences, which are changed where they stand. */
export const ProfilePanel = ({ me, changed }: { me: Me; changed: () => void }) => {
  const { profile: words } = useAccountWords();
  const [draft, setDraft] = useState(draftOf(me));
  const [failure, setFailure] = useState<Failure>();
  const [isWorking, setWorking] = useState(false);
  const changes = changesFrom(me, draft);
  const canSave = Object.keys(changes).length > 0 && !isWorking;
  const save = async () => {
    if (!canSave) return;
    setWorking(true);
    const reply = await keyed('profile', changes, (header) => replyTo(api.PATCH('/me/profile', { params: { header }, body: changes })));
    setWorking(false);
    setFailure(reply.kind === 'answer' ? undefined : reply);
    if (reply.kind !== 'answer') return;
    setDraft(draftOf(reply.value));
    announce(words.saved);
    changed();
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save();
  };
  return (
    <Panel id="profile" title={words.title}>
      <form class="panel-body profile-form" noValidate onSubmit={submit}>
        <Fields draft={draft} failure={failure} set={(change) => setDraft({ ...draft, ...change })} />
        {failure && <Trouble failure={failure} />}
        <div class="acts">
          <button type="submit" class="button small" aria-disabled={!canSave}>{words.save}</button>
          {Object.keys(changes).length > 0 && <button type="button" class="button plain small" onClick={() => setDraft(draftOf(me))}>{words.discard}</button>}
        </div>
      </form>
    </Panel>
  );
};
