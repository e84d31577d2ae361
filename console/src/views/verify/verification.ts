import type { Problem, Trouble } from '../../api.ts';
import { verifyEmail } from '../../api.ts';
import type { Language } from '../../language.tsx';
import { phaseAfter, useLinkErrand } from '../../link-errand.ts';

/** Where the person stands with the link. `already` is a good end too; `requested`: a new mail was asked for. */
export type Phase =
  | { readonly kind: 'ready' | 'verified' | 'active' | 'missing' | 'requested' }
  | { readonly kind: 'already' | 'expired' | 'unknown'; readonly problem: Problem }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

const refused = (problem: Problem): Phase => {
  if (problem.type.endsWith('/already-verified')) return { kind: 'already', problem };
  if (problem.type.endsWith('/token-expired')) return { kind: 'expired', problem };
  return { kind: 'unknown', problem };
};

export const useVerification = (language: Language) => {
  const { phase, isWorking, run, moveTo } = useLinkErrand<Phase>('token', (hasToken) => ({ kind: hasToken ? 'ready' : 'missing' }));
  const confirm = () => run(async (token) => phaseAfter(await verifyEmail(token, language), ({ status }): Phase => ({ kind: status }), refused));
  return { phase, isWorking, confirm, newMailRequested: () => moveTo({ kind: 'requested' }) };
};
