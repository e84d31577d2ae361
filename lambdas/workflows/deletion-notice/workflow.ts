import { userDeletionNoticeDue, userDeletionNoticeSettled } from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const deletionNotice = defineWorkflow({
  type: 'deletion_notice',
  title: 'A person hears how it stands with the deletion of her account, and the administrators when it must be done soon',
  startsOn: userDeletionNoticeDue,
  failureType: 'deletion_notice_failed',
  // Also when it was taken back, and when it takes longer after it has begun.
  admits: ['pending_verification', 'active', 'deletion_pending', 'deleting'],
  // The administrators hear of one that stands still, whatever of the person is gone by then.
  alsoWithoutAccount: { notice: 'due_soon' },
  stages: [
    sequential('tell the person',
      required('SendDeletionNotice', {
        touches: { ...mailTouches, tables: { ...mailTouches.tables, identity: ['GetItem', 'Query'] } },
        tolerates: ['AddressRejected'],
        compensation: nothingToUndo('a mail that has left cannot be taken back'),
      })),
  ],
  afterCompensation: [],
  publishes: { completed: userDeletionNoticeSettled },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'high', parallelTasks: false, deadLetterQueue: 'deletion_notice_dlq',
  },
});
