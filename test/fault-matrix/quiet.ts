import { isInFlight, type RunStatus } from '../../lambdas/domain/run.ts';
import type { Told } from '../support/told.ts';

const MOST_ROUNDS = 8;
/** So often the sweeper finds nobody who takes what it publishes. */
const UNHEARD = 2;

/** What happens by itself, until nothing more does: AWS tells of executions that are gone, the sweeper and the reconciler come when they are due. */
export async function untilQuiet(world: Told): Promise<void> {
  await world.settle();
  for (let round = 0; round < MOST_ROUNDS && isMoving(world); round += 1) {
    // Best effort, as on AWS: of executions that failed it is told, of those that were stopped it got lost.
    for (const execution of world.machines.executions) if (execution.status === 'FAILED' && round === 0) await world.tellEnded(execution).catch(failed);
    if (!isMoving(world)) return;
    const look = nextLook(world);
    if (look === undefined && round > UNHEARD) return;
    await world.time.pass(Math.max(0, (look ?? 0) - Date.now()));
    await world.sweep().catch(failed);
    await world.reconcile().catch(failed);
  }
}

/** Whoever comes by the clock and fails comes again. */
const failed = (): undefined => undefined;

const runs = ({ tables }: Told) => tables.items('ledger').filter(({ sk }) => sk === 'RUN');
const isMoving = (world: Told): boolean => runs(world).some(({ status }) => isInFlight(status as RunStatus)) || world.tables.items('events').some((event) => 'pendingShard' in event || 'unclaimedShard' in event);

/** When the first run that is in flight is due to be looked at. */
const nextLook = (world: Told): number | undefined =>
  runs(world).flatMap(({ status, dueAt }) => (isInFlight(status as RunStatus) && typeof dueAt === 'string' ? [Date.parse(dueAt)] : [])).toSorted((one, other) => one - other)[0];
