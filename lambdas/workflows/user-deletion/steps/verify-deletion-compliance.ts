import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { leftOut } from '../../../adapters/deletion-progress.ts';
import { holdStands } from '../../../adapters/legal-holds.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { keptCategories } from '../../../domain/kept-back.ts';
import { openSeal, unknownPerson, type SealedPerson } from '../../../erasure/seal.ts';
import { verifyChunk } from '../../../erasure/verification.ts';
import { log } from '../../../kit/log.ts';
import { chunkedStep, type ChunkBody } from '../../../kit/step.ts';
import type { RunContext } from '../../../kit/run-context.ts';
import { aboutIt, phaseEnded, type About } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

interface Carried extends About { readonly person: SealedPerson }
/** Where what was sealed had become too old, what may not be there is looked for, and what it says cannot be. */
async function whomToMiss({ store, vault: keys }: Ports, run: RunContext): Promise<Carried> {
  const about = await aboutIt(store, run);
  const person = await openSeal(store, keys, about.request);
  if (!person && about.request.sealGoneAt === undefined) throw new BusinessRefusal('nobody knows any more what to search for');
  return { ...about, person: person ?? unknownPerson(about.request.userId) };
}

/** Whoever erased does not say that it is done. Where anything is left, it is erased again; what was found is not forgotten on the way. */
export const verifyDeletionCompliance: ChunkBody<Ports, Carried> = async ({ run, step: name, subject, now, checkpoint: before, carried }, ports) => {
  const about = carried ?? await whomToMiss(ports, run);
  const { request, kept, person } = about;
  const { checkpoint, left } = await verifyChunk(ports.store, { subject, request, person, kept, now }, before);
  if (checkpoint !== undefined) return { more: { checkpoint, carried: about }, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', now }), holdStands(subject, kept.hold)] };
  if (left === 0) {
    return phaseEnded(request, 'verification', {
      counts: { residue: 0, byValue: person.identity.values.length > 0 ? 1 : 0 }, now, writes: [leftOut(request, keptCategories(kept, now)), holdStands(subject, kept.hold)],
    });
  }
  log.warn('an erasure has left something', { runId: run.runId, type: run.type, step: name, count: left });
  return { again: true, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', counts: { foundAgain: left }, now })] };
};

export const handler = chunkedStep(userDeletion, 'VerifyDeletionCompliance', verifyDeletionCompliance, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
