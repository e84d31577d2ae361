import { phaseRecorded } from '../../adapters/deletion-requests.ts';
import { holdStands } from '../../adapters/legal-holds.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { DeletionPhase } from '../../domain/deletion-request.ts';
import { isKept } from '../../domain/kept-back.ts';
import { dispositionsOf, type Disposition } from '../../erasure/plan.ts';
import { sweepChunk, type Found } from '../../erasure/sweep.ts';
import type { ChunkBody, Effect } from '../../kit/step.ts';
import type { ChunkInput } from '../../kit/work.ts';
import { aboutIt, phaseEnded, type About } from './deletion.ts';

/** What one call knows from chunk to chunk; that the hold is as it was read each checkpoint makes sure. */
interface Carried extends About { readonly found: Found }

export interface Swept<Ports> {
  readonly phase: DeletionPhase;
  readonly areas: (each: Disposition) => boolean;
  /** Where several steps work at the phase at once, which one this is; none of them tells the end of it. */
  readonly part?: string;
  /** What belongs into the transaction that ends it. */
  readonly atEnd?: (input: ChunkInput<Carried>, ports: Ports, about: About) => Promise<readonly Write[]>;
}

/** A phase that goes through what its part of the plan names, chunk by chunk. What is held is left out, from the moment on at which it is. */
export const sweptPhase = <Ports extends { readonly store: Store }>({ phase, areas, part, atEnd }: Swept<Ports>): ChunkBody<Ports, Carried> => async (input, ports) => {
  const { subject, now } = input;
  const { request, kept } = input.carried ?? await aboutIt(ports.store, input.run);
  const { more, counts, writes: swept } = await sweepChunk(ports.store, dispositionsOf(subject).filter((each) => areas(each) && !isKept(kept, each.category, now)), { ...input, carried: input.carried?.found });
  const record = { ...(part !== undefined && { part }), now };
  if (more) return { more: { checkpoint: more.checkpoint, carried: { request, kept, found: more.carried } }, writes: [phaseRecorded(request, phase, { ...record, status: 'RUNNING', counts }), holdStands(subject, kept.hold), ...swept] };
  const writes = [holdStands(subject, kept.hold), ...swept, ...await atEnd?.(input, ports, { request, kept }) ?? []];
  return part === undefined ? phaseEnded(request, phase, { ...record, counts, writes }) : { writes: [phaseRecorded(request, phase, { ...record, status: 'DONE', counts }), ...writes] } satisfies Effect;
};
