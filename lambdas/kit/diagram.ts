import { compensates, compensationOf, type OnlyIf, type Stage, type StepDeclaration, type WorkflowDeclaration } from './workflow.ts';

/** The process as a Mermaid flowchart: what starts it, its stages, and what follows when a required step fails for good. */
export function diagramOf(workflow: WorkflowDeclaration): string {
  const names = ['Claim', ...workflow.stages.map((_, position) => `stage${position}`), 'Complete'];
  return [
    'flowchart LR',
    `  trigger([${workflow.startsOn.name}]) --> Claim`,
    ...workflow.stages.flatMap((stage, position) => stageLines(stage, position, workflow)),
    `  ${names.join(' --> ')}`,
    `  Complete --> completed([${workflow.publishes.completed.name}])`,
    ...failureLines(workflow),
  ].join('\n');
}

function stageLines({ title, order, steps }: Stage, position: number, { config }: WorkflowDeclaration): readonly string[] {
  const sideBySide = order === 'parallel' && config.parallelTasks;
  return [
    `  subgraph stage${position}["${title}"]`,
    ...steps.map((step) => `    ${step.step}${shapeOf(step)}`),
    ...(sideBySide ? [] : [`    ${steps.map(({ step, onlyIf }, place) => `${place === 0 ? '' : arrowTo(onlyIf)}${step}`).join('')}`]),
    '  end',
  ];
}

const arrowTo = (onlyIf: OnlyIf | undefined): string => (onlyIf ? ` -->|only if ${onlyIf.verdict}| ` : ' --> ');

/** A best-effort step is drawn round. */
const shapeOf = ({ step, criticality }: StepDeclaration): string => (criticality === 'required' ? `[${step}]` : `(${step})`);

const failureLines = (workflow: WorkflowDeclaration): readonly string[] => workflow.stages.map((_, position) => (compensates(workflow)
  ? `  stage${position} -. a required step failed .-> ${[...compensationOf(workflow).map(({ step }) => step), 'RecordCompensation'].join(' -.-> ')}`
  : `  stage${position} -. a required step failed .-> Park`));
