import { cellOf, type Cell } from './cells.ts';
import { exceptions } from './expectations.ts';
import { plansFor } from './plans.ts';
import { withHeldDeletion } from './held-erasure.ts';
import { refusedClaims, refusedCommands } from './refusals.ts';
import { synthesisedMachines, type MatrixMachine } from './machines.ts';
import { operations } from './operations.ts';

/** Which cells: all, or those whose `machine/state fault` has this in it; and which part of them, where several share the work. */
export interface Choice { readonly only?: string; readonly part?: number; readonly parts?: number; readonly seed: number }

const hashOf = (text: string): number => Buffer.from(text).reduce((sum, each) => (Math.imul(sum, 31) + each) >>> 0, 7);

/** Every state of every machine of the synthesised app, and what no machine calls, under every fault that can strike there. */
export async function runMatrix(choice: Choice): Promise<readonly Cell[]> {
  const cells = await runCells([...withHeldDeletion(synthesisedMachines()), ...operations], choice);
  return [...cells, ...await runRefusals(choice)];
}

/** What is refused, of which the first part takes the commands and the last the claims. */
export async function runRefusals({ only, part = 0, parts = 1 }: Choice): Promise<readonly Cell[]> {
  const chosen = (name: string): boolean => only === undefined || name.includes(only);
  return [...part === 0 ? await refusedCommands(chosen) : [], ...part === parts - 1 ? await refusedClaims(chosen) : []];
}

export async function runCells(machines: readonly MatrixMachine[], { only, part = 0, parts = 1, seed }: Choice): Promise<readonly Cell[]> {
  const known = new Set(machines.flatMap(({ name, states }) => states.map((state) => `${name}/${state}`)));
  const stale = Object.keys(exceptions).filter((name) => !known.has(name));
  if (stale.length > 0) throw new Error(`an exception is about a state that is none any more: ${stale.join(', ')}`);
  const cells: Cell[] = [];
  for (const [nth, { machine, state }] of machines.flatMap((each) => each.states.map((name) => ({ machine: each, state: name }))).entries()) {
    const name = `${machine.rows ?? machine.name}/${state}`;
    if (nth % parts !== part || (only !== undefined && !only.startsWith(name) && !name.includes(only))) continue;
    for (const plan of await plansFor(machine, state)) {
      if (only !== undefined && only.startsWith(`${name} `) && only !== `${name} ${plan.fault.id}`) continue;
      cells.push(await cellOf(plan, (hashOf(`${name} ${plan.fault.id}`) + seed) >>> 0));
    }
  }
  return cells;
}

export const isRight = ({ expected, got, fired, offences }: Cell): boolean => fired && expected === got && offences.length === 0;
