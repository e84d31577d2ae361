import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { isInFlight } from '../../lambdas/domain/run.ts';
import { parseRun } from '../../lambdas/adapters/run-ledger.ts';
import { compensates } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { found, placesIn } from '../support/canary.ts';
import { randomFrom } from '../support/interleaving.ts';
import { unrestIn } from '../support/picture.ts';
import { someone, type World } from '../support/world.ts';
import { strikeAt } from './cells.ts';
import { inAWorld } from './in-process.ts';
import type { MatrixMachine } from './machines.ts';
import { plansFor, type Plan } from './plans.ts';
import { untilQuiet } from './quiet.ts';
import { sceneOf, type Ready } from './scenes.ts';

/** Several faults in one story, drawn by a seed; whatever they are, what must always hold holds in the end. */
export interface Story { readonly seed: number; readonly said: string; readonly offences: readonly string[]; readonly ends: readonly string[] }

const canaries = { email: someone.email, password: someone.password, 'local part': 'anna.berg', other: 'berta@example.com', invited: 'new.one@example.com' };
const MOST_FAULTS = 4;
const MOST_REPAIRS = 4;
/** They share one place to strike at, so there is at most one of them. */
const inTables = /^T(12|18|19|20)/;

/** The faults of a story: of one process, each at another state, in an order in which branches fail as the seed has it. */
async function drawn(machines: readonly MatrixMachine[], random: () => number): Promise<readonly Plan[]> {
  const among = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  // As often as there are states in it.
  const { workflow } = among(machines.flatMap((machine) => machine.states.map(() => machine)));
  const own = machines.filter((machine) => machine.workflow.type === workflow.type);
  const many = 2 + Math.floor(random() * (MOST_FAULTS - 1));
  const plans: Plan[] = [];
  for (let n = 0; n < many; n += 1) {
    const machine = among(own);
    const plan = among((await plansFor(machine, among(machine.states))).filter(({ fault }) => fault.id !== 'T0'));
    const clashes = plans.some((other) => (other.machine.name === machine.name && other.state === plan.state) || (inTables.test(other.fault.id) && inTables.test(plan.fault.id)));
    if (!clashes) plans.push(plan);
  }
  return plans;
}

export async function storyOf(machines: readonly MatrixMachine[], seed: number): Promise<Story> {
  const plans = await drawn(machines, randomFrom(seed));
  const [first] = plans;
  if (!first) throw new Error('a story without faults');
  const said = plans.map(({ machine, state, fault }) => `${machine.name}/${state} ${fault.id}`).join(', ');
  let offences: readonly string[] = [];
  let ends: readonly string[] = [];
  await inAWorld({ ...first.machine, which: 'forward', name: first.machine.workflow.type }, 'Complete', seed, async (ready) => {
    for (const plan of plans) strikeAt(plan, ready, () => undefined);
    await sceneOf(first.machine.workflow).begin(ready);
    await untilQuiet(ready.world);
    ready.world.faults.forget();
    await mended(ready);
    ends = runsIn(ready.world).map(({ type, status }) => `${type} ${status}`);
    offences = await whatMustHold(ready.world);
  });
  return { seed, said, offences, ends };
}

const runsIn = (world: World) => world.tables.items('ledger').filter(({ sk }) => sk === 'RUN').map(parseRun);

/** Whoever is in charge mends the causes and tries everything again that waits for a person. */
async function mended({ world, cast: { token } }: Ready<World>): Promise<void> {
  for (let tried = 0; tried < MOST_REPAIRS; tried += 1) {
    await untilQuiet(world);
    const waiting = runsIn(world).filter(({ status }) => status === 'PARKED' || status === 'COMPENSATION_FAILED' || status === 'COMPLETED_WITH_WARNINGS');
    if (waiting.length === 0) return;
    for (const { runId } of waiting) await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } });
    await world.settle();
  }
}

/** Conservation (I30), sums that equal a recount, one end for every run, and nothing personal where it must not be. */
async function whatMustHold(world: World): Promise<readonly string[]> {
  const open = world.tables.items('ledger').filter(({ pk, status }) => pk.endsWith('#DEADLETTERS') && status !== 'RESOLVED').map(({ runId }) => runId);
  const runs = runsIn(world);
  return [
    ...(await unrestIn(world)).filter((each) => !each.startsWith('dead letter') && !each.startsWith('a stream record')),
    ...runs.filter(({ status }) => isInFlight(status)).map(({ type, status }) => `${type} is ${status}`),
    // What was undone keeps its letter, so that a person sees why; what waits for a person has one; nothing else has.
    ...runs.filter(({ runId, status }) => waits.has(status) && !open.includes(runId)).map(({ type, status }) => `${type} is ${status}, and no letter says so`),
    ...runs.filter(({ runId, status }) => status === 'COMPLETED' && open.includes(runId)).map(({ type }) => `${type} is completed, and a letter is open`),
    ...runs.filter(({ type, status }) => status === 'COMPENSATED' && !compensates(workflowOf(type))).map(({ type }) => `${type} was undone, which it never is`),
    ...Object.entries(placesIn(world)).flatMap(([place, text]) => found(text, canaries).map((what) => `${what} in ${place}`)),
  ];
}
const waits: ReadonlySet<string> = new Set(['PARKED', 'COMPENSATION_FAILED', 'COMPLETED_WITH_WARNINGS']);
