import { stepsOf } from '../../lambdas/kit/workflow.ts';
import type { Told } from '../support/told.ts';
import { effectsIn, type Effects } from './effects.ts';
import { runIn } from './end-states.ts';
import { expectationOf } from './expectations.ts';
import { inAWorld } from './in-process.ts';
import type { MatrixMachine } from './machines.ts';
import type { Plan } from './plans.ts';
import { sceneOf } from './scenes.ts';

const goldens = new Map<string, Promise<Effects>>();
/** The same without a fault: to its good end, or undone when its last state refuses. */
function goldenOf(machine: MatrixMachine, how: 'completed' | 'undone'): Promise<Effects> {
  const name = `${machine.rows ?? machine.workflow.type} ${how}`;
  const golden = goldens.get(name) ?? madeGolden(machine, how === 'completed' ? 'Complete' : 'BeginCompensation');
  goldens.set(name, golden);
  return golden;
}

async function madeGolden({ workflow, ...machine }: MatrixMachine, state: string): Promise<Effects> {
  let golden: Effects | undefined;
  await inAWorld({ ...machine, workflow, which: 'forward', name: workflow.type }, state, 1, async (ready) => {
    await sceneOf(workflow).begin(ready);
    await ready.world.settle();
    golden = effectsIn(ready.world);
    const silent = runIn(ready.world, workflow.type)?.status === 'COMPLETED' ? silentSteps(ready.world, workflow) : [];
    if (silent.length > 0) throw new Error(`what is to be like this proves nothing: ${silent.join(', ')} sent no mail`);
  });
  if (!golden) throw new Error('there is no golden story');
  return golden;
}

/** Steps that send mails, and sent none in a story in which nothing went wrong. */
const silentSteps = (world: Told, workflow: MatrixMachine['workflow']): readonly string[] => stepsOf(workflow).filter(({ touches }) => touches.sendsMail).map(({ step }) => step)
  .filter((step) => !world.tables.items('ledger').some(({ pk, sk, status }) => pk === `RUN#${runIn(world, workflow.type)?.runId}` && sk.startsWith(`MAIL#${step}#`) && status === 'SENT'));

/** Of the same story without the fault, where its end can be held against one. */
export const goldenFor = ({ machine, state, fault }: Plan): Promise<Effects> => {
  const expected = expectationOf(machine, state, fault.id);
  return goldenOf(machine, expected === 'COMP' || (expected === 'PARK' && machine.which === 'compensation') ? 'undone' : 'completed');
};
