import type { Answer } from '../../api/client.ts';
import { StatusChip } from '../../states/status-chip.tsx';
import { retryingIn } from './cause.ts';
import { useRunsWords } from './words.ts';

export type RunRow = Answer<'/workflows/runs', 'get'>['items'][number];

/** The state of a run; one whose step is between two tries says so, with how often it will try. */
export const RunState = ({ run }: { run: Pick<RunRow, 'status' | 'current'> }) => {
  const words = useRunsWords();
  const retrying = retryingIn(run);
  return retrying ? <StatusChip state="RETRYING" word={words.retrying(retrying)} /> : <StatusChip state={run.status} />;
};
