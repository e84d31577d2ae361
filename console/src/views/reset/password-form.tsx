import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldError } from '../../api/reply.ts';
import { useLanguage } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import type { Words } from '../../words/zh-cn.ts';
import type { Phase } from './resetting.ts';

/** Coarse on purpose: the service judges passwords, this only catches a slip of the hand. */
const SHORTEST = 8;

type WeakWords = Words['reset']['weak'];
const isToldHere = (code: string, words: WeakWords): code is keyof WeakWords => Object.hasOwn(words, code);

/** In the page's own words, which follow its language; the service's stand in for a code that is not known here. */
const weaknessText = ({ code, detail }: FieldError, words: WeakWords) => (isToldHere(code, words) ? words[code] : detail);

interface PasswordFormProps {
  readonly phase: Phase;
  readonly isWorking: boolean;
  readonly onSet: (password: string) => void;
}

/** One field that can be shown, instead of the same typed twice. What was typed stays until it is set. */
export const PasswordForm = ({ phase, isWorking, onSet }: PasswordFormProps) => {
  const { words: { reset: words, retry } } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isTooShort, setTooShort] = useState(false);
  const refused = phase.kind === 'weak' ? weaknessText(phase.error, words.weak) : undefined;
  const toggle = isShown ? words.hide : words.show;

  const correct = () => form.current?.querySelector('input')?.focus();
  useLayoutEffect(() => {
    if (phase.kind === 'weak') correct();
  }, [phase]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const slip = password.length < SHORTEST;
    setTooShort(slip);
    if (slip) correct();
    else onSet(password);
  };
  return (
    <form class="form" noValidate ref={form} onSubmit={submit}>
      <Field name="password" type={isShown ? 'text' : 'password'} inputMode="text" autoComplete="new-password" label={words.password}
        hint={words.passwordHint} wrong={isTooShort ? words.weak['password-too-short'] : refused} value={password} onChange={setPassword}>
        <button type="button" class="button plain beside" aria-label={toggle.name} onClick={() => setShown(!isShown)}>{toggle.text}</button>
      </Field>
      <PendingButton isPending={isWorking} pending={words.working} resting={phase.kind === 'trouble' ? retry : words.submit} />
    </form>
  );
};
