import type { SQSClient } from '@aws-sdk/client-sqs';
import { sqsDeadLetterQueues } from '../../../lambdas/adapters/dead-letter-queues.ts';

interface Call { readonly name: string; readonly input: Readonly<Record<string, unknown>> }
let calls: Call[];

/** A queue that hands out its messages in batches, and then nothing. */
const queueOf = (...batches: readonly (readonly { Body: string; ReceiptHandle: string }[])[]): SQSClient => {
  const left = [...batches];
  calls = [];
  return { send: (command: { constructor: { name: string }; input: Readonly<Record<string, unknown>> }) => {
    const { name } = command.constructor;
    calls.push({ name, input: command.input });
    return Promise.resolve(name === 'GetQueueUrlCommand' ? { QueueUrl: 'https://queue' } : name === 'ReceiveMessageCommand' ? { Messages: left.shift() ?? [] } : {});
  } } as unknown as SQSClient;
};
const about = (runId: string) => ({ Body: JSON.stringify({ runId }), ReceiptHandle: `handle of ${runId}` });
const silence = (queue: SQSClient, ...runIds: readonly string[]): Promise<void> => sqsDeadLetterQueues(queue, () => 'bpp-local-').silence('made_up_dlq', ...runIds);
const named = (name: string): readonly Call[] => calls.filter((call) => call.name === `${name}Command`);

test('the message about the run is deleted, and no other', async () => {
  await silence(queueOf([about('run-1'), about('run-10')], [about('run-2')]), 'run-1');
  expect(named('GetQueueUrl').map(({ input }) => input)).toEqual([{ QueueName: 'bpp-local-made_up_dlq' }]);
  expect(named('DeleteMessage').map(({ input }) => input['ReceiptHandle'])).toEqual(['handle of run-1']);
  expect(named('ReceiveMessage')).toHaveLength(1);
});

test('one that lies further back is looked for, up to a hundred messages', async () => {
  await silence(queueOf([about('run-2')], [about('run-1')]), 'run-1');
  expect(named('DeleteMessage')).toHaveLength(1);
  await silence(queueOf(...Array.from({ length: 30 }, () => [about('run-2')])), 'run-1');
  expect([named('ReceiveMessage').length, named('DeleteMessage').length]).toEqual([10, 0]);
});

test('the messages about many runs are looked for together, until all are found', async () => {
  await silence(queueOf([about('run-1'), about('run-9')], [about('run-2'), about('run-3')], [about('run-8')]), 'run-1', 'run-2', 'run-3');
  expect(named('DeleteMessage').map(({ input }) => input['ReceiptHandle'])).toEqual(['handle of run-1', 'handle of run-2', 'handle of run-3']);
  expect([named('GetQueueUrl').length, named('ReceiveMessage').length]).toEqual([1, 2]);
});

test('an empty queue is asked once', async () => {
  await silence(queueOf(), 'run-1');
  expect(named('ReceiveMessage')).toHaveLength(1);
});

test('what was looked at is taken away by what it was looked at with, since nobody can see it for a while', async () => {
  const queues = sqsDeadLetterQueues(queueOf([about('run-1')]), () => 'bpp-local-');
  const [message] = await queues.peek('made_up_dlq');
  if (message) await queues.takeAway('made_up_dlq', message);
  expect(named('DeleteMessage').map(({ input }) => input['ReceiptHandle'])).toEqual(['handle of run-1']);
});
