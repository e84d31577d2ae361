import type { DeadLetter } from '../../adapters/dead-letters.ts';
import type { DeletionRequest } from '../../domain/deletion-request.ts';
import type { Statistics } from '../../domain/run-statistics.ts';
import type { OverviewView } from './routes.ts';

interface Open { readonly letters: readonly DeadLetter[]; readonly more: boolean }
interface Due { readonly requests: readonly DeletionRequest[]; readonly more: boolean }

const exactly = (count: number) => ({ count, more: false });

/** Runs are counted by the statistics, exactly; what lies in lists as far as it was read. */
export function needsPerson({ byStatus }: Pick<Statistics, 'byStatus'>, { letters, more }: Open, due: Due, today: Date): OverviewView['needsPerson'] {
  const overdue = due.requests.filter(({ finishBy }) => finishBy < today.toISOString()).length;
  return {
    parkedRuns: exactly(byStatus.PARKED), compensationFailed: exactly(byStatus.COMPENSATION_FAILED),
    parkedSteps: { count: letters.filter(({ kind }) => kind === 'parked_step').length, more }, deadLetters: { count: letters.length, more },
    // The first due come first, so what is late is whole unless everything that was read is late.
    deletionsOverdue: { count: overdue, more: due.more && overdue === due.requests.length },
    deletionsDueSoon: { count: due.requests.length - overdue, more: due.more },
  };
}
