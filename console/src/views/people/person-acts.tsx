import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { keyed } from '../../api/keyed.ts';
import type { FieldError } from '../../api/reply.ts';
import { replyTo } from '../../api/reply.ts';
import { go, within } from '../../navigation.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { Labelled, wrongAt } from '../../parts/labelled.tsx';
import type { Ground } from '../deletions/request.tsx';
import { deletionRequested, GroundField } from '../deletions/request.tsx';
import { usePeopleWords } from './words.ts';

const daySeconds = 86_400;

/** Asks that somebody be deleted; goes on at the request. */
export const RequestDeletion = ({ userId }: { userId: string }) => {
  const { remove: words } = usePeopleWords();
  const [isAsking, setAsking] = useState(false);
  const [ground, setGround] = useState<Ground>('consent_withdrawn');
  const [grace, setGrace] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (reason: string) => {
    const reply = await deletionRequested(userId, { reason, ground, ...(grace !== '' && { gracePeriodSeconds: Math.round(Number(grace) * daySeconds) }) });
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    if (reply.kind === 'answer') go(within(`/deletions/${encodeURIComponent(reply.value.requestId)}`));
    return reply;
  };
  return (
    <>
      <button type="button" class="button plain small destructive" onClick={() => setAsking(true)}>{words.name}</button>
      {isAsking && (
        <ConfirmDialog close={() => setAsking(false)} act={{ name: words.name, effect: words.effect, typed: words.typed, requested: words.requested, isDestructive: true, run }}>
          <GroundField id="deletion-ground" label={words.ground} ground={ground} choose={setGround} />
          <Labelled id="deletion-grace" label={words.grace} hint={words.graceHint} wrong={wrongAt(errors, '/gracePeriodSeconds')}>
            <input id="deletion-grace" type="number" min={0} max={90} step={1} value={grace} aria-describedby="deletion-grace-hint" onInput={(event) => setGrace(event.currentTarget.value)} />
          </Labelled>
        </ConfirmDialog>
      )}
    </>
  );
};

/** For somebody who mistyped her address when she registered, or has lost it. */
export const CorrectAddress = ({ userId, done }: { userId: string; done: () => void }) => {
  const { correct: words } = usePeopleWords();
  const [isAsking, setAsking] = useState(false);
  const [email, setEmail] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>();
  const run = async (reason: string) => {
    const body = { email: email.trim(), reason };
    const reply = await keyed(`correct ${userId}`, body, (header) => replyTo(api.POST('/users/{id}/email', { params: { path: { id: userId }, header }, body })));
    setErrors(reply.kind === 'refusal' ? reply.problem.errors : undefined);
    return reply;
  };
  return (
    <>
      <button type="button" class="button plain small" onClick={() => setAsking(true)}>{words.name}</button>
      {isAsking && (
        <ConfirmDialog close={() => setAsking(false)} act={{ name: words.name, effect: words.effect, requested: words.requested, run, onRequested: done }}>
          <Labelled id="correct-email" label={words.address} wrong={wrongAt(errors, '/email')}>
            <input id="correct-email" type="text" inputMode="email" autoComplete="off" spellcheck={false} value={email} aria-describedby="correct-email-hint" onInput={(event) => setEmail(event.currentTarget.value)} />
          </Labelled>
        </ConfirmDialog>
      )}
    </>
  );
};
