import { LocalAwsStage } from '../support/local-aws-stage.ts';
import type { LocalWorld } from '../support/local-aws-world.ts';
import { told, type Cell } from './cells.ts';
import type { Effects } from './effects.ts';
import { expectationOf, inReports } from './expectations.ts';
import { goldenFor } from './goldens.ts';
import type { Plan } from './plans.ts';
import { sceneOf, withToken, type Start } from './scenes.ts';
import { trigger } from './triggers.ts';

/** What was seen there, and how much is left of everybody who was erased in all these stories. */
export interface SeenThere { readonly cells: readonly Cell[]; readonly residue: number }

/** Tells these cells on a local AWS of their own, so many at once, and judges each as in process, by what the same story leaves there without its fault. */
export async function toldOnLocalAws(name: string, plans: readonly Plan[], { atOnce, heard = () => undefined }: { readonly atOnce: number; readonly heard?: (cell: Cell) => void }): Promise<SeenThere> {
  // One after another, and before anything else: in process time is virtual, for everybody.
  const goldens = new Map<Plan, Effects>();
  for (const plan of plans) goldens.set(plan, withRequestsOf(await goldenFor(plan)));
  const stage = await LocalAwsStage.start(name);
  try {
    const left = [...goldens];
    const cells: Cell[] = [];
    const inARow = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) {
        const [plan, golden] = next;
        const cell = await toldOn(stage, plan, golden).catch((error: unknown) => notTold(plan, error));
        cells.push(cell);
        heard(cell);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, inARow));
    return { cells, residue: await stage.residue() };
  } finally {
    await stage.stop();
  }
}

/** Requests are counted in process, and have random names on an AWS. */
const withRequestsOf = ({ stored, told: events, mails }: Effects): Effects => ({ stored: stored.map((each) => each.replaceAll(/"http-\d+"/g, '"<id>"')).toSorted(), told: events, mails });

const startOn = (stage: LocalAwsStage): Start<LocalWorld> => {
  const start: Start<LocalWorld> = {
    tenant: () => stage.tenant(),
    registration: () => stage.registration(),
    rested: async (make) => {
      const ready = await withToken(await make(start));
      await ready.world.settle();
      return ready;
    },
  };
  return start;
};

async function toldOn(stage: LocalAwsStage, plan: Plan, golden: Effects): Promise<Cell> {
  const { machine, state } = plan;
  const ready = await sceneOf(machine.workflow).ready(startOn(stage));
  try {
    trigger(machine, state, ready);
    return await told(plan, ready, golden, { seed: 0, began: performance.now() });
  } finally {
    ready.world.stop();
    await ready.world.forget();
  }
}

/** A story that does not come to its end is one that ended otherwise. */
const notTold = ({ machine, state, fault }: Plan, error: unknown): Cell =>
  ({ machine: machine.name, state, fault: fault.id, expected: inReports(expectationOf(machine, state, fault.id), machine), got: 'no end', fired: true, seed: 0, ms: 0, offences: [String(error)] });
