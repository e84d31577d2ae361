import { type Resource, type Synthesised } from './synthesis.ts';

export interface MachineTask { readonly state: string; readonly version: string; readonly queue: string }

/** Every task of a machine, also inside of parallel states, with the version or the queue that it names. */
export function machineTasks(stage: Synthesised, { stack, properties }: Resource): readonly MachineTask[] {
  type States = Record<string, { Type: string; Parameters?: { FunctionName?: string; QueueUrl?: string }; Branches?: { States: States }[] }>;
  const within = (states: States): readonly MachineTask[] => Object.entries(states).flatMap(([state, { Type, Parameters, Branches = [] }]) => [
    ...(Type === 'Task' ? [{ state, version: Parameters?.FunctionName ?? '', queue: Parameters?.QueueUrl ?? '' }] : []),
    ...Branches.flatMap((branch) => within(branch.States))]);
  return within((JSON.parse(stage.spelt(stack, properties['DefinitionString'])) as { States: States }).States);
}
