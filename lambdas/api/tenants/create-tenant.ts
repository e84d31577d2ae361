import { prepareTenant } from '../../accounts/create-tenant.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { readTenant } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { ConditionFailed, type Store } from '../../adapters/store.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import { negotiateLanguage } from '../../domain/language.ts';
import { PLATFORM } from '../../domain/tenant.ts';
import { endpoint } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { refuseWeakness } from '../weak-password.ts';
import { createTenant } from './routes.ts';
import { tenantView } from './tenant-view.ts';

const exists = (): Problem => new Problem('tenant-exists', [{ pointer: '/tenantId', code: 'taken' }]);

export const handler = endpoint(createTenant, async ({ body: { admin, reason, ...tenant }, caller, origin, now, commit }, ports: { store: Store; vault: Vault }) => {
  const { tenantId } = tenant;
  if (tenantId === PLATFORM) throw new Problem('invalid-request', [{ pointer: '/tenantId', code: 'not-allowed' }]);
  refuseWeakness(admin.password, { ...admin, tenantId }, '/admin/password');
  if (await readTenant(ports.store, tenantId)) throw exists();
  const language = admin.language ?? negotiateLanguage(origin.acceptLanguage, tenant.defaults?.language);
  const made = await prepareTenant(ports, { ...tenant, admin: { ...admin, language } }, { actor: caller.userId, correlationId: origin.requestId, now, reason });
  return commit(made.writes, { status: 201, body: { ...tenantView(made.tenant), administrator: { userId: made.administrator.userId } } }).catch((error: unknown) => {
    throw error instanceof ConditionFailed && error.concerns(made.writes, made.uniqueness) ? exists() : error;
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});
