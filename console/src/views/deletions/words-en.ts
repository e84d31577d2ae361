import type { DeletionWords } from './words.ts';

/** The texts of the deletions in English. */
export const en: DeletionWords = {
  title: 'Deletions',
  lead: 'The open requests by due date, overdue ones first; then those that are over.',
  back: 'Back to the deletions',
  none: 'No deletion was asked for',
  clear: 'Clear the filters',
  status: 'Status',
  anyStatus: 'Any status',
  statuses: {
    GRACE_PERIOD: 'In its grace period', BLOCKED_BY_HOLD: 'On hold', RUNNING: 'Being erased', PARTIALLY_ERASED: 'Stopped part-way', CANCELLED: 'Cancelled', COMPLETED: 'Completed',
  },
  columns: { due: 'Due date', person: 'Person', status: 'Status', received: 'Received', extended: 'Extended', standsAt: (slots) => `Stands at: ${slots.phase}` },
  erased: 'An erased person',
  due: {
    today: 'due today',
    left: (slots) => (slots.days === 1 ? '1 day left' : `${slots.days} days left`),
    overdue: (slots) => (slots.days === 1 ? '1 day overdue' : `${slots.days} days overdue`),
  },
  extended: (slots) => `until ${slots.to}, told on ${slots.on}`,
  here: {
    why: 'Why here', next: 'Next', who: 'Who acts', overdue: 'A data protection officer, now: the due date has passed. Tell the person why, and see what holds it up.',
    GRACE_PERIOD: { why: 'The account is closed; nothing is deleted yet.', next: (slots) => `The deletion begins by itself when the grace period ends at ${slots.time}; from then on nothing leads back.`, who: 'Nobody now; the person or an administrator can cancel it.' },
    BLOCKED_BY_HOLD: { why: 'A legal hold wants everything of this person kept, so the deletion waits.', next: () => 'It goes on by itself once the hold is released.', who: 'Whoever may delete people: release the hold when its basis is gone.' },
    RUNNING: { why: 'The deletion has begun and cannot be cancelled.', next: () => 'The phases follow each other; the certificate comes last.', who: 'Nobody now.' },
    PARTIALLY_ERASED: { why: 'A phase failed, and those behind it have not begun; what is deleted stays deleted.', next: () => 'Once the cause is mended, retry its run; phases that are done are not done again.', who: 'A platform engineer, before the due date.' },
    CANCELLED: { why: 'The request was cancelled and nothing was deleted; the person can log in again.', next: () => 'It has ended.', who: 'Nobody.' },
    COMPLETED: { why: 'The data of this person is deleted, and the certificate is issued.', next: () => 'It has ended.', who: 'Nobody; keep the certificate where you need it.' },
  },
  facts: {
    requested: 'Received', requestedBy: 'Asked by', ground: 'Ground', profile: 'Law', grace: 'Grace period until', due: 'Due date', extended: 'Extended', why: 'Why extended', started: 'Started', ended: 'Ended',
    backups: 'Backups expire', id: 'Request',
  },
  bySelf: 'the person',
  openRun: 'Open the run of the deletion',
  grounds: {
    no_longer_necessary: 'No longer necessary', consent_withdrawn: 'Consent withdrawn', objection: 'Objection', unlawful_processing: 'Unlawful processing', legal_obligation: 'Legal obligation',
    child: 'Data of a child', other: 'Other',
  },
  profiles: { gdpr: 'GDPR (one month)', pipl: 'PIPL (working days)' },
  phases: {
    title: 'Phases',
    names: {
      access: 'End access', assessment: 'Assess data', personal_data: 'Delete personal data', business_data: 'Anonymise business data', audit: 'Minimise audit data', backups: 'Shred backups',
      recipients: 'Tell recipients', verification: 'Verify', certificate: 'Issue certificate',
    },
    statuses: { PENDING: 'Not started', RUNNING: 'Running', DONE: 'Done', FAILED: 'Failed' },
    count: (slots) => `${slots.kind} ${slots.count}`,
    progress: { items: (slots) => `${slots.done} of ${slots.of} items done`, places: (slots) => `${slots.done} of ${slots.of} places searched` },
    nothing: 'nothing of this kind',
  },
  plan: {
    title: 'What becomes of each kind of data', data: 'Data', store: 'Store', category: 'Category', way: 'Becomes', count: 'Count', notCounted: 'not counted yet', heldMark: 'Held', retained: 'Kept by law', until: 'until',
    preview: 'Counted once the deletion has begun.',
    ways: { delete: 'Deleted', anonymise: 'Anonymised', minimise: 'Kept without identity', retain: 'Kept for a time' },
    categories: { identity: 'Identity', contact: 'Contact', security: 'Security', business: 'Business', audit: 'Audit', technical: 'Technical' },
    stores: { identity: 'Accounts', ledger: 'Ledger of runs', audit: 'Audit', events: 'Events', keys: 'Keys', erasures: 'Certificates' },
  },
  kinds: {
    sessions: 'Sessions', apiKeys: 'API keys', tokens: 'Links of mails', activity: 'Activity entries', roles: 'Roles', profile: 'Profile', credential: 'Password', records: 'Records', auditEntries: 'Audit entries',
    held: 'Held', processesFenced: 'Runs superseded', rolesRevoked: 'Roles revoked', keysDestroyed: 'Keys destroyed', recipientsTold: 'Told', recipientsNotReached: 'Not reached', residue: 'Residue', byValue: 'Searched by value', foundAgain: 'Found again',
  },
  hold: {
    title: 'Legal hold', none: 'There is no legal hold.', basis: 'Basis', categories: 'Covers', everything: 'Everything', until: 'Until', noEnd: 'until it is released', placed: 'Placed', placedBy: 'Placed by', hasEnded: 'has ended', scope: 'What is held', untilHint: 'Leave it empty for no end.',
    place: {
      name: 'Hold', requested: 'Legal hold placed.',
      effect: 'What is chosen is not deleted until the hold is released or ends. A hold of everything stops a deletion that has not begun. The reason you give is the basis, and the person may read it.',
    },
    release: { name: 'Release hold', requested: 'Release requested.', effect: 'The deletion that it stopped goes on; where the grace period is over it begins at once, and then nothing leads back.' },
  },
  extend: {
    name: 'Extend', requested: 'Extended; the person is told by mail, with the reason.', until: 'New due date',
    effect: (slots) => `The due date moves, to ${slots.latest} at the latest. The person is told the reason by mail. It is possible only before the first due date.`,
  },
  cancel: { name: 'Cancel the deletion', requested: 'Cancellation requested.', effect: 'The account is as it was and the person can log in again; sessions and API keys of before stay ended. Nothing was deleted.' },
  recipients: { title: 'Recipients of data', none: 'No recipient is registered.', later: 'Registered recipients are told in the phase of that name.', TOLD: 'told', ACKNOWLEDGED: 'acknowledged', NOT_REACHED: 'not reached',
    tell: { name: 'Note that it was told', requested: 'Noted.', effect: 'No mail has reached this office. Say how it was told of the deletion otherwise; this stands in the audit and beside its name.' } },
  certificate: {
    title: 'Certificate', later: 'It is issued when the deletion is completed.', download: 'Download the certificate (JSON)', verify: 'How to verify it',
    how: 'It is signed with the key of the platform and names the hash of the certificate before it: change anything, and the check fails. Compare the fingerprint of the key by another way. There is nothing personal in it; it may be handed over and kept.',
    number: 'Number', issued: 'Issued', algorithm: 'Algorithm', fingerprint: 'Fingerprint of the key',
  },
};
