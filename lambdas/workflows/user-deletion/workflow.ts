import { userDeletionCompleted, userDeletionPhaseCompleted, userDeletionStarted } from '../../domain/events/catalogue.ts';
import { defineWorkflow, nothingToUndo, parallel, required, sequential } from '../../kit/workflow.ts';

const goesForward = nothingToUndo('what is erased never comes back, and nobody gets in again');
const forward = { publishes: userDeletionPhaseCompleted, compensation: goesForward } as const;
/** The request, the hold, and how far the phase is; what the pipeline itself needs comes on top. */
const ledger = ['GetItem', 'UpdateItem'] as const;
const heeding = ['BatchGetItem', 'UpdateItem', 'ConditionCheckItem'] as const;
/** A little in the transaction that counts it, much in batches after it. */
const deleting = ['Query', 'DeleteItem', 'BatchWriteItem'] as const;
const rewriting = ['Query', 'PutItem', 'BatchWriteItem'] as const;

/**
 * From the pivot on it goes forward only: a phase that fails for good stops those behind it and waits for a person, access stays
 * denied, and it goes on from its checkpoint. Done is what somebody else has verified.
 */
export const userDeletion = defineWorkflow({
  type: 'user_deletion',
  title: 'A person is erased',
  startsOn: userDeletionStarted,
  failureType: 'user_deletion_failed',
  admits: ['deleting'],
  outlivesAccount: true,
  longRunning: { atMost: 2 * 86_400_000 },
  stages: [
    sequential('fence',
      required('FenceRunningProcesses', {
        touches: { tables: { ledger: ['BatchGetItem', 'GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'], erasures: ['UpdateItem'] }, endsExecutions: true },
        waits: { everySeconds: 60 }, compensation: goesForward,
      })),
    parallel('revoke access',
      required('RevokeSessions', { touches: { tables: { identity: deleting, ledger: heeding } }, chunked: true, compensation: goesForward }),
      required('RevokeRoles', { touches: { tables: { identity: ['Query', 'UpdateItem', 'DeleteItem'], ledger: [...ledger, 'ConditionCheckItem'] } }, compensation: goesForward }),
      required('RevokeApiKeys', { touches: { tables: { identity: deleting, ledger: heeding } }, chunked: true, compensation: goesForward }),
      required('ClearCaches', { touches: { tables: { identity: ['GetItem', 'UpdateItem'], ledger } }, compensation: goesForward })),
    sequential('erase',
      required('AssessUserData', {
        touches: { tables: { identity: ['BatchGetItem', 'Query'], audit: ['Query'], keys: ['GetItem', 'PutItem'], ledger: [...heeding, 'PutItem'] }, unwrapsTenantKeys: true },
        chunked: true, publishesOfStageBefore: userDeletionPhaseCompleted, ...forward,
      }),
      required('DeletePersonalData', {
        touches: { tables: { identity: [...deleting, 'GetItem', 'UpdateItem'], keys: ['GetItem'], ledger: heeding }, unwrapsTenantKeys: true },
        chunked: true, ...forward,
      }),
      required('AnonymiseBusinessData', { touches: { tables: { identity: rewriting, ledger: heeding } }, chunked: true, ...forward }),
      required('MinimiseAuditData', { touches: { tables: { audit: rewriting, ledger: heeding } }, chunked: true, ...forward }),
      required('ShredBackupData', { touches: { tables: { keys: ['BatchGetItem', 'DeleteItem'], ledger: heeding }, knowsRecovery: true }, ...forward }),
      required('NotifyRecipients', {
        touches: { tables: { identity: ['GetItem'], keys: ['GetItem'], ledger: [...ledger, 'ConditionCheckItem', 'PutItem', 'Query'] }, unwrapsTenantKeys: true, sendsMail: true },
        ...forward,
      }),
      required('VerifyDeletionCompliance', {
        touches: { tables: { identity: ['Query', 'BatchGetItem'], audit: ['Query'], keys: ['GetItem', 'Query'], events: ['Query'], ledger: [...ledger, 'BatchGetItem', 'ConditionCheckItem', 'Query'] }, unwrapsTenantKeys: true },
        chunked: true,
        leadsBack: { repeats: ['DeletePersonalData', 'AnonymiseBusinessData', 'MinimiseAuditData', 'ShredBackupData'], atMost: 3 },
        ...forward,
      }),
      required('IssueCertificate', {
        touches: {
          tables: { identity: ['GetItem'], keys: ['GetItem', 'DeleteItem'], ledger: [...heeding, 'GetItem', 'PutItem', 'Query', 'DeleteItem'], erasures: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] },
          unwrapsTenantKeys: true, sendsMail: true, signsCertificates: true,
        },
        publishes: userDeletionCompleted, compensation: goesForward,
      })),
  ],
  afterCompensation: [],
  publishes: { completed: userDeletionCompleted },
  config: {
    timeout: 1_800_000, retryAttempts: 5, retryDelay: 10_000, backoffRate: 2, compensationEnabled: false,
    priority: 'low', parallelTasks: true, deadLetterQueue: 'user_deletion_dlq',
  },
});
