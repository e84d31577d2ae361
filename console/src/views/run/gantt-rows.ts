import type { Run, Step, Try, Undo } from './run-data.ts';
import { stepState, undoState, undosOf } from './run-data.ts';

export interface Bar { readonly kind: 'works' | 'failed' | 'waits' | 'going'; readonly from: number; readonly to: number; readonly number: number; readonly error?: string | undefined }
export interface GanttRow { readonly name: string; readonly state: string; readonly isUndo: boolean; readonly bars: readonly Bar[] }

/** One that is cut off and has no end is drawn as far as the next begins, or the run goes on. */
const barOf = ({ startedAt, finishedAt, error }: Try, next: Try | undefined, number: number, isGoing: boolean, until: number): Bar => {
  const from = Date.parse(startedAt);
  const to = finishedAt ? Date.parse(finishedAt) : next ? Date.parse(next.startedAt) : isGoing ? until : from;
  return { kind: error ? 'failed' : finishedAt || !isGoing ? 'works' : 'going', from, to: Math.max(from, to), number, error };
};

/** Between two tries it waits, and after a failed one it does while another is to come. */
const waitsAmong = (bars: readonly Bar[], isRetrying: boolean, until: number): readonly Bar[] => bars.flatMap((bar, position): readonly Bar[] => {
  const next = bars[position + 1];
  if (bar.kind !== 'failed' || (!next && !isRetrying)) return [];
  const to = next?.from ?? until;
  return to > bar.to ? [{ kind: 'waits', from: bar.to, to, number: bar.number }] : [];
});

const rowOf = ({ step, tries, status }: Pick<Step | Undo, 'step' | 'tries' | 'status'>, state: string, isUndo: boolean, until: number): GanttRow => {
  const isGoing = status === 'STARTED';
  const bars = tries.map((each, position) => barOf(each, tries[position + 1], position + 1, isGoing && position === tries.length - 1, until));
  return { name: step, state, isUndo, bars: [...bars, ...waitsAmong(bars, state === 'RETRYING', until)].toSorted((one, other) => one.from - other.from) };
};

/** A row for each step, also for the ones that were not run, then one for each undo that was. */
export const ganttRows = (run: Run, until: number): readonly GanttRow[] => {
  const undos = [...undosOf(run).flatMap(({ undo }) => undo ?? []), ...run.afterCompensation].filter(({ tries }) => tries.length > 0);
  return [
    ...run.steps.map((step) => rowOf(step, stepState(step, run), false, until)),
    ...undos.map((undo) => rowOf(undo, undoState(undo, run), true, until)),
  ];
};
