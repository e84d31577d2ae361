import { retentionOf, type DeletionRequest } from '../domain/deletion-request.ts';
import type { KeptBack } from '../domain/kept-back.ts';
import { readHold } from './legal-holds.ts';
import type { Store } from './store.ts';

/** What is left out of this deletion: the hold as it is now, the periods as they were promised when it was asked for. */
export const readKeptBack = async (store: Store, request: DeletionRequest): Promise<KeptBack> =>
  ({ hold: await readHold(store, { tenantId: request.tenantId, userId: request.userId }), retention: retentionOf(request) });
