import { useLanguage } from '../../language.tsx';
import { stepName } from '../../names/names.ts';
import { Link, withQuery } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import { lookOf } from '../../states/families.ts';
import { StateGlyph } from '../../states/state-glyph.tsx';
import { now } from '../../time/clock.ts';
import { clockText, durationText } from '../../time/format.ts';
import { zoneName } from '../../time/zone.ts';
import type { Bar, GanttRow } from './gantt-rows.ts';
import { ganttRows } from './gantt-rows.ts';
import type { Run } from './run-data.ts';
import { isMoving } from './run-data.ts';
import type { Scale } from './time-scale.ts';
import { scaleOf } from './time-scale.ts';
import { useRunWords } from './words.ts';

const leastWidth = 0.6;

const BarOf = ({ bar, scale }: { bar: Bar; scale: Scale }) => {
  const { language } = useLanguage();
  const words = useRunWords();
  const left = scale.place(bar.from);
  const width = Math.max(leastWidth, scale.place(bar.to) - left);
  const length = durationText(bar.to - bar.from, language);
  const text = [bar.kind === 'waits' ? words.ganttLegend.waits : words.tryNumber({ number: bar.number }), clockText(bar.from, zoneName.value), length, bar.error].filter(Boolean).join(' · ');
  return <span class={`gantt-bar ${bar.kind}`} style={{ left: `${Math.min(left, 100 - leastWidth)}%`, width: `${width}%` }} title={text} />;
};

const summaryOf = ({ bars, state }: GanttRow, words: ReturnType<typeof useRunWords>, language: 'zh-CN' | 'en'): string => {
  const tries = bars.filter(({ kind }) => kind !== 'waits');
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return state === 'FAILED' || state === 'PARKED' ? '—' : words.notReached;
  const took = durationText(last.to - first.from, language);
  return tries.length > 1 ? `${took} · ${words.tries({ count: tries.length })}` : took;
};

const Row = ({ row, scale, isSelected }: { row: GanttRow; scale: Scale; isSelected: boolean }) => {
  const { language } = useLanguage();
  const words = useRunWords();
  const { family, glyph } = lookOf(row.state);
  const name = stepName(row.name);
  return (
    <li class={`gantt-row ${isSelected ? 'is-selected' : ''}`}>
      <span class={`gantt-name ${family}`} title={row.name}>
        <StateGlyph name={glyph} />
        {row.isUndo ? <span class="cut">{name}</span> : <Link stays class="plain-link cut" to={withQuery({ step: row.name })}>{name}</Link>}
      </span>
      <span class="gantt-track" aria-hidden="true">{row.bars.map((bar) => <BarOf key={`${bar.kind}${bar.from}`} bar={bar} scale={scale} />)}</span>
      <span class="gantt-took number">{summaryOf(row, words, language)}</span>
    </li>
  );
};

const Axis = ({ from, to, scale }: { from: number; to: number; scale: Scale }) => {
  const { language } = useLanguage();
  const words = useRunWords();
  return (
    <div class="gantt-axis" aria-hidden="true">
      <span class="gantt-track">
        <span>{clockText(from, zoneName.value)}</span><span>{clockText(to, zoneName.value)}</span>
        {scale.folds.map((fold) => <span key={fold.from} class="fold" style={{ left: `${fold.at}%`, width: `${fold.width}%` }} title={words.idle({ duration: durationText(fold.to - fold.from, language) })}>//</span>)}
      </span>
    </div>
  );
};

const Legend = ({ hasFolds }: { hasFolds: boolean }) => {
  const { ganttLegend: words } = useRunWords();
  return (
    <p class="legend" aria-hidden="true">
      <span class="gantt-bar works" />{words.works}<span class="gantt-bar waits" />{words.waits}<span class="gantt-bar failed" />{words.failed}
      {hasFolds && <><b>//</b>{words.folded}</>}
    </p>
  );
};

/** When each attempt worked, failed and waited. */
export const Gantt = ({ run, selected }: { run: Run; selected: string | undefined }) => {
  const words = useRunWords();
  const present = isMoving(run) ? now.value : Date.parse(run.finishedAt ?? run.changedAt);
  const rows = ganttRows(run, present);
  const bars = rows.flatMap((row) => row.bars);
  const whole = { from: Date.parse(run.startedAt), to: Math.max(present, ...bars.map(({ to }) => to), Date.parse(run.startedAt) + 1) };
  const scale = scaleOf(whole, bars);
  return (
    <Panel title={words.gantt} id="gantt" aside={<Legend hasFolds={scale.folds.length > 0} />}>
      <div class="gantt panel-body">
        <ul>{rows.map((row) => <Row key={`${row.isUndo}${row.name}`} row={row} scale={scale} isSelected={!row.isUndo && row.name === selected} />)}</ul>
        <Axis {...whole} scale={scale} />
      </div>
    </Panel>
  );
};
