import { randomFrom } from '../support/interleaving.ts';
import { groupOf } from './groups.ts';
import { whyNotShown } from './shown.ts';
import { plansFor, type Plan } from './plans.ts';
import type { MatrixMachine } from './machines.ts';

/** Which cells there are, and of those that the local AWS cannot show how many for which reason. */
export interface Showable { readonly all: number; readonly plans: readonly Plan[]; readonly hidden: Readonly<Record<string, number>> }

export async function showable(machines: readonly MatrixMachine[]): Promise<Showable> {
  const all: Plan[] = [];
  for (const machine of machines) for (const state of machine.states) all.push(...await plansFor(machine, state));
  const reasons = all.flatMap((plan) => whyNotShown(plan) ?? []);
  return {
    all: all.length, plans: all.filter((plan) => whyNotShown(plan) === undefined),
    hidden: Object.fromEntries(Object.entries(Object.groupBy(reasons, (reason) => reason)).map(([reason, of = []]) => [reason, of.length])),
  };
}

/** Every state once, and every fault once at every kind of state, as far as the number reaches. */
const newIn = ({ machine, state, fault }: Plan): readonly string[] => [`${machine.name}/${state}`, `${groupOf(machine, state)} ${fault.id}`];

/** So many of them by a seed, each time the one that shows most of what none before it has shown. */
export function spread(plans: readonly Plan[], many: number, seed: number): readonly Plan[] {
  const random = randomFrom(seed);
  const left = plans.map((plan) => ({ plan, drawn: random() })).toSorted((one, other) => one.drawn - other.drawn).map(({ plan }) => plan);
  const shown = new Set<string>();
  const chosen: Plan[] = [];
  while (chosen.length < many && left.length > 0) {
    const gains = left.map((plan) => newIn(plan).filter((each) => !shown.has(each)).length);
    const [plan] = left.splice(gains.indexOf(Math.max(...gains)), 1);
    if (!plan) break;
    chosen.push(plan);
    for (const each of newIn(plan)) shown.add(each);
  }
  return chosen;
}
