import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { leftOut } from '../../../adapters/deletion-progress.ts';
import { readKeptBack } from '../../../adapters/kept-back.ts';
import { holdStands } from '../../../adapters/legal-holds.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { keptCategories } from '../../../domain/kept-back.ts';
import { openSeal, unknownPerson } from '../../../erasure/seal.ts';
import { residueOf } from '../../../erasure/verification.ts';
import { log } from '../../../kit/log.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { phaseEnded, requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** Whoever erased does not say that it is done. Where anything is left, it is erased again. */
export const verifyDeletionCompliance: StepBody<Ports> = async ({ run, step: name, subject, now }, ports) => {
  const request = await requestOf(ports.store, run);
  const kept = await readKeptBack(ports.store, request);
  const person = await openSeal(ports.store, ports.vault, request);
  if (!person && request.sealGoneAt === undefined) throw new BusinessRefusal('nobody knows any more what to search for');
  const known = person ?? unknownPerson(subject.userId);
  const residue = await residueOf(ports.store, { subject, request, person: known, kept, now });
  if (residue.length === 0) {
    return phaseEnded(request, 'verification', {
      counts: { residue: 0, byValue: known.identity.values.length > 0 ? 1 : 0 }, now, writes: [leftOut(request, keptCategories(kept, now)), holdStands(subject, kept.hold)],
    });
  }
  log.warn('an erasure has left something', { runId: run.runId, type: run.type, step: name, count: residue.length });
  return { again: true, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', counts: { foundAgain: residue.length }, now })] };
};

export const handler = step(userDeletion, 'VerifyDeletionCompliance', verifyDeletionCompliance, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
