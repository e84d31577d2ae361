import { api } from '../../api/client.ts';
import { replyTo, type Problem, type Trouble } from '../../api/reply.ts';
import { phaseAfter, useDeletionErrand } from '../../link-errand.ts';

/** Where the person stands with the link. `late`: the deletion has begun, and nothing leads back. */
export type Phase =
  | { readonly kind: 'ready' | 'done' | 'missing' }
  | { readonly kind: 'late' | 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const refused = (problem: Problem): Phase => ({ kind: problem.type.endsWith('/past-the-pivot') ? 'late' : 'unknown', problem });

interface KeepingByLink {
  readonly phase: Phase;
  readonly isWorking: boolean;
  readonly keep: () => Promise<void>;
}

/** Request and token of the link are read on arrival; nothing is sent before `keep`. */
export const useKeeping = (): KeepingByLink => {
  const { requestId, phase, isWorking, run } = useDeletionErrand<Phase>('cancel');
  const cancel = (token: string) => replyTo(api.POST('/deletion-requests/{id}/cancel', { params: { path: { id: requestId } }, body: { token } }));
  const keep = () => run(async (token) => phaseAfter(await cancel(token), (): Phase => ({ kind: 'done' }), refused));
  return { phase, isWorking, keep };
};
