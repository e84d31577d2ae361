import { audited } from '../adapters/audit.ts';
import { gateMade } from '../adapters/gate.ts';
import { created, tenantKey, type Subject } from '../adapters/identity.ts';
import { enteredIntoDirectory } from '../adapters/tenants.ts';
import { newAccount } from '../adapters/new-account.ts';
import { hashPassword } from '../adapters/password-hash.ts';
import { bindingGranted, grantOf } from '../adapters/role-bindings.ts';
import { ConditionFailed, won, type Store, type Write } from '../adapters/store.ts';
import { tenantKeyKey, type Vault } from '../adapters/vault.ts';
import { BusinessRefusal } from '../domain/errors.ts';
import { newEventId, newUserId } from '../domain/identifier.ts';
import { systemRoles, type Role } from '../domain/role.ts';
import { PLATFORM, registrationPolicy, registrationQuota, type PrivacySettings, type RegistrationPolicy, type Tenant, type TenantDefaults } from '../domain/tenant.ts';
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
  readonly privacy?: PrivacySettings;
  /** Also administers the platform, its tenants included: for the first one. */
  readonly administersPlatform?: boolean;
}

/**
 * A tenant with its key, its open gate and its first administrator, who is active at once. A tenant that exists already is
 * left as it is.
 * @throws BusinessRefusal for the id that stands for no tenant
 */
export async function createTenant(ports: { store: Store; vault: Vault }, tenant: NewTenant, now: Date): Promise<'created' | 'exists'> {
  const { writes, uniqueness } = await prepareTenant(ports, tenant, { actor: 'system', correlationId: newEventId(), now });
  return ports.store.transact(writes).then(() => 'created' as const, (error: unknown) => {
    if (error instanceof ConditionFailed && error.concerns(writes, uniqueness)) return 'exists' as const;
    throw error;
  });
}

interface By { readonly actor: string; readonly correlationId: string; readonly now: Date; readonly reason?: string | undefined }
/** `uniqueness` is the write that fails when the tenant exists. */
export interface PreparedTenant { readonly tenant: Tenant; readonly administrator: Subject; readonly writes: readonly Write[]; readonly uniqueness: Write }

/**
 * Everything that a new tenant consists of, as writes of one transaction. Only its key is there before.
 * @throws BusinessRefusal for the id that stands for no tenant
 */
export async function prepareTenant(ports: { store: Store; vault: Vault }, about: NewTenant, { actor, correlationId, now, reason }: By): Promise<PreparedTenant> {
  const { tenantId, name, admin: { password, ...personal } } = about;
  if (tenantId === PLATFORM) throw new BusinessRefusal(`no tenant may be called ${PLATFORM}: the word stands for what belongs to none; choose another id`);
  const tenant: Tenant = { tenantId, name, status: 'open', verificationWaived: about.verificationWaived ?? false, defaults: { ...about.defaults }, ...joiningOf(about), ...(about.privacy && { privacy: about.privacy }) };
  await ensureTenantKey(ports, tenantId);
  const administrator: Subject = { tenantId, userId: newUserId() };
  const roles: readonly Role[] = [systemRoles.administrator, ...(about.administersPlatform ? [systemRoles.platform_administrator] : [])];
  const account = await newAccount(ports.vault, {
    subject: administrator, personal, evidence: { sourceIp: 'none' }, passwordHash: await hashPassword(password), status: 'active',
    grants: roles.map((role) => grantOf({ role })), now,
  });
  const uniqueness = created(tenantKey(tenantId), { ...tenant });
  return {
    tenant, administrator, uniqueness,
    writes: [
      uniqueness, enteredIntoDirectory(tenantId), ...account.writes(), ...gateMade(tenantId, tenant.registrationQuota),
      ...roles.flatMap((role) => bindingGranted(administrator, { role, binding: undefined, by: 'system' }, now)),
      audited(administrator, { action: 'tenant.created', ...(reason !== undefined && { reason }), actor, correlationId, now }),
    ],
  };
}

/** Who may join and how many, in the form in which it is compared. */
const joiningOf = ({ registrationPolicy: policy = 'open', registrationQuota: quota }: NewTenant): { registrationPolicy: RegistrationPolicy; registrationQuota?: number } =>
  ({ registrationPolicy: registrationPolicy.parse(policy), ...(quota !== undefined && { registrationQuota: registrationQuota.parse(quota) }) });

/** Made before the tenant, because the administrator's personal data is sealed under it. */
async function ensureTenantKey({ store, vault }: { store: Store; vault: Vault }, tenantId: string): Promise<void> {
  if (await store.get('keys', tenantKeyKey(tenantId))) return;
  await won(store.transact([await vault.newTenantKey(tenantId)]));
}
