import { randomUUID } from 'node:crypto';
import { World } from '../support/world.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { describeExecutionsContract } from '../support/executions-contract.ts';
import { checkStart } from '../support/execution-limits.ts';
import { uncatchable } from '../support/function-host.ts';
import { undoneOf, undoneOnce } from '../support/picture.ts';

/** The machines in process are no kinder than Step Functions: what it refuses they refuse, and what no Catch sees there none sees here. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await World.withRegistration());
});
afterEach(() => world.end());

const large = 'x'.repeat(300_000);

describeExecutionsContract('twin in process', () => Promise.resolve({
  executions: world.machines, arnOf: (name) => `arn:aws:states:eu-central-1:111122223333:execution:user-registration:${name}`, untilAllEnded: () => world.settle(),
}));

describe('an execution', () => {
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

test.each(['States.Runtime', 'States.DataLimitExceeded'])('%s ends the execution past every Catch, also in a step without which a run is completed', async (name) => {
  world.inject('SendWelcomeEmail', () => Promise.reject(uncatchable(name)));
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
