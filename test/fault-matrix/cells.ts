import { stateOf } from '../support/injections.ts';
import { statesOf } from '../support/machine-lint.ts';
import type { Told } from '../support/told.ts';
import type { World } from '../support/world.ts';
import { completionsTold, type Effects } from './effects.ts';
import { endStateOf, offences } from './end-states.ts';
import { exceptions, expectationOf, inReports, type EndState } from './expectations.ts';
import type { Target } from './faults.ts';
import { goldenFor } from './goldens.ts';
import { groupOf, OPERATIONS, stepCalled } from './groups.ts';
import { inAWorld } from './in-process.ts';
import { calledBy, redriven } from './operations.ts';
import { played, type Plan } from './plans.ts';
import { untilQuiet } from './quiet.ts';
import { sceneOf, type Ready } from './scenes.ts';
import { isToldByStep, lastOf } from './triggers.ts';

/** One cell of the matrix as it was seen. */
export interface Cell {
  readonly machine: string; readonly state: string; readonly fault: string; readonly expected: string; readonly got: string; readonly fired: boolean; readonly seed: number; readonly ms: number;
  readonly offences: readonly string[];
}
function targetOf({ machine, state }: Plan, ready: Ready, struck: () => void): Target {
  const { config } = machine.workflow;
  const definition = new Map(statesOf(machine.definition)).get(state);
  return {
    world: ready.world, state: stateOf(machine.name, calledBy(state)), struck, config,
    maxAttempts: definition?.Retry?.[0]?.MaxAttempts ?? 0, timeoutSeconds: definition?.TimeoutSeconds ?? 0,
    fence: async () => {
      struck();
      await sceneOf(machine.workflow).fence?.(ready);
    },
  };
}

/** Puts the fault where it belongs. */
export const strikeAt = (plan: Plan, ready: Ready, struck: () => void): void => plan.fault.strike(targetOf(plan, ready, struck));

/** Tries of the machine itself, where there were to be any. */
function triesMissing(world: Told, { machine, state, fault }: Plan, expected: EndState): readonly string[] {
  if (expected !== 'OK-R') return [];
  const retried = world.machines.executions.filter(({ type }) => type === machine.name).flatMap((execution) => execution.retried).filter((each) => each === state).length;
  const most = new Map(statesOf(machine.definition)).get(state)?.Retry?.[0]?.MaxAttempts ?? 0;
  return retried >= Math.min(fault.retries ?? 1, most) && retried <= most ? [] : [`${retried} tries more were seen, of ${most}`];
}

const unknownOutcome = new Set(['T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'T13', 'T16', 'T21', 'T22']);
const mayCopy = ({ machine, state, fault }: Plan): boolean => unknownOutcome.has(fault.id.replace(/[.a-d].*$/, '')) && (stepCalled(machine.workflow, state)?.touches.sendsMail ?? false);
const hadItsEffect = new Set(['T8', 'T13', 'T21', 'T22']);
const saysNothing = (group: ReturnType<typeof groupOf>): boolean => group === 'parking' || group === 'dead letter' || group === 'letter of a lost claim' || group === 'letter of an unrecorded compensation';

/** Runs a cell to its end, in process. The same seed tells the same story. */
export async function cellOf(plan: Plan, seed: number): Promise<Cell> {
  const { machine, state } = plan;
  const golden = await goldenFor(plan);
  const began = performance.now();
  let cell: Cell | undefined;
  await inAWorld(machine, state, seed, async (ready) => {
    cell = await told(plan, ready, golden, { seed, began, afterwards: machine.name === OPERATIONS ? () => pressed(ready, machine.workflow.type) : undefined });
  });
  if (!cell) throw new Error('nothing was told');
  return cell;
}

async function pressed(ready: Ready<World>, type: string): Promise<void> {
  await redriven(ready, type);
  ready.world.faults.forget();
  await untilQuiet(ready.world);
  await redriven(ready, type);
}

interface Telling { readonly seed: number; readonly began: number; readonly afterwards?: (() => Promise<void>) | undefined }
/** Tells the story of a cell where everything is ready for it, and judges its end. */
export async function told(plan: Plan, ready: Ready, golden: Effects, { seed, began, afterwards }: Telling): Promise<Cell> {
  const { machine, state, fault } = plan;
  const { type } = machine.workflow;
  const { world } = ready;
  const expected = expectationOf(machine, state, fault.id);
  const group = groupOf(machine, state);
  let fired = false;
  const completedBefore = completionsTold(world, type);
  const toldByStep = isToldByStep(machine.workflow) && (group === 'closing' || (state === lastOf(machine.workflow) && hadItsEffect.has(fault.id)));
  strikeAt(plan, ready, () => { fired = true; });
  const strikes = world.faults.firedAt(stateOf(machine.name, calledBy(state)));
  await played(machine, ready);
  await afterwards?.();
  fired ||= strikes() > 0;
  const seen = endStateOf(world, type);
  const got = sameEnd(expected, seen) || (expected === 'FENCED' && seen === 'LOST') ? expected : seen;
  const found = [...triesMissing(world, plan, expected), ...await offences(expected, {
    ready, scene: sceneOf(machine.workflow), state, type, toldByStep, completedBefore,
    onlyUndo: group.endsWith('undo') && ['T3', 'T4', 'T17'].includes(fault.id), golden: fault.id === 'T23' && type !== 'user_deletion' ? undefined : golden, copies: mayCopy(plan),
    mailLeftOut: exceptions[`${machine.name}/${state}`]?.faults.includes(fault.id) ?? false, letters: saysNothing(group) ? 'any' : 'one', repair: () => world.faults.forget(),
  })];
  return {
    machine: machine.rows ?? machine.name, state, fault: fault.id, expected: inReports(expected, machine), got: got === expected && found.length === 0 && fired ? inReports(expected, machine) : `${got}${found.length > 0 ? ', but' : ''}`,
    fired, seed, ms: Math.round(performance.now() - began), offences: found,
  };
}

const sameEnd = (expected: EndState, seen: string): boolean => (expected === 'OK-R' ? 'OK' : expected === 'FWD' ? 'PARK' : expected) === seen;
