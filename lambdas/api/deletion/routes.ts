import * as z from 'zod/mini';
import { ledBy, moment } from '../../domain/described.ts';
import { signedCertificate } from '../../domain/erasure-certificate.ts';
import { dataCategories } from '../../domain/legal-hold.ts';
import { passwordInput } from '../../domain/password.ts';
import { dataCategory } from '../../domain/word-schemas.ts';
import { defineRoute } from '../../kit/route.ts';
import { pageOf, paging, reasonIfAny, reasonTold } from '../fields.ts';
import { requestId, userId } from '../id-schemas.ts';
import { askedBefore, begun, deletionStatus, deletionView, ground, hold, holdAction, listed, recipient, summary } from './deletion-schemas.ts';

const LONGEST_WORD = 512;
const MOST_RECIPIENTS = 999;
const ofUser = z.strictObject({ id: userId });
const ofRequest = z.strictObject({ id: requestId });
const secret = z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD));
const receipt = z.strictObject({ receiptCode: z.optional(secret.check(z.describe('The receipt code of this request, for whoever has no account any more; left out: you come with a credential'))) });
const mailToken = secret.check(z.describe('The token from the link of the mail'));

const personal = { tables: { identity: ['BatchGetItem'], keys: ['GetItem'], ledger: ['GetItem', 'Query'] }, unwrapsTenantKeys: true } as const;
const changes = {
  tables: {
    identity: ['GetItem', 'UpdateItem'], keys: ['GetItem'], ledger: ['GetItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'],
  },
  unwrapsTenantKeys: true,
} as const;

export const requestDeletion = defineRoute({
  group: 'deletion', name: 'request-deletion', method: 'POST', path: '/users/{id}/deletion-requests', access: 'own account or users:delete', idempotent: true,
  summary: 'Ask that an account be deleted',
  description: 'Your own, with your password once more, or that of somebody of your tenant. Access ends at once; until the grace period is over the request can be cancelled. `statusUrl` says how far it is; the receipt code is told this once, and to nobody but the person. Asked a second time it answers 200 with the first request.',
  params: ofUser,
  body: z.strictObject({
    reason: reasonTold('Why, in your own words. It is kept encrypted under a key of the person, and goes with it'), ground: z.optional(ledBy('On what ground, as the law counts them; left out: `reason` where that is one of these words, else `other`', ground)),
    gracePeriodSeconds: z.optional(z.int().check(z.minimum(0), z.maximum(90 * 86_400), z.describe('How many seconds it can be cancelled, not less than the tenant wants; left out: 7 days, or what the tenant and the due date allow'))),
    password: z.optional(passwordInput.check(z.describe('Your password once more, to delete your own account; left out: only to delete somebody else’s'))),
  }),
  answers: { 202: begun, 200: askedBefore },
  problems: ['not-found', 'wrong-credentials', 'deletion-not-possible', 'last-administrator'],
  rateLimits: ['loginFailuresPerAccount'],
  touches: {
    tables: {
      identity: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], keys: ['GetItem'],
      ledger: ['GetItem', 'PutItem', 'ConditionCheckItem'], events: ['PutItem'], audit: ['PutItem'],
    },
    unwrapsTenantKeys: true,
  },
});

export const listDeletions = defineRoute({
  group: 'deletion', name: 'list-deletions', method: 'GET', path: '/deletion-requests', access: 'users:delete',
  summary: 'The deletions of the tenant',
  description: 'The open ones first, by their due dates, then those that are over.',
  query: z.strictObject({ ...paging, status: z.optional(ledBy('Only deletions in this status; left out: in any', deletionStatus)) }),
  answers: { 200: pageOf(listed, 'Deletions') },
  touches: { tables: { ledger: ['Query'], identity: ['BatchGetItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const getDeletion = defineRoute({
  group: 'deletion', name: 'get-deletion', method: 'GET', path: '/deletion-requests/{id}', access: 'requester, receipt or users:delete',
  summary: 'How far a deletion is, phase by phase',
  description: 'With its receipt code nobody needs an account for it. While it is under way, ask again every few seconds.',
  params: ofRequest, query: receipt,
  answers: { 200: deletionView },
  touches: personal,
});

export const cancelDeletion = defineRoute({
  group: 'deletion', name: 'cancel-deletion', method: 'POST', path: '/deletion-requests/{id}/cancel', access: 'mail token, receipt or users:delete', idempotent: true,
  summary: 'Cancel a deletion',
  description: 'As long as the erasure has not begun. The account is as it was, and its holder logs in again. Whoever only opens the page of the mail changes nothing by it.',
  params: ofRequest, query: receipt,
  body: z.strictObject({ token: z.optional(mailToken.check(z.describe('The token from the link of the mail, behind `cancel=`; left out: you come with the receipt code or a credential'))), reason: reasonIfAny }), bodyMayBeMissing: true,
  answers: { 200: z.object({ requestId, status: z.literal('CANCELLED').check(z.describe('It was cancelled')) }) },
  problems: ['past-the-pivot'],
  touches: { tables: { identity: ['GetItem', 'UpdateItem'], ledger: ['GetItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const extendDeletion = defineRoute({
  group: 'deletion', name: 'extend-deletion', method: 'POST', path: '/deletion-requests/{id}/extend', access: 'users:delete', idempotent: true,
  summary: 'Extend the due date of a deletion',
  description: 'As far as the law allows: `extendableUntil` of the request says how far. The person is told of it by mail.',
  params: ofRequest,
  body: z.strictObject({ until: z.iso.datetime().check(z.describe('The new due date. ISO 8601, UTC')), reason: reasonTold('Why it takes longer, in your own words: the person reads them in the mail') }),
  answers: { 200: summary },
  problems: ['not-found', 'deletion-over', 'extension-not-possible'],
  touches: changes,
});

export const getCertificate = defineRoute({
  group: 'deletion', name: 'get-certificate', method: 'GET', path: '/deletion-requests/{id}/certificate', access: 'requester, receipt or users:delete',
  summary: 'The certificate of a deletion',
  description: 'Signed, and without anything personal. There is one once the deletion is completed, or erased but for what the law wants kept; before that it answers `not-found`. Where the erasure went on afterwards, this is the latest one with those before it. `npm run verify-certificate` verifies it without the platform.',
  params: ofRequest, query: receipt,
  answers: { 200: z.object({ ...signedCertificate.shape, earlier: z.optional(z.array(signedCertificate).check(z.describe('The certificates before this one of the same request, latest first. Absent: it is the first'))) }) },
  touches: { tables: { ledger: ['GetItem'], erasures: ['Query'] } },
});

export const acknowledgeDeletion = defineRoute({
  group: 'deletion', name: 'acknowledge-deletion', method: 'POST', path: '/deletion-requests/{id}/acknowledge', access: 'public',
  summary: 'Acknowledge that you were told of a deletion',
  description: 'For an office to which data was passed on, with the token of its mail. Doing it again answers the same. Whoever only opens the page of the mail changes nothing by it.',
  params: ofRequest,
  body: z.strictObject({ token: mailToken }),
  answers: { 200: z.object({ requestId, status: z.literal('ACKNOWLEDGED').check(z.describe('It is noted that the office knows')), acknowledgedAt: moment('When it was acknowledged first') }) },
  problems: ['not-found'],
  touches: { tables: { ledger: ['Query', 'UpdateItem'] } },
});

export const tellRecipient = defineRoute({
  group: 'deletion', name: 'tell-recipient', method: 'POST', path: '/deletion-requests/{id}/recipients/{recipient}/told', access: 'users:delete', idempotent: true,
  summary: 'Note that an office was told of a deletion',
  description: 'For an office that no mail has reached, once you have told it otherwise.',
  params: z.strictObject({ id: requestId, recipient: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(MOST_RECIPIENTS), z.describe('Number of the office in this request: `nth` of `recipients`')) }),
  body: z.strictObject({ reason: reasonTold('How it was told, in your own words') }),
  answers: { 200: recipient },
  problems: ['not-found', 'recipient-told'],
  touches: { tables: { keys: ['GetItem'], ledger: ['GetItem', 'UpdateItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});

const heldOrNot = z.object({ hold: z.nullable(hold).check(z.describe('The hold; null where nothing is held back')), allowedActions: z.array(holdAction).check(z.describe('What you may do with it now')) });
export type HeldOrNot = z.infer<typeof heldOrNot>;

export const getHold = defineRoute({
  group: 'deletion', name: 'get-hold', method: 'GET', path: '/users/{id}/legal-hold', access: 'users:delete',
  summary: 'The legal hold of an account',
  description: 'What is held back of a person, also where nobody has asked for a deletion.',
  params: ofUser,
  answers: { 200: heldOrNot },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem'], keys: ['GetItem'], ledger: ['GetItem', 'Query'] }, unwrapsTenantKeys: true },
});

export const placeHold = defineRoute({
  group: 'deletion', name: 'place-hold', method: 'PUT', path: '/users/{id}/legal-hold', access: 'users:delete', idempotent: true,
  summary: 'Hold data of a person back from deletion',
  description: 'A hold of everything makes a deletion that was asked for wait; a hold of some kinds of data leaves those out. A hold that is there already is replaced.',
  params: ofUser,
  body: z.strictObject({
    basis: reasonTold('On what ground, in your own words: the person may read them'),
    categories: z.optional(z.array(dataCategory).check(z.minLength(1), z.maxLength(dataCategories.length), z.describe('Which kinds of data to hold back; left out: all of them'))),
    until: z.optional(z.iso.datetime().check(z.describe('When it ends by itself; left out: when somebody releases it. ISO 8601, UTC'))),
  }),
  answers: { 200: hold },
  problems: ['not-found', 'past-the-pivot'],
  touches: { ...changes, tables: { ...changes.tables, ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], identity: ['GetItem', 'UpdateItem', 'ConditionCheckItem'] } },
});

export const releaseHold = defineRoute({
  group: 'deletion', name: 'release-hold', method: 'DELETE', path: '/users/{id}/legal-hold', access: 'users:delete', idempotent: true,
  summary: 'Release the legal hold of an account',
  description: 'A deletion that it stopped goes on by itself.',
  params: ofUser, body: z.strictObject({ reason: reasonIfAny }), bodyMayBeMissing: true,
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { ...changes, tables: { ...changes.tables, ledger: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'], identity: ['GetItem', 'UpdateItem', 'ConditionCheckItem'] } },
});
