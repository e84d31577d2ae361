import { greetableName } from '../greetable-name.ts';
import type { DeletionMailTexts } from '../mail-template.ts';

const hello = (firstName: string): string => {
  const name = greetableName(firstName);
  return name === undefined ? 'Hello,' : `Hello ${name},`;
};
const pointOfTime = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const time = (iso: string): string => `${pointOfTime.format(new Date(iso))} (UTC)`;
const takeBack = (cancelUrl: string) => ({ label: 'Open the page to keep the account', url: cancelUrl, hint: 'Or copy this address into your browser:' });
const PAGE_HAS_A_BUTTON = 'The link opens a page with a button. Opening the page changes nothing; only the button keeps the account.';

const categories: Readonly<Record<string, string>> = {
  identity: 'who you are', contact: 'how to reach you', security: 'logins and rights', business: 'business records', audit: 'the record of what was done', technical: 'technical data',
};
const heldData = (held: readonly string[]): string => held.map((each) => categories[each] ?? each).join(', ');

export const deletionEn: DeletionMailTexts = {
  deletion_requested: ({ firstName, tenantName, byAdministrator, graceEndsAt, dueAt, cancelUrl, receiptCode, held, blocked }) => ({
    subject: 'The deletion of your account was requested',
    paragraphs: [
      hello(firstName),
      byAdministrator ? `An administrator of ${tenantName} has asked that your account there be deleted. Access by it ended at once.`
        : `You have asked that your account at ${tenantName} be deleted. Access by it ended at once.`,
      blocked ? 'A legal hold stops the deletion for now: nothing is deleted while it stands, and nothing is done with your data but to keep it. You will hear from us when it ends.'
        : `It can be cancelled until ${time(graceEndsAt)}. Then it begins, and nothing leads back.`,
      'What goes: your name and address, your profile, roles, sessions and API keys, and your name in business records.',
      'What stays: what the law makes us keep, without your name and until its period is over, and a record that the deletion took place.',
      ...(held.length > 0 ? [`Held back on a legal ground, and told here because you have a right to know: ${heldData(held)}.`] : []),
      `By ${time(dueAt)} at the latest it is done, and you will be told.`,
      ...(receiptCode === undefined ? [] : [`Receipt code: ${receiptCode}`]),
    ],
    action: takeBack(cancelUrl),
    notes: [
      PAGE_HAS_A_BUTTON,
      ...(receiptCode === undefined ? [] : ['Keep the receipt code: with it you can see how far the deletion is, also when the account is gone. Whoever has it can do so too.']),
      'If you did not expect this, keep the account by the link and tell an administrator.',
    ],
  }),

  deletion_reminder: ({ firstName, tenantName, graceEndsAt, cancelUrl }) => ({
    subject: 'Reminder: the deletion of your account begins soon',
    paragraphs: [
      hello(firstName),
      `The deletion of your account at ${tenantName} begins on ${time(graceEndsAt)}. Until then it can be cancelled, and afterwards it cannot.`,
      'If you want it deleted, there is nothing to do.',
    ],
    action: takeBack(cancelUrl),
    notes: [PAGE_HAS_A_BUTTON],
  }),

  deletion_cancelled: ({ firstName, tenantName, consoleUrl }) => ({
    subject: 'The deletion of your account was cancelled',
    paragraphs: [
      hello(firstName),
      `The deletion of your account at ${tenantName} was cancelled. Nothing was deleted, and you can log in again.`,
      'Sessions and API keys of before have ended and do not come back.',
    ],
    action: { label: 'Go to the login page', url: consoleUrl, hint: 'Or copy this address into your browser:' },
    notes: ['If you did not expect this, tell an administrator: the deletion can be asked for again at any time.'],
  }),

  deletion_due_soon: ({ requestId, blocked, begun = false, overdue, dueAt, consoleUrl }) => ({
    subject: overdue ? 'A deletion is overdue' : 'A deletion must be done soon',
    paragraphs: [
      'Hello,',
      `A deletion that somebody asked for is open still. The law ${overdue ? 'wanted' : 'wants'} it done by ${time(dueAt)}.`,
      `Request: ${requestId}`,
      begun ? 'It has begun and is not completed. Ask whoever runs the platform what keeps it: a phase that failed is mended and tried again.' : blocked ? 'A legal hold stops it. Ask whoever placed the hold whether it is needed still, and release it if it is not.' : 'Its grace period is not over yet. It begins by itself when it is.',
      overdue ? 'The person may complain to a data protection authority. Have your data protection officer decide what she is told, and whether the ground of a hold excuses it.' : 'If it cannot be done in time, the date can be extended for a reason within the first month, where the law allows it. The person is then told why.',
    ],
    action: { label: 'Open the console', url: consoleUrl, hint: 'Or copy this address into your browser:' },
    notes: ['You receive this mail because you are an administrator.'],
  }),

  deletion_extended: ({ firstName, tenantName, dueAt, reason }) => ({
    subject: 'The deletion of your account takes longer',
    paragraphs: [
      hello(firstName),
      `The deletion of your account at ${tenantName} needs more time than a month.`,
      `Reason: ${reason}`,
      `It is done by ${time(dueAt)} at the latest.`,
    ],
    notes: ['If you do not agree, you may complain to a data protection authority.'],
  }),

  deletion_blocked: ({ firstName, tenantName, until, basis }) => ({
    subject: 'The deletion of your account is on hold',
    paragraphs: [
      hello(firstName),
      `The deletion of your account at ${tenantName} was stopped by a legal hold: the law does not allow that your data be deleted now.`,
      `Ground: ${basis}`,
      until === undefined ? 'It stands until it is released.' : `It ends on ${time(until)} at the latest.`,
      'Until then nothing is done with your data but to keep it. You will hear from us when the hold ends.',
    ],
    notes: ['If you do not agree, you may complain to a data protection authority.'],
  }),

  deletion_completed: ({ firstName, tenantName, certificateUrl, held, heldUntil }) => ({
    subject: 'The deletion of your account is completed',
    paragraphs: [
      hello(firstName),
      `Your account at ${tenantName} is deleted, and with it your personal data. This was checked independently.`,
      ...(held.length === 0 ? [] : [`Kept back for now, because the law asks for it: ${heldData(held)}. Nothing is done with it but to keep it${heldUntil === undefined ? '' : `, at least until ${time(heldUntil)}`}; when that ends it is deleted too, and the page of the link below then says so.`]),
      'This is the last mail that you get from us: with it your address is forgotten too.',
    ],
    action: { label: 'Open the certificate', url: certificateUrl, hint: 'It says what was deleted, what is kept for how long and when the last backup expires. The link works without an account; keep it.' },
    notes: [],
  }),

  recipient_notice: ({ recipientName, tenantName, userId, requestId, acknowledgeUrl }) => ({
    subject: 'Notice of a deletion under Art. 19 GDPR',
    paragraphs: [
      `To ${recipientName},`,
      `${tenantName} has passed personal data on to you. The person with the id ${userId} has been deleted there.`,
      'Please delete what you have of this person, unless the law asks you to keep it, and acknowledge this notice on the page below.',
    ],
    action: { label: 'Open the page to acknowledge', url: acknowledgeUrl, hint: 'Or copy this address into your browser:' },
    notes: ['The link opens a page with a button and needs no account. Opening the page changes nothing; only the button acknowledges.', `Reference: ${requestId}`],
  }),

  deletion_released: ({ firstName, tenantName, graceEndsAt, cancelUrl }) => ({
    subject: 'The deletion of your account goes on',
    paragraphs: [
      hello(firstName),
      `The legal hold that stopped the deletion of your account at ${tenantName} has ended.`,
      graceEndsAt === undefined ? 'The time in which it could be cancelled is over, so it begins now.' : `It can be cancelled until ${time(graceEndsAt)}. Then it begins, and nothing leads back.`,
    ],
    ...(graceEndsAt !== undefined && { action: takeBack(cancelUrl) }),
    notes: graceEndsAt === undefined ? [] : [PAGE_HAS_A_BUTTON],
  }),
};
