import { audited } from '../adapters/audit.ts';
import { gateMade } from '../adapters/gate.ts';
import { administratorKey, created, roleBindingKey, tenantKey, type Subject } from '../adapters/identity.ts';
import { newAccount } from '../adapters/new-account.ts';
import { hashPassword } from '../adapters/password-hash.ts';
import { ConditionFailed, won, type Store } from '../adapters/store.ts';
import { tenantKeyKey, type Vault } from '../adapters/vault.ts';
import { BusinessRefusal } from '../domain/errors.ts';
import { newEventId, newUserId } from '../domain/identifier.ts';
import { effectivePermissions, systemRoles, type Role } from '../domain/role.ts';
import { PLATFORM, registrationPolicy, registrationQuota, type RegistrationPolicy, type TenantDefaults } from '../domain/tenant.ts';
import type { PersonalData } from '../domain/user.ts';

export interface NewTenant {
  readonly tenantId: string;
  readonly name: string;
  readonly admin: PersonalData & { readonly password: string };
  readonly defaults?: TenantDefaults;
  readonly verificationWaived?: boolean;
  /** Open where nothing is said. */
  readonly registrationPolicy?: RegistrationPolicy;
  readonly registrationQuota?: number;
  /** Also administers the platform, its tenants included: for the first one. */
  readonly administersPlatform?: boolean;
}

/**
 * A tenant with its key, its open gate and its first administrator, who is active at once. A tenant that exists already is
 * left as it is.
 * @throws BusinessRefusal for the id that stands for no tenant
 */
export async function createTenant(ports: { store: Store; vault: Vault }, tenant: NewTenant, now: Date): Promise<'created' | 'exists'> {
  if (tenant.tenantId === PLATFORM) throw new BusinessRefusal(`no tenant may be called ${PLATFORM}: the word stands for what belongs to none; choose another id`);
  const joining = joiningOf(tenant);
  await ensureTenantKey(ports, tenant.tenantId);
  const { password, ...personal } = tenant.admin;
  const subject: Subject = { tenantId: tenant.tenantId, userId: newUserId() };
  const roles: readonly Role[] = [systemRoles.administrator, ...(tenant.administersPlatform ? [systemRoles.platform_administrator] : [])];
  const account = await newAccount(ports.vault, {
    subject, personal, evidence: { sourceIp: 'none' }, passwordHash: await hashPassword(password), status: 'active',
    roleIds: roles.map(({ roleId }) => roleId), permissions: effectivePermissions(roles), now,
  });
  const item = created(tenantKey(tenant.tenantId), {
    tenantId: tenant.tenantId, name: tenant.name, status: 'open', verificationWaived: tenant.verificationWaived ?? false, defaults: { ...tenant.defaults }, ...joining,
  });
  const writes = [
    item, ...account.writes(),
    ...gateMade(tenant.tenantId, joining.registrationQuota),
    ...roles.map((role) => created(roleBindingKey(subject, role.roleId), { roleId: role.roleId, version: 1, emits: [...role.permissions], grantedAt: now.toISOString() })),
    created(administratorKey(subject), { userId: subject.userId }),
    audited(subject, { action: 'tenant.created', actor: 'system', correlationId: newEventId(), now }),
  ];
  return ports.store.transact(writes).then(() => 'created' as const, (error: unknown) => {
    if (error instanceof ConditionFailed && error.concerns(writes, item)) return 'exists' as const;
    throw error;
  });
}

/** Who may join and how many, in the form in which it is compared. */
const joiningOf = ({ registrationPolicy: policy = 'open', registrationQuota: quota }: NewTenant): { registrationPolicy: RegistrationPolicy; registrationQuota?: number } =>
  ({ registrationPolicy: registrationPolicy.parse(policy), ...(quota !== undefined && { registrationQuota: registrationQuota.parse(quota) }) });

/** Made before the tenant, because the administrator's personal data is sealed under it. */
async function ensureTenantKey({ store, vault }: { store: Store; vault: Vault }, tenantId: string): Promise<void> {
  if (await store.get('keys', tenantKeyKey(tenantId))) return;
  await won(store.transact([await vault.newTenantKey(tenantId)]));
}
