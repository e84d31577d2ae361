import { createHash } from 'node:crypto';

/** What may be left lying until somebody decides: nothing that was accepted is ever just gone. */
export const deadLetterKinds = ['failed_run', 'parked_step', 'poison_event', 'undelivered_event', 'failed_call', 'foreign_failure'] as const;
export type DeadLetterKind = (typeof deadLetterKinds)[number];

/** What a rule could not hand to the machine of a process. */
export const undeliveredQueue = (type: string): string => `${type}_undelivered`;
/** Calls of operations that nobody waits for, and stream batches, that failed for good; and what other systems say of failures of theirs. */
export const ASYNC_FAILURES = 'async_failures';

export const deadLetterStatuses = ['OPEN', 'REDRIVING', 'RESOLVED'] as const;
export type DeadLetterStatus = (typeof deadLetterStatuses)[number];

/** In the order of time, and the same for the same thing: whoever tells of it twice writes one row. */
export const deadLetterIdOf = (time: string, ...what: readonly string[]): string =>
  `${time.replaceAll(/[^0-9TZ]/g, '')}-${createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16)}`;
