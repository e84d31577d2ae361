import type { Plan } from './plans.ts';
import { OPERATIONS } from './groups.ts';

const noTimeOuts = 'no time-out of a task or a machine is enforced there';
const inside = 'it strikes inside of a function, which runs there in a process of its own';
/** What the local AWS cannot show, and why not. */
const hidden: Readonly<Record<string, string>> = {
  T7: noTimeOuts, T8: noTimeOuts, T9: noTimeOuts, T22: noTimeOuts, T12: inside, T18: inside, T19: inside,
  T16: 'its functions have the clock of the machine that it runs on', T20: 'its indexes are never behind',
};

/** Undefined where the local AWS can show the cell. */
export const whyNotShown = ({ machine, fault }: Plan): string | undefined =>
  (machine.name === OPERATIONS ? 'one relay, sweeper and reconciler are there for all stories at once' : hidden[fault.id.replace(/[.a-d].*$/, '')]);
