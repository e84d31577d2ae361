import { privacyOf, type Tenant } from '../../domain/tenant.ts';
import type { TenantView } from './routes.ts';

export const tenantView = (tenant: Tenant): TenantView => {
  const { tenantId, name, status, verificationWaived, defaults, registrationPolicy, registrationQuota } = tenant;
  const { recipients, retention, ...privacy } = privacyOf(tenant);
  return {
    tenantId, name, status, verificationWaived, defaults, registrationPolicy, ...(registrationQuota !== undefined && { registrationQuota }),
    privacy: { ...privacy, recipients: [...recipients], retention: [...retention] },
  };
};
