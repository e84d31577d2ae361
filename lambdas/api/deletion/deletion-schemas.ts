import * as z from 'zod/mini';
import { deletionReasons, deletionStatuses, phaseStatuses } from '../../domain/deletion-request.ts';
import { ledBy, moment, oneOf } from '../../domain/described.ts';
import { privacyProfile } from '../../domain/tenant.ts';
import { recipientStatuses } from '../../domain/told-recipient.ts';
import { dataCategory, deletionPhase, erasureWay, phaseCounts } from '../../domain/word-schemas.ts';
import { holdId, requestId, userId } from '../id-schemas.ts';

/** How a deletion is told. */

export const deletionStatus = oneOf(deletionStatuses, 'Where the deletion is', {
  GRACE_PERIOD: 'it can still be cancelled, until `graceEndsAt`', BLOCKED_BY_HOLD: 'a legal hold of everything stops it before anything is erased; it can still be cancelled',
  RUNNING: 'the erasure has begun, and nothing leads back', PARTIALLY_ERASED: 'all is erased but what the law wants kept, or a phase stands still: `failedPhase` says which',
  CANCELLED: 'it was cancelled, and the account is as it was', COMPLETED: 'all is erased and verified, and there is a certificate',
});
export const ground = oneOf(deletionReasons, 'On what ground, as the law counts them', {
  no_longer_necessary: 'the data is not needed any more', consent_withdrawn: 'the person has withdrawn her consent', objection: 'she objects to the use of the data', unlawful_processing: 'the data was used against the law',
  legal_obligation: 'a law demands the erasure', child: 'it was collected from a child', other: 'anything else',
});

const statusUrl = z.string().check(z.describe('Where to ask how far it is'));
const times = { graceEndsAt: moment('Until when it can be cancelled'), dueAt: moment('By when it must be done') };
const asked = z.object({
  requestId, status: deletionStatus, ...times, statusUrl,
  receiptCode: z.optional(z.string().check(z.describe('With it the person asks how far it is, and cancels it, when she has no account any more: as `?receiptCode=`. It is told this once, to her alone. Absent where somebody else asked: then she has it by mail'))),
});
export const begun = asked.check(z.describe('It was accepted. Access has ended, and the rest happens behind the answer'));
export const askedBefore = asked.check(z.describe('A deletion was asked for before: this is that one, without its receipt code'));

export const hold = z.object({
  holdId, basis: z.string().check(z.describe('On what ground, in the words of whoever placed it; the person reads it')),
  categories: z.optional(z.array(dataCategory).check(z.describe('Which kinds of data it holds back. Absent: all of them'))), until: z.optional(moment('When it ends by itself. Absent: when somebody releases it')), placedAt: moment('When it was placed'),
  placedBy: userId.check(z.describe('Id of the account that placed it')),
});
export type HoldView = z.infer<typeof hold>;

export const summary = z.object({
  requestId, userId: userId.check(z.describe('Id of the account that is deleted')), status: deletionStatus, profile: privacyProfile, reason: ground,
  requestedAt: moment('When it was asked for'), requestedBy: z.string().check(z.describe('Id of the account that asked: the person’s own, or an administrator’s')), ...times,
  extendedAt: z.optional(moment('When the due date was extended. Absent: it was not')), startedAt: z.optional(moment('When the erasure began, from where nothing leads back. Absent: it has not')),
  endedAt: z.optional(moment('When it was completed or cancelled. Absent: neither has happened')), failedPhase: z.optional(ledBy('In which phase it stands still and waits for an operator. Absent: in none', deletionPhase)),
  heldCategories: z.optional(z.array(dataCategory).check(z.describe('Which kinds of data are kept back when all else is erased. Absent: none'))), heldUntil: z.optional(moment('When the first hold or period for which it waits ends by itself. Absent: nothing does')),
});
export type DeletionSummary = z.infer<typeof summary>;

/** Whom it is about, as far as whoever works on it must know. */
export const listed = z.object({ ...summary.shape, person: z.nullable(z.string()).check(z.describe('Whom it is about, as a masked address such as `a***@example.com`. Null once the erasure has begun')) });

const holdActions = { place_hold: 'hold data back', release_hold: 'release the hold' } as const;
export const holdAction = oneOf(['place_hold', 'release_hold'], 'What may be done', holdActions);
const deletionAction = oneOf(['cancel', 'extend', 'place_hold', 'release_hold'], 'What may be done', { cancel: 'cancel it', extend: 'extend the due date', ...holdActions });

const phase = z.object({
  name: deletionPhase,
  status: oneOf(phaseStatuses, 'How far the phase is', { PENDING: 'it has not begun', RUNNING: 'it is under way', DONE: 'it is done', FAILED: 'it failed and waits for an operator' }),
  startedAt: z.optional(moment('When it began. Absent: it has not')), finishedAt: z.optional(moment('When it ended. Absent: it has not')), counts: phaseCounts,
  progress: z.optional(z.object({
    done: z.number().check(z.describe('So much is done: items that were planned, or places that were looked through')), of: z.number().check(z.describe('Of so much')),
  }).check(z.describe('How far a phase is that works in chunks. Absent: it has not begun, or has ended'))),
});
/** What becomes of each kind of data; how much of it there is is known once it was looked through, after the pivot. */
const planLine = z.object({
  name: z.string().check(z.describe('What kind of data, by its name in the data inventory')), table: z.string().check(z.describe('In which table it is')), category: dataCategory, way: erasureWay,
  count: z.optional(z.number().check(z.describe('How many items there are. Absent: nobody has looked yet'))), held: z.boolean().check(z.describe('Whether it is kept for now')),
  reason: z.optional(oneOf(['legal_hold', 'retention'], 'Why it is kept. Absent: it is not', { legal_hold: 'somebody holds it back', retention: 'the law wants it kept for some time' })),
  until: z.optional(moment('Until when it is kept. Absent: it is not, or until somebody releases the hold')), basis: z.optional(z.string().check(z.describe('By which law, of `retention`. Absent otherwise'))),
});

export const recipient = z.object({
  nth: z.number().check(z.describe('Its number in this request, from 0: `recipient` in the path')), name: z.string().check(z.describe('What the office is called')),
  status: oneOf(recipientStatuses, 'Whether the office knows', { TOLD: 'it was told, and has not acknowledged', NOT_REACHED: 'no mail has reached it: somebody must tell it otherwise', ACKNOWLEDGED: 'it has said that it knows' }),
  toldAt: z.optional(moment('When it was told. Absent: it was not')), notReachedAt: z.optional(moment('When the mail was given up. Absent: it was not')), acknowledgedAt: z.optional(moment('When it acknowledged. Absent: it has not')),
  toldBy: z.optional(userId.check(z.describe('Id of the account that told it otherwise than by mail. Absent: nobody did'))), reason: z.optional(z.string().check(z.describe('How it was told then, in the words of whoever did. Absent: it was by mail'))),
});
export type RecipientView = z.infer<typeof recipient>;

export const deletionView = z.object({
  ...listed.shape, phases: z.array(phase).check(z.describe('The phases, in their order')), plan: z.array(planLine).check(z.describe('What becomes of each kind of data')),
  backupsExpireAt: z.optional(moment('When the last backup that holds any of it is gone. Absent: the erasure has not come that far')), hold: z.optional(hold.check(z.describe('The legal hold of the account. Absent: there is none'))),
  extensionReason: z.optional(z.string().check(z.describe('Why it takes longer, in the words that the person was told. Absent: it was not extended, or her key is gone'))),
  statusUrl, certificateUrl: z.optional(z.string().check(z.describe('Where the certificate is. Absent: there is none yet'))),
  allowedActions: z.array(deletionAction).check(z.describe('What you may do with it now; empty for whoever lacks `users:delete`')),
  extendableUntil: z.optional(moment('How far the due date can be extended. Absent: it cannot')),
  recipients: z.array(recipient).check(z.describe('The offices to which data had been passed on, and whether each heard of the erasure')),
  lastSearch: z.optional(z.object({
    at: moment('When all tables were searched'), residue: z.number().check(z.describe('How much of the person was found: 0 is what it should be')),
  }).check(z.describe('The last search for anything left of the person. Absent: there was none yet'))),
});
export type DeletionView = z.infer<typeof deletionView>;
