import * as z from 'zod/mini';
import { dataCategories, isInForce, type DataCategory, type LegalHold } from './legal-hold.ts';
import { oneLine } from './one-line.ts';
import { dataCategory } from './word-schemas.ts';

const MOST_MONTHS = 30 * 12;
/** How long a tenant must keep a kind of data after somebody is erased, and by what law: business records for some years, say. */
export const retentionRule = z.strictObject({
  category: dataCategory, months: z.int().check(z.minimum(1), z.maximum(MOST_MONTHS), z.describe('For how many months after the erasure has begun it is kept')), basis: oneLine(200).check(z.describe('By which law; the person reads it')),
});
export type RetentionRule = z.infer<typeof retentionRule>;
/** One for a kind of data, so that nobody has to guess which of two holds. */
export const retentionRules = z.array(retentionRule).check(z.maxLength(dataCategories.length), z.refine((rules) => new Set(rules.map(({ category }) => category)).size === rules.length),
  z.describe('What the law wants kept although somebody is erased, one rule for a kind of data at the most. Left out or absent: nothing'));

/** What the law wants kept of one person who is erased: until when, and on what ground. */
export interface Retention extends Pick<RetentionRule, 'category' | 'basis'> { readonly until: string }

/** All for which something is left out of an erasure: a hold of a lawsuit, and periods that run. Each kind of data has its own end. */
export interface KeptBack { readonly hold: LegalHold | undefined; readonly retention: readonly Retention[] }

const runs = ({ until }: Retention, now: Date): boolean => Date.parse(until) > now.getTime();
const holds = ({ categories }: LegalHold, category: DataCategory): boolean => categories === undefined || categories.includes(category);

/** Why it is kept: the hold first, since somebody has decided it. Undefined for what is not. */
export function whyKept({ hold, retention: periods }: KeptBack, category: DataCategory, now: Date): { readonly reason: 'legal_hold' | 'retention'; readonly until?: string; readonly basis?: string } | undefined {
  if (isInForce(hold, now) && holds(hold, category)) return { reason: 'legal_hold', ...(hold.until !== undefined && { until: hold.until }) };
  const period = periods.find((each) => each.category === category && runs(each, now));
  return period && { reason: 'retention', until: period.until, basis: period.basis };
}
export const isKept = (kept: KeptBack, category: DataCategory, now: Date): boolean => whyKept(kept, category, now) !== undefined;
export const keptCategories = (kept: KeptBack, now: Date): readonly DataCategory[] => dataCategories.filter((category) => isKept(kept, category, now));

/** When the first of these is to be looked at again; undefined where all of them are held with no end of their own. */
export function nextEnd(kept: KeptBack, categories: readonly DataCategory[], now: Date): string | undefined {
  return categories.flatMap((category) => {
    const why = whyKept(kept, category, now);
    return why ? why.until ?? [] : [now.toISOString()];
  }).toSorted()[0];
}
