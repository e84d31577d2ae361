import type { DeletionRequest } from '../domain/deletion-request.ts';
import type { KeptBack } from '../domain/kept-back.ts';
import { readPlan } from './deletion-progress.ts';
import { readHold } from './legal-holds.ts';
import type { Store } from './store.ts';

/** What is left out of this deletion: the hold as it is now, the periods as they were when her data was looked through. */
export async function readKeptBack(store: Store, request: Pick<DeletionRequest, 'tenantId' | 'userId' | 'requestId'>): Promise<KeptBack> {
  const { tenantId, userId } = request;
  const [hold, plan] = await Promise.all([readHold(store, { tenantId, userId }), readPlan(store, request)]);
  return { hold, retention: plan?.retention ?? [] };
}
