import type { TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Reply } from '../api/reply.ts';
import { useLanguage } from '../language.tsx';
import { Field } from './field.tsx';
import { PendingButton } from './pending-button.tsx';
import { ProblemNote } from './problem-note.tsx';
import { troubleText } from './trouble-text.ts';

type Failure = Exclude<Reply<unknown>, { readonly kind: 'answer' }>;

/** By which a person is asked for outside the console. */
export interface Account {
  readonly tenantId: string;
  readonly email: string;
}

type Name = keyof Account;
type Ask = (account: Account) => Promise<Reply<unknown>>;

/** Coarse on purpose: the service judges addresses, this only catches a slip of the hand. */
const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);

const useAsking = (ask: Ask, onSent: () => void) => {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const underway = useRef(false);
  const send = async (account: Account) => {
    if (underway.current) return;
    underway.current = true;
    setSending(true);
    const reply = await ask(account);
    underway.current = false;
    setSending(false);
    if (reply.kind === 'answer') onSent();
    else setFailure(reply);
  };
  return { isSending, failure, send };
};

const FailureNote = ({ failure }: { failure: Failure }) => {
  const { words } = useLanguage();
  const text = failure.kind === 'refusal' ? words.askForMail.refused : troubleText(failure, words.askForMail, words);
  return <><p class="wrong">{text}</p><ProblemNote problem={failure.problem} /></>;
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
  const { isSending, failure, send } = useAsking(ask, onSent);
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
      <PendingButton isPending={isSending} pending={words.askForMail.sending} resting={texts.submit} />
      <div role="status">{failure && <div class={isSending ? 'withheld' : undefined}><FailureNote failure={failure} /></div>}</div>
    </form>
  );
};
