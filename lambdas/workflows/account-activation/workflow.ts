import { userActivated, userReadyToActivate } from '../../domain/events/catalogue.ts';
import { bestEffort, defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

export const accountActivation = defineWorkflow({
  type: 'account_activation',
  title: 'An account becomes active',
  startsOn: userReadyToActivate,
  failureType: 'account_activation_failed',
  admits: ['pending_verification', 'active'],
  stages: [
    sequential('activate, then tell',
      required('ActivateUser', {
        touches: { tables: { identity: ['GetItem', 'UpdateItem'], audit: ['PutItem'] } },
        compensation: nothingToUndo('an account that may be active stays active'),
      }),
      bestEffort('NotifyAdmins', {
        touches: {
          tables: { identity: ['GetItem', 'Query'], keys: ['GetItem'], ledger: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
          unwrapsTenantKeys: true, sendsMail: true,
        },
      })),
  ],
  afterCompensation: [],
  publishes: { completed: userActivated },
  config: {
    timeout: 60_000, retryAttempts: 3, retryDelay: 2_000, backoffRate: 2, compensationEnabled: false,
    priority: 'high', parallelTasks: false, deadLetterQueue: 'account_activation_dlq',
  },
});
