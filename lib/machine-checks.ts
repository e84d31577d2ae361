import type { StepDeclaration, WorkflowDeclaration } from '../lambdas/kit/workflow.ts';
import type { Named, State } from './states-language.ts';

/** Where a choice is made its verdict must be there: the step that decides comes before, and the run goes no further without it. */
export function assertDecided({ type, stages }: WorkflowDeclaration): void {
  const before: StepDeclaration[] = [];
  for (const { order, steps } of stages) {
    for (const [position, { step, onlyIf }] of steps.entries()) {
      if (!onlyIf) continue;
      const decides = [...before, ...steps.slice(0, position)].find((each) => each.step === onlyIf.step);
      const refused = (why: string): Error => new Error(`${type}: ${step} depends on ${onlyIf.step}, ${why}`);
      if (order === 'parallel') throw refused('and stands in a parallel stage: only one after another there is a before');
      if (!decides) throw refused('which is no step before it');
      if (!decides.verdicts?.includes(onlyIf.verdict)) throw refused(`which never tells ${onlyIf.verdict}`);
      if (decides.criticality !== 'required' || decides.tolerates) throw refused('which may fail without ending the run');
    }
    before.push(...steps);
  }
}

/** What is asked again, or done again, is done one after another; and what may be done again comes before. */
export function assertRepeatable({ type, stages, longRunning }: WorkflowDeclaration): void {
  const before: StepDeclaration[] = [];
  for (const { order, steps } of stages) {
    for (const [position, { step, leadsBack, waits }] of steps.entries()) {
      if (waits && (order === 'parallel' || !longRunning)) throw new Error(`${type}: ${step} may have to wait: then its process may take long, and nothing stands beside it`);
      if (!leadsBack) continue;
      const refused = (why: string): Error => new Error(`${type}: ${step} leads back ${why}`);
      if (order === 'parallel') throw refused('and stands in a parallel stage: only one after another there is a before');
      const missing = leadsBack.repeats.find((each) => ![...before, ...steps.slice(0, position)].some((earlier) => earlier.step === each));
      if (missing !== undefined) throw refused(`to ${missing}, which is no step before it`);
      const beside = leadsBack.repeats.find((each) => stages.some((stage) => stage.order === 'parallel' && stage.steps.some((other) => other.step === each)));
      if (beside !== undefined) throw refused(`to ${beside}, which stands in a parallel stage`);
    }
    before.push(...steps);
  }
}

export function assertUnique(parts: readonly Named<State>[]): void {
  const names = (states: Named<State>): string[] => Object.entries(states).flatMap(([name, state]) =>
    [name, ...(state.Type === 'Parallel' ? state.Branches.flatMap((branch) => names(branch.States)) : [])]);
  const all = parts.flatMap(names);
  const twice = all.filter((name, position) => all.indexOf(name) !== position);
  if (twice.length > 0) throw new Error(`states share a name: ${twice.join(', ')}`);
}
