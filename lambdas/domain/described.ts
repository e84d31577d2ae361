import * as z from 'zod/mini';

/** What a stranger must know of a field stands with its schema; the OpenAPI document has it from there. */

/** A moment, as an answer has it. */
export const moment = (what: string) => z.string().check(z.meta({ description: `${what}. ISO 8601, UTC`, format: 'date-time' }));

/** One of several words; one without a meaning does not compile. */
export const oneOf = <const Words extends readonly string[]>(words: Words, lead: string, meanings: Readonly<Record<Words[number], string>>) =>
  z.enum(words).check(z.describe([`${lead}:`, ...words.map((word) => `- \`${word}\`: ${meanings[word as Words[number]]}`)].join('\n')));

/** The same words where they stand for something else. */
export const ledBy = <Schema extends z.ZodMiniType>(lead: string, schema: Schema): Schema =>
  schema.check(z.describe([`${lead}:`, ...(z.globalRegistry.get(schema)?.description ?? '').split('\n').slice(1)].join('\n')));
