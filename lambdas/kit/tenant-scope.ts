import type { Caller } from './authentication.ts';
import { Problem } from './problem.ts';

/** Sees and operates what belongs to any tenant, and what belongs to none. */
export const administersPlatform = ({ permissions }: Pick<Caller, 'permissions'>): boolean => permissions.includes('tenants:manage');

/**
 * Whose things are asked for: the caller's own tenant's, or those of the tenant that a platform administrator names.
 * @throws Problem 403 when anybody else names a tenant
 */
export function tenantOf(caller: Pick<Caller, 'tenantId' | 'permissions'>, { tenant }: { readonly tenant?: string | undefined }): string {
  if (tenant === undefined) return caller.tenantId;
  if (!administersPlatform(caller)) throw new Problem('forbidden');
  return tenant;
}
