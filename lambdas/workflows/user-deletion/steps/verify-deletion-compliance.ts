import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { leftOut, readPlan } from '../../../adapters/deletion-progress.ts';
import { holdStands } from '../../../adapters/legal-holds.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { keptCategories } from '../../../domain/kept-back.ts';
import type { DataCategory } from '../../../domain/legal-hold.ts';
import { openSeal, unknownPerson, type SealedPerson } from '../../../erasure/seal.ts';
import { verifyChunk } from '../../../erasure/verification.ts';
import { log } from '../../../kit/log.ts';
import { chunkedStep, type ChunkBody } from '../../../kit/step.ts';
import type { ChunkInput } from '../../../kit/work.ts';
import { aboutIt, phaseEnded, type About } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

interface Carried extends About { readonly person: SealedPerson; readonly passedOver: readonly DataCategory[] }
async function whomToMiss({ store, vault: keys }: Ports, { run, subject, checkpoint }: ChunkInput<Carried>): Promise<Carried> {
  const about = await aboutIt(store, run);
  const { request } = about;
  const [person, plan] = await Promise.all([openSeal(store, keys, request), checkpoint === undefined ? undefined : readPlan(store, request)]);
  // What was sealed may have become too old: what may not be there is looked for, and what it says cannot be.
  if (!person && request.sealGoneAt === undefined) throw new BusinessRefusal('nobody knows any more what to search for');
  return { ...about, person: person ?? unknownPerson(subject.userId), passedOver: plan?.leftOut ?? [] };
}

/**
 * Whoever erased does not say that it is done. Where anything is left, it is erased again; what was found is not forgotten on the way, and
 * neither is what was passed over because it was kept at that moment.
 */
export const verifyDeletionCompliance: ChunkBody<Ports, Carried> = async (input, ports) => {
  const { run, step: name, subject, now, checkpoint: before } = input;
  const about = input.carried ?? await whomToMiss(ports, input);
  const { request, kept, person } = about;
  const { checkpoint, left, places } = await verifyChunk(ports.store, { subject, ...about, now }, before);
  const passedOver = [...new Set([...about.passedOver, ...keptCategories(kept, now)])];
  const known = [leftOut(request, passedOver), holdStands(subject, kept.hold)];
  if (checkpoint !== undefined) return { more: { checkpoint, carried: { ...about, passedOver } }, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', places, now }), ...known] };
  if (left === 0) return phaseEnded(request, 'verification', { countedAnew: { residue: 0, byValue: person.identity.values.length > 0 ? 1 : 0 }, now, writes: known });
  log.warn('an erasure has left something', { runId: run.runId, type: run.type, step: name, count: left });
  return { again: true, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', counts: { foundAgain: left }, places, now })] };
};

export const handler = chunkedStep(userDeletion, 'VerifyDeletionCompliance', verifyDeletionCompliance, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
