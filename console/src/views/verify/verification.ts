import { useRef, useState } from 'preact/hooks';
import type { Problem, Reply, Trouble, Verification } from '../../api.ts';
import { verifyEmail } from '../../api.ts';
import type { Language } from '../../language.tsx';
import { useLinkToken } from '../../link-token.ts';

/** Where the person stands with the link. `already` is a good end too; `requested`: a new mail was asked for. */
export type Phase =
  | { readonly kind: 'ready' | 'working' | 'verified' | 'active' | 'missing' | 'requested' }
  | { readonly kind: 'already' | 'expired' | 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const refused = (problem: Problem): Phase => {
  if (problem.type.endsWith('/already-verified')) return { kind: 'already', problem };
  if (problem.type.endsWith('/token-expired')) return { kind: 'expired', problem };
  return { kind: 'unknown', problem };
};

const phaseAfter = (reply: Reply<Verification>): Phase => {
  if (reply.kind === 'answer') return { kind: reply.value.status };
  return reply.kind === 'refusal' ? refused(reply.problem) : { kind: 'trouble', trouble: reply };
};

interface VerificationOfLink {
  readonly phase: Phase;
  readonly confirm: () => Promise<void>;
  readonly newMailRequested: () => void;
}

/** Reads the link's token on arrival; nothing is sent before `confirm`, and never twice at once. */
export const useVerification = (language: Language): VerificationOfLink => {
  const token = useLinkToken('token');
  const [phase, setPhase] = useState<Phase>({ kind: token ? 'ready' : 'missing' });
  const underway = useRef(false);
  const confirm = async () => {
    if (underway.current) return;
    underway.current = true;
    setPhase({ kind: 'working' });
    setPhase(phaseAfter(await verifyEmail(token, language)));
    underway.current = false;
  };
  return { phase, confirm, newMailRequested: () => setPhase({ kind: 'requested' }) };
};
