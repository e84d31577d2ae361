import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { FieldError, Reply } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { pace, useLive } from '../../live/live.ts';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import { session } from '../../session.ts';
import { usePeopleWords } from './words.ts';

interface Wanted { readonly roleId: string; readonly until: string }

const assigned = (userId: string, { roleId, until }: Wanted, reason: string) => {
  const body = { roleId, reason, ...(until && { expiresAt: `${until}T00:00:00.000Z` }) };
  return keyed(`assign ${userId}`, body, (header) => replyTo(api.POST('/users/{id}/roles', { params: { path: { id: userId }, header }, body })));
};

interface DialogProps { readonly userId: string; readonly held: readonly string[]; readonly done: () => void; readonly close: () => void }

const AssignDialog = ({ userId, held, done, close }: DialogProps) => {
  const { assign: words } = usePeopleWords().roles;
  const roles = useLive('roles', () => replyTo(api.GET('/roles')), pace.seldom);
  const [wanted, setWanted] = useState<Wanted>({ roleId: '', until: '' });
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (reason: string): Promise<Reply<unknown>> => {
    if (!wanted.roleId) {
      setErrors([{ pointer: '/roleId', code: 'required', detail: words.missing }]);
      return { kind: 'refusal', status: 400, problem: { type: 'about:blank', detail: words.missing } };
    }
    const reply = await assigned(userId, wanted, reason);
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    return reply;
  };
  return (
    <ConfirmDialog close={close} act={{ name: words.name, effect: words.effect, requested: words.requested, run, onRequested: done }}>
      <Labelled id="assign-role" label={words.role} wrong={wrongAt(errors, '/roleId')}>
        <select id="assign-role" value={wanted.roleId} aria-describedby="assign-role-hint" onChange={(event) => setWanted({ ...wanted, roleId: event.currentTarget.value })}>
          <option value="">{words.choose}</option>
          {roles.value?.items.filter(({ roleId }) => !held.includes(roleId)).map(({ roleId, name }) => <option key={roleId} value={roleId}>{name}</option>)}
        </select>
      </Labelled>
      <Labelled id="assign-until" label={words.until} hint={words.untilHint} wrong={wrongAt(errors, '/expiresAt')}>
        <input id="assign-until" type="date" value={wanted.until} aria-describedby="assign-until-hint" onInput={(event) => setWanted({ ...wanted, until: event.currentTarget.value })} />
      </Labelled>
    </ConfirmDialog>
  );
};

/** Gives somebody else a role, for good or until a day. */
export const AssignRole = ({ userId, held, done }: Omit<DialogProps, 'close'>) => {
  const { assign: words } = usePeopleWords().roles;
  const [isAsking, setAsking] = useState(false);
  if (session.value?.userId === userId) return <span class="why">{words.self}</span>;
  return (
    <>
      <button type="button" class="button small" onClick={() => setAsking(true)}>{words.name}</button>
      {isAsking && <AssignDialog userId={userId} held={held} done={done} close={() => setAsking(false)} />}
    </>
  );
};
