import {
  userCreated, userDefaultRoleAssigned, userRegistrationCompleted, userRegistrationFailed, userVerificationEmailSent, userWelcomeEmailSent,
} from '../../domain/events/catalogue.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { bestEffort, defineWorkflow, nothingToUndo, parallel, required, undo } from '../../kit/workflow.ts';

export const userRegistration = defineWorkflow({
  type: 'user_registration',
  title: 'A new user registers',
  startsOn: userCreated,
  failureType: 'user_registration_failed',
  admits: ['pending_verification'],
  stages: [
    parallel('set the account up',
      required('AssignDefaultRole', {
        touches: { tables: { identity: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], audit: ['PutItem'] } },
        publishes: userDefaultRoleAssigned,
        compensation: undo('RevokeDefaultRole', { tables: { identity: ['GetItem', 'Query', 'DeleteItem', 'UpdateItem'] } }),
      }),
      required('CreateUserProfile', {
        touches: { tables: { identity: ['GetItem', 'PutItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
        compensation: undo('RemoveUserProfile', { tables: { identity: ['DeleteItem'] } }),
      }),
      required('RecordRegistrationAudit', {
        touches: { tables: { identity: ['GetItem'], audit: ['PutItem'] } },
        compensation: nothingToUndo('the audit keeps what happened'),
      }),
      required('SendVerificationEmail', {
        touches: { ...mailTouches, tables: { ...mailTouches.tables, identity: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] } },
        publishes: userVerificationEmailSent,
        tolerates: ['AddressRejected'],
        compensation: undo('VoidVerificationToken', { tables: { identity: ['GetItem', 'UpdateItem', 'DeleteItem'] } }),
      }),
      bestEffort('SendWelcomeEmail', { touches: mailTouches, publishes: userWelcomeEmailSent }),
      bestEffort('UpdateTenantStatistics', {
        touches: { tables: { identity: ['UpdateItem'] } },
        compensation: undo('RestoreTenantStatistics', { tables: { identity: ['UpdateItem'] } }),
      })),
  ],
  closing: { tables: { identity: ['GetItem', 'UpdateItem'] } },
  afterCompensation: [
    undo('NotifyRegistrationFailed', mailTouches),
    undo('ReleaseEmailAddress', { tables: { identity: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'], keys: ['DeleteItem'] } }),
  ],
  publishes: { completed: userRegistrationCompleted, failed: userRegistrationFailed },
  config: {
    timeout: 300_000, retryAttempts: 3, retryDelay: 5_000, backoffRate: 2, compensationEnabled: true,
    priority: 'high', parallelTasks: true, deadLetterQueue: 'user_registration_dlq',
  },
});
