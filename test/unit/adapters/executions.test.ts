import type { SFNClient } from '@aws-sdk/client-sfn';
import { stateMachines } from '../../../lambdas/adapters/executions.ts';

async function outcomeOf(about: object): Promise<unknown> {
  const client = { send: () => Promise.reject(Object.assign(new Error('no'), about)) } as unknown as SFNClient;
  try {
    await stateMachines(client, () => 'arn:machine:').startCompensation('user_registration', 'run-1', 2, {});
    return 'started';
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

test('a compensation is started by the name of its run and attempt, once and for all', async () => {
  const sent: object[] = [];
  const client = { send: ({ input }: { input: object }) => Promise.resolve(sent.push(input)) } as unknown as SFNClient;
  await stateMachines(client, () => 'arn:machine:').startCompensation('user_registration', 'run-1', 2, { run: 1 });
  expect(sent).toEqual([{ stateMachineArn: 'arn:machine:user_registration-compensation', name: 'run-1-c2', input: '{"run":1}' }]);
  expect(await outcomeOf({ name: 'ExecutionAlreadyExists', $fault: 'client' })).toBe('started');
});

test.each([
  ['ThrottlingException', { $fault: 'client' }], ['ExecutionLimitExceeded', { $fault: 'client' }], ['InternalServerError', { $fault: 'server' }], ['TimeoutError', {}],
])('%s passes: the machine tries it again', async (name, about) => {
  expect(await outcomeOf({ name, ...about })).toBe('TransientFailure');
});

test.each(['AccessDeniedException', 'StateMachineDoesNotExist', 'InvalidName'])('%s does not pass, and is told as it is', async (name) => {
  expect(await outcomeOf({ name, $fault: 'client' })).toBe(name);
});
