import * as z from 'zod/mini';
import { commonPasswords } from './common-passwords.ts';
import { expects } from './expected.ts';

export type PasswordWeakness = 'too_short' | 'common' | 'contains_context';

const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD_BYTES = 1_024;
const SHORTEST_CONTEXT_WORD = 4;
const LEAST_BESIDE_CONTEXT = 4;

/**
 * A password as it arrives, unchanged. The cap keeps hashing from being abused; half a surrogate pair is refused
 * because it has no bytes of its own, so two different passwords would hash alike.
 */
export const passwordInput = z.string().check(
  z.refine((password) => password.isWellFormed(), { error: 'must be valid Unicode', abort: true, params: expects('password') }),
  z.refine((password) => isBetween(Buffer.byteLength(password), 1, LONGEST_PASSWORD_BYTES), { error: 'must be 1 to 1024 bytes', params: expects('password') }),
  z.meta({ format: 'password', minLength: 1, maxLength: LONGEST_PASSWORD_BYTES }),
);

/**
 * Why a new password would be guessed soon, or undefined. There are no composition rules.
 * @param context what an attacker knows: local part of the address, names, tenant, product
 */
export function passwordWeakness(password: string, context: string[]): PasswordWeakness | undefined {
  if (lengthOf(password) < SHORTEST_PASSWORD) return 'too_short';
  const folded = fold(password);
  if (commonPasswords.has(folded)) return 'common';
  return isMostlyContext(folded, context) ? 'contains_context' : undefined;
}

/**
 * Context is the main content when fewer than 4 characters remain without it. A context word is 4 characters or
 * longer, taken whole and in its parts (`anna.berg` is also `anna` and `berg`); all of them are taken out together.
 */
function isMostlyContext(folded: string, context: string[]): boolean {
  const words = new Set(context.map(fold).flatMap((entry) => [entry, ...entry.split(/[^\p{L}\p{M}\p{N}]+/u)]));
  const longestFirst = [...words].filter((word) => lengthOf(word) >= SHORTEST_CONTEXT_WORD).toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), folded);
  return lengthOf(rest) < LEAST_BESIDE_CONTEXT;
}

/** For comparing only: what is stored is the hash of the password as typed. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** In code points, which is nearer to what a person counts than UTF-16 units. */
const lengthOf = (text: string): number => Array.from(text).length;

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;
