import { api, type Answer } from '../../api/client.ts';
import { replyTo, type Problem, type Trouble } from '../../api/reply.ts';
import { phaseAfter, useLinkErrand } from '../../link-errand.ts';

/** Where the person stands with the link. `already` is a good end too; `requested`: a new mail was asked for. */
export type Phase =
  | { readonly kind: 'ready' | 'verified' | 'active' | 'missing' | 'requested' }
  | { readonly kind: 'already' | 'expired' | 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Nobody is told that he is confirmed by an answer that says something else. */
const confirmed = ({ status }: Answer<'/auth/verify-email', 'post'>): Phase =>
  (status === 'verified' || status === 'active' ? { kind: status } : { kind: 'trouble', trouble: { cause: 'failing' } });

const refused = (problem: Problem): Phase => {
  if (problem.type.endsWith('/already-verified')) return { kind: 'already', problem };
  if (problem.type.endsWith('/token-expired')) return { kind: 'expired', problem };
  return { kind: 'unknown', problem };
};

/** Safe to repeat: the second time it is refused as already verified. */
const verify = (token: string) => replyTo(api.POST('/auth/verify-email', { body: { token } }));

export const useVerification = () => {
  const { phase, isWorking, run, moveTo } = useLinkErrand<Phase>('token', (hasToken) => ({ kind: hasToken ? 'ready' : 'missing' }));
  const confirm = () => run(async (token) => phaseAfter(await verify(token), confirmed, refused));
  return { phase, isWorking, confirm, newMailRequested: () => moveTo({ kind: 'requested' }) };
};
