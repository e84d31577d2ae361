import { bindingAsTold, stillAsTold } from '../../../accounts/role-change.ts';
import { audited } from '../../../adapters/audit.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { sessionsOf, sessionsRemoved } from '../../../adapters/held-sessions.ts';
import type { Store } from '../../../adapters/store.ts';
import { MOST_AT_ONCE, ROLE_REVOKED } from '../../../domain/permission-change.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { writeAhead } from '../../../kit/work.ts';
import { roleRevocation } from '../workflow.ts';

/**
 * Every session that may have carried the role, of this tenant and no other; one that began after the role was gone never did, and
 * stays. More than one transaction holds go in chunks ahead of the last: each is harmless if it comes again.
 */
export const revokeUserSessions: StepBody<{ store: Store }> = async ({ subject, run, place, now }, { store }) => {
  const binding = await bindingAsTold(store, subject, run, 'revoked');
  if (!binding) return {};
  const { revokedAt = now.toISOString(), revokedBy = 'system' } = binding;
  const carried = (await sessionsOf(store, subject)).filter(({ createdAt }) => createdAt <= revokedAt);
  const fence = stillAsTold(subject, binding);
  while (carried.length > MOST_AT_ONCE) await writeAhead(store, place, [fence, ...sessionsRemoved(subject, carried.splice(0, MOST_AT_ONCE))]);
  return {
    writes: [
      fence, ...sessionsRemoved(subject, carried),
      audited(subject, { action: 'sessions.revoked', actor: revokedBy, correlationId: run.correlationId, runId: run.runId, reason: ROLE_REVOKED, now }),
    ],
  };
};

export const handler = step(roleRevocation, 'RevokeUserSessions', revokeUserSessions, () => ({ store: dynamodbStore() }));
