import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readAuthorization, roleGranted } from '../../../adapters/identity.ts';
import type { Store } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { effectivePermissions, systemRoles } from '../../../domain/role.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { userRegistration } from '../workflow.ts';

export const assignDefaultRole: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const seen = await readAuthorization(store, subject);
  if (!seen) throw new BusinessRefusal('the account has no authorization');
  const role = systemRoles.member;
  const after = { roleIds: [...seen.roleIds, role.roleId], permissions: [...effectivePermissions([role])] };
  return {
    writes: roleGranted(subject, role, seen, after, { run: run.runId, now }),
    event: { userId: subject.userId, roleId: role.roleId },
  };
};

export const handler = step(userRegistration, 'AssignDefaultRole', assignDefaultRole, () => ({ store: dynamodbStore() }));
