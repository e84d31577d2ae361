import * as z from 'zod/mini';
import { identifier } from '../domain/identifier.ts';

/** What many endpoints take. */

export const MAX_PAGE = 100;
export const paging = {
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE))),
  cursor: z.optional(z.string().check(z.maxLength(2048))),
};

/** Whose: for whoever administers the platform; everybody else has his own tenant. */
export const ofTenant = { tenant: z.optional(identifier) };

/** The name of an error, by which causes are grouped. */
export const errorClass = z.string().check(z.regex(/^[A-Za-z][\w.-]{0,127}$/));

/** Why somebody does it, in his words. */
export const reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
