import { cacheRederived, readCache } from '../../../accounts/permission-cache.ts';
import { bindingAsTold, stillAsTold } from '../../../accounts/role-change.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { roleRevocation } from '../workflow.ts';

/** The command wrote it with the revocation; whatever it says that the bindings do not is gone after this. */
export const clearPermissionCache: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const binding = await bindingAsTold(store, subject, run, 'revoked');
  if (!binding) return {};
  return { writes: [stillAsTold(subject, binding), ...cacheRederived(subject, await readCache(store, subject, now))] };
};

export const handler = step(roleRevocation, 'ClearPermissionCache', clearPermissionCache, () => ({ store: dynamodbStore() }));
