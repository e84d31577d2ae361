import type { Tenant } from '../domain/tenant.ts';
import { created, parseTenant, tenantKey } from './identity.ts';
import { asRead, type Store, type Value, type Write } from './store.ts';

/** The tenants there are, in the order of their ids: one partition, written with each tenant, so that nobody has to scan for them. */
const DIRECTORY = 'TENANTS';
const entryOf = (tenantId: string): string => `TENANT#${tenantId}`;

export const enteredIntoDirectory = (tenantId: string): Write => created({ pk: DIRECTORY, sk: entryOf(tenantId) }, { tenantId });

interface Paging { readonly limit: number; readonly cursor?: string | undefined }

export async function listTenants(store: Store, { limit, cursor: from }: Paging): Promise<{ tenants: readonly Tenant[]; cursor?: string }> {
  const { items, cursor } = await store.query({ table: 'identity', pk: DIRECTORY, limit, ...(from !== undefined && { cursor: from }) });
  const found = await store.getMany(items.map(({ sk }) => ({ table: 'identity', key: tenantKey(sk.slice(entryOf('').length)) })));
  return { tenants: found.flatMap((item) => (item ? [parseTenant(item)] : [])), ...(cursor !== undefined && { cursor }) };
}

const PAGE = 100;

/** Every tenant there is, page by page. */
export async function* everyTenant(store: Store): AsyncGenerator<Tenant> {
  let cursor: string | undefined;
  do {
    const page = await listTenants(store, { limit: PAGE, cursor });
    yield* page.tenants;
    ({ cursor } = page);
  } while (cursor !== undefined);
}

/** What a platform administrator changes; a quota of null is none. */
export type TenantChange = Partial<Omit<Tenant, 'tenantId' | 'changes' | 'registrationQuota'>> & { readonly registrationQuota?: number | null };

/** Of two who change it at once one is told to look again. */
export function tenantChanged({ tenantId, changes }: Tenant, { registrationQuota, defaults, registrationPolicy, privacy, ...change }: TenantChange): Write {
  return {
    table: 'identity', update: tenantKey(tenantId), add: { changes: 1 }, if: asRead('changes', changes),
    set: {
      ...change, ...(defaults && { defaults: { ...defaults } }), ...(registrationPolicy !== undefined && { registrationPolicy }), ...(privacy && { privacy: privacy as Value }),
      ...(typeof registrationQuota === 'number' && { registrationQuota }),
    },
    ...(registrationQuota === null && { remove: ['registrationQuota'] }),
  };
}
