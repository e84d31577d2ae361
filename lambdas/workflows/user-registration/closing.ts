import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { gateClosed, gatesOf, readTenant, readUser } from '../../adapters/identity.ts';
import type { Store } from '../../adapters/store.ts';
import { Fenced } from '../../domain/errors.ts';
import { userReadyToActivate } from '../../domain/events/catalogue.ts';
import { occurrence } from '../../domain/events/event.ts';
import { becomesReady } from '../../domain/user.ts';
import { closing, type ClosingBody } from '../../kit/closing.ts';
import { causeOf } from '../../kit/run-context.ts';
import { workflowOf } from '../index.ts';

/** Closes the first of the two gates; if the address is verified already (or need not be), the account is ready. */
export const closeRegistration: ClosingBody<{ store: Store }> = async ({ run, subject, now }, { store }) => {
  const [user, tenant] = await Promise.all([readUser(store, subject), readTenant(store, subject.tenantId)]);
  if (!user || !tenant) throw new Fenced('the account or its tenant is gone');
  const ready = becomesReady(gatesOf(user), 'provisioned', tenant.verificationWaived);
  const aggregate = { tenantId: run.tenantId, aggregateId: run.subject, aggregateVersion: user.version + 1 };
  return {
    writes: [gateClosed(subject, user, 'provisioned', ready)],
    events: ready ? [occurrence(userReadyToActivate, aggregate, causeOf(run), { userId: run.subject }, now)] : [],
  };
};

export const handler = closing(workflowOf, closeRegistration, () => ({ store: dynamodbStore() }));
