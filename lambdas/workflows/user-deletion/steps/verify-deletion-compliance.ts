import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { openSeal, type SealedPerson } from '../../../erasure/seal.ts';
import { verifyChunk } from '../../../erasure/verification.ts';
import { log } from '../../../kit/log.ts';
import { chunkedStep, type ChunkBody } from '../../../kit/step.ts';
import type { RunContext } from '../../../kit/run-context.ts';
import { aboutIt, phaseEnded, type About } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

interface Carried extends About { readonly person: SealedPerson; readonly known: boolean }
async function whomToMiss({ store, vault: keys }: Ports, run: RunContext): Promise<Carried> {
  const about = await aboutIt(store, run);
  const person = await openSeal(store, keys, about.request);
  if (!person && about.request.sealGoneAt === undefined) throw new BusinessRefusal('nobody knows any more what to search for');
  return { ...about, person: person ?? nobodyKnown(about.request.userId), known: person !== undefined };
}

/** What was sealed had become too old: what may not be there is looked for, and what it says cannot be. */
const nobodyKnown = (userId: string): SealedPerson => ({ identity: { userId, blindIndex: 'unknown', values: [] } });

/** Whoever erased does not say that it is done. Where anything is left, it is erased again; what was found is not forgotten on the way. */
export const verifyDeletionCompliance: ChunkBody<Ports, Carried> = async ({ run, step: name, subject, now, checkpoint: before, carried }, ports) => {
  const about = carried ?? await whomToMiss(ports, run);
  const { request } = about;
  const { checkpoint, left } = await verifyChunk(ports.store, { subject, ...about, now }, before);
  if (checkpoint !== undefined) return { more: { checkpoint, carried: about }, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', now })] };
  if (left === 0) return phaseEnded(request, 'verification', { counts: { residue: 0, byValue: about.known ? 1 : 0 }, now });
  log.warn('an erasure has left something', { runId: run.runId, type: run.type, step: name, count: left });
  return { again: true, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', counts: { foundAgain: left }, now })] };
};

export const handler = chunkedStep(userDeletion, 'VerifyDeletionCompliance', verifyDeletionCompliance, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
