import { invitationCreated, invitationSettled } from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const invitation = defineWorkflow({
  type: 'invitation',
  title: 'Somebody is invited to join a tenant',
  startsOn: invitationCreated,
  failureType: 'invitation_failed',
  admits: 'any subject',
  stages: [
    sequential('send the invitation',
      required('SendInvitation', { touches: mailTouches, compensation: nothingToUndo('a mail that has left cannot be taken back; the invitation can be withdrawn') })),
  ],
  afterCompensation: [],
  publishes: { completed: invitationSettled },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'medium', parallelTasks: false, deadLetterQueue: 'invitation_dlq',
  },
});
