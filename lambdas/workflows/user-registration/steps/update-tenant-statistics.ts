import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { registrationsCounted } from '../../../adapters/tenant-statistics.ts';
import type { Store } from '../../../adapters/store.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { undo as undoes, type UndoBody } from '../../../kit/undo.ts';
import { userRegistration } from '../workflow.ts';

/** Counted once per run: the sum and the step's DONE are one transaction. */
export const updateTenantStatistics: StepBody<{ store: Store }> = ({ subject, run }) =>
  Promise.resolve({ writes: [registrationsCounted(subject.tenantId, run.runId, 1)] });

/** Takes back what this run counted, and nothing when it never did. */
export const restoreTenantStatistics: UndoBody<{ store: Store }> = ({ subject, run, forward }) =>
  Promise.resolve({ writes: forward?.status === 'DONE' ? [registrationsCounted(subject.tenantId, run.runId, -1)] : [] });

export const handler = step(userRegistration, 'UpdateTenantStatistics', updateTenantStatistics, () => ({ store: dynamodbStore() }));
export const undo = undoes(userRegistration, 'RestoreTenantStatistics', restoreTenantStatistics, () => ({ store: dynamodbStore() }));
