import { cacheRederived, orphansOfGrant, readCache } from '../../../accounts/permission-cache.ts';
import { bindingAsTold, stillAsTold } from '../../../accounts/role-change.ts';
import { audited } from '../../../adapters/audit.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { roleRevocation } from '../workflow.ts';

/**
 * What the grant gave when it was made, however the role was changed since, is held by nobody's leave: it goes, unless another role
 * gives it. There is seldom any; where there is, somebody wrote past the bindings, and the audit says so.
 */
export const cleanUpOrphanedPermissions: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const binding = await bindingAsTold(store, subject, run, 'revoked');
  if (!binding) return {};
  const cache = await readCache(store, subject, now);
  const orphans = orphansOfGrant(binding, cache);
  if (orphans.length === 0) return { writes: [stillAsTold(subject, binding)] };
  return {
    writes: [
      stillAsTold(subject, binding), ...cacheRederived(subject, cache),
      audited(subject, {
        action: 'permissions.orphans_removed', actor: 'system', correlationId: run.correlationId, runId: run.runId, before: { roleId: binding.roleId, permissions: orphans }, now,
      }),
    ],
  };
};

export const handler = step(roleRevocation, 'CleanUpOrphanedPermissions', cleanUpOrphanedPermissions, () => ({ store: dynamodbStore() }));
