import { userVerificationReminderDue, userVerificationReminderSettled } from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const verificationReminder = defineWorkflow({
  type: 'verification_reminder',
  title: 'A person is reminded of a verification link that ends soon',
  startsOn: userVerificationReminderDue,
  failureType: 'verification_reminder_failed',
  admits: ['pending_verification'],
  stages: [
    sequential('send the link once more',
      required('SendVerificationReminder', {
        touches: { ...mailTouches, tables: { ...mailTouches.tables, identity: ['GetItem', 'UpdateItem'] } },
        tolerates: ['AddressRejected'],
        compensation: nothingToUndo('a mail that has left cannot be taken back'),
      })),
  ],
  afterCompensation: [],
  publishes: { completed: userVerificationReminderSettled },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'low', parallelTasks: false, deadLetterQueue: 'verification_reminder_dlq',
  },
});
