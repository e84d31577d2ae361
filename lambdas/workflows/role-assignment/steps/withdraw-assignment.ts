import { roleChangeOf } from '../../../accounts/role-change.ts';
import { activityNoted } from '../../../adapters/activity.ts';
import { audited } from '../../../adapters/audit.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { assignmentWithdrawn } from '../../../adapters/role-bindings.ts';
import type { Store } from '../../../adapters/store.ts';
import { WITHDRAWN } from '../../../domain/permission-change.ts';
import { undo, type UndoBody } from '../../../kit/undo.ts';
import { roleAssignment } from '../workflow.ts';

/** Takes back the very assignment that the run is about; what was revoked or granted anew meanwhile is left alone. */
export const withdrawAssignment: UndoBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const change = roleChangeOf(run);
  const withdrawn = await assignmentWithdrawn(store, subject, change, WITHDRAWN, now);
  if (withdrawn.length === 0) return {};
  return {
    writes: [
      ...withdrawn,
      activityNoted(subject, { action: 'role.assignment_withdrawn', actor: 'system', cause: run.eventId, at: now.toISOString(), roleId: change.roleId }),
      audited(subject, { action: 'role.assignment_withdrawn', actor: 'system', correlationId: run.correlationId, runId: run.runId, before: { roleId: change.roleId }, now }),
    ],
  };
};

export const handler = undo(roleAssignment, 'WithdrawAssignment', withdrawAssignment, () => ({ store: dynamodbStore() }));
