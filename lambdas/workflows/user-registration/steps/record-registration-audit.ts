import { audited } from '../../../adapters/audit.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser } from '../../../adapters/identity.ts';
import type { Store } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { userRegistration } from '../workflow.ts';

/** Keeps where the registration came from, sealed: readable for as long as the person's key lives. */
export const recordRegistrationAudit: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const user = await readUser(store, subject);
  if (!user) throw new BusinessRefusal('the account is gone');
  return {
    writes: [audited(subject, {
      action: 'registration.recorded', actor: 'system', correlationId: run.correlationId, runId: run.runId, evidence: user.evidence, now,
    })],
  };
};

export const handler = step(userRegistration, 'RecordRegistrationAudit', recordRegistrationAudit, () => ({ store: dynamodbStore() }));
