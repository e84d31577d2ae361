import { invitationUsed, readInvitation } from '../../adapters/invitations.ts';
import type { Subject } from '../../adapters/identity.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { Vault } from '../../adapters/vault.ts';
import { parseToken, sameHash, type BearerToken } from '../../domain/bearer-token.ts';
import { isGood } from '../../domain/invitation.ts';
import { letsIn, type Tenant } from '../../domain/tenant.ts';
import { Problem } from '../../kit/problem.ts';

/** By which right somebody joins: the tenant's policy, or an invitation that is used up by it. */
export interface Admission { readonly invitationId?: string; readonly use?: (userId: string) => Write }
interface Request { readonly tenantId: string; readonly email: string; readonly invitationToken?: string | undefined }

/**
 * Decided by the request alone, and before anybody looks whether the address is known. Whom the policy lets in uses an invitation up
 * all the same, because it may bring a role; one that is no good is then simply none.
 * @throws Problem 403 that points to what is missing
 */
export async function admission(ports: { store: Store; vault: Vault }, tenant: Tenant, request: Request, now: Date): Promise<Admission> {
  const token = parseToken(request.invitationToken ?? '');
  if (token && await invites(ports, token, request, now)) return { invitationId: token.userId, use: (userId) => invitationUsed(token, token.hash, userId) };
  if (!letsIn(tenant.registrationPolicy, request.email)) throw notAllowed(tenant);
  return {};
}

async function invites({ store, vault }: { store: Store; vault: Vault }, token: BearerToken, { tenantId, email }: Request, now: Date): Promise<boolean> {
  if (token.tenantId !== tenantId) return false;
  const [invitation, blindIndex] = await Promise.all([readInvitation(store, invited(token)), vault.blindIndex(tenantId, email)]);
  return invitation !== undefined && isGood(invitation, now) && sameHash(invitation.hash, token.hash) && sameHash(invitation.blindIndex, blindIndex);
}

const invited = ({ tenantId, userId }: BearerToken): Subject => ({ tenantId, userId });

/** The same for a link that is unknown, used, too old, withdrawn or somebody else's. */
export const notAllowed = ({ registrationPolicy: policy }: Tenant): Problem => new Problem('registration-not-allowed', [policy === 'invitation'
  ? { pointer: '/invitationToken', code: 'not-invited' } : { pointer: '/email', code: 'domain-not-allowed' }]);
