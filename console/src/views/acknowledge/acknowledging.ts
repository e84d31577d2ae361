import { useState } from 'preact/hooks';
import type { Problem, Trouble } from '../../api.ts';
import { acknowledgeDeletion } from '../../api.ts';
import type { Language } from '../../language.tsx';
import { phaseAfter, useLinkErrand } from '../../link-errand.ts';

/** Where the office stands with the link. */
export type Phase =
  | { readonly kind: 'ready' | 'done' | 'missing' }
  | { readonly kind: 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const requestInAddress = () => new URLSearchParams(location.search).get('request') ?? '';

interface AcknowledgingByLink {
  readonly phase: Phase;
  readonly isWorking: boolean;
  readonly acknowledge: () => Promise<void>;
}

/** Request and token of the link are read on arrival; nothing is sent before `acknowledge`. */
export const useAcknowledging = (language: Language): AcknowledgingByLink => {
  // Before the token is taken, which leaves the bare path in the address bar.
  const [requestId] = useState(requestInAddress);
  const { phase, isWorking, run } = useLinkErrand<Phase>('acknowledge', (hasToken) => ({ kind: requestId && hasToken ? 'ready' : 'missing' }));
  const acknowledge = () => run(async (token) =>
    phaseAfter(await acknowledgeDeletion(requestId, token, language), (): Phase => ({ kind: 'done' }), (problem): Phase => ({ kind: 'unknown', problem })));
  return { phase, isWorking, acknowledge };
};
