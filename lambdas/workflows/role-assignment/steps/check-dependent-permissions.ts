import { readCache } from '../../../accounts/permission-cache.ts';
import { bindingAsTold } from '../../../accounts/role-change.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { roleOf } from '../../../adapters/roles.ts';
import type { Store } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { missingFrom, permissionsOf } from '../../../domain/role.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { roleAssignment } from '../workflow.ts';

/** The command has checked it too; this is for what changed since, by the bindings themselves. A role does not stand on what it gives itself. */
export const checkDependentPermissions: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const binding = await bindingAsTold(store, subject, run, 'granted');
  if (!binding) return {};
  const [role, { grants }] = await Promise.all([roleOf(store, subject.tenantId, binding.roleId), readCache(store, subject, now)]);
  if (!role) throw new BusinessRefusal('the role is gone');
  const held = permissionsOf(grants.filter(({ roleId }) => roleId !== binding.roleId));
  if (missingFrom(held, role.requires).length > 0) throw new BusinessRefusal('the person no longer holds what the role requires');
  return {};
};

export const handler = step(roleAssignment, 'CheckDependentPermissions', checkDependentPermissions, () => ({ store: dynamodbStore() }));
