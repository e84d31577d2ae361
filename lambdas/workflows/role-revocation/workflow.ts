import { permissionChangeCompleted, roleRevoked } from '../../domain/events/catalogue.ts';
import { permissionChange } from '../../domain/permission-change.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { bestEffort, defineWorkflow, nothingToUndo, required, sequential } from '../../kit/workflow.ts';

const goesForward = nothingToUndo('a right that was taken is never given back by a failure');

/**
 * The command has taken the role away, and it gives nothing since. What follows goes forward only: a run that cannot go on waits for a
 * person, and the right stays denied. A deletion that takes roles away begins no run, and so no mail: an account that is going is not admitted.
 */
export const roleRevocation = defineWorkflow({
  type: 'role_revocation',
  title: 'A role is taken from a person',
  startsOn: roleRevoked,
  failureType: 'permission_change_failed',
  admits: ['pending_verification', 'active'],
  standsWhile: { roleBinding: 'revoked' },
  stages: [
    sequential('deny, log out, clean up, tell',
      required('ClearPermissionCache', {
        touches: { tables: { identity: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'] } },
        compensation: goesForward,
      }),
      required('DecideForcedLogout', {
        touches: { tables: { identity: ['GetItem'] } },
        verdicts: ['logout', 'no logout'],
        compensation: goesForward,
      }),
      required('RevokeUserSessions', {
        touches: { tables: { identity: ['GetItem', 'Query', 'DeleteItem', 'ConditionCheckItem'], ledger: ['ConditionCheckItem'], audit: ['PutItem'] } },
        onlyIf: { step: 'DecideForcedLogout', verdict: 'logout' },
        compensation: goesForward,
      }),
      required('CleanUpOrphanedPermissions', {
        touches: { tables: { identity: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'], audit: ['PutItem'] } },
        compensation: goesForward,
      }),
      bestEffort('NotifyRoleRevoked', { touches: { ...mailTouches, tables: { ...mailTouches.tables, identity: ['GetItem', 'ConditionCheckItem'] } } }),
      bestEffort('UpdateUserActivityLog', { touches: { tables: { identity: ['GetItem', 'PutItem', 'ConditionCheckItem'] } } })),
  ],
  afterCompensation: [],
  publishes: { completed: permissionChangeCompleted },
  config: permissionChange,
});
