import { phaseRecorded } from '../../adapters/deletion-requests.ts';
import { readKeptBack } from '../../adapters/kept-back.ts';
import { holdStands } from '../../adapters/legal-holds.ts';
import type { Store, Write } from '../../adapters/store.ts';
import type { DeletionPhase, DeletionRequest } from '../../domain/deletion-request.ts';
import { isKept, type KeptBack } from '../../domain/kept-back.ts';
import { dispositionsOf, type Disposition } from '../../erasure/plan.ts';
import { sweepChunk, type Found } from '../../erasure/sweep.ts';
import type { ChunkBody, Effect } from '../../kit/step.ts';
import type { ChunkInput, StepInput } from '../../kit/work.ts';
import { phaseEnded, requestOf } from './deletion.ts';

/** What one call knows from chunk to chunk; that the hold is as it was read each checkpoint makes sure. */
interface About { readonly request: DeletionRequest; readonly kept: KeptBack }
interface Carried extends About { readonly found: Found }
async function aboutIt(store: Store, { run }: StepInput): Promise<About> {
  const request = await requestOf(store, run);
  return { request, kept: await readKeptBack(store, request) };
}

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
  const { request, kept } = input.carried ?? await aboutIt(ports.store, input);
  const { more, counts } = await sweepChunk(ports.store, dispositionsOf(subject).filter((each) => areas(each) && !isKept(kept, each.category, now)), { ...input, carried: input.carried?.found });
  const record = { ...(part !== undefined && { part }), now };
  if (more) return { more: { checkpoint: more.checkpoint, carried: { request, kept, found: more.carried } }, writes: [phaseRecorded(request, phase, { ...record, status: 'RUNNING', counts }), holdStands(subject, kept.hold)] };
  const writes = [holdStands(subject, kept.hold), ...await atEnd?.(input, ports, { request, kept }) ?? []];
  return part === undefined ? phaseEnded(request, phase, { ...record, writes }) : { writes: [phaseRecorded(request, phase, { ...record, status: 'DONE' }), ...writes] } satisfies Effect;
};
