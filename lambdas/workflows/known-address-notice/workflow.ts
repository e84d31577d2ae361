import { userAddressNoticeSettled, userRegistrationRepeated } from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const knownAddressNotice = defineWorkflow({
  type: 'known_address_notice',
  title: 'The owner of an address hears that somebody registered with it again',
  startsOn: userRegistrationRepeated,
  failureType: 'known_address_notice_failed',
  admits: ['pending_verification', 'active'],
  stages: [
    sequential('tell the owner',
      required('NotifyAddressOwner', { touches: mailTouches, compensation: nothingToUndo('a mail that has left cannot be taken back') })),
  ],
  afterCompensation: [],
  publishes: { completed: userAddressNoticeSettled },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'low', parallelTasks: false, deadLetterQueue: 'known_address_notice_dlq',
  },
});
