import { api } from '../../api/client.ts';
import { replyTo, type FieldError, type Problem, type Trouble } from '../../api/reply.ts';
import { phaseAfter, useLinkErrand } from '../../link-errand.ts';

/** Where the person stands with the link. `weak`: the password would be guessed, the link stays good; `requested`: a link was asked for. */
export type Phase =
  | { readonly kind: 'ready' | 'done' | 'missing' | 'requested' }
  | { readonly kind: 'weak'; readonly error: FieldError }
  | { readonly kind: 'used' | 'expired' | 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const refused = (problem: Problem): Phase => {
  const atPassword = problem.errors?.find(({ pointer }) => pointer === '/password');
  if (atPassword) return { kind: 'weak', error: atPassword };
  if (problem.type.endsWith('/reset-used')) return { kind: 'used', problem };
  if (problem.type.endsWith('/reset-expired')) return { kind: 'expired', problem };
  return { kind: 'unknown', problem };
};

export const useResetting = () => {
  const { phase, isWorking, run, moveTo } = useLinkErrand<Phase>('reset', (hasToken) => ({ kind: hasToken ? 'ready' : 'missing' }));
  const set = (password: string) => run(async (token) =>
    phaseAfter(await replyTo(api.POST('/auth/reset-password', { body: { token, password } })), (): Phase => ({ kind: 'done' }), refused));
  return { phase, isWorking, set, linkRequested: () => moveTo({ kind: 'requested' }) };
};
