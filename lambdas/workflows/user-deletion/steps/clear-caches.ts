import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { readAuthorization } from '../../../adapters/identity.ts';
import { grantsSettled } from '../../../adapters/role-bindings.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { requestOf } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

/** What the person may do is kept derived in one item: it says nothing from here on. */
export const clearCaches: StepBody<{ readonly store: Store }> = async ({ run, subject, step: part, now }, { store }) => {
  const [request, seen] = await Promise.all([requestOf(store, run), readAuthorization(store, subject)]);
  return { writes: [phaseRecorded(request, 'access', { status: 'DONE', part, now }), ...(seen ? [grantsSettled(subject, seen, [])] : [])] };
};

export const handler = step(userDeletion, 'ClearCaches', clearCaches, () => ({ store: dynamodbStore() }));
