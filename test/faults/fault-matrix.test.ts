import '../support/environment.ts';
import { readFileSync } from 'node:fs';
import { bestEffort, defineWorkflow, nothingToUndo, parallel, required, undo } from '../../lambdas/kit/workflow.ts';
import { userReadyToActivate, userActivated } from '../../lambdas/domain/events/catalogue.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { cellOf } from '../fault-matrix/cells.ts';
import { expectationOf } from '../fault-matrix/expectations.ts';
import { faultsFor } from '../fault-matrix/faults.ts';
import { groupOf } from '../fault-matrix/groups.ts';
import { compiledMachines } from '../fault-matrix/machines.ts';
import { isRight } from '../fault-matrix/matrix.ts';
import { plansFor } from '../fault-matrix/plans.ts';
import { runControls } from '../fault-matrix/negative-controls.ts';
import { safeguards } from '../fault-matrix/safeguards.ts';

/** The matrix itself: nothing gets by without an expectation, no cell is right that proves nothing. The whole of it is `npm run fault-matrix`. */
const madeUp = defineWorkflow({
  type: 'made_up', title: 'Made up for a test', startsOn: userReadyToActivate, failureType: 'made_up_failed', admits: ['active'],
  stages: [parallel('do it all',
    required('BookRoom', { touches: {}, compensation: undo('CancelRoom', {}) }), bestEffort('SendPostcard', { touches: {} }), required('PayRent', { touches: {}, compensation: nothingToUndo('it is due anyway') }))],
  afterCompensation: [], publishes: { completed: userActivated },
  config: { timeout: 120_000, retryAttempts: 2, retryDelay: 1_000, backoffRate: 2, compensationEnabled: true, priority: 'low', parallelTasks: true, deadLetterQueue: 'made_up_dlq' },
});
const faults = faultsFor({ writes: 3 });

test('a process that nobody has written a row for has its rows: what is expected of it follows from how it is declared', () => {
  const machines = compiledMachines([madeUp]);
  expect(machines.flatMap(({ states }) => states).length).toBeGreaterThan(10);
  for (const machine of machines) for (const state of machine.states) for (const { id } of faults) expect(expectationOf(machine, state, id)).toEqual(expect.any(String));
  const [forward, backward] = machines as [(typeof machines)[number], (typeof machines)[number]];
  expect(['BookRoom', 'SendPostcard', 'PayRent'].map((state) => expectationOf(forward, state, 'T3'))).toEqual(['COMP', 'DEG', 'COMP']);
  expect(expectationOf(backward, 'CancelRoom', 'T3')).toBe('PARK');
  expect(expectationOf({ ...forward, workflow: workflowOf('role_revocation') }, 'ClearPermissionCache', 'T3')).toBe('FWD');
});

test('a state of no known kind, and a fault that nobody has thought of, fail the matrix', () => {
  const [machine] = compiledMachines([madeUp]) as [ReturnType<typeof compiledMachines>[number]];
  expect(() => expectationOf(machine, 'WaitForSpring', 'T1')).toThrow(/no known kind/);
  expect(() => groupOf(machine, 'CancelRoom')).toThrow(/no known kind/);
  expect(() => expectationOf(machine, 'BookRoom', 'T99')).toThrow(/nobody says what comes of T99/);
});

const machineOf = (name: string) => {
  const found = compiledMachines().find((each) => each.name === name);
  if (!found) throw new Error(`there is no machine ${name}`);
  return found;
};
const planOf = async (name: string, state: string, fault: string) => {
  const plan = (await plansFor(machineOf(name), state)).find((each) => each.fault.id === fault);
  if (!plan) throw new Error(`there is no cell ${name}/${state} ${fault}`);
  return plan;
};

test('a cell whose fault does not strike is not right, however well it ends', async () => {
  const plan = await planOf('account_activation', 'ActivateUser', 'T1');
  expect(await cellOf({ ...plan, fault: { ...plan.fault, id: 'T0', strike: () => undefined } }, 1)).toMatchObject({ expected: 'E-OK', fired: false, offences: [] });
  expect(isRight(await cellOf({ ...plan, fault: { ...plan.fault, id: 'T0', strike: () => undefined } }, 1))).toBe(false);
});

test('a cell that ends otherwise than expected says how', async () => {
  const plan = await planOf('account_activation', 'NotifyAdmins', 'T4');
  const cell = await cellOf({ ...plan, fault: { ...plan.fault, id: 'T1' } }, 1);
  expect(cell).toMatchObject({ expected: 'E-OK-R', got: 'DEG, but', fired: true });
  expect(cell.offences).toContain('the run is COMPLETED_WITH_WARNINGS');
});

test('the same seed tells the same story', async () => {
  const plan = await planOf('account_activation', 'ActivateUser', 'T2');
  const [one, other] = [await cellOf(plan, 7), await cellOf(plan, 7)];
  expect({ ...one, ms: 0 }).toEqual({ ...other, ms: 0 });
});

test('no state of a machine reads an index, which alone may be behind', async () => {
  for (const machine of compiledMachines().filter(({ name }) => name.startsWith('role_') || name === 'account_activation'))
    for (const state of machine.states) expect((await plansFor(machine, state)).map(({ fault }) => fault.id)).not.toContain('T20');
}, 60_000);

/** All of them are switched off in the evidence only; that each still can be is seen in every run. */
test('every safeguard of the list stands once where the list says', () => {
  expect(safeguards.filter(({ file, off: [is] }) => readFileSync(file, 'utf8').split(is).length !== 2).map(({ name }) => name)).toEqual([]);
});

test('a safeguard that is switched off is missed', async () => {
  const sample = safeguards.filter((_, nth) => nth % 12 === 0);
  expect(sample.length).toBeGreaterThanOrEqual(3);
  expect((await runControls(() => undefined, sample)).filter(({ caught }) => !caught)).toEqual([]);
}, 600_000);
