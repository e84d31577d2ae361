import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readAuthorization } from '../../../adapters/identity.ts';
import { grantsUndone, readBinding, rolesGranted } from '../../../adapters/role-bindings.ts';
import type { Store } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { systemRoles } from '../../../domain/role.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { undo as undoes, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

/** Once: what somebody has granted or revoked before it came is left as it is. */
export const assignDefaultRole: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const role = systemRoles.member;
  const [seen, binding] = await Promise.all([readAuthorization(store, subject), readBinding(store, subject, role.roleId)]);
  if (!seen) throw new BusinessRefusal('the account has no authorization');
  return {
    writes: binding ? [] : rolesGranted(subject, seen, [{ role, binding, by: 'system', run: run.runId }], now),
    event: { userId: subject.userId, roleId: role.roleId },
  };
};

/** Only what this very run assigned, also when the account went before it; an assignment that never happened is fine. */
export const revokeDefaultRole: UndoBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const [seen, binding] = await Promise.all([readAuthorization(store, subject), readBinding(store, subject, systemRoles.member.roleId)]);
  return binding?.grantedByRun === run.runId ? { writes: grantsUndone(subject, seen, [binding], run.runId, now) } : {};
};

export const handler = step(userRegistration, 'AssignDefaultRole', assignDefaultRole, () => ({ store: dynamodbStore() }));
export const undo = undoes(userRegistration, 'RevokeDefaultRole', revokeDefaultRole, () => ({ store: dynamodbStore() }));
