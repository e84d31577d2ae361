import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { placeGivenBack } from '../../../adapters/gate.ts';
import { addressKey, authorizationKey, credentialKey, readAuthorization, readUser, removed, tokenKey, userKey, type Subject, type User } from '../../../adapters/identity.ts';
import { invitationGivenBack, readInvitation } from '../../../adapters/invitations.ts';
import { bindingsForgotten, readBindings } from '../../../adapters/role-bindings.ts';
import { readUndo } from '../../../adapters/run-ledger.ts';
import { asRead, equal, type Store, type Write } from '../../../adapters/store.ts';
import { personKeyKey } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { undo, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

/**
 * The address is free again and the person's key destroyed, so nothing that was stored about the person can be read any more.
 * Not before the person was told: afterwards nobody could. What the account had taken of its tenant goes back with it, so that the
 * person may come again; and so do roles that others granted meanwhile: this run's own are another undo's.
 */
export const releaseEmailAddress: UndoBody<{ store: Store }> = async ({ subject, run }, { store }) => {
  const [user, seen, bindings, notice] = await Promise.all([
    readUser(store, subject), readAuthorization(store, subject), readBindings(store, subject), readUndo(store, run.runId, 'NotifyRegistrationFailed')]);
  if (!user) return {};
  if (notice?.status !== 'DONE' && notice?.status !== 'SKIPPED') throw new BusinessRefusal('the person has not been told yet');
  return {
    writes: [
      { table: 'identity', delete: userKey(subject), if: equal('status', 'pending_verification') },
      { table: 'identity', delete: addressKey(subject.tenantId, user.blindIndex), if: equal('userId', subject.userId) },
      removed(credentialKey(subject)), removed(tokenKey(subject, 'verify-email')),
      { table: 'identity', delete: authorizationKey(subject), if: asRead('permissionEpoch', seen?.permissionEpoch) },
      ...bindingsForgotten(subject, bindings.filter(({ grantedByRun }) => grantedByRun !== run.runId)),
      { table: 'keys', delete: personKeyKey(subject) },
      ...(user.gateShard === undefined ? [] : [placeGivenBack(subject.tenantId, user.gateShard)]), ...await invitationBack(store, subject, user),
    ],
  };
};

/** An invitation that has expired or was withdrawn meanwhile is none to give back. */
async function invitationBack(store: Store, { tenantId, userId }: Subject, { invitationId }: User): Promise<readonly Write[]> {
  if (invitationId === undefined) return [];
  const invitation = { tenantId, userId: invitationId };
  return (await readInvitation(store, invitation))?.usedBy === userId ? [invitationGivenBack(invitation, userId)] : [];
}

export const handler = undo(userRegistration, 'ReleaseEmailAddress', releaseEmailAddress, () => ({ store: dynamodbStore() }));
