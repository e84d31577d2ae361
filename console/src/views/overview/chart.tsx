import { useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { useLanguage } from '../../language.tsx';
import { theme } from '../../shell/theme.ts';
import { zoneName } from '../../time/zone.ts';
import { paletteOf } from './chart-colours.ts';

const height = 168;

export interface ChartSeries { readonly label: string; readonly family: string; readonly values: readonly (number | null)[] }

interface ChartProps {
  /** Milliseconds. */
  readonly times: readonly number[];
  readonly series: readonly ChartSeries[];
  readonly kind: 'bars' | 'lines';
  readonly valueText: (value: number) => string;
  /** Where a click on a slot leads, by its position. */
  readonly onPick?: (position: number) => void;
  readonly label: string;
}

/** An axis is as wide as its longest label, or that would be cut off. */
const widthOf: uPlot.Axis.Size = (plot, values) => {
  const { ctx, axes } = plot;
  ctx.font = axes[1]?.font?.[0] ?? ctx.font;
  return Math.ceil(Math.max(24, ...(values ?? []).map((value) => ctx.measureText(value).width / devicePixelRatio))) + 16;
};

const seriesOf = ({ label, family }: ChartSeries, kind: ChartProps['kind'], colours: ReturnType<typeof paletteOf>, valueText: ChartProps['valueText']): uPlot.Series => ({
  label, stroke: colours.of(family), width: kind === 'bars' ? 0 : 2, points: { show: kind === 'lines', size: 5 }, spanGaps: true,
  ...(kind === 'bars' && { fill: colours.of(family), paths: uPlot.paths.bars?.({ size: [0.7, 40] }) }),
  ...(kind === 'lines' && family === 'attention' && { dash: [6, 4] }),
  value: (_, value) => (value === null ? '—' : valueText(value)),
});

const optionsOf = ({ times, series, kind, valueText, onPick }: ChartProps, width: number, colours: ReturnType<typeof paletteOf>): uPlot.Options => {
  const slot = ((times[1] ?? 0) - (times[0] ?? 0)) / 1e3;
  const axis = { stroke: colours.text, font: `12px ${colours.font}`, grid: { stroke: colours.line, width: 1 }, ticks: { show: false } };
  return {
    width, height, tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1e3), zoneName.value),
    legend: { show: false }, cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } }, padding: [8, 8, 0, 0],
    // Half a slot on either side, or the outermost bars would be cut off.
    scales: { x: { range: (_, first, last) => [first - slot / 2, last + slot / 2] }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [{ ...axis, grid: { show: false }, size: 30, values: [[3600 * 24, '{MM}-{DD}', null, null, null, null, null, null, 0], [60, '{HH}:{mm}', null, null, null, null, null, null, 0]] }, { ...axis, size: widthOf, values: (_, values) => values.map((value) => (Number.isInteger(value) || kind === 'lines' ? valueText(value) : '')) }],
    series: [{}, ...series.map((each) => seriesOf(each, kind, colours, valueText))],
    hooks: { ready: [(plot) => plot.over.addEventListener('click', () => typeof plot.cursor.idx === 'number' && onPick?.(plot.cursor.idx))] },
  };
};

/** Values over time, drawn anew when they, the width, the theme or the zone change. */
const Chart = (props: ChartProps) => {
  const host = useRef<HTMLDivElement>(null);
  const { language } = useLanguage();
  const { times, series, label } = props;
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const data: uPlot.AlignedData = [times.map((time) => time / 1e3), ...series.map(({ values }) => [...values])];
    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      plot = new uPlot(optionsOf(props, element.clientWidth, paletteOf(element)), data, element);
    };
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const observer = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height }));
    draw();
    observer.observe(element);
    dark.addEventListener('change', draw);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', draw);
      plot?.destroy();
    };
  }, [JSON.stringify([times, series]), language, theme.value, zoneName.value]);
  return <div ref={host} class="chart" role="img" aria-label={label} />;
};

export default Chart;
