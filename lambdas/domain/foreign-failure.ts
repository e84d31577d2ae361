import * as z from 'zod/mini';
import { identifier } from './identifier.ts';

const UNKNOWN = 'UnknownFailure';
const otherwise = (word: string) => z.pipe(z.unknown(), z.transform(() => word));

/**
 * Somebody else on our bus says that something of his has failed: whose word it is, and of which type, and nothing else that he says, since
 * it may be about a person. A rule words it; what is no name of a system or of a type is left out.
 */
export const foreignFailure = z.object({
  kind: z.literal('foreign_failure'), eventId: identifier, time: z.string(),
  source: z.union([z.string().check(z.regex(/^[\w./-]{1,128}$/)), otherwise('unreadable')]),
  failureType: z._default(z.union([z.string().check(z.regex(/^[A-Za-z][\w.-]{0,127}$/)), otherwise(UNKNOWN)]), UNKNOWN),
});
export type ForeignFailure = z.infer<typeof foreignFailure>;
