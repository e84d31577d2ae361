import { useRef, useState } from 'preact/hooks';
import type { Problem, Reply, Trouble } from '../../api.ts';
import { cancelDeletion } from '../../api.ts';
import type { Language } from '../../language.tsx';
import { useLinkToken } from '../../link-token.ts';

/** Where the person stands with the link. `late`: the deletion has begun, and nothing leads back. */
export type Phase =
  | { readonly kind: 'ready' | 'working' | 'done' | 'missing' }
  | { readonly kind: 'late' | 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const phaseAfter = (reply: Reply<unknown>): Phase => {
  if (reply.kind === 'answer') return { kind: 'done' };
  if (reply.kind === 'trouble') return { kind: 'trouble', trouble: reply };
  return { kind: reply.problem.type.endsWith('/past-the-pivot') ? 'late' : 'unknown', problem: reply.problem };
};

const requestInAddress = () => new URLSearchParams(location.search).get('request') ?? '';

interface KeepingByLink {
  readonly phase: Phase;
  readonly keep: () => Promise<void>;
}

/** Reads request and token of the link on arrival; nothing is sent before `keep`, and never twice at once. */
export const useKeeping = (language: Language): KeepingByLink => {
  // Before the token is taken, which leaves the bare path in the address bar.
  const [requestId] = useState(requestInAddress);
  const token = useLinkToken('cancel');
  const [phase, setPhase] = useState<Phase>({ kind: requestId && token ? 'ready' : 'missing' });
  const underway = useRef(false);
  const keep = async () => {
    if (underway.current) return;
    underway.current = true;
    setPhase({ kind: 'working' });
    setPhase(phaseAfter(await cancelDeletion(requestId, token, language)));
    underway.current = false;
  };
  return { phase, keep };
};
