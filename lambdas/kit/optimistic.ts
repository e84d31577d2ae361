import { setTimeout as sleep } from 'node:timers/promises';
import { ConditionFailed } from '../adapters/store.ts';
import { TransientFailure } from '../domain/errors.ts';

const TRIES = 5;
const LONGEST_PAUSE_MS = 50;

/**
 * Read, decide, write under the condition that what was read still holds; when another writer was faster, all of it again.
 * @throws TransientFailure when somebody was faster every time
 */
export async function optimistically<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (tried === TRIES) throw new TransientFailure('the record kept changing under the writer', { cause: error });
      await sleep(Math.random() * LONGEST_PAUSE_MS);
    }
  }
}
