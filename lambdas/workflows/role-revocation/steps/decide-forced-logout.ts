import { bindingAsTold } from '../../../accounts/role-change.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { roleOf } from '../../../adapters/roles.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { roleRevocation } from '../workflow.ts';

/** The role says it; of one that is gone nobody knows, so its holders are logged out. */
export const decideForcedLogout: StepBody<{ store: Store }> = async ({ subject, run }, { store }) => {
  const binding = await bindingAsTold(store, subject, run, 'revoked');
  if (!binding) return { verdict: 'no logout' };
  const role = await roleOf(store, subject.tenantId, binding.roleId);
  return { verdict: role?.forcesLogout === false ? 'no logout' : 'logout' };
};

export const handler = step(roleRevocation, 'DecideForcedLogout', decideForcedLogout, () => ({ store: dynamodbStore() }));
