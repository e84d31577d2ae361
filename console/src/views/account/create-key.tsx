import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { FieldError, Reply } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { permissionName, type Permission } from '../../names/permissions.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import { now } from '../../time/clock.ts';
import { useAccountWords } from './words.ts';

export type MadeKey = Answer<'/me/api-keys', 'post'>;

interface Wanted { readonly name: string; readonly permissions: readonly Permission[]; readonly until: string }
const nothing: Wanted = { name: '', permissions: [], until: '' };
const tomorrow = (): string => new Date(now.value + 86_400_000).toISOString().slice(0, 10);

const made = ({ name, permissions, until }: Wanted) => {
  const body = { name: name.trim(), ...(permissions.length > 0 && { permissions: [...permissions] }), ...(until && { expiresAt: `${until}T00:00:00.000Z` }) };
  return keyed('make key', body, (header) => replyTo(api.POST('/me/api-keys', { params: { header }, body })));
};

const Permissions = ({ own, some, set }: { own: readonly Permission[]; some: readonly Permission[]; set: (some: readonly Permission[]) => void }) => {
  const { keys: words } = useAccountWords();
  const toggle = (permission: Permission) => set(some.includes(permission) ? some.filter((each) => each !== permission) : [...some, permission]);
  return (
    <fieldset class="choices">
      <legend>{words.may}</legend>
      <label><input type="checkbox" checked={some.length === 0} onChange={() => set([])} />{words.everything}</label>
      {own.map((each) => <label key={each}><input type="checkbox" checked={some.includes(each)} onChange={() => toggle(each)} />{permissionName(each)} <code class="faint">{each}</code></label>)}
    </fieldset>
  );
};

/** A key for a program. Its secret is told in the answer and never again. */
export const CreateKey = ({ own, done }: { own: readonly Permission[]; done: (key: MadeKey) => void }) => {
  const { keys: words } = useAccountWords();
  const [wanted, setWanted] = useState<Wanted>();
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (): Promise<Reply<unknown>> => {
    if (!wanted?.name.trim()) {
      setErrors([{ pointer: '/name', code: 'required', detail: words.nameMissing }]);
      return { kind: 'refusal', status: 400, problem: { type: 'about:blank', detail: words.nameMissing } };
    }
    const reply = await made(wanted);
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    if (reply.kind === 'answer') done(reply.value);
    return reply;
  };
  return (
    <>
      <button type="button" class="button small" onClick={() => setWanted(nothing)}>{words.create.name}</button>
      {wanted && (
        <ConfirmDialog close={() => setWanted(undefined)} act={{ ...words.create, asksNoReason: true, run }}>
          <Labelled id="key-name" label={words.name} hint={words.nameHint} wrong={wrongAt(errors, '/name')}>
            <input id="key-name" type="text" autoComplete="off" value={wanted.name} aria-describedby="key-name-hint" onInput={(event) => setWanted({ ...wanted, name: event.currentTarget.value })} />
          </Labelled>
          <Permissions own={own} some={wanted.permissions} set={(permissions) => setWanted({ ...wanted, permissions })} />
          <Labelled id="key-until" label={words.expires} hint={words.expiresHint} wrong={wrongAt(errors, '/expiresAt')}>
            <input id="key-until" type="date" min={tomorrow()} value={wanted.until} aria-describedby="key-until-hint" onInput={(event) => setWanted({ ...wanted, until: event.currentTarget.value })} />
          </Labelled>
        </ConfirmDialog>
      )}
    </>
  );
};
