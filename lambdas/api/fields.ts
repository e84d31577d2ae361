import * as z from 'zod/mini';
import { identifier } from '../domain/identifier.ts';

/** What many endpoints take and tell. What a stranger must know of a field stands with its schema; the OpenAPI document has it from there. */

export const MAX_PAGE = 100;
const cursor = z.string().check(z.maxLength(2048));
export const paging = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE), z.describe('How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it'))),
  cursor: z.optional(cursor.check(z.describe('The `cursor` of the page before; left out: the first page. It belongs to this list with these filters'))),
};

export const pageOf = <Item extends z.ZodMiniType>(item: Item, what: string) => z.object({
  items: z.array(item).check(z.describe(`${what}: one page of them`)),
  cursor: z.optional(z.string().check(z.describe('Hand it in as `cursor` for the next page. Absent on the last page'))),
});

/** Whose: for whoever administers the platform; everybody else has his own tenant. */
export const ofTenant = { tenant: z.optional(identifier.check(z.describe('Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant'))) };

/** The name of an error, by which causes are grouped. */
export const errorClass = z.string().check(z.regex(/^[A-Za-z][\w.-]{0,127}$/));

const inOwnWords = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
/** Why somebody does it. */
export const reason = inOwnWords.check(z.describe('Why you do it, in your own words. It is kept in the audit, so name nobody in it'));
export const reasonIfAny = z.optional(inOwnWords.check(z.describe('Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it')));
/** The same where somebody reads it in the words that were given. */
export const reasonTold = (whoReadsIt: string) => inOwnWords.check(z.describe(whoReadsIt));
