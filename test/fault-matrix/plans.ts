import { failsWith, stateOf, whoActs } from '../support/injections.ts';
import { toleratesRefusedAddress } from './expectations.ts';
import { faultsFor, type MatrixFault, type Profile } from './faults.ts';
import { OPERATIONS } from './groups.ts';
import { inAWorld } from './in-process.ts';
import type { MatrixMachine } from './machines.ts';
import { calledBy, redriven } from './operations.ts';
import { untilQuiet } from './quiet.ts';
import { sceneOf, type Ready } from './scenes.ts';

export interface Plan { readonly machine: MatrixMachine; readonly state: string; readonly fault: MatrixFault }

export const nameOf = ({ machine, state, fault }: Plan): string => `${machine.name}/${state} ${fault.id}`;

const profiles = new Map<string, Profile>();
/** What the state does when nothing goes wrong. */
async function profileOf(machine: MatrixMachine, state: string): Promise<Profile> {
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
    if (machine.name === OPERATIONS) await redriven(ready, machine.workflow.type);
  });
  profiles.set(row, seen);
  return seen;
}

/** From its beginning until nothing moves any more. */
export async function played({ workflow }: MatrixMachine, ready: Ready): Promise<void> {
  await sceneOf(workflow).begin(ready);
  await untilQuiet(ready.world);
}

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
