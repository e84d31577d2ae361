import { useMemo } from 'preact/hooks';
import { stepName } from '../../names/names.ts';
import { Link, withQuery } from '../../navigation.tsx';
import { Panel } from '../../parts/block.tsx';
import { lookOf } from '../../states/families.ts';
import { StateGlyph } from '../../states/state-glyph.tsx';
import { isKnownState } from '../../states/families.ts';
import { useStateWords } from '../../states/words.ts';
import type { Layout, PlacedStep } from './graph-layout.ts';
import { layoutOf, node } from './graph-layout.ts';
import type { Process, Run } from './run-data.ts';
import { isMoving, stepState } from './run-data.ts';
import { useRunWords } from './words.ts';

const stateOf = (run: Run, name: string): string => {
  const step = run.steps.find((each) => each.step === name);
  return step ? stepState(step, run) : 'NOT_STARTED';
};

const Node = ({ placed: { step, criticality, x, y }, run, isSelected }: { placed: PlacedStep; run: Run; isSelected: boolean }) => {
  const words = useRunWords();
  const states = useStateWords();
  const state = stateOf(run, step);
  const { family, glyph, outline } = lookOf(state);
  const word = isKnownState(state) ? states[state] : state;
  return (
    <li style={{ left: `${x}px`, top: `${y}px`, width: `${node.width}px`, height: `${node.height}px` }}>
      <Link stays to={withQuery({ step })} aria-current={isSelected ? 'true' : undefined} title={step}
        class={`node ${family} ${outline} ${state === 'NOT_STARTED' ? 'unrun' : ''} ${criticality === 'required' ? '' : 'optional'}`}>
        <StateGlyph name={glyph} />
        <span class="node-name">{stepName(step)}</span>
        <span class="unseen">{word}{criticality === 'required' ? '' : `, ${words.optional}`}</span>
      </Link>
    </li>
  );
};

const Edges = ({ layout, run }: { layout: Layout; run: Run }) => (
  <svg class="edges" width={layout.width} height={layout.height} aria-hidden="true" focusable="false">
    {layout.edges.map(({ path, to }) => {
      const isTravelled = to === undefined ? !isMoving(run) : stateOf(run, to) !== 'NOT_STARTED';
      return <path key={path} d={path} class={isTravelled ? 'travelled' : undefined} />;
    })}
  </svg>
);

/** The process as it is declared, with the state of each step; what was not run is dotted. */
export const Graph = ({ run, process, selected }: { run: Run; process: Process; selected: string | undefined }) => {
  const words = useRunWords();
  const layout = useMemo(() => layoutOf(process.steps, process.config.parallelTasks), [process]);
  const { start, end, terminal, stages } = layout;
  const size = { width: `${terminal}px`, height: `${terminal}px` };
  const { family, glyph } = lookOf(run.status);
  return (
    <Panel title={words.graph} id="graph" class="graph-panel">
      <div class="graph-scroll" tabIndex={0} role="group" aria-labelledby="graph">
        <div class="graph" style={{ width: `${layout.width}px`, height: `${layout.height}px` }}>
          <Edges layout={layout} run={run} />
          <span class="terminal done" style={{ ...size, left: `${start.x}px`, top: `${start.y}px` }} title={`${words.trigger}: ${process.trigger}`}><StateGlyph name="check" /></span>
          {stages.map(({ title, order, x, y }) => <p key={title} class="stage" style={{ left: `${x}px`, top: `${y}px`, width: `${node.width}px` }}>{words[order]}</p>)}
          <ol>{layout.steps.map((placed) => <Node key={placed.step} placed={placed} run={run} isSelected={placed.step === selected} />)}</ol>
          <span class={`terminal ${family} ${isMoving(run) ? 'unrun' : ''}`} style={{ ...size, left: `${end.x}px`, top: `${end.y}px` }} title={words.end}><StateGlyph name={isMoving(run) ? 'empty' : glyph} /></span>
        </div>
      </div>
    </Panel>
  );
};
