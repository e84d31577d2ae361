import { phaseRecorded } from '../../adapters/deletion-requests.ts';
import { holdStands, readHold } from '../../adapters/legal-holds.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { DeletionPhase, DeletionRequest } from '../../domain/deletion-request.ts';
import type { LegalHold } from '../../domain/legal-hold.ts';
import { dispositionsOf, isHeldBy, type Disposition } from '../../erasure/plan.ts';
import { sweepChunk, type Found } from '../../erasure/sweep.ts';
import type { ChunkBody, Effect } from '../../kit/step.ts';
import type { ChunkInput } from '../../kit/work.ts';
import { phaseEnded, requestOf } from './deletion.ts';

export interface Swept<Ports> {
  readonly phase: DeletionPhase;
  readonly areas: (each: Disposition) => boolean;
  /** Where several steps work at the phase at once, which one this is; none of them tells the end of it. */
  readonly part?: string;
  /** What belongs into the transaction that ends it. */
  readonly atEnd?: (input: ChunkInput<Found>, ports: Ports, about: { readonly request: DeletionRequest; readonly hold: LegalHold | undefined }) => Promise<readonly Write[]>;
}

/** A phase that goes through what its part of the plan names, chunk by chunk. What is held is left out, from the moment on at which it is. */
export const sweptPhase = <Ports extends { readonly store: Store }>({ phase, areas, part, atEnd }: Swept<Ports>): ChunkBody<Ports, Found> => async (input, ports) => {
  const { subject, now } = input;
  const [request, hold] = await Promise.all([requestOf(ports.store, input.run), readHold(ports.store, subject)]);
  const held = isHeldBy(hold, now);
  const { more, counts } = await sweepChunk(ports.store, dispositionsOf(subject).filter((each) => areas(each) && !held(each)), input);
  const record = { ...(part !== undefined && { part }), now };
  if (more) return { more, writes: [phaseRecorded(request, phase, { ...record, status: 'RUNNING', counts }), holdStands(subject, hold)] };
  const writes = [holdStands(subject, hold), ...await atEnd?.(input, ports, { request, hold }) ?? []];
  return part === undefined ? phaseEnded(request, phase, { ...record, writes }) : { writes: [phaseRecorded(request, phase, { ...record, status: 'DONE' }), ...writes] } satisfies Effect;
};
