import * as z from 'zod/mini';
import { deletionPhases } from '../deletion-request.ts';
import { dataCategories } from '../legal-hold.ts';
import { identifier } from '../identifier.ts';
import { runStatuses } from '../run.ts';
import { defineEvent, defineTrigger } from './event.ts';

const user = z.strictObject({ userId: identifier });
const aUser = { userId: 'usr_pQ3v6aZs0m1Yx2Wc4Lr7Tg' };

export const userCreated = defineTrigger('user.created', user, aUser);
export const userDefaultRoleAssigned = defineEvent(
  'user.default_role_assigned', z.strictObject({ userId: identifier, roleId: identifier }), { ...aUser, roleId: 'member' });
export const userWelcomeEmailSent = defineEvent('user.welcome_email_sent', user, aUser);
export const userVerificationEmailSent = defineEvent('user.verification_email_sent', user, aUser);
export const userEmailVerified = defineEvent('user.email_verified', user, aUser);
export const userRegistrationCompleted = defineEvent('user.registration_completed', user, aUser);
export const userRegistrationFailed = defineEvent('user.registration_failed', user, aUser);
export const userReadyToActivate = defineTrigger('user.ready_to_activate', user, aUser);
/** Somebody registered with an address that has an account; the aggregate is that account. */
export const userRegistrationRepeated = defineTrigger('user.registration_repeated', user, aUser);
export const userAddressNoticeSettled = defineEvent('user.address_notice_settled', user, aUser);
export const userVerificationRequested = defineTrigger('user.verification_requested', user, aUser);
export const userVerificationRequestSettled = defineEvent('user.verification_request_settled', user, aUser);
/** The link of a registration that was not verified ends soon. */
export const userVerificationReminderDue = defineTrigger('user.verification_reminder_due', user, aUser);
export const userVerificationReminderSettled = defineEvent('user.verification_reminder_settled', user, aUser);
/** Nobody ever verified it: the account is gone, and its address free. */
export const userRegistrationExpired = defineEvent('user.registration_expired', user, aUser);
export const userPasswordResetRequested = defineTrigger('user.password_reset_requested', user, aUser);
export const userPasswordResetRequestSettled = defineEvent('user.password_reset_request_settled', user, aUser);
export const userPasswordChanged = defineTrigger('user.password_changed', user, aUser);
export const userPasswordChangeNoticeSettled = defineEvent('user.password_change_notice_settled', user, aUser);
export const userActivated = defineEvent('user.activated', user, aUser);

const deletion = z.strictObject({ userId: identifier, requestId: identifier });
const aDeletion = { ...aUser, requestId: 'del_3kXw9sQe5Rt1Yu7Io0Pa2S' };
export const userDeletionRequested = defineEvent('user.deletion_requested', deletion, aDeletion);
/** The pivot: from here on it only goes forward. */
export const userDeletionStarted = defineTrigger('user.deletion_started', deletion, aDeletion);
export const userDeletionCancelled = defineEvent('user.deletion_cancelled', deletion, aDeletion);
export const userDeletionPhaseCompleted = defineEvent(
  'user.deletion_phase_completed', z.strictObject({ ...deletion.shape, phase: z.enum(deletionPhases) }), { ...aDeletion, phase: 'personal_data' });
/** `heldCategories`: what the law wants kept for now; it is told again when that is gone too. */
export const userDeletionCompleted = defineEvent('user.deletion_completed', z.strictObject({ ...deletion.shape, heldCategories: z.optional(z.array(z.enum(dataCategories))) }), { ...aDeletion, heldCategories: ['business'] }, 2);
/** Somebody whose deletion is under way has to hear of it; that it must be done soon, whoever answers for the tenant. */
export const deletionNotices = ['requested', 'reminder', 'cancelled', 'extended', 'blocked', 'released', 'due_soon'] as const;
export type DeletionNotice = (typeof deletionNotices)[number];
export const userDeletionNoticeDue = defineTrigger(
  'user.deletion_notice_due', z.strictObject({ ...deletion.shape, notice: z.enum(deletionNotices) }), { ...aDeletion, notice: 'requested' });
export const userDeletionNoticeSettled = defineEvent('user.deletion_notice_settled', user, aUser);

/** The version is the binding's, and whoever did it stands in `by`; why a role was revoked stands on the binding. */
const roleBinding = z.strictObject({ userId: identifier, roleId: identifier, version: z.number(), by: identifier });
const aRoleBinding = { ...aUser, roleId: 'administrator', version: 1, by: 'usr_8sKd0fQnZr5Tb2Xy6Vc1Lw' };
export const roleAssigned = defineTrigger('role.assigned', roleBinding, aRoleBinding);
export const roleRevoked = defineTrigger('role.revoked', roleBinding, { ...aRoleBinding, version: 2 });

/** What had to follow from a change of somebody's roles has followed. */
export const permissionChangeCompleted = defineEvent('permission.change_completed', user, aUser);

/** An invitation is a subject of its own: its id stands where an account's does, and no other event is about it. */
const anInvitation = { userId: 'inv_9hTq2LxVb7Nf0Kd3Yw5RcA' };
export const invitationCreated = defineTrigger('invitation.created', user, anInvitation);
export const invitationSettled = defineEvent('invitation.settled', user, anInvitation);

const run = z.strictObject({ runId: z.string(), type: identifier, userId: identifier });
const aRun = { runId: 'user_registration-0c8b1f0e-6a52-4f0e-9a53-8f5d2f6c1b7a', type: 'user_registration', ...aUser };

export const workflowStarted = defineEvent('workflow.started', run, aRun);
export const workflowCompleted = defineEvent(
  'workflow.completed', z.strictObject({ ...run.shape, status: z.enum(runStatuses) }), { ...aRun, status: 'COMPLETED' });
export const workflowFailed = defineEvent(
  'workflow.failed',
  z.strictObject({ ...run.shape, failureType: identifier, failedStep: z.string(), errorClass: z.string(), stepsBegun: z.array(z.string()) }),
  { ...aRun, failureType: 'user_registration_failed', failedStep: 'CreateUserProfile', errorClass: 'TransientFailure', stepsBegun: ['AssignDefaultRole'] });
export const workflowTimedOut = defineEvent(
  'workflow.timed_out', z.strictObject({ ...run.shape, failedStep: z.string(), errorClass: z.string() }), { ...aRun, failedStep: 'CreateUserProfile', errorClass: 'DeadlinePassed' });

const undone = z.strictObject({
  ...run.shape, attempt: z.number(), outcomes: z.array(z.strictObject({ step: z.string(), status: z.enum(['DONE', 'SKIPPED', 'FAILED']) })),
});
const anUndoneRun = { ...aRun, attempt: 1, outcomes: [{ step: 'RevokeDefaultRole', status: 'DONE' as const }] };
export const workflowCompensated = defineEvent('workflow.compensated', undone, anUndoneRun);
export const workflowCompensationFailed = defineEvent('workflow.compensation_failed', undone, anUndoneRun);

/** The aggregate is the configuration of one process, of a tenant or of the platform; the values themselves are in the audit. */
export const configChanged = defineEvent(
  'config.changed', z.strictObject({ type: identifier, version: z.number(), changed: z.array(z.string()), changedBy: identifier }),
  { type: 'user_registration', version: 2, changed: ['bestEffort.SendWelcomeEmail', 'enabled'], changedBy: aUser.userId });

/** Every kind of event there is. The contract test compares producers, rules and consumers with this list. */
export const catalogue = [
  userCreated, userDefaultRoleAssigned, userWelcomeEmailSent, userVerificationEmailSent, userEmailVerified,
  userRegistrationCompleted, userRegistrationFailed, userReadyToActivate, userActivated,
  userRegistrationRepeated, userAddressNoticeSettled, userVerificationRequested, userVerificationRequestSettled, userPasswordResetRequested, userPasswordResetRequestSettled, userPasswordChanged, userPasswordChangeNoticeSettled, invitationCreated, invitationSettled,
  roleAssigned, roleRevoked, permissionChangeCompleted,
  userVerificationReminderDue, userVerificationReminderSettled, userRegistrationExpired,
  userDeletionRequested, userDeletionStarted, userDeletionCancelled, userDeletionPhaseCompleted, userDeletionCompleted,
  userDeletionNoticeDue, userDeletionNoticeSettled,
  workflowStarted, workflowCompleted, workflowFailed, workflowTimedOut, workflowCompensated, workflowCompensationFailed,
  configChanged,
] as const;
