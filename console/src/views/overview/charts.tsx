import { useLanguage } from '../../language.tsx';
import { go, within } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import { lazy } from '../../shell/lazy-part.tsx';
import { durationText } from '../../time/format.ts';
import type { OverviewData, Series } from './overview-data.ts';
import { runsWith } from './overview-data.ts';
import { useOverviewWords } from './words.ts';

const Chart = lazy(() => import('./chart.tsx'), <div class="chart" />);

const outcomes = [
  ['inFlight', 'moving'], ['failed', 'broken'], ['compensated', 'undo'], ['completedWithWarnings', 'attention'], ['completed', 'done'],
] as const;

/** Stacked: each is drawn over the sum of itself and what comes after it. */
const stacked = (series: Series, from: number) => series.started.map((_, slot) => outcomes.slice(from).reduce((sum, [name]) => sum + (series[name][slot] ?? 0), 0));

const sumOf = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const Legend = ({ items }: { items: readonly (readonly [string, string])[] }) => (
  <p class="legend chart-legend" aria-hidden="true">{items.map(([text, family]) => <span key={text} class={`legend-item ${family}`}><i />{text}</span>)}</p>
);

/** What began in each slot, by what has become of it; a click leads to the runs of a slot. */
export const Throughput = ({ data: { series, slots } }: { data: OverviewData }) => {
  const words = useOverviewWords().charts;
  const pick = (position: number) => {
    const [from, to] = [slots[position], slots[position + 1]];
    if (from) go(within(runsWith({ from, to })));
  };
  return (
    <Panel title={words.throughput} id="throughput">
      <Legend items={outcomes.toReversed().map(([name, family]) => [words[name], family])} />
      <Chart kind="bars" times={slots.map((at) => Date.parse(at))} valueText={String} onPick={pick} label={words.summary({ started: sumOf(series.started), failed: sumOf(series.failed) })}
        series={outcomes.map(([name, family], position) => ({ label: words[name], family, values: stacked(series, position) }))} />
    </Panel>
  );
};

export const Durations = ({ data: { series, slots } }: { data: OverviewData }) => {
  const { language } = useLanguage();
  const words = useOverviewWords().charts;
  const lines = [['p95', 'attention'], ['p50', 'moving']] as const;
  return (
    <Panel title={words.durations} id="durations">
      <Legend items={lines} />
      <Chart kind="lines" times={slots.map((at) => Date.parse(at))} valueText={(value) => durationText(value, language)} label={words.durations}
        series={lines.map(([name, family]) => ({ label: name, family, values: series[name] }))} />
    </Panel>
  );
};
