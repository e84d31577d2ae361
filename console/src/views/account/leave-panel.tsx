import { useState } from 'preact/hooks';
import type { FieldError } from '../../api/reply.ts';
import { Panel } from '../../parts/block.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import { accountIsClosed } from '../../session.ts';
import type { Ground } from '../deletions/request.tsx';
import { deletionRequested, GroundField } from '../deletions/request.tsx';
import { useAccountWords } from './words.ts';

const LeaveDialog = ({ userId, close }: { userId: string; close: () => void }) => {
  const { leave: words } = useAccountWords();
  const [ground, setGround] = useState<Ground>('consent_withdrawn');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (reason: string) => {
    const reply = await deletionRequested(userId, { reason, ground, password });
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    if (reply.kind === 'answer') accountIsClosed(reply.value);
    return reply;
  };
  return (
    <ConfirmDialog close={close} act={{ ...words.act, isDestructive: true, run }}>
      <GroundField id="leave-ground" label={words.ground} ground={ground} choose={setGround} />
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
