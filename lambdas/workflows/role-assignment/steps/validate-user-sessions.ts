import { bindingAsTold, stillAsTold } from '../../../accounts/role-change.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { isOver, sessionsOf, sessionsRemoved } from '../../../adapters/held-sessions.ts';
import type { Store } from '../../../adapters/store.ts';
import { MOST_AT_ONCE } from '../../../domain/permission-change.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { roleAssignment } from '../workflow.ts';

/** Those that are over go before they can meet a new right, as many as one transaction holds: nobody gets in with the others either. Those that go on have it at once. */
export const validateUserSessions: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const binding = await bindingAsTold(store, subject, run, 'granted');
  if (!binding) return {};
  const over = (await sessionsOf(store, subject)).filter((session) => isOver(session, now));
  return { writes: [stillAsTold(subject, binding), ...sessionsRemoved(subject, over.slice(0, MOST_AT_ONCE))] };
};

export const handler = step(roleAssignment, 'ValidateUserSessions', validateUserSessions, () => ({ store: dynamodbStore() }));
