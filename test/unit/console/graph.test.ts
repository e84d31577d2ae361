import { layoutOf, node } from '../../../console/src/views/run/graph-layout.ts';
import { stepsOf } from '../../../lambdas/kit/workflow.ts';
import { workflows } from '../../../lambdas/workflows/index.ts';

const declared = (type: string) => {
  const found = workflows.find((each) => each.type === type);
  if (!found) throw new Error(`no process ${type}`);
  return found.stages.flatMap((stage) => stage.steps.map(({ step, criticality }) => ({ step, criticality, stage: stage.title, order: stage.order })));
};

describe.each(workflows.map((workflow) => ({ workflow, type: workflow.type })))('the graph of $type', ({ workflow, type }) => {
  const layout = layoutOf(declared(type), workflow.config.parallelTasks);

  test('has every declared step, once', () => {
    expect(layout.steps.map(({ step }) => step)).toEqual(stepsOf(workflow).map(({ step }) => step));
  });

  test('lets no two steps lie on one another, and none outside', () => {
    const overlaps = layout.steps.flatMap((one, position) => layout.steps.slice(position + 1)
      .filter((other) => Math.abs(one.x - other.x) < node.width && Math.abs(one.y - other.y) < node.height).map((other) => `${one.step} and ${other.step}`));
    expect(overlaps).toEqual([]);
    for (const { x, y } of layout.steps) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + node.width).toBeLessThanOrEqual(layout.width);
      expect(y + node.height).toBeLessThanOrEqual(layout.height);
    }
  });

  test('leads to every step and to the end', () => {
    const reached = new Set(layout.edges.map(({ to }) => to));
    expect([...stepsOf(workflow).map(({ step }) => step), undefined].filter((step) => !reached.has(step))).toEqual([]);
  });
});
