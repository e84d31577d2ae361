import { useRef, useState } from 'preact/hooks';
import type { Problem, Reply, Trouble } from '../../api.ts';
import { resetPassword } from '../../api.ts';
import type { Language } from '../../language.tsx';
import { useLinkToken } from '../../link-token.ts';

/** Where the person stands with the link. `weak`: the password would be guessed, the link stays good; `requested`: a link was asked for. */
export type Phase =
  | { readonly kind: 'ready' | 'working' | 'done' | 'missing' | 'requested' }
  | { readonly kind: 'weak'; readonly why: string }
  | { readonly kind: 'used' | 'expired' | 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const refused = (problem: Problem): Phase => {
  const atPassword = problem.errors?.find(({ pointer }) => pointer === '/password');
  if (atPassword) return { kind: 'weak', why: atPassword.detail };
  if (problem.type.endsWith('/reset-used')) return { kind: 'used', problem };
  if (problem.type.endsWith('/reset-expired')) return { kind: 'expired', problem };
  return { kind: 'unknown', problem };
};

const phaseAfter = (reply: Reply<unknown>): Phase => {
  if (reply.kind === 'answer') return { kind: 'done' };
  return reply.kind === 'refusal' ? refused(reply.problem) : { kind: 'trouble', trouble: reply };
};

interface ResettingByLink {
  readonly phase: Phase;
  readonly set: (password: string) => Promise<void>;
  readonly linkRequested: () => void;
}

/** Reads the link's token on arrival; nothing is sent before `set`, and never twice at once. */
export const useResetting = (language: Language): ResettingByLink => {
  const token = useLinkToken('reset');
  const [phase, setPhase] = useState<Phase>({ kind: token ? 'ready' : 'missing' });
  const underway = useRef(false);
  const set = async (password: string) => {
    if (underway.current) return;
    underway.current = true;
    setPhase({ kind: 'working' });
    setPhase(phaseAfter(await resetPassword(token, password, language)));
    underway.current = false;
  };
  return { phase, set, linkRequested: () => setPhase({ kind: 'requested' }) };
};
