import type { Tenant } from '../../domain/tenant.ts';
import type { TenantView } from './routes.ts';

export const tenantView = ({ tenantId, name, status, verificationWaived, defaults, registrationPolicy, registrationQuota }: Tenant): TenantView =>
  ({ tenantId, name, status, verificationWaived, defaults, registrationPolicy, ...(registrationQuota !== undefined && { registrationQuota }) });
