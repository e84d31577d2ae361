import type { Series } from './overview-data.ts';

const width = 120;
const height = 22;
const inset = 3;

/** What began, slot by slot, and marks where something failed. Decoration beside numbers that say the same. */
export const Sparkline = ({ series: { started, failed, compensated } }: { series: Series }) => {
  const most = Math.max(1, ...started);
  const step = (width - 2 * inset) / Math.max(1, started.length - 1);
  const x = (slot: number) => inset + slot * step;
  const y = (count: number) => height - inset - (count / most) * (height - 2 * inset);
  const line = started.map((count, slot) => `${slot === 0 ? 'M' : 'L'}${x(slot).toFixed(1)} ${y(count).toFixed(1)}`).join('');
  const marks = started.flatMap((count, slot) => ((failed[slot] ?? 0) + (compensated[slot] ?? 0) > 0 ? [{ slot, count, family: failed[slot] ? 'broken' : 'undo' }] : []));
  return (
    <svg class={`sparkline ${started.some((count) => count > 0) ? '' : 'idle'}`} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" focusable="false">
      <path d={line} />
      {marks.map(({ slot, count, family }) => <circle key={slot} class={family} cx={x(slot)} cy={y(count)} r="2.2" />)}
    </svg>
  );
};
