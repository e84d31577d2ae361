import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { named } from '../support/function-host.ts';
import { failsWith, stateOf, whoActs } from '../support/injections.ts';
import { randomFrom } from '../support/interleaving.ts';
import { statesOf } from '../support/machine-lint.ts';
import type { World } from '../support/world.ts';
import { completionsTold, effectsIn, type Effects } from './effects.ts';
import { endStateOf, offences, runIn } from './end-states.ts';
import { exceptions, expectationOf, inReports, toleratesRefusedAddress, type EndState } from './expectations.ts';
import { faultsFor, type MatrixFault, type Profile, type Target } from './faults.ts';
import { groupOf, OPERATIONS, stepCalled } from './groups.ts';
import type { MatrixMachine } from './machines.ts';
import { calledBy, leaveLying, redriven } from './operations.ts';
import { untilQuiet } from './quiet.ts';
import { sceneOf, type Ready } from './scenes.ts';

/** One cell of the matrix as it was seen. */
export interface Cell {
  readonly machine: string; readonly state: string; readonly fault: string; readonly expected: string; readonly got: string; readonly fired: boolean; readonly seed: number; readonly ms: number;
  readonly offences: readonly string[];
}
export interface Plan { readonly machine: MatrixMachine; readonly state: string; readonly fault: MatrixFault }

/** The last state before the end of which can be said that it went well. */
const lastOf = (workflow: MatrixMachine['workflow']): string => (isToldByStep(workflow) ? stepsOf(workflow).at(-1)?.step : undefined) ?? 'Complete';
const isToldByStep = (workflow: MatrixMachine['workflow']): boolean => stepsOf(workflow).some(({ publishes }) => publishes?.name === workflow.publishes.completed.name);

/** What has to go wrong first, so that a state is entered at all. */
function triggers({ workflow, name }: MatrixMachine, state: string, ready: Ready): void {
  const { world } = ready;
  // A moment later, so that what is undone was not done at the very same millisecond.
  const refuse = (which: string): void => world.inject(stateOf(workflow.type, which), (_, time) => time.wait(1_000).then(() => Promise.reject(named('BusinessRefusal'))), 'always');
  const last = lastOf(workflow);
  switch (groupOf({ workflow, name, which: name === workflow.type ? 'forward' : 'compensation' }, state)) {
    case 'operation': return leaveLying(state, ready);
    case 'claim': case 'required step': case 'best-effort step': case 'closing': return;
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

const profiles = new Map<string, Profile>();
/** What the state does when nothing goes wrong. */
export async function profileOf(machine: MatrixMachine, state: string): Promise<Profile> {
  const whole = stateOf(machine.name, calledBy(state));
  const row = `${machine.rows ?? whole} ${state}`;
  const known = profiles.get(row);
  if (known) return known;
  const seen = { writes: 0, requests: 0, indexReads: 0 };
  const mine = (): boolean => whoActs() === whole;
  await inAWorld(machine, state, 1, async (ready) => {
    const { tables } = ready.world;
    tables.asked = (what) => {
      if (!mine()) return;
      seen.requests += 1;
      if (what === 'read of an index') seen.indexReads += 1;
    };
    tables.written = () => { if (mine()) seen.writes += 1; };
    await played(machine, ready);
  });
  profiles.set(row, seen);
  return seen;
}

/** From its beginning until nothing moves any more. */
async function played({ workflow, name }: MatrixMachine, ready: Ready): Promise<void> {
  await sceneOf(workflow).begin(ready);
  await untilQuiet(ready.world);
  if (name === OPERATIONS) await redriven(ready, workflow.type);
}

export async function inAWorld(machine: MatrixMachine, state: string, seed: number, story: (ready: Ready) => Promise<void>): Promise<void> {
  const random = Math.random;
  Math.random = randomFrom(seed);
  const ready = await sceneOf(machine.workflow).ready();
  try {
    triggers(machine, state, ready);
    await story(ready);
  } finally {
    ready.world.stop();
    Math.random = random;
  }
}

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
const silentSteps = (world: World, workflow: MatrixMachine['workflow']): readonly string[] => stepsOf(workflow).filter(({ touches }) => touches.sendsMail).map(({ step }) => step)
  .filter((step) => !world.tables.items('ledger').some(({ pk, sk, status }) => pk === `RUN#${runIn(world, workflow.type)?.runId}` && sk.startsWith(`MAIL#${step}#`) && status === 'SENT'));

const refusedAddress: MatrixFault = { id: 'T4b', says: 'meets an address that takes no mail', lasting: true, applies: () => true, strike: ({ world, state }) => world.inject(state, failsWith('AddressRejected'), 'always') };

/** What only a state of a machine can meet. */
const ofMachines: ReadonlySet<string> = new Set(['T2', 'T9', 'T9b', 'T13', 'T14', 'T15', 'T21', 'T22', 'T23']);

/** Every fault that can strike at a state. */
export async function plansFor(machine: MatrixMachine, state: string): Promise<readonly Plan[]> {
  const profile = await profileOf(machine, state);
  const fenceable = sceneOf(machine.workflow).fence !== undefined;
  const faults = [...faultsFor(profile), ...(toleratesRefusedAddress(machine, state) ? [refusedAddress] : [])];
  return faults.filter((fault) => fault.applies(profile) && (machine.name === OPERATIONS ? !ofMachines.has(fault.id) : fault.id !== 'T23' || fenceable)).map((fault) => ({ machine, state, fault }));
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
function triesMissing(world: World, { machine, state, fault }: Plan, expected: EndState): readonly string[] {
  if (expected !== 'OK-R') return [];
  const retried = world.machines.executions.filter(({ type }) => type === machine.name).flatMap((execution) => execution.retried).filter((each) => each === state).length;
  const most = new Map(statesOf(machine.definition)).get(state)?.Retry?.[0]?.MaxAttempts ?? 0;
  return retried >= Math.min(fault.retries ?? 1, most) && retried <= most ? [] : [`${retried} tries more were seen, of ${most}`];
}

const unknownOutcome = new Set(['T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'T13', 'T16', 'T21', 'T22']);
const mayCopy = ({ machine, state, fault }: Plan): boolean => unknownOutcome.has(fault.id.replace(/[.a-d].*$/, '')) && (stepCalled(machine.workflow, state)?.touches.sendsMail ?? false);
const hadItsEffect = new Set(['T8', 'T13', 'T21', 'T22']);
const saysNothing = (group: ReturnType<typeof groupOf>): boolean => group === 'parking' || group === 'dead letter' || group === 'letter of a lost claim' || group === 'letter of an unrecorded compensation';

/** Runs a cell to its end. The same seed tells the same story. */
export async function cellOf(plan: Plan, seed: number): Promise<Cell> {
  const { machine, state, fault } = plan;
  const began = performance.now();
  const expected = expectationOf(machine, state, fault.id);
  const golden = await goldenOf(machine, expected === 'COMP' || (expected === 'PARK' && machine.which === 'compensation') ? 'undone' : 'completed');
  let got: string = expected;
  let found: readonly string[] = [];
  let fired = false;
  await inAWorld(machine, state, seed, async (ready) => {
    const { world } = ready;
    const scene = sceneOf(machine.workflow);
    const completedBefore = completionsTold(world, machine.workflow.type);
    const toldByStep = isToldByStep(machine.workflow) && (groupOf(machine, state) === 'closing' || (state === lastOf(machine.workflow) && hadItsEffect.has(fault.id)));
    strikeAt(plan, ready, () => { fired = true; });
    const strikes = world.faults.firedAt(stateOf(machine.name, calledBy(state)));
    await played(machine, ready);
    if (machine.name === OPERATIONS) {
      world.faults.forget();
      await untilQuiet(world);
      await redriven(ready, machine.workflow.type);
    }
    fired ||= strikes() > 0;
    const seen = endStateOf(world, machine.workflow.type);
    if (!sameEnd(expected, seen) && !(expected === 'FENCED' && seen === 'LOST')) got = seen;
    found = [...triesMissing(world, plan, expected), ...await offences(expected, {
      ready, scene, state, type: machine.workflow.type, toldByStep, onlyUndo: groupOf(machine, state).endsWith('undo') && ['T3', 'T4', 'T17'].includes(fault.id), golden: fault.id === 'T23' && machine.workflow.type !== 'user_deletion' ? undefined : golden, completedBefore, copies: mayCopy(plan), mailLeftOut: exceptions[`${machine.name}/${state}`]?.faults.includes(fault.id) ?? false, letters: saysNothing(groupOf(machine, state)) ? 'any' : 'one',
      repair: () => world.faults.forget(),
    })];
  });
  return {
    machine: machine.rows ?? machine.name, state, fault: fault.id, expected: inReports(expected, machine), got: got === expected && found.length === 0 && fired ? inReports(expected, machine) : `${got}${found.length > 0 ? ', but' : ''}`,
    fired, seed, ms: Math.round(performance.now() - began), offences: found,
  };
}

const sameEnd = (expected: EndState, seen: string): boolean => (expected === 'OK-R' ? 'OK' : expected === 'FWD' ? 'PARK' : expected) === seen;
