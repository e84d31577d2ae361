import { deletionChanged, deletionStands, readDeletion } from '../adapters/deletion-requests.ts';
import { ConditionFailed, type Key, type Store, type Write } from '../adapters/store.ts';
import { dueMarks } from '../adapters/watch.ts';
import { isOver, needsSeal, type DeletionRequest } from '../domain/deletion-request.ts';
import { deletionOfSeal, sealDestroyed, sealLookedAt } from '../erasure/seal.ts';
import { log, safeError } from '../kit/log.ts';
import { countSealsForgotten } from '../kit/metrics.ts';
import { eachInTime } from './round.ts';

export type SealOutcome = 'seal destroyed' | 'seal needed' | 'seal left' | 'seal trouble';

/**
 * What was sealed for a deletion goes in the transaction that ends it. Should it stand after all, since tables were restored or somebody
 * mended by hand, or is its deletion older than it may be, it goes here: nobody is to be readable for ever because a process stood still.
 */
export async function forgottenSeals(store: Store, now: Date, until: number): Promise<readonly SealOutcome[]> {
  const marks = await dueMarks(store, 'seals', now);
  const outcomes = await eachInTime(marks, until, (mark) => look(store, mark, now).catch(left));
  const destroyed = outcomes.filter((outcome) => outcome === 'seal destroyed').length;
  if (destroyed > 0) countSealsForgotten(destroyed);
  return outcomes;
}

function left(error: unknown): SealOutcome {
  if (error instanceof ConditionFailed) return 'seal left';
  log.error('the seal of a deletion could not be looked at', { error: safeError(error) });
  return 'seal trouble';
}

async function look(store: Store, mark: Key, now: Date): Promise<SealOutcome> {
  const named = deletionOfSeal(mark);
  const request = await readDeletion(store, named);
  if (needsSeal(request, now)) {
    await store.transact([sealLookedAt(named, now)]);
    return 'seal needed';
  }
  await store.transact([...sealDestroyed(named), ...(request ? [known(request, now)] : [])]);
  log.warn('the seal of a deletion had outlived it', { requestId: named.requestId, tenantId: named.tenantId });
  return 'seal destroyed';
}

/** Whoever still has to verify finds why there is nobody to be searched for; of a deletion that is over nothing may have changed meanwhile. */
const known = (request: DeletionRequest, now: Date): Write =>
  (isOver(request) ? deletionStands(request) : deletionChanged(request, { sealGoneAt: now.toISOString() }, now));
