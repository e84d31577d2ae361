import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { replyTo, type Problem, type Trouble } from '../../api/reply.ts';
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
export const useAcknowledging = (): AcknowledgingByLink => {
  // Before the token is taken, which leaves the bare path in the address bar.
  const [requestId] = useState(requestInAddress);
  const { phase, isWorking, run } = useLinkErrand<Phase>('acknowledge', (hasToken) => ({ kind: requestId && hasToken ? 'ready' : 'missing' }));
  const told = (token: string) => replyTo(api.POST('/deletion-requests/{id}/acknowledge', { params: { path: { id: requestId } }, body: { token } }));
  const acknowledge = () => run(async (token) => phaseAfter(await told(token), (): Phase => ({ kind: 'done' }), (problem): Phase => ({ kind: 'unknown', problem })));
  return { phase, isWorking, acknowledge };
};
