import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { gateChanged, readGate } from '../../adapters/gate.ts';
import { readTenant } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import type { Store, Value } from '../../adapters/store.ts';
import { tenantChanged } from '../../adapters/tenants.ts';
import { vault, type Vault } from '../../adapters/vault.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { endpoint, type Reply, type RequestOf } from '../../kit/endpoint.ts';
import { optimistically } from '../../kit/optimistic.ts';
import { Problem } from '../../kit/problem.ts';
import { changeTenant } from './routes.ts';
import { tenantView } from './tenant-view.ts';

type Request = RequestOf<typeof changeTenant>;

export const handler = endpoint(changeTenant, (request: Request, { store }: { store: Store; vault: Vault }) => optimistically(() => change(request, store)), () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
});

async function change({ params: { id: tenantId }, body, caller, origin, now, commit }: Request, store: Store): Promise<Reply> {
  const [seen, gate] = await Promise.all([readTenant(store, tenantId), readGate(store, tenantId)]);
  if (!seen) throw new Problem('not-found');
  const { registrationQuota: quota, reason, ...rest } = body;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Tenant>;
  const after: Tenant = { ...seen, ...given, registrationQuota: quota === undefined ? seen.registrationQuota : quota ?? undefined };
  const fields = Object.keys(body).filter((name) => name !== 'reason') as readonly (keyof Tenant)[];
  return commit(fields.length === 0 ? [] : [
    tenantChanged(seen, { ...given, ...(quota !== undefined && { registrationQuota: quota }) }),
    ...gateChanged(tenantId, gate, { ...(body.status && { open: body.status === 'open' }), ...(quota !== undefined && { quota }) }),
    audited({ tenantId, userId: tenantId }, {
      action: 'tenant.changed', actor: caller.userId, correlationId: origin.requestId, now, before: only(seen, fields), after: only(after, fields), ...(reason && { reason }),
    }),
  ], { status: 200, body: tenantView(after) });
}

const only = (tenant: Tenant, fields: readonly (keyof Tenant)[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(fields.map((field) => [field, (tenant[field] ?? null) as Value]));
