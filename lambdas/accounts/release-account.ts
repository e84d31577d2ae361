import { activityForgotten } from '../adapters/activity.ts';
import { placeGivenBack } from '../adapters/gate.ts';
import { addressKey, authorizationKey, credentialKey, readAuthorization, removed, tokenKey, userKey, type Subject, type User } from '../adapters/identity.ts';
import { invitationGivenBack, readInvitation } from '../adapters/invitations.ts';
import { bindingsForgotten, readBindings } from '../adapters/role-bindings.ts';
import { asRead, equal, type Condition, type Store, type Write } from '../adapters/store.ts';
import { personKeyKey } from '../adapters/vault.ts';

/**
 * The address is free again and the person's key destroyed, so nothing that was stored about the person can be read any more.
 * What the account had taken of its tenant goes back with it, so that the person may come again; and so do roles that others granted meanwhile.
 * @param stands as it must still be, else nothing of this happens
 * @param run whose own grants are another undo's to take back
 */
export async function accountReleased(store: Store, subject: Subject, user: User, stands: Condition, run?: string): Promise<readonly Write[]> {
  const [seen, bindings, activity] = await Promise.all([readAuthorization(store, subject), readBindings(store, subject), activityForgotten(store, subject)]);
  return [
    { table: 'identity', delete: userKey(subject), if: stands },
    { table: 'identity', delete: addressKey(subject.tenantId, user.blindIndex), if: equal('userId', subject.userId) },
    removed(credentialKey(subject)), removed(tokenKey(subject, 'verify-email')),
    { table: 'identity', delete: authorizationKey(subject), if: asRead('permissionEpoch', seen?.permissionEpoch) },
    ...bindingsForgotten(subject, bindings.filter(({ grantedByRun }) => run === undefined || grantedByRun !== run)),
    ...activity, { table: 'keys', delete: personKeyKey(subject) },
    ...(user.gateShard === undefined ? [] : [placeGivenBack(subject.tenantId, user.gateShard)]), ...await invitationBack(store, subject, user),
  ];
}

/** An invitation that has expired or was withdrawn meanwhile is none to give back. */
async function invitationBack(store: Store, { tenantId, userId }: Subject, { invitationId }: User): Promise<readonly Write[]> {
  if (invitationId === undefined) return [];
  const invitation = { tenantId, userId: invitationId };
  return (await readInvitation(store, invitation))?.usedBy === userId ? [invitationGivenBack(invitation, userId)] : [];
}
