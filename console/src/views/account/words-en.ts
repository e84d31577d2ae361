import type { AccountWords } from './words.ts';

/** The texts of one's own account in English. */
export const en: AccountWords = {
  title: 'My account',
  facts: { address: 'Address', verification: 'Verification', tenant: 'Tenant', roles: 'Roles', joined: 'Joined', id: 'User' },
  verified: 'verified',
  notVerified: 'not verified',
  noRoles: 'none',
  roles: { member: 'Member', administrator: 'Administrator', platform_administrator: 'Platform administrator' },
  profile: {
    title: 'Profile and preferences',
    fields: { firstName: 'First name', lastName: 'Last name', language: 'Language of mails', timezone: 'Time zone', emailNotifications: 'Notifications' },
    languageHint: 'Language, theme and zone of this page are kept by the browser and not changed here.', notify: 'Notify me by mail', notifyHint: 'Mails about the safety or the deletion of your account always come.',
    save: 'Save the change', saved: 'Saved.', discard: 'Discard',
  },
  sessions: {
    title: 'Sessions', began: 'Began', seen: 'Last used', ends: 'Ends', current: 'This session',
    end: { name: 'End session', effect: 'The next request of that session is refused; whoever uses it has to log in again.', requested: 'Session ended.' },
  },
  keys: {
    title: 'API keys', none: 'There is no API key.', name: 'Name', nameHint: 'Such as the program that uses it.', nameMissing: 'Give the key a name.', may: 'Permissions', mayOnly: 'Permissions: ', everything: 'All that I may', made: 'Made', used: 'Last used', never: 'never', expires: 'Ends', expiresHint: 'Leave it empty for good.', forGood: 'for good',
    create: { name: 'Create a key', effect: 'A program sends it instead of logging in; it never may more than you may yourself at that moment. Its secret is shown this once.', requested: 'Key created.' },
    secret: (slots) => `The secret of “${slots.name}” is shown this once. Copy it now and keep it safe.`, secretLabel: 'Secret', kept: 'I have kept it, hide it',
    revoke: { name: 'Revoke key', effect: (slots) => `The next request of whatever uses “${slots.name}” is refused. It cannot be restored.`, requested: 'Key revoked.' },
  },
  leave: {
    title: 'Delete my account', lead: 'The account is closed as soon as you ask. During the grace period you can cancel by the link in your mail; then the data is deleted for good.', ground: 'Ground', password: 'Password', passwordHint: 'Once more, so that nobody else does it.',
    act: { name: 'Request deletion', effect: 'Your account is closed at once, all its sessions and API keys end, and you are logged out. It can be cancelled during the grace period; after it the data is deleted for good.', typed: 'delete', requested: 'Deletion requested.' },
  },
  permissions: {
    title: 'My permissions', none: 'You have no permission.', lead: 'Permissions come from your roles; ask an administrator of your tenant to change them.',
  },
};
