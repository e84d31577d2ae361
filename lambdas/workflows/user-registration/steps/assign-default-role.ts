import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readAuthorization, removed, roleBindingKey, roleGranted, roleWithdrawn } from '../../../adapters/identity.ts';
import type { Store } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { systemRoles } from '../../../domain/role.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { undo as undoes, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

export const assignDefaultRole: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const seen = await readAuthorization(store, subject);
  if (!seen) throw new BusinessRefusal('the account has no authorization');
  const role = systemRoles.member;
  const roleIds = [...seen.roleIds, role.roleId];
  return {
    writes: roleGranted(subject, role, seen, roleIds, { run: run.runId, now }),
    event: { userId: subject.userId, roleId: role.roleId },
  };
};

/** Only what this very run assigned, also when the account went before it; an assignment that never happened is fine. */
export const revokeDefaultRole: UndoBody<{ store: Store }> = async ({ subject, run }, { store }) => {
  const [seen, binding] = await Promise.all([readAuthorization(store, subject), store.get('identity', roleBindingKey(subject, systemRoles.member.roleId))]);
  if (binding?.['grantedByRun'] !== run.runId) return {};
  if (!seen) return { writes: [removed(roleBindingKey(subject, systemRoles.member.roleId))] };
  const roleIds = seen.roleIds.filter((each) => each !== systemRoles.member.roleId);
  return { writes: roleWithdrawn(subject, systemRoles.member.roleId, seen, roleIds, run.runId) };
};

export const handler = step(userRegistration, 'AssignDefaultRole', assignDefaultRole, () => ({ store: dynamodbStore() }));
export const undo = undoes(userRegistration, 'RevokeDefaultRole', revokeDefaultRole, () => ({ store: dynamodbStore() }));
