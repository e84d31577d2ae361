import { deletionKey, parseDeletion, phaseRecorded, readDeletion, type NamedDeletion, type PhaseRecord } from '../../adapters/deletion-requests.ts';
import { holdKey, parseHold } from '../../adapters/legal-holds.ts';
import type { Store, Write } from '../../adapters/store.ts';
import { keptBackOf, type DeletionPhase, type DeletionRequest } from '../../domain/deletion-request.ts';
import type { KeptBack } from '../../domain/kept-back.ts';
import { BusinessRefusal } from '../../domain/errors.ts';
import { userDeletionStarted } from '../../domain/events/catalogue.ts';
import { subjectOf, type RunContext } from '../../kit/run-context.ts';
import type { Effect } from '../../kit/step.ts';

const named = ({ tenantId, data }: RunContext): NamedDeletion => ({ tenantId, requestId: userDeletionStarted.data.parse(data).requestId });

export interface About { readonly request: DeletionRequest; readonly kept: KeptBack }
/** The request that the run carries out, and what is kept back of the person meanwhile. */
export async function aboutIt(store: Store, run: RunContext): Promise<About> {
  const [item, hold] = await store.getMany([deletionKey(named(run)), holdKey(subjectOf(run))].map((key) => ({ table: 'ledger', key })));
  if (!item) throw new BusinessRefusal('there is no such deletion');
  const request = parseDeletion(item);
  return { request, kept: keptBackOf(request, hold && parseHold(hold)) };
}

/** The request alone, for whom no hold concerns. */
export async function requestOf(store: Store, run: RunContext): Promise<DeletionRequest> {
  const request = await readDeletion(store, named(run));
  if (!request) throw new BusinessRefusal('there is no such deletion');
  return request;
}

type Ended = Omit<PhaseRecord, 'status'> & { readonly writes?: readonly Write[] };
/** A phase has ended: in the transaction of its last effects, with what it counted, and told. */
export const phaseEnded = (request: DeletionRequest, phase: DeletionPhase, { writes = [], ...record }: Ended): Effect => ({
  writes: [phaseRecorded(request, phase, { ...record, status: 'DONE' }), ...writes], event: { userId: request.userId, requestId: request.requestId, phase },
});
