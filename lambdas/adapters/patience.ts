import { setTimeout as sleep } from 'node:timers/promises';
import { TransientFailure } from '../domain/errors.ts';

const TRIES = 5;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 300;

/**
 * Overlapping DynamoDB transactions cancel each other, condition checks included: five tries with full jitter
 * before a conflict becomes a `TransientFailure` of the step.
 */
export async function withPatience<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof TransientFailure) || tried === TRIES) throw error;
      await sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tried));
    }
  }
}
