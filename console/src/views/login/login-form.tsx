import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure } from '../../api/reply.ts';
import { useLanguage } from '../../language.tsx';
import { Link } from '../../navigation.tsx';
import { Field } from '../../parts/field.tsx';
import { PendingButton } from '../../parts/pending-button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { troubleText } from '../../parts/trouble-text.ts';
import { recall, remember } from '../../personal.ts';
import type { Credentials } from '../../session.ts';
import { logIn, standing } from '../../session.ts';
import { useLoginWords } from './words.ts';

const lastTenant = 'tenant';

type Name = keyof Credentials;

const slipIn = ({ tenantId, email, password }: Credentials): Name | undefined => {
  if (!tenantId) return 'tenantId';
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return 'email';
  return password ? undefined : 'password';
};

/** The one of the last time, or the one that the service names because there is no other to choose. */
const likelyTenant = (): string => recall(lastTenant) ?? (standing.value.kind === 'visitor' ? standing.value.likelyTenant : undefined) ?? '';

const useLoggingIn = () => {
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const submit = async (credentials: Credentials) => {
    if (isWorking) return;
    setWorking(true);
    const reply = await logIn(credentials);
    setWorking(false);
    if (reply.kind === 'answer') remember(lastTenant, credentials.tenantId);
    else setFailure(reply);
  };
  return { isWorking, failure, submit };
};

/** Whatever is wrong is told in one sentence: which of the three it is would help only a stranger. */
export const LoginForm = () => {
  const { words } = useLanguage();
  const own = useLoginWords();
  const [typed, setTyped] = useState<Credentials>(() => ({ tenantId: likelyTenant(), email: '', password: '' }));
  const [slip, setSlip] = useState<Name>();
  const { isWorking, failure, submit } = useLoggingIn();
  const set = (name: Name) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));

  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const credentials = { ...typed, tenantId: typed.tenantId.trim(), email: typed.email.trim() };
    const found = slipIn(credentials);
    setSlip(found);
    if (found) event.currentTarget.querySelector<HTMLInputElement>(`[name=${found}]`)?.focus();
    else void submit(credentials);
  };
  const field = (name: Name) => ({ name, value: typed[name], onChange: set(name), wrong: slip === name ? own.missing[name] : undefined });
  return (
    <form class="form" noValidate onSubmit={onSubmit}>
      <Field {...field('tenantId')} label={own.tenant} hint={own.tenantHint} inputMode="text" autoComplete="organization" />
      <Field {...field('email')} label={own.email} hint={own.emailHint} inputMode="email" autoComplete="username" />
      <Field {...field('password')} type="password" label={own.password} hint={own.passwordHint} inputMode="text" autoComplete="current-password" />
      <PendingButton isPending={isWorking} pending={own.working} resting={own.submit} />
      <div role="status">
        {failure && !isWorking && <><p class="wrong">{failure.kind === 'refusal' ? own.refused : troubleText(failure, own.trouble, words)}</p>{failure.kind === 'trouble' && <ProblemNote problem={failure.problem} />}</>}
      </div>
      <p class="aside"><Link to="/reset">{own.forgotten}</Link></p>
    </form>
  );
};
