import type { StepRecord } from '../../adapters/run-ledger.ts';
import type { TryView } from './run-schemas.ts';

/**
 * The bars of a step's work, from the marks that were left. The last one ends with the step; one that a later one follows without a
 * mark of its failure was cut off. Work that is done in chunks is one bar from its first beginning, whatever failed in between.
 */
export function triesOf({ tries = [], startedAt, finishedAt }: StepRecord): TryView[] {
  const bars: TryView[] = [];
  const began = tries.some(({ what }) => what === 'began') ? [] : startedAt === undefined ? [] : [{ at: startedAt, what: 'began' as const, error: undefined }];
  for (const { at, what, error } of [...began, ...tries]) {
    const last = bars.at(-1);
    if (what === 'began') bars.push({ startedAt: at });
    else if (last && began.length === 0) bars[bars.length - 1] = { ...last, finishedAt: at, ...(error !== undefined && { error }) };
  }
  const last = bars.at(-1);
  if (last && last.finishedAt === undefined && finishedAt !== undefined) bars[bars.length - 1] = { ...last, finishedAt };
  return bars;
}
