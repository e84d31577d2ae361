import * as z from 'zod/mini';

const LONGEST_NAME = 100;
// Bidi controls can turn the sentence around a name, line breaks can forge one below it. Joiners are part of scripts.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;
const VISIBLE = /[^\p{C}\p{M}\p{Z}]/u;

/** A first or last name in any script: 1 to 100 characters (code points) on one line, trimmed. */
export const personName = z.string().check(
  z.refine((input) => !FORBIDDEN.test(input), { error: 'must not contain control characters or line breaks', abort: true }),
  z.trim(),
  z.refine((name) => VISIBLE.test(name), { error: 'must not be empty', abort: true }),
  z.refine((name) => Array.from(name).length <= LONGEST_NAME, { error: 'must be at most 100 characters' }),
  z.meta({ minLength: 1, maxLength: LONGEST_NAME }),
);
