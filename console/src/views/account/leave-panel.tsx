import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { FieldError } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { Panel } from '../../parts/block.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import { accountIsClosed } from '../../session.ts';
import type { DeletionWords } from '../deletions/words.ts';
import { useDeletionWords } from '../deletions/words.ts';
import { useAccountWords } from './words.ts';

type Ground = keyof DeletionWords['grounds'];

const requested = (userId: string, ground: Ground, password: string, reason: string) => {
  const body = { reason, ground, password };
  return keyed(`delete ${userId}`, body, (header) => replyTo(api.POST('/users/{id}/deletion-requests', { params: { path: { id: userId }, header }, body })));
};

const LeaveDialog = ({ userId, close }: { userId: string; close: () => void }) => {
  const { leave: words } = useAccountWords();
  const { grounds } = useDeletionWords();
  const [ground, setGround] = useState<Ground>('consent_withdrawn');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (reason: string) => {
    const reply = await requested(userId, ground, password, reason);
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    if (reply.kind === 'answer') accountIsClosed(reply.value);
    return reply;
  };
  return (
    <ConfirmDialog close={close} act={{ ...words.act, isDestructive: true, run }}>
      <Labelled id="leave-ground" label={words.ground}>
        <select id="leave-ground" value={ground} onChange={(event) => setGround(event.currentTarget.value as Ground)}>
          {Object.entries(grounds).map(([each, name]) => <option key={each} value={each}>{name}</option>)}
        </select>
      </Labelled>
      <Labelled id="leave-password" label={words.password} hint={words.passwordHint} wrong={wrongAt(errors, '/password')}>
        <input id="leave-password" type="password" autoComplete="current-password" value={password} aria-describedby="leave-password-hint" onInput={(event) => setPassword(event.currentTarget.value)} />
      </Labelled>
    </ConfirmDialog>
  );
};

/** The way out for good. */
export const LeavePanel = ({ userId }: { userId: string }) => {
  const { leave: words } = useAccountWords();
  const [isAsking, setAsking] = useState(false);
  return (
    <Panel id="leave" title={words.title}>
      <div class="panel-body leave">
        <p>{words.lead}</p>
        <p><button type="button" class="button plain small destructive" onClick={() => setAsking(true)}>{words.act.name}</button></p>
        {isAsking && <LeaveDialog userId={userId} close={() => setAsking(false)} />}
      </div>
    </Panel>
  );
};
