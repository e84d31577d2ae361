import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { named } from '../support/function-host.ts';
import { failsWith, stateOf } from '../support/injections.ts';
import { groupOf } from './groups.ts';
import type { MatrixMachine } from './machines.ts';
import type { Ready } from './scenes.ts';

/** The last state before the end of which can be said that it went well. */
export const lastOf = (workflow: MatrixMachine['workflow']): string => (isToldByStep(workflow) ? stepsOf(workflow).at(-1)?.step : undefined) ?? 'Complete';
export const isToldByStep = (workflow: MatrixMachine['workflow']): boolean => stepsOf(workflow).some(({ publishes }) => publishes?.name === workflow.publishes.completed.name);

/** What has to go wrong first, so that a state is entered at all. */
export function trigger({ workflow, name }: MatrixMachine, state: string, { world }: Ready): void {
  // A moment later, so that what is undone was not done at the very same millisecond.
  const refuse = (which: string): void => world.inject(stateOf(workflow.type, which), (_, time) => time.wait(1_000).then(() => Promise.reject(named('BusinessRefusal'))), 'always');
  const last = lastOf(workflow);
  switch (groupOf({ workflow, name, which: name === workflow.type ? 'forward' : 'compensation' }, state)) {
    case 'operation': case 'claim': case 'required step': case 'best-effort step': case 'closing': return;
    case 'letter of a lost claim': return refuse('Claim');
    case 'going on anew': {
      const chunked = stepsOf(workflow).findLast((step) => step.chunked)?.step ?? '';
      return world.inject(stateOf(workflow.type, chunked), async (proceed) => {
        const { Payload, ...rest } = await proceed() as { readonly Payload: object };
        return { ...rest, Payload: { ...Payload, status: 'LATER' } };
      });
    }
    case 'letter of an unrecorded compensation':
      world.inject(stateOf(name, 'RecordCompensation'), failsWith('BusinessRefusal'), 'always');
      return refuse(last);
    case 'begin of the compensation': case 'parking': case 'dead letter': case 'claim of the compensation': case 'undo': case 'last undo': case 'record of the compensation': return refuse(last);
  }
}
