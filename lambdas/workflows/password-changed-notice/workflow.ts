import { userPasswordChanged, userPasswordChangeNoticeSettled } from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const passwordChangedNotice = defineWorkflow({
  type: 'password_changed_notice',
  title: 'A person hears that the password was replaced',
  startsOn: userPasswordChanged,
  failureType: 'password_changed_notice_failed',
  admits: ['active'],
  stages: [
    sequential('tell the person',
      required('NotifyPasswordChanged', { touches: mailTouches, tolerates: ['AddressRejected'], compensation: nothingToUndo('a mail that has left cannot be taken back') })),
  ],
  afterCompensation: [],
  publishes: { completed: userPasswordChangeNoticeSettled },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'medium', parallelTasks: false, deadLetterQueue: 'password_changed_notice_dlq',
  },
});
