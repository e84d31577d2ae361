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
  },
};
