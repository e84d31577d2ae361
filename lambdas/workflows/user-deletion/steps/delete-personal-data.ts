import { accountErased } from '../../../erasure/erase-account.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../../../adapters/key-wrapper.ts';
import type { Store } from '../../../adapters/store.ts';
import { vault, type Vault } from '../../../adapters/vault.ts';
import { isKept } from '../../../domain/kept-back.ts';
import { chunkedStep } from '../../../kit/step.ts';
import { sweptPhase } from '../swept-phase.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly vault: Vault }

/** Children before the account. It goes in the transaction that ends the phase, and with it the address is free: whoever takes it is somebody else. */
export const deletePersonalData = sweptPhase<Ports>({
  phase: 'personal_data', areas: ({ phase, way }) => (phase === 'personal_data' || phase === 'access') && way === 'delete',
  atEnd: ({ subject, now }, ports, { request, kept }) =>
    (isKept(kept, 'identity', now) ? Promise.resolve([]) : accountErased(ports, subject, request)),
});

export const handler = chunkedStep(userDeletion, 'DeletePersonalData', deletePersonalData, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
