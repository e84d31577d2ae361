import '../../support/environment.ts';
import { compensationOf, stepsOf, type StepDeclaration } from '../../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../../lambdas/workflows/index.ts';

/** What a process may not go without, in which order it does things, and what undoes them: to change it is a decision, and never a slip. */
const inWords = ({ step, criticality, compensation }: StepDeclaration): string => `${step}${criticality === 'required' ? '' : '?'}${'step' in compensation ? ` <- ${compensation.step}` : ''}`;
const declared = (type: string): readonly string[] => stepsOf(workflowOf(type)).map(inWords);

test('no account without role, profile, audit and link; a welcome or a number that is missing is a warning', () => {
  expect(declared('user_registration')).toEqual([
    'AssignDefaultRole <- RevokeDefaultRole', 'CreateUserProfile <- RemoveUserProfile', 'RecordRegistrationAudit', 'SendVerificationEmail <- VoidVerificationToken',
    'SendWelcomeEmail?', 'UpdateTenantStatistics? <- RestoreTenantStatistics']);
  expect(compensationOf(workflowOf('user_registration')).slice(-2).map(({ step }) => step)).toEqual(['NotifyRegistrationFailed', 'ReleaseEmailAddress']);
});

test('an activation only needs to be done; whom it is told to is a courtesy', () => {
  expect(declared('account_activation')).toEqual(['ActivateUser', 'NotifyAdmins?']);
});

test('a grant is checked, then in force everywhere, then told', () => {
  expect(declared('role_assignment')).toEqual(['CheckDependentPermissions', 'InvalidatePermissionCache', 'ValidateUserSessions', 'NotifyPermissionChange?', 'UpdateUserActivityLog?']);
});

test('a revocation denies, logs out and cleans up before anybody is told, and no mail holds it up', () => {
  expect(declared('role_revocation')).toEqual(['ClearPermissionCache', 'DecideForcedLogout', 'RevokeUserSessions', 'CleanUpOrphanedPermissions', 'NotifyRoleRevoked?', 'UpdateUserActivityLog?']);
});

test('of a deletion no phase may fail, the key goes behind the data, and nothing is certified before somebody else has looked', () => {
  expect(declared('user_deletion')).toEqual([
    'FenceRunningProcesses', 'RevokeSessions', 'RevokeRoles', 'RevokeApiKeys', 'ClearCaches', 'AssessUserData', 'DeletePersonalData', 'AnonymiseBusinessData', 'MinimiseAuditData',
    'ShredBackupData', 'NotifyRecipients', 'VerifyDeletionCompliance', 'IssueCertificate']);
  expect(compensationOf(workflowOf('user_deletion'))).toEqual([]);
});
