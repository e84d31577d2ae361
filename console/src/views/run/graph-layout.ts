/** Where the steps of a declaration stand: a column for each stage, side by side in time, its steps below one another. */
export const node = { width: 172, height: 40 } as const;
const gapAcross = 44;
const gapDown = 12;
const title = 26;
const terminal = 34;
const margin = 4;

export interface PlacedStep { readonly step: string; readonly criticality: string; readonly x: number; readonly y: number }
export interface PlacedStage { readonly title: string; readonly order: 'parallel' | 'sequential'; readonly x: number; readonly y: number }
/** `to`: the step that it leads to, by which one sees whether the run has come along here; without it the end. */
export interface Edge { readonly path: string; readonly to: string | undefined }
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly PlacedStep[];
  readonly stages: readonly PlacedStage[];
  readonly edges: readonly Edge[];
  readonly terminal: number;
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
}

/** As the declaration of the process has it. */
export interface DeclaredStep { readonly step: string; readonly criticality: string; readonly stage: string; readonly order: 'parallel' | 'sequential' }

const stagesOf = (steps: readonly DeclaredStep[]) => {
  const stages: { title: string; order: 'parallel' | 'sequential'; steps: DeclaredStep[] }[] = [];
  for (const step of steps) {
    const last = stages.at(-1);
    if (last?.title === step.stage) last.steps.push(step);
    else stages.push({ title: step.stage, order: step.order, steps: [step] });
  }
  return stages;
};

const heightOf = (count: number) => count * node.height + (count - 1) * gapDown;

const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const middle = (x1 + x2) / 2;
  return y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
};

const centreOf = ({ y }: PlacedStep) => y + node.height / 2;

/** Into a column of steps side by side leads a line to each, into a row of steps one to the first. */
const edgesInto = (order: 'parallel' | 'sequential', placed: readonly PlacedStep[], from: number, axis: number): readonly Edge[] => {
  const entered = order === 'parallel' ? placed : placed.slice(0, 1);
  const down = order === 'parallel' ? [] : placed.slice(1).map((step) => ({ path: `M${step.x + node.width / 2} ${step.y - gapDown}V${step.y}`, to: step.step }));
  return [...entered.map((step) => ({ path: curve(from, axis, step.x, centreOf(step)), to: step.step })), ...down];
};

export const layoutOf = (steps: readonly DeclaredStep[], parallelTasks: boolean): Layout => {
  const stages = stagesOf(steps).map((stage) => ({ ...stage, order: parallelTasks ? stage.order : 'sequential' as const }));
  const tallest = Math.max(...stages.map((stage) => heightOf(stage.steps.length)), terminal);
  const height = title + tallest + 2 * margin;
  const axis = title + margin + tallest / 2;
  const [placed, edges, titles]: [PlacedStep[], Edge[], PlacedStage[]] = [[], [], []];
  let from = margin + terminal;
  for (const stage of stages) {
    const x = from + gapAcross;
    const y = axis - heightOf(stage.steps.length) / 2;
    const own = stage.steps.map(({ step, criticality }, position) => ({ step, criticality, x, y: y + position * (node.height + gapDown) }));
    placed.push(...own);
    titles.push({ title: stage.title, order: stage.order, x, y: y - title });
    edges.push(...edgesInto(stage.order, own, from, axis));
    const left = stage.order === 'parallel' ? own : own.slice(-1);
    from = x + node.width + gapAcross / 2;
    edges.push(...left.map((step) => ({ path: curve(step.x + node.width, centreOf(step), from, axis), to: step.step })));
  }
  const end = { x: from + gapAcross / 2, y: axis - terminal / 2 };
  edges.push({ path: `M${from} ${axis}H${end.x}`, to: undefined });
  return { width: end.x + terminal + margin, height, steps: placed, stages: titles, edges, terminal, start: { x: margin, y: axis - terminal / 2 }, end };
};
