import type { Answer } from '../../api/client.ts';
import { StatusChip } from '../../states/status-chip.tsx';
import { useRunsWords } from './words.ts';

export type RunRow = Answer<'/workflows/runs', 'get'>['items'][number];

/** The state of a run; one whose step is between two tries says so, with how often it will try. */
export const RunState = ({ run: { status, current } }: { run: Pick<RunRow, 'status' | 'current'> }) => {
  const words = useRunsWords();
  const retrying = status === 'RUNNING' ? current.find((each) => each.retrying) : undefined;
  return retrying ? <StatusChip state="RETRYING" word={words.retrying(retrying)} /> : <StatusChip state={status} />;
};
