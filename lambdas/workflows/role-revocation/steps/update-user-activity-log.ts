import { bindingAsTold, roleChangeOf } from '../../../accounts/role-change.ts';
import { activityNoted } from '../../../adapters/activity.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser, stillThere } from '../../../adapters/identity.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { roleRevocation } from '../workflow.ts';

/** It happened, also where something came later. Of an account that is gone nothing is kept. */
export const updateUserActivityLog: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const { roleId, by } = roleChangeOf(run);
  const [user, binding] = await Promise.all([readUser(store, subject), bindingAsTold(store, subject, run, 'revoked')]);
  if (!user) return {};
  return { writes: [stillThere(subject), activityNoted(subject, { action: 'role.revoked', actor: by, cause: run.eventId, at: binding?.revokedAt ?? now.toISOString(), roleId })] };
};

export const handler = step(roleRevocation, 'UpdateUserActivityLog', updateUserActivityLog, () => ({ store: dynamodbStore() }));
