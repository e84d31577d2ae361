import { openDeletionOf, readDeletion } from '../../adapters/deletion-requests.ts';
import type { Subject, User } from '../../adapters/identity.ts';
import type { Store } from '../../adapters/store.ts';
import type { DeletionRequest } from '../../domain/deletion-request.ts';

/** The deletion that is under way, also of somebody who is erased but for what is kept back. */
export const openDeletion = async (store: Store, subject: Subject, user: User | undefined): Promise<DeletionRequest | undefined> => {
  if (!user) return openDeletionOf(store, subject);
  return user.deletionRequestId === undefined ? undefined : readDeletion(store, { tenantId: subject.tenantId, requestId: user.deletionRequestId });
};
