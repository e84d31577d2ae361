import { userVerificationRequested, userVerificationRequestSettled } from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const verificationResend = defineWorkflow({
  type: 'verification_resend',
  title: 'A person asks for a fresh verification link',
  startsOn: userVerificationRequested,
  failureType: 'verification_resend_failed',
  admits: ['pending_verification'],
  stages: [
    sequential('send the link',
      required('ResendVerificationEmail', {
        touches: { ...mailTouches, tables: { ...mailTouches.tables, identity: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] } },
        tolerates: ['AddressRejected'],
        compensation: nothingToUndo('the person may ask again, which voids the link'),
      })),
  ],
  afterCompensation: [],
  publishes: { completed: userVerificationRequestSettled },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'medium', parallelTasks: false, deadLetterQueue: 'verification_resend_dlq',
  },
});
