import { jest } from '@jest/globals';
import '../support/environment.ts';
import { randomFrom } from '../support/interleaving.ts';
import type { Cell } from '../fault-matrix/cells.ts';
import { toldOnLocalAws } from '../fault-matrix/local-aws.ts';
import { compiledMachines } from '../fault-matrix/machines.ts';
import { isRight } from '../fault-matrix/matrix.ts';
import { nameOf } from '../fault-matrix/plans.ts';
import { showable, spread } from '../fault-matrix/sample.ts';

jest.setTimeout(300_000);

const SEED = 12;
const SAMPLE = 6;

const named = ({ machine, state, fault }: Cell): string => `${machine}/${state} ${fault}`;

/** The whole tenth is `npm run evidence -- local-cells`. */
test('cells of the fault matrix end on the local AWS as in process, each with a fault that has struck, and one in which none strikes is not right', async () => {
  const random = randomFrom(SEED);
  const oneStateEach = compiledMachines().map((machine) => {
    const drawn = Math.floor(random() * machine.states.length);
    return { ...machine, states: machine.states.slice(drawn, drawn + 1) };
  });
  const plans = spread((await showable(oneStateEach)).plans, SAMPLE, SEED);
  const silent = plans.slice(-1).map((plan) => ({ ...plan, fault: { ...plan.fault, id: 'T0', strike: () => undefined } }));
  const { cells, residue } = await toldOnLocalAws('fault-cells', [...plans, ...silent], { atOnce: 4 });
  expect(cells.filter(isRight).map(named).toSorted()).toEqual(plans.map(nameOf).toSorted());
  expect(cells.filter((cell) => !isRight(cell))).toEqual([expect.objectContaining({ fired: false })]);
  expect(residue).toBe(0);
});
