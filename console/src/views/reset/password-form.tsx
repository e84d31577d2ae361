import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import type { Phase } from './resetting.ts';

/** Coarse on purpose: the service judges passwords, this only catches a slip of the hand. */
const SHORTEST = 8;

/** One field that can be shown, instead of the same typed twice. What was typed stays until it is set. */
export const PasswordForm = ({ phase, isWorking, onSet }: { phase: Phase; isWorking: boolean; onSet: (password: string) => void }) => {
  const { words } = useLanguage();
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isTooShort, setTooShort] = useState(false);
  const refused = phase.kind === 'weak' ? phase.why : undefined;

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const slip = password.length < SHORTEST;
    setTooShort(slip);
    if (slip) event.currentTarget.querySelector('input')?.focus();
    else onSet(password);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field name="password" type={isShown ? 'text' : 'password'} inputMode="text" autoComplete="new-password" label={words.reset.password}
        hint={words.reset.passwordHint} wrong={isTooShort ? words.reset.tooShort : refused} value={password} onChange={setPassword}>
        <button type="button" class="button plain beside" aria-pressed={isShown} aria-label={words.reset.show} onClick={() => setShown(!isShown)}>
          {isShown ? words.reset.hide : words.reset.show}
        </button>
      </Field>
      <PendingButton isPending={isWorking} pending={words.reset.working} resting={phase.kind === 'trouble' ? words.retry : words.reset.submit} />
    </form>
  );
};
