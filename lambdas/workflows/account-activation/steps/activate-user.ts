import { audited } from '../../../adapters/audit.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readUser, statusChanged } from '../../../adapters/identity.ts';
import type { Store } from '../../../adapters/store.ts';
import { BusinessRefusal } from '../../../domain/errors.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { accountActivation } from '../workflow.ts';

/** From pending to active and from nothing else: whoever was suspended or is being deleted meanwhile stays so. */
export const activateUser: StepBody<{ store: Store }> = async ({ subject, run, now }, { store }) => {
  const user = await readUser(store, subject);
  if (user?.status === 'active') return {};
  if (user?.status !== 'pending_verification') throw new BusinessRefusal('the account can no longer be activated');
  return {
    writes: [
      ...statusChanged(subject, 'pending_verification', 'active'),
      audited(subject, { action: 'account.activated', actor: 'system', correlationId: run.correlationId, runId: run.runId, now }),
    ],
  };
};

export const handler = step(accountActivation, 'ActivateUser', activateUser, () => ({ store: dynamodbStore() }));
