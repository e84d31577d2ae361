import type { TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Problem, Trouble } from '../../api.ts';
import { resendVerification } from '../../api.ts';
import { useLanguage } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

type State =
  | { readonly kind: 'editing' | 'sending' }
  | { readonly kind: 'failed'; readonly cause: Trouble['cause'] | 'refused'; readonly problem: Problem | undefined };

type Name = 'tenantId' | 'email';
type Account = Readonly<Record<Name, string>>;

/** Coarse on purpose: the service judges addresses, this only catches a slip of the hand. */
const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);

const useResend = (onSent: () => void) => {
  const { language } = useLanguage();
  const [state, setState] = useState<State>({ kind: 'editing' });
  const underway = useRef(false);
  const send = async (account: Account) => {
    if (underway.current) return;
    underway.current = true;
    setState({ kind: 'sending' });
    const reply = await resendVerification(account, language);
    underway.current = false;
    if (reply.kind === 'answer') onSent();
    else setState({ kind: 'failed', cause: reply.kind === 'refusal' ? 'refused' : reply.cause, problem: reply.problem });
  };
  return { state, send };
};

const Outcome = ({ state }: { state: State }) => {
  const { words } = useLanguage();
  if (state.kind !== 'failed') return null;
  return <><p class="wrong">{words.resend[state.cause]}</p><ProblemNote problem={state.problem} /></>;
};

const slipsIn = (account: Account): readonly Name[] => [
  ...(account.tenantId ? [] : ['tenantId'] as const),
  ...(looksLikeAddress(account.email) ? [] : ['email'] as const),
];

/** Asks for a new verification mail. The answer never tells whether the address is known, so neither does the form. */
export const ResendForm = ({ onSent }: { onSent: () => void }) => {
  const { words } = useLanguage();
  const { state, send } = useResend(onSent);
  const [typed, setTyped] = useState<Account>({ tenantId: '', email: '' });
  const [slips, setSlips] = useState<readonly Name[]>([]);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const account = { tenantId: typed.tenantId.trim(), email: typed.email.trim() };
    const found = slipsIn(account);
    setSlips(found);
    if (found[0]) event.currentTarget.querySelector<HTMLInputElement>(`[name=${found[0]}]`)?.focus();
    else void send(account);
  };
  const field = (name: Name, slip: string) => ({
    name,
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    wrong: slips.includes(name) ? slip : undefined,
  });
  const isSending = state.kind === 'sending';
  return (
    <form class="resend" noValidate onSubmit={submit}>
      <h2>{words.resend.heading}</h2>
      <Field {...field('tenantId', words.resend.tenantMissing)} label={words.resend.tenant} hint={words.resend.tenantHint}
        inputMode="text" autoComplete="organization" />
      <Field {...field('email', words.resend.emailInvalid)} label={words.resend.email} hint={words.resend.emailHint}
        inputMode="email" autoComplete="email" />
      <button class="button" aria-disabled={isSending}>{isSending ? words.resend.sending : words.resend.submit}</button>
      <div role="status"><Outcome state={state} /></div>
    </form>
  );
};
