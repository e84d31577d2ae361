import type { Write } from '../adapters/store.ts';
import { workWaits } from '../adapters/work-records.ts';
import { WaitedInVain } from '../domain/errors.ts';
import type { BegunInput } from './work.ts';

interface Waiting {
  /** What has to end first, and how far it is: as long as this changes, it moves. */
  readonly waitsFor: string;
  readonly everySeconds: number;
  /** So long it may stand still. */
  readonly limitMs: number;
}

/**
 * Something else has to end before the step can be done. It gives up by itself a little before the run would be ended for standing
 * still, so that the ledger says for what it has waited.
 * @throws WaitedInVain when that has not moved for as long as it may stand still
 */
export function waits({ place, record, now }: BegunInput, { waitsFor, everySeconds, limitMs }: Waiting): { readonly moves: boolean; readonly writes: readonly Write[] } {
  const stoodSince = record.waitsFor === waitsFor ? record.waitsSince : undefined;
  const waitsSince = stoodSince ?? now.toISOString();
  if (now.getTime() - Date.parse(waitsSince) + 2 * everySeconds * 1000 > limitMs) throw new WaitedInVain(`nothing has moved since ${waitsSince}: ${waitsFor}`);
  return { moves: stoodSince === undefined, writes: [workWaits(place, { waitsFor, waitsSince })] };
}
