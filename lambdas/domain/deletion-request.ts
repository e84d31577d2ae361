import { randomBytes } from 'node:crypto';
import type { KeptBack, RetentionRule } from './kept-back.ts';
import type { DataCategory, LegalHold } from './legal-hold.ts';
import type { UserStatus } from './user.ts';

export const deletionStatuses = ['GRACE_PERIOD', 'BLOCKED_BY_HOLD', 'RUNNING', 'PARTIALLY_ERASED', 'CANCELLED', 'COMPLETED'] as const;
export type DeletionStatus = (typeof deletionStatuses)[number];

/** Every transition there is. The pivot is the one to RUNNING: nothing leads back over it. */
export const deletionTransitions: Readonly<Record<DeletionStatus, readonly DeletionStatus[]>> = {
  GRACE_PERIOD: ['BLOCKED_BY_HOLD', 'RUNNING', 'CANCELLED'],
  BLOCKED_BY_HOLD: ['GRACE_PERIOD', 'CANCELLED'],
  RUNNING: ['PARTIALLY_ERASED', 'COMPLETED'],
  PARTIALLY_ERASED: ['RUNNING'],
  CANCELLED: [],
  COMPLETED: [],
};
export const isBeforePivot = ({ status }: { readonly status: DeletionStatus }): boolean => status === 'GRACE_PERIOD' || status === 'BLOCKED_BY_HOLD';
export const isOver = ({ status }: { readonly status: DeletionStatus }): boolean => deletionTransitions[status].length === 0;

export const deletionPhases = ['access', 'assessment', 'personal_data', 'business_data', 'audit', 'backups', 'recipients', 'verification', 'certificate'] as const;
export type DeletionPhase = (typeof deletionPhases)[number];
export const phaseStatuses = ['PENDING', 'RUNNING', 'DONE', 'FAILED'] as const;
export type PhaseStatus = (typeof phaseStatuses)[number];
export interface PhaseProgress {
  readonly name: DeletionPhase;
  readonly status: PhaseStatus;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
  readonly counts: Readonly<Record<string, number>>;
  /** Of a phase that looks through places one after another: how many, and how many of them it is through with. */
  readonly places?: Progress | undefined;
}
export interface Progress { readonly done: number; readonly of: number }

/** On what ground somebody is erased, as the law counts them; what is said in other words is `other`, and the words stay sealed with the person. */
export const deletionReasons = ['no_longer_necessary', 'consent_withdrawn', 'objection', 'unlawful_processing', 'legal_obligation', 'child', 'other'] as const;
export type DeletionReason = (typeof deletionReasons)[number];
export const reasonCodeOf = (words: string): DeletionReason => deletionReasons.find((code) => code === words.trim().toLowerCase().replaceAll(/[\s-]+/g, '_')) ?? 'other';

/** Why somebody does something, as he says it: what he says may be about the person, so it is sealed like everything of her. */
export interface Words { readonly words: string }

/** Under which law a tenant answers. */
export const privacyProfiles = ['gdpr', 'pipl'] as const;
export type PrivacyProfile = (typeof privacyProfiles)[number];
export interface PrivacyRules {
  readonly profile: PrivacyProfile;
  /** Of `pipl`: the law names no number, so the tenant does. */
  readonly workingDays: number;
}

const A_DAY_MS = 86_400_000;
const GDPR_MONTHS = 1;
const GDPR_MONTHS_AT_MOST = 3;

/** The same day some months later, or the last one of a month that has no such day. */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return later;
}

/** So many days from Monday to Friday later. Holidays are not known, so it is never later than the law has it. */
export function workingDaysLater(from: Date, days: number): Date {
  const later = new Date(from);
  for (let left = days; left > 0; later.getUTCDay() % 6 === 0 || (left -= 1)) later.setUTCDate(later.getUTCDate() + 1);
  return later;
}

/** By when it must be done, counted from the request. */
export const dueDate = ({ profile, workingDays }: PrivacyRules, requestedAt: Date): Date =>
  (profile === 'gdpr' ? monthsLater(requestedAt, GDPR_MONTHS) : workingDaysLater(requestedAt, workingDays));

/** How far it may be extended, and until when the person must have been told; undefined where the law knows no extension. */
export function extensionLimits(profile: PrivacyProfile, requestedAt: Date): { readonly latest: Date; readonly toldBy: Date } | undefined {
  return profile === 'gdpr' ? { latest: monthsLater(requestedAt, GDPR_MONTHS_AT_MOST), toldBy: monthsLater(requestedAt, GDPR_MONTHS) } : undefined;
}

/** Days of the clock at which somebody should hear that a request is open still. */
export const alarmDays = [14, 21, 25] as const;
export type DueAlarm = (typeof alarmDays)[number] | 'overdue';
const CLOCK_DAYS = 30;

interface Clock {
  readonly requestedAt: string; readonly finishBy: string; readonly extendedAt?: string | undefined;
  /** When it went on with what had been kept back. */
  readonly resumedAt?: string | undefined;
}
/** An extension winds the clock up again, so that its days are as near to the new date as they were to the old one; and so does the end of a hold. */
function alarmTimes({ requestedAt, finishBy, extendedAt, resumedAt }: Clock): readonly { readonly alarm: DueAlarm; readonly at: number }[] {
  const due = Date.parse(finishBy);
  const begin = (extendedAt ?? resumedAt) === undefined ? Date.parse(requestedAt) : due - CLOCK_DAYS * A_DAY_MS;
  return [...alarmDays.map((day) => ({ alarm: day, at: begin + day * A_DAY_MS })).filter(({ at }) => at < due), { alarm: 'overdue', at: due }];
}
export const alarmOf = (clock: Clock, now: Date): DueAlarm | undefined => alarmTimes(clock).findLast(({ at }) => at <= now.getTime())?.alarm;

/** Whether whoever answers for the tenant is to be told: at each of the days but the first, and when the date has passed; of what came while nobody looked, only of the last. */
export function remindsOfDate(clock: Clock & Pick<DeletionRequest, 'dueRemindedAt'>, now: Date): boolean {
  const alarm = alarmOf(clock, now);
  const { dueRemindedAt } = clock;
  return alarm !== undefined && alarm !== alarmDays[0] && (dueRemindedAt === undefined || alarmOf(clock, new Date(dueRemindedAt)) !== alarm);
}
export const isOverdue = ({ finishBy }: Pick<DeletionRequest, 'finishBy'>, now: Date): boolean => Date.parse(finishBy) <= now.getTime();

export interface DeletionRequest extends Clock {
  readonly requestId: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly status: DeletionStatus;
  /** Every change of the request takes one: the compare of a compare-and-set. */
  readonly version: number;
  readonly profile: PrivacyProfile;
  readonly reasonCode: DeletionReason;
  /** The userId of whoever asked. */
  readonly requestedBy: string;
  /** Until when it can be taken back. */
  readonly graceEndsAt: string;
  /** When the person is reminded of that, and when she was. */
  readonly remindAt?: string | undefined;
  readonly remindedAt?: string | undefined;
  /** When the administrators were last told that it must be done soon, or should have been done. */
  readonly dueRemindedAt?: string | undefined;
  /** What the account was, and is again when the request is taken back. */
  readonly statusBefore: UserStatus;
  readonly receiptHash: string;
  readonly cancelHash: string;
  /** What the tenant had to keep, and for how long, when it was asked for. */
  readonly retention?: readonly RetentionRule[] | undefined;
  /** What is kept back still when all else is erased. */
  readonly heldCategories?: readonly DataCategory[] | undefined;
  /** Until when a hold of everything blocks it, or the first of what is kept back is; absent where that has no end of its own. */
  readonly heldUntil?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
  /** Why it takes longer, sealed under the person's key. */
  readonly extensionReason?: string | undefined;
  /** When what was sealed for it had become too old, and was destroyed before its end. */
  readonly sealGoneAt?: string | undefined;
  /** When all tables were gone through for it, and how much was found. */
  readonly searchedAt?: string | undefined;
  readonly residueFound?: number | undefined;
  /** In which phase it stands still. */
  readonly failedPhase?: DeletionPhase | undefined;
}

/** All is erased but what the law wants kept; nobody has to act, and when that ends it goes on by itself. */
export const waitsForHold = ({ status, heldCategories = [], failedPhase }: Pick<DeletionRequest, 'status' | 'heldCategories' | 'failedPhase'>): boolean =>
  status === 'PARTIALLY_ERASED' && heldCategories.length > 0 && failedPhase === undefined;

/** How far it may be extended now. Undefined where the law knows no extension or it is too late to tell the person of it, and where all that is left waits for the end of a hold, which winds the clock up anew. */
export function extendableUntil(request: DeletionRequest, now: Date): Date | undefined {
  const limits = isOver(request) || waitsForHold(request) ? undefined : extensionLimits(request.profile, new Date(request.requestedAt));
  return limits && now <= limits.toldBy && limits.latest > new Date(request.finishBy) ? limits.latest : undefined;
}

/** What is left out of a deletion: the hold as it is now, and the periods that run for this person, from the begin of her erasure, so that none is shorter than the law wants it. */
export const keptBackOf = ({ retention = [], startedAt, graceEndsAt }: Pick<DeletionRequest, 'retention' | 'startedAt' | 'graceEndsAt'>, hold: LegalHold | undefined): KeptBack =>
  ({ hold, retention: retention.map(({ category, months, basis }) => ({ category, basis, until: monthsLater(new Date(startedAt ?? graceEndsAt), months).toISOString() })) });

/** What is sealed for a deletion lives no longer than this past its due date: whoever has not verified by then does so without it. */
const SEAL_LIVES_PAST_DUE_MS = 30 * A_DAY_MS;
/** Whether the person who is sealed for a deletion is needed still; of one that nobody knows there is nothing to be known. */
export const needsSeal = (request: Pick<DeletionRequest, 'status' | 'finishBy' | 'heldCategories' | 'failedPhase'> | undefined, now: Date): boolean =>
  request !== undefined && (request.status === 'RUNNING' || request.status === 'PARTIALLY_ERASED') && !waitsForHold(request) && Date.parse(request.finishBy) + SEAL_LIVES_PAST_DUE_MS > now.getTime();

/** Of a deletion that somebody should hear of, it is told again so often. */
const ALARMED_EVERY_MS = 3_600_000;
/** When somebody looks at it next; undefined where nothing is to come. */
export function nextLookAt(request: DeletionRequest, now: Date): Date | undefined {
  if (isOver(request)) return undefined;
  if (waitsForHold(request)) return new Date(Math.min(now.getTime() + A_DAY_MS, Date.parse(request.heldUntil ?? '9999-12-31')));
  const { status, remindAt, remindedAt, graceEndsAt, heldUntil } = request;
  const nextAlarm = alarmOf(request, now) === undefined ? Math.min(...alarmTimes(request).map(({ at }) => at)) : now.getTime() + ALARMED_EVERY_MS;
  const own = status === 'GRACE_PERIOD' ? [graceEndsAt, remindedAt === undefined ? remindAt : undefined] : status === 'BLOCKED_BY_HOLD' ? [heldUntil] : [];
  return new Date(Math.min(nextAlarm, ...own.flatMap((at) => (at === undefined ? [] : [Date.parse(at)]))));
}

/** A way back for some days, where nobody says otherwise. */
export const DEFAULT_GRACE_S = 7 * 86_400;
/** After the grace the work itself needs time before the due date. */
const WORK_BEFORE_DUE_MS = 2 * A_DAY_MS;
export const longestGraceS = (requestedAt: Date, due: Date): number => Math.floor((due.getTime() - WORK_BEFORE_DUE_MS - requestedAt.getTime()) / 1000);

/** A day before the grace ends the person is reminded; of a short one the first mail is reminder enough. */
export function reminderOf(requestedAt: Date, graceEndsAt: Date): Date | undefined {
  const at = graceEndsAt.getTime() - A_DAY_MS;
  return at - requestedAt.getTime() >= A_DAY_MS ? new Date(at) : undefined;
}

export const newDeletionRequestId = (): string => `del_${randomBytes(16).toString('base64url')}`;
