import '../support/environment.ts';
import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { named, uncatchable } from '../support/function-host.ts';
import { failsWith, stateOf } from '../support/injections.ts';
import { runIn } from './end-states.ts';
import type { World } from '../support/world.ts';
import { OPERATIONS } from './groups.ts';
import type { MatrixMachine } from './machines.ts';
import { untilQuiet } from './quiet.ts';
import type { Ready } from './scenes.ts';

const rowsOf = (type: string, ...states: readonly string[]): MatrixMachine =>
  ({ workflow: workflowOf(type), which: 'forward', name: OPERATIONS, definition: { StartAt: '', States: {} }, states });

/** Rows of their own: what no state machine calls. */
export const operations: readonly MatrixMachine[] = [rowsOf('user_registration', 'Relay', 'Sweeper', 'Reconciler', 'ExecutionEnded', 'Reconciler (dead letters)'), rowsOf('account_activation', 'Redrive')];

/** The function behind a row. */
export const calledBy = (state: string): string => state.split(' ')[0] ?? state;

/** What has to be left lying, so that they have something to do. */
export function leaveLying(state: string, { world }: Ready<World>): void {
  switch (state) {
    case 'Relay': return;
    case 'Sweeper': return world.inject(stateOf(OPERATIONS, 'Relay'), failsWith('Lambda.Unknown'), 3);
    case 'Reconciler': return world.inject('CreateUserProfile', (proceed, _, execution = '') => {
      world.machines.end(execution, 'ABORTED');
      return proceed();
    });
    case 'ExecutionEnded': return world.inject('CreateUserProfile', () => Promise.reject(uncatchable('States.Runtime')));
    case 'Reconciler (dead letters)': return ruleFails({ world });
    case 'Redrive': return world.inject('ActivateUser', failsWith('BusinessRefusal'));
    default: throw new Error(`nobody says what ${state} has to do`);
  }
}

/** The rule cannot start the machine, and AWS leaves the event in the queue of its target. */
function ruleFails({ world }: Pick<Ready<World>, 'world'>): void {
  world.triggersToLose = 1;
  const take = world.bus.onEvent;
  world.bus.onEvent = (event) => {
    if (event.type === 'user.created' && world.machines.queues.lyingIn('user_registration_undelivered').length === 0)
      world.machines.queues.arrives('user_registration_undelivered', 'message-of-aws', JSON.stringify({ 'detail-type': event.type, detail: event.detail }));
    take(event);
  };
}

const MOST_TRIES = 6;
/** Somebody presses the button until it is gone. */
export async function redriven({ world, cast: { token } }: Ready<World>, type: string): Promise<void> {
  for (let tried = 0; tried < MOST_TRIES && runIn(world, type)?.status === 'PARKED'; tried += 1) {
    const runId = runIn(world, type)?.runId ?? '';
    await world.faults.around('Redrive', async () => {
      const { status } = await world.call(retryRun, { token, params: { runId }, body: { reason: 'the cause is mended' } });
      if (status >= 500) throw named('Lambda.Unknown');
    }, { machine: OPERATIONS }).catch(() => undefined);
    await untilQuiet(world);
  }
}
