import { api } from '../../api/client.ts';
import { replyTo, type Problem, type Trouble } from '../../api/reply.ts';
import { phaseAfter, useDeletionErrand } from '../../link-errand.ts';

/** Where the office stands with the link. */
export type Phase =
  | { readonly kind: 'ready' | 'done' | 'missing' }
  | { readonly kind: 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

interface AcknowledgingByLink {
  readonly phase: Phase;
  readonly isWorking: boolean;
  readonly acknowledge: () => Promise<void>;
}

/** Request and token of the link are read on arrival; nothing is sent before `acknowledge`. */
export const useAcknowledging = (): AcknowledgingByLink => {
  const { requestId, phase, isWorking, run } = useDeletionErrand<Phase>('acknowledge');
  const told = (token: string) => replyTo(api.POST('/deletion-requests/{id}/acknowledge', { params: { path: { id: requestId } }, body: { token } }));
  const acknowledge = () => run(async (token) => phaseAfter(await told(token), (): Phase => ({ kind: 'done' }), (problem): Phase => ({ kind: 'unknown', problem })));
  return { phase, isWorking, acknowledge };
};
