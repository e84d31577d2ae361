import { phaseRecorded, readDeletion, type PhaseRecord } from '../../adapters/deletion-requests.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { DeletionPhase, DeletionRequest } from '../../domain/deletion-request.ts';
import { BusinessRefusal } from '../../domain/errors.ts';
import { userDeletionStarted } from '../../domain/events/catalogue.ts';
import type { RunContext } from '../../kit/run-context.ts';
import type { Effect } from '../../kit/step.ts';

/** The request that the run carries out. */
export async function requestOf(store: Store, { tenantId, data }: RunContext): Promise<DeletionRequest> {
  const { requestId } = userDeletionStarted.data.parse(data);
  const request = await readDeletion(store, { tenantId, requestId });
  if (!request) throw new BusinessRefusal('there is no such deletion');
  return request;
}

type Ended = Omit<PhaseRecord, 'status'> & { readonly writes?: readonly Write[] };
/** A phase has ended: in the transaction of its last effects, with what it counted, and told. */
export const phaseEnded = (request: DeletionRequest, phase: DeletionPhase, { writes = [], ...record }: Ended): Effect => ({
  writes: [phaseRecorded(request, phase, { ...record, status: 'DONE' }), ...writes], event: { userId: request.userId, requestId: request.requestId, phase },
});
