import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { registrationsCounted } from '../../../adapters/tenant-statistics.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { userRegistration } from '../workflow.ts';

/** Counted once per run: the sum and the step's DONE are one transaction. */
export const updateTenantStatistics: StepBody<{ store: Store }> = ({ subject, run }) =>
  Promise.resolve({ writes: [registrationsCounted(subject.tenantId, run.runId, 1)] });

export const handler = step(userRegistration, 'UpdateTenantStatistics', updateTenantStatistics, () => ({ store: dynamodbStore() }));
