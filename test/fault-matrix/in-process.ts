import { randomFrom } from '../support/interleaving.ts';
import { World, type Kept } from '../support/world.ts';
import { OPERATIONS } from './groups.ts';
import type { MatrixMachine } from './machines.ts';
import { leaveLying } from './operations.ts';
import { sceneOf, withToken, type Cast, type Ready, type Start } from './scenes.ts';
import { trigger } from './triggers.ts';

type Make = Parameters<Start<World>['rested']>[0];
const made = new Map<Make, Promise<{ readonly kept: Kept; readonly cast: Cast }>>();

/** In the world in process: what is made ready is made once, and gone on with in every cell. */
export const inProcess: Start<World> = {
  tenant: () => World.withTenant(),
  registration: () => World.withRegistration(),
  rested: async (make) => {
    const known = made.get(make) ?? once(make);
    made.set(make, known);
    const { kept, cast } = await known;
    return { world: World.again(kept), cast };
  },
};

async function once(make: Make): Promise<{ readonly kept: Kept; readonly cast: Cast }> {
  const { world, cast } = await withToken(await make(inProcess));
  await world.settle();
  await world.time.pass(60_000);
  const kept = world.keep();
  world.end();
  return { kept, cast };
}

/** A story in a world of its own, by a seed. */
export async function inAWorld(machine: MatrixMachine, state: string, seed: number, story: (ready: Ready<World>) => Promise<void>): Promise<void> {
  const random = Math.random;
  Math.random = randomFrom(seed);
  const ready = await sceneOf(machine.workflow).ready(inProcess);
  try {
    if (machine.name === OPERATIONS) leaveLying(state, ready);
    else trigger(machine, state, ready);
    await story(ready);
  } finally {
    ready.world.stop();
    Math.random = random;
  }
}
