import type { PeopleWords } from './words.ts';

/** The texts of people and their roles in English. */
export const en: PeopleWords = {
  title: 'Users and roles',
  lead: 'The people of this tenant, newest first.',
  back: 'Back to the users',
  none: 'There is nobody yet',
  columns: { name: 'Name', address: 'Address', status: 'Status', roles: 'Roles', joined: 'Joined' },
  showAddresses: 'Show addresses',
  hideAddresses: 'Mask addresses',
  noName: 'The name cannot be read',
  noAddress: 'cannot be read',
  noRoles: 'none',
  statuses: { pending_verification: 'Address not verified', active: 'Active', deletion_pending: 'Deletion requested', deleting: 'Being erased', registration_failed: 'Not registered' },
  facts: { address: 'Address', verified: 'Verification', joined: 'Joined', id: 'User', undeliverable: 'Mails do not reach this address' },
  verified: 'verified',
  notVerified: 'not verified',
  openDeletions: 'Open the deletions',
  runs: 'Open the runs',
  correct: {
    name: 'Correct the address', address: 'New address', requested: 'Correction requested; the link goes to the new address.',
    effect: 'The new address gets a link. Until it is used the account is closed, and all sessions, API keys and links of before are void.',
  },
  remove: {
    name: 'Request deletion', ground: 'Ground', grace: 'Grace period (days)', requested: 'Deletion requested.',
    graceHint: '0 begins at once, and nothing leads back; empty is what the tenant has set.',
    effect: 'The account is closed at once and all its sessions and API keys end. It can be cancelled during the grace period; after it the data is deleted for good. The person is told by mail.',
    typed: 'delete',
  },
  roles: {
    title: 'Roles now', none: 'No role.', name: 'Role', since: 'Since', by: 'Assigned by', until: 'Until', forGood: 'for good', permissions: 'Permissions: ', fromStart: 'at registration',
    revoke: {
      name: 'Revoke role', requested: 'Revocation requested.',
      effect: (slots) => `${slots.role} is revoked and refused from the next request on; where the role asks for it, sessions end. The person is told by mail.`,
    },
    assign: {
      name: 'Assign role', role: 'Role', until: 'Until', untilHint: 'Leave it empty for good.', requested: 'Assignment requested.', choose: 'Choose one',
      effect: 'It counts at once; the run behind it checks, tells and records. Only what you hold yourself can be assigned.', self: 'Nobody assigns himself a role', missing: 'Choose a role.',
    },
  },
  timeline: {
    title: 'Timeline', lead: 'Across all processes, newest first: runs, mails, roles, holds and who did what.', none: 'Nothing is recorded yet', self: 'the person',
    started: (slots) => `${slots.process} began`,
    ended: (slots) => `${slots.process} ended`,
    kinds: { run_started: 'Run', run_ended: 'Run', event: 'Event', audit: 'Act', mail: 'Mail' },
    events: {
      'user.created': 'Registered', 'user.default_role_assigned': 'Default role assigned', 'user.welcome_email_sent': 'Welcome mail sent', 'user.verification_email_sent': 'Verification mail sent',
      'user.email_verified': 'Address verified', 'user.registration_completed': 'Registration completed', 'user.registration_failed': 'Registration failed', 'user.registration_expired': 'Registration expired',
      'user.ready_to_activate': 'Ready to be activated', 'user.activated': 'Account activated', 'role.assigned': 'Role assigned', 'role.revoked': 'Role revoked', 'permission.change_completed': 'Change of permissions completed',
      'user.deletion_requested': 'Deletion requested', 'user.deletion_started': 'Deletion begun', 'user.deletion_cancelled': 'Deletion cancelled', 'user.deletion_phase_completed': 'A phase of the deletion completed',
      'user.address_notice_due': 'To be told that the address was used again', 'user.address_notice_settled': 'Told that the address was used again', 'user.verification_request_settled': 'The wish for a link is settled',
      'user.verification_reminder_due': 'To be reminded to verify', 'user.verification_reminder_settled': 'The reminder is settled', 'user.password_reset_request_settled': 'The wish for a new password is settled',
      'user.password_change_notice_settled': 'Told of the new password', 'user.deletion_notice_due': 'To be told about the deletion', 'user.deletion_notice_settled': 'Told about the deletion',
      'user.deletion_completed': 'Deletion completed', 'user.verification_requested': 'Verification link asked for', 'user.password_reset_requested': 'New password asked for', 'user.password_changed': 'Password changed',
    },
  },
};
