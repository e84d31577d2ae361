import { accountReleased } from '../../../accounts/release-account.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser } from '../../../adapters/identity.ts';
import { readUndo } from '../../../adapters/run-ledger.ts';
import { equal, type Store } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { undo, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

/** Not before the person was told: afterwards nobody could. */
export const releaseEmailAddress: UndoBody<{ store: Store }> = async ({ subject, run }, { store }) => {
  const [user, notice] = await Promise.all([readUser(store, subject), readUndo(store, run.runId, 'NotifyRegistrationFailed')]);
  // Of whoever is being deleted the deletion removes all there is.
  if (!user || user.status === 'deletion_pending' || user.status === 'deleting') return {};
  if (notice?.status !== 'DONE' && notice?.status !== 'SKIPPED') throw new BusinessRefusal('the person has not been told yet');
  return { writes: await accountReleased(store, subject, user, equal('status', 'pending_verification'), run.runId) };
};

export const handler = undo(userRegistration, 'ReleaseEmailAddress', releaseEmailAddress, () => ({ store: dynamodbStore() }));
