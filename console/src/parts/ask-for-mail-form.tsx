import type { TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Account, Problem, Reply, Trouble } from '../api.ts';
import type { Language } from '../language.tsx';
import { useLanguage } from '../language.tsx';
import { Field } from './field.tsx';
import { PendingButton } from './pending-button.tsx';
import { ProblemNote } from './problem-note.tsx';

type State =
  | { readonly kind: 'editing' | 'sending' }
  | { readonly kind: 'failed'; readonly cause: Trouble['cause'] | 'refused'; readonly problem: Problem | undefined };

type Name = keyof Account;
type Ask = (account: Account, language: Language) => Promise<Reply<unknown>>;

/** Coarse on purpose: the service judges addresses, this only catches a slip of the hand. */
const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);

const useAsking = (ask: Ask, onSent: () => void) => {
  const { language } = useLanguage();
  const [state, setState] = useState<State>({ kind: 'editing' });
  const underway = useRef(false);
  const send = async (account: Account) => {
    if (underway.current) return;
    underway.current = true;
    setState({ kind: 'sending' });
    const reply = await ask(account, language);
    underway.current = false;
    if (reply.kind === 'answer') onSent();
    else setState({ kind: 'failed', cause: reply.kind === 'refusal' ? 'refused' : reply.cause, problem: reply.problem });
  };
  return { state, send };
};

const Outcome = ({ state }: { state: State }) => {
  const { words } = useLanguage();
  if (state.kind !== 'failed') return null;
  return <><p class="wrong">{words.askForMail[state.cause]}</p><ProblemNote problem={state.problem} /></>;
};

const slipsIn = (account: Account): readonly Name[] => [
  ...(account.tenantId ? [] : ['tenantId'] as const),
  ...(looksLikeAddress(account.email) ? [] : ['email'] as const),
];

interface AskForMailFormProps {
  readonly texts: { readonly heading: string; readonly submit: string };
  readonly ask: Ask;
  readonly onSent: () => void;
}

/** Asks for a mail with a fresh link. The answer never tells whether the address is known, so neither does the form. */
export const AskForMailForm = ({ texts, ask, onSent }: AskForMailFormProps) => {
  const { words } = useLanguage();
  const { state, send } = useAsking(ask, onSent);
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
  return (
    <form class="form" noValidate onSubmit={submit}>
      <h2>{texts.heading}</h2>
      <Field {...field('tenantId', words.askForMail.tenantMissing)} label={words.askForMail.tenant} hint={words.askForMail.tenantHint}
        inputMode="text" autoComplete="organization" />
      <Field {...field('email', words.askForMail.emailInvalid)} label={words.askForMail.email} hint={words.askForMail.emailHint}
        inputMode="email" autoComplete="email" />
      <PendingButton isPending={state.kind === 'sending'} pending={words.askForMail.sending} resting={texts.submit} />
      <div role="status"><Outcome state={state} /></div>
    </form>
  );
};
