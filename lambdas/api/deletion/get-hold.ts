import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readUser } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { readHold } from '../../adapters/legal-holds.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { actionsOnHold, holdView } from './hold-view.ts';
import { openDeletion } from './open-deletion.ts';
import { getHold } from './routes.ts';

/** A hold outlives the account; of whoever has neither nobody is known. */
export const handler = endpoint(getHold, async ({ params: { id: userId }, caller: { tenantId } }, { store, vault: keys }: { readonly store: Store; readonly vault: Vault }) => {
  const subject = { tenantId, userId };
  const [user, hold] = await Promise.all([readUser(store, subject), readHold(store, subject)]);
  if (!user && !hold) throw new Problem('not-found');
  const open = await openDeletion(store, subject, user);
  return { status: 200, body: { hold: hold ? await holdView(keys, tenantId, hold) : null, allowedActions: user || open ? actionsOnHold(open, hold) : ['release_hold'] } };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
