import { permissionChangeCompleted, roleAssigned } from '../../domain/events/catalogue.ts';
import { permissionChange } from '../../domain/permission-change.ts';
import { mailTouches } from '../../kit/engine-touches.ts';
import { bestEffort, defineWorkflow, nothingToUndo, parallel, required, undo } from '../../kit/workflow.ts';

/** The command has granted the role; what fails here takes the grant back, whole, so no step has anything to undo by itself. */
export const roleAssignment = defineWorkflow({
  type: 'role_assignment',
  title: 'A person is given a role',
  startsOn: roleAssigned,
  failureType: 'permission_change_failed',
  admits: ['pending_verification', 'active'],
  standsWhile: { roleBinding: 'granted' },
  stages: [
    parallel('check what the role rests on',
      required('CheckDependentPermissions', {
        touches: { tables: { identity: ['GetItem', 'Query'] } },
        compensation: nothingToUndo('it only reads'),
      }),
      required('InvalidatePermissionCache', {
        touches: { tables: { identity: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'] } },
        compensation: nothingToUndo('what follows from the bindings follows from them also afterwards'),
      }),
      required('ValidateUserSessions', {
        touches: { tables: { identity: ['GetItem', 'Query', 'DeleteItem', 'ConditionCheckItem'] } },
        compensation: nothingToUndo('a session that was over stays over'),
      })),
    parallel('tell of the assignment',
      bestEffort('NotifyPermissionChange', { touches: { ...mailTouches, tables: { ...mailTouches.tables, identity: ['GetItem', 'ConditionCheckItem'] } } }),
      bestEffort('UpdateUserActivityLog', { touches: { tables: { identity: ['GetItem', 'PutItem', 'ConditionCheckItem'] } } })),
  ],
  afterCompensation: [
    undo('WithdrawAssignment', {
      tables: { identity: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], audit: ['PutItem'] },
    }),
    undo('NotifyAssignmentWithdrawn', mailTouches),
  ],
  publishes: { completed: permissionChangeCompleted },
  config: permissionChange,
});
