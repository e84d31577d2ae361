import { userPasswordResetRequested, userPasswordResetRequestSettled } from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const passwordReset = defineWorkflow({
  type: 'password_reset',
  title: 'A person asks for a link to set a new password',
  startsOn: userPasswordResetRequested,
  failureType: 'password_reset_failed',
  admits: ['active'],
  stages: [
    sequential('send the link',
      required('SendPasswordResetEmail', {
        touches: { ...mailTouches, tables: { ...mailTouches.tables, identity: ['GetItem', 'PutItem', 'ConditionCheckItem'] } },
        tolerates: ['AddressRejected'],
        compensation: nothingToUndo('the person may ask again, which voids the link'),
      })),
  ],
  afterCompensation: [],
  publishes: { completed: userPasswordResetRequestSettled },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'medium', parallelTasks: false, deadLetterQueue: 'password_reset_dlq',
  },
});
