import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import { readHold } from '../../../adapters/legal-holds.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { openSeal, type SealedPerson } from '../../../erasure/seal.ts';
import { residueOf } from '../../../erasure/verification.ts';
import { log } from '../../../kit/log.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { phaseEnded, requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** Whoever erased does not say that it is done. Where anything is left, it is erased again. */
export const verifyDeletionCompliance: StepBody<Ports> = async ({ run, step: name, subject, now }, ports) => {
  const [request, hold] = await Promise.all([requestOf(ports.store, run), readHold(ports.store, subject)]);
  const person = await openSeal(ports.store, ports.vault, request);
  if (!person && request.sealGoneAt === undefined) throw new BusinessRefusal('nobody knows any more what to search for');
  const residue = await residueOf(ports.store, { subject, request, person: person ?? nobodyKnown(subject.userId), hold, now });
  if (residue.length === 0) return phaseEnded(request, 'verification', { counts: { residue: 0, byValue: person ? 1 : 0 }, now });
  log.warn('an erasure has left something', { runId: run.runId, type: run.type, step: name, count: residue.length });
  return { again: true, writes: [phaseRecorded(request, 'verification', { status: 'RUNNING', counts: { foundAgain: residue.length }, now })] };
};

/** What was sealed had become too old: what may not be there is looked for, and what it says cannot be. */
const nobodyKnown = (userId: string): SealedPerson => ({ identity: { userId, blindIndex: 'unknown', values: [] } });

export const handler = step(userDeletion, 'VerifyDeletionCompliance', verifyDeletionCompliance, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
