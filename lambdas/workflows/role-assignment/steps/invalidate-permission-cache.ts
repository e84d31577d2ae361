import { cacheRederived, readCache } from '../../../accounts/permission-cache.ts';
import { bindingAsTold, stillAsTold } from '../../../accounts/role-change.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { roleAssignment } from '../workflow.ts';

/** The command wrote it with the grant; it is compared with what it must follow from, and written anew where it says anything else. */
export const invalidatePermissionCache: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const binding = await bindingAsTold(store, subject, run, 'granted');
  if (!binding) return {};
  return { writes: [stillAsTold(subject, binding), ...cacheRederived(subject, await readCache(store, subject, now))] };
};

export const handler = step(roleAssignment, 'InvalidatePermissionCache', invalidatePermissionCache, () => ({ store: dynamodbStore() }));
