import { useRef, useState } from 'preact/hooks';
import type { Problem, Reply, Trouble } from './api/reply.ts';
import { useLinkToken } from './link-token.ts';

interface TroublePhase { readonly kind: 'trouble'; readonly trouble: Trouble }

/** Where the reader stands after a reply; trouble is the same wherever a link leads. */
export const phaseAfter = <T, P>(reply: Reply<T>, answered: (value: T) => P, refused: (problem: Problem) => P): P | TroublePhase => {
  if (reply.kind === 'answer') return answered(reply.value);
  return reply.kind === 'refusal' ? refused(reply.problem) : { kind: 'trouble', trouble: reply };
};

/** What the service said that led to this phase, if it said anything. */
export const problemBehind = ({ problem, trouble }: { readonly kind: string; readonly problem?: Problem; readonly trouble?: Trouble }) =>
  problem ?? trouble?.problem;

interface LinkErrand<P> {
  readonly phase: P;
  readonly isWorking: boolean;
  readonly run: (act: (token: string) => Promise<P>) => Promise<void>;
  readonly moveTo: (phase: P) => void;
}

/**
 * What a person came for by the link of a mail. Nothing is sent before `run`, and never twice at once. While an answer is awaited
 * the phase stays what it was: nothing on the page moves away under the hand that pressed the button.
 */
export const useLinkErrand = <P>(name: string, atArrival: (hasToken: boolean) => P): LinkErrand<P> => {
  const token = useLinkToken(name);
  const [phase, setPhase] = useState(() => atArrival(token !== ''));
  const [isWorking, setWorking] = useState(false);
  const underway = useRef(false);
  const run = async (act: (token: string) => Promise<P>) => {
    if (underway.current) return;
    underway.current = true;
    setWorking(true);
    setPhase(await act(token));
    setWorking(false);
    underway.current = false;
  };
  return { phase, isWorking, run, moveTo: (next) => setPhase(next) };
};

const requestInAddress = () => new URLSearchParams(location.search).get('request') ?? '';

/** The same about a deletion: the link names its request beside the token, and leads nowhere without both. */
export const useDeletionErrand = <P extends { readonly kind: string }>(name: string): LinkErrand<P | { readonly kind: 'ready' | 'missing' }> & { readonly requestId: string } => {
  // Before the token is taken, which leaves the bare path in the address bar.
  const [requestId] = useState(requestInAddress);
  const errand = useLinkErrand<P | { readonly kind: 'ready' | 'missing' }>(name, (hasToken) => ({ kind: requestId && hasToken ? 'ready' : 'missing' }));
  return { ...errand, requestId };
};
