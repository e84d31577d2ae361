import { randomBytes } from 'node:crypto';

/** The kinds of data that a hold, or a reason to keep, is about. */
export const dataCategories = ['identity', 'contact', 'security', 'business', 'audit', 'technical'] as const;
export type DataCategory = (typeof dataCategories)[number];

/** What must not be erased although somebody asks for it, because the law wants it kept: for a lawsuit, for instance. */
export interface LegalHold {
  readonly holdId: string;
  /** What of the person; absent: everything. */
  readonly categories?: readonly DataCategory[] | undefined;
  /** When it ends by itself, ISO 8601. */
  readonly until?: string | undefined;
  /** On what ground, in words that are sealed. */
  readonly basis: string;
  readonly placedBy: string;
  readonly placedAt: string;
}

export const newHoldId = (): string => `hold_${randomBytes(16).toString('base64url')}`;

export const isInForce = (hold: LegalHold | undefined, now: Date): hold is LegalHold => hold !== undefined && (hold.until === undefined || Date.parse(hold.until) > now.getTime());

/** Nothing may be erased: the deletion waits before its pivot. */
export const holdsEverything = (hold: LegalHold | undefined, now: Date): hold is LegalHold =>
  isInForce(hold, now) && (hold.categories === undefined || dataCategories.every((each) => hold.categories?.includes(each)));
