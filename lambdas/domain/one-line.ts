import * as z from 'zod/mini';
import { expects } from './expected.ts';

// Bidi controls can turn the sentence around a name, line breaks can forge one below it. Joiners are part of scripts.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;
const VISIBLE = /[^\p{C}\p{M}\p{Z}]/u;

/** A text in any script on one line, trimmed, with something to see in it; its length in code points. */
export const oneLine = (longest: number) => z.string().check(
  z.refine((input) => !FORBIDDEN.test(input), { error: 'must not contain control characters or line breaks', abort: true, params: expects('oneLine') }),
  z.trim(),
  z.refine((text) => VISIBLE.test(text), { error: 'must not be empty', abort: true, params: expects('visible') }),
  z.refine((text) => Array.from(text).length <= longest, { error: `must be at most ${longest} characters`, params: { longest } }),
  z.meta({ minLength: 1, maxLength: longest }),
);
