import * as z from 'zod/mini';
import { deletionPhases, deletionReasons, deletionStatuses, phaseStatuses, privacyProfiles } from '../../domain/deletion-request.ts';
import { signedCertificate } from '../../domain/erasure-certificate.ts';
import { identifier } from '../../domain/identifier.ts';
import { dataCategories } from '../../domain/legal-hold.ts';
import { passwordInput } from '../../domain/password.ts';
import { recipientStatuses } from '../../domain/told-recipient.ts';
import { defineRoute } from '../../kit/route.ts';
import { paging, reason } from '../fields.ts';

const LONGEST_WORD = 512;
const MOST_RECIPIENTS = 999;
const ofUser = z.strictObject({ id: identifier });
const ofRequest = z.strictObject({ id: identifier });
const receipt = z.strictObject({ receiptCode: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD))) });

const asked = z.object({
  requestId: identifier, status: z.enum(deletionStatuses), dueAt: z.string(), graceEndsAt: z.string(), statusUrl: z.string(), receiptCode: z.optional(z.string()),
});

const hold = z.object({ holdId: identifier, basis: z.string(), categories: z.optional(z.array(z.enum(dataCategories))), until: z.optional(z.string()), placedAt: z.string(), placedBy: z.string() });
export type HoldView = z.infer<typeof hold>;

const summary = z.object({
  requestId: identifier, userId: identifier, status: z.enum(deletionStatuses), profile: z.enum(privacyProfiles), reason: z.enum(deletionReasons),
  requestedAt: z.string(), requestedBy: z.string(), graceEndsAt: z.string(), dueAt: z.string(), extendedAt: z.optional(z.string()),
  startedAt: z.optional(z.string()), endedAt: z.optional(z.string()), failedPhase: z.optional(z.enum(deletionPhases)),
  heldCategories: z.optional(z.array(z.enum(dataCategories))), heldUntil: z.optional(z.string()),
});
export type DeletionSummary = z.infer<typeof summary>;

/** Whom it is about, as far as whoever works on it must know: nothing once the person's key is gone. */
const about = { person: z.nullable(z.string()) };
const listed = z.object({ ...summary.shape, ...about });

const holdActions = ['place_hold', 'release_hold'] as const;
export const deletionActions = ['cancel', 'extend', ...holdActions] as const;

const phase = z.object({
  name: z.enum(deletionPhases), status: z.enum(phaseStatuses), startedAt: z.optional(z.string()), finishedAt: z.optional(z.string()), counts: z.record(z.string(), z.number()),
  /** While it is on its way: so many of the items that were planned, or of the places that are looked through. */
  progress: z.optional(z.object({ done: z.number(), of: z.number() })),
});
/** What becomes of each kind of data; how much of it there is is known once it was looked through, after the pivot. */
const planLine = z.object({
  name: z.string(), table: z.string(), category: z.string(), way: z.string(), count: z.optional(z.number()),
  held: z.boolean(), reason: z.optional(z.enum(['legal_hold', 'retention'])), until: z.optional(z.string()), basis: z.optional(z.string()),
});

const recipient = z.object({
  nth: z.number(), name: z.string(), status: z.enum(recipientStatuses), toldAt: z.optional(z.string()), notReachedAt: z.optional(z.string()), acknowledgedAt: z.optional(z.string()),
  toldBy: z.optional(identifier), reason: z.optional(z.string()),
});
export type RecipientView = z.infer<typeof recipient>;

const view = z.object({
  ...listed.shape, phases: z.array(phase), plan: z.array(planLine), backupsExpireAt: z.optional(z.string()), hold: z.optional(hold), extensionReason: z.optional(z.string()), statusUrl: z.string(), certificateUrl: z.optional(z.string()),
  /** What this caller may do with it now. */
  allowedActions: z.array(z.enum(deletionActions)), extendableUntil: z.optional(z.string()),
  /** To whom data had been passed on, and whether each heard of the erasure. */
  recipients: z.array(recipient),
  /** When the stores were last searched for anything left, and what was found. */
  lastSearch: z.optional(z.object({ at: z.string(), residue: z.number() })),
});
export type DeletionView = z.infer<typeof view>;

const personal = { tables: { identity: ['BatchGetItem'], keys: ['GetItem'], ledger: ['GetItem', 'Query'] }, unwrapsTenantKeys: true } as const;
const changes = {
  tables: {
    identity: ['GetItem', 'UpdateItem'], keys: ['GetItem'], ledger: ['GetItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'],
  },
  unwrapsTenantKeys: true,
} as const;

export const requestDeletion = defineRoute({
  group: 'deletion', name: 'request-deletion', method: 'POST', path: '/users/{id}/deletion-requests', access: 'own account or users:delete', idempotent: true,
  summary: 'Ask that an account be deleted: your own, with your password once more, or that of somebody of your tenant. Access ends at once; until the grace period is over the request can be cancelled. The receipt code is told this once, and to nobody but the person',
  params: ofUser,
  body: z.strictObject({ reason, ground: z.optional(z.enum(deletionReasons)), gracePeriodSeconds: z.optional(z.int().check(z.minimum(0), z.maximum(90 * 86_400))), password: z.optional(passwordInput) }),
  answers: { 202: asked, 200: asked },
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
  summary: 'The deletions of the tenant: the open ones by due date, then those that are over',
  query: z.strictObject({ ...paging, status: z.optional(z.enum(deletionStatuses)) }),
  answers: { 200: z.object({ items: z.array(listed), cursor: z.optional(z.string()) }) },
  touches: { tables: { ledger: ['Query'], identity: ['BatchGetItem'], keys: ['GetItem'] }, unwrapsTenantKeys: true },
});

export const getDeletion = defineRoute({
  group: 'deletion', name: 'get-deletion', method: 'GET', path: '/deletion-requests/{id}', access: 'requester, receipt or users:delete',
  summary: 'How far a deletion is, phase by phase. With its receipt code nobody needs an account for it',
  params: ofRequest, query: receipt,
  answers: { 200: view },
  touches: personal,
});

export const cancelDeletion = defineRoute({
  group: 'deletion', name: 'cancel-deletion', method: 'POST', path: '/deletion-requests/{id}/cancel', access: 'mail token, receipt or users:delete', idempotent: true,
  summary: 'Cancel a deletion while it has not begun: the account is as it was, and its holder logs in again. Whoever opens the page of the mail changes nothing by it',
  params: ofRequest, query: receipt,
  body: z.strictObject({ token: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD))), reason: z.optional(reason) }), bodyMayBeMissing: true,
  answers: { 200: z.object({ requestId: identifier, status: z.literal('CANCELLED') }) },
  problems: ['past-the-pivot'],
  touches: { tables: { identity: ['GetItem', 'UpdateItem'], ledger: ['GetItem', 'UpdateItem'], events: ['PutItem'], audit: ['PutItem'] } },
});

export const extendDeletion = defineRoute({
  group: 'deletion', name: 'extend-deletion', method: 'POST', path: '/deletion-requests/{id}/extend', access: 'users:delete', idempotent: true,
  summary: 'Extend the due date, as far as the law allows, for a reason of which the person is told by mail',
  params: ofRequest,
  body: z.strictObject({ until: z.iso.datetime(), reason }),
  answers: { 200: summary },
  problems: ['not-found', 'deletion-over', 'extension-not-possible'],
  touches: changes,
});

export const getCertificate = defineRoute({
  group: 'deletion', name: 'get-certificate', method: 'GET', path: '/deletion-requests/{id}/certificate', access: 'requester, receipt or users:delete',
  summary: 'The certificate of a deletion, signed, and without anything personal: when it is completed, or erased but for what the law wants kept. Where it went on afterwards, the latest one with those before it',
  params: ofRequest, query: receipt,
  answers: { 200: z.object({ ...signedCertificate.shape, earlier: z.optional(z.array(signedCertificate)) }) },
  touches: { tables: { ledger: ['GetItem'], erasures: ['Query'] } },
});

export const acknowledgeDeletion = defineRoute({
  group: 'deletion', name: 'acknowledge-deletion', method: 'POST', path: '/deletion-requests/{id}/acknowledge', access: 'public',
  summary: 'An office to which data was passed on acknowledges that it was told of the deletion, with the token of its mail. Whoever opens the page of the mail changes nothing by it',
  params: ofRequest,
  body: z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD)) }),
  answers: { 200: z.object({ requestId: identifier, status: z.literal('ACKNOWLEDGED'), acknowledgedAt: z.string() }) },
  problems: ['not-found'],
  touches: { tables: { ledger: ['Query', 'UpdateItem'] } },
});

export const tellRecipient = defineRoute({
  group: 'deletion', name: 'tell-recipient', method: 'POST', path: '/deletion-requests/{id}/recipients/{recipient}/told', access: 'users:delete', idempotent: true,
  summary: 'Note that an office which no mail has reached was told of the deletion otherwise, and how',
  params: z.strictObject({ id: identifier, recipient: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(MOST_RECIPIENTS)) }),
  body: z.strictObject({ reason }),
  answers: { 200: recipient },
  problems: ['not-found', 'recipient-told'],
  touches: { tables: { keys: ['GetItem'], ledger: ['GetItem', 'UpdateItem'], audit: ['PutItem'] }, unwrapsTenantKeys: true },
});

const heldOrNot = z.object({ hold: z.nullable(hold), allowedActions: z.array(z.enum(holdActions)) });
export type HeldOrNot = z.infer<typeof heldOrNot>;

export const getHold = defineRoute({
  group: 'deletion', name: 'get-hold', method: 'GET', path: '/users/{id}/legal-hold', access: 'users:delete',
  summary: 'What is held back of a person, also where nobody has asked for a deletion; null where nothing is',
  params: ofUser,
  answers: { 200: heldOrNot },
  problems: ['not-found'],
  touches: { tables: { identity: ['GetItem'], keys: ['GetItem'], ledger: ['GetItem', 'Query'] }, unwrapsTenantKeys: true },
});

export const placeHold = defineRoute({
  group: 'deletion', name: 'place-hold', method: 'PUT', path: '/users/{id}/legal-hold', access: 'users:delete', idempotent: true,
  summary: 'Hold data of a person back from deletion, on a ground that the person may read: without categories everything, and a deletion that was asked for then waits',
  params: ofUser,
  body: z.strictObject({
    basis: reason, categories: z.optional(z.array(z.enum(dataCategories)).check(z.minLength(1), z.maxLength(dataCategories.length))), until: z.optional(z.iso.datetime()),
  }),
  answers: { 200: hold },
  problems: ['not-found', 'past-the-pivot'],
  touches: { ...changes, tables: { ...changes.tables, ledger: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], identity: ['GetItem', 'UpdateItem', 'ConditionCheckItem'] } },
});

export const releaseHold = defineRoute({
  group: 'deletion', name: 'release-hold', method: 'DELETE', path: '/users/{id}/legal-hold', access: 'users:delete', idempotent: true,
  summary: 'Release the hold: a deletion that it stopped goes on',
  params: ofUser, body: z.strictObject({ reason: z.optional(reason) }), bodyMayBeMissing: true,
  answers: { 204: undefined },
  problems: ['not-found'],
  touches: { ...changes, tables: { ...changes.tables, ledger: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'], identity: ['GetItem', 'UpdateItem', 'ConditionCheckItem'] } },
});
