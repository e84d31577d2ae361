import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readTenant, readUser } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { DEMO_TENANT } from '../../domain/tenant.ts';
import type { Caller } from '../../kit/authentication.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { requiredSetting } from '../../kit/settings.ts';
import { administersPlatform } from '../../kit/tenant-scope.ts';
import { readSession } from './routes.ts';

export const handler = endpoint(readSession, async ({ visitor }, ports) => {
  const stage = requiredSetting('STAGE');
  const known = visitor && await holderOf(visitor, ports);
  const nobody = { authenticated: false, ...(stage === 'local' && { preselectedTenant: DEMO_TENANT }) };
  return { status: 200, body: { stage, ...(known ?? nobody) } };
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

/** Undefined where the account has gone since its credential was read. */
async function holderOf(caller: Caller, { store, vault: personal }: { readonly store: Store; readonly vault: Vault }) {
  const { tenantId, userId, permissions, permissionEpoch } = caller;
  const [user, tenant, key] = await Promise.all([readUser(store, caller), readTenant(store, tenantId), personal.personKey(caller)]);
  if (!user || !tenant || !key) return undefined;
  const { firstName, lastName } = key.open('personal', user.personal);
  return {
    authenticated: true, userId, displayName: `${firstName} ${lastName}`, tenant: { tenantId, name: tenant.name },
    administersPlatform: administersPlatform(caller), permissions, permissionEpoch,
  };
}
