import { randomUUID } from 'node:crypto';
import { World } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { checkStart } from '../support/execution-limits.ts';
import { undoneOf, undoneOnce } from '../support/picture.ts';

/** The machines in process are no kinder than Step Functions: what it refuses they refuse, and what no Catch sees there none sees here. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => world.end());

const large = 'x'.repeat(300_000);
const outcomeOf = (start: Promise<void>): Promise<unknown> => start.then(() => 'started', ({ name }: Error) => name);

describe('an execution', () => {
  test.each([['81 characters', 'x'.repeat(78)], ['a blank', 'a b'], ['a colon', 'a:b'], ['a control character', 'a\u0007']])('is not called by %s', async (_, runId) => {
    expect(await outcomeOf(world.machines.startRun('user_registration', runId, 1, {}))).toBe('InvalidName');
    await world.settle();
  });

  test('takes no input of more than 256 KB, and its name is not used up by what was refused', async () => {
    const runId = runIdOf('user_registration', randomUUID());
    expect(await outcomeOf(world.machines.startRun('user_registration', runId, 1, { large }))).toBe('InvalidExecutionInput');
    const before = world.machines.executions.length;
    expect(await outcomeOf(world.machines.startRun('user_registration', runId, 1, {}))).toBe('started');
    expect(await outcomeOf(world.machines.startRun('user_registration', runId, 1, {}))).toBe('started');
    expect(world.machines.executions).toHaveLength(before + 1);
    await world.settle();
  });

  test('of every process, in its thousandth attempt, has a name that is one', () => {
    for (const { type } of workflows) for (const way of ['a', 'c']) expect(() => checkStart(`${runIdOf(type, randomUUID())}-${way}1000`, {})).not.toThrow();
  });
});

/** Nobody is told when it happens: how the execution ended, and what the next passes make of the run. */
const found = async () => {
  await world.settle();
  const [execution] = world.machines.executions.filter(({ type }) => type === 'user_registration');
  world.machines.longestHistory = Infinity;
  for (let pass = 0; pass < 3; pass += 1) await world.reconcile();
  return { status: execution?.status, wasCaught: execution?.path.includes('RunFailed'), undone: await undoneOf(world, subject) };
};
const undoneUnseen = { status: 'FAILED', wasCaught: false, undone: undoneOnce };

test('a state of more than 256 KB ends the execution past every Catch, and the reconciler finds it', async () => {
  world.inject('Claim', async (proceed) => {
    const { Payload, ...answer } = await proceed() as { Payload: { data: object } };
    return { ...answer, Payload: { ...Payload, data: { ...Payload.data, large } } };
  });
  expect(await found()).toEqual(undoneUnseen);
});

test('a history that is full ends the execution past every Catch, and the reconciler finds it', async () => {
  world.machines.longestHistory = 6;
  expect(await found()).toEqual(undoneUnseen);
});

test('no history of ours comes near its limit: that of a registration has fewer than a hundred events', async () => {
  await world.settle();
  expect(world.machines.executions.map(({ history }) => history.length).every((length) => length < 100)).toBe(true);
});
