import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateEventBusCommand, EventBridgeClient, PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateKeyCommand, KMSClient, type CreateKeyCommandInput } from '@aws-sdk/client-kms';
import { SESClient, type SendEmailCommand } from '@aws-sdk/client-ses';
import { CreateStateMachineCommand, ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { jest } from '@jest/globals';
import * as z from 'zod';
import { eventBridge } from '../../lambdas/adapters/bus.ts';
import { sqsDeadLetterQueues } from '../../lambdas/adapters/dead-letter-queues.ts';
import { stateMachines } from '../../lambdas/adapters/executions.ts';
import { kmsKeyWrapper } from '../../lambdas/adapters/key-wrapper.ts';
import { sesMailbox } from '../../lambdas/adapters/mailbox.ts';
import { kmsSigner } from '../../lambdas/adapters/signer.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { clientSettings, ROOT } from '../../local/cdk.ts';
import { startLocalAws, type LocalAws } from '../../local/local-aws.ts';
import { mailboxAt } from '../../local/mailbox.ts';
import { freePort } from '../../local/ports.ts';
import { describeBusContract, TOO_LARGE as TOO_LARGE_ENTRY, type BusUnderTest } from '../support/bus-contract.ts';
import { ROLE } from '../support/emulated-lambda.ts';
import { BAD_NAME, describeExecutionsContract, STOPPED_TOO_LATE, TOO_LARGE as TOO_LARGE_INPUT, TYPE } from '../support/executions-contract.ts';
import { describeKeyWrapperContract, describeSignerContract, TAMPERED } from '../support/kms-contract.ts';
import { describeMailboxContract } from '../support/mailbox-contract.ts';
import type { Mishap } from '../support/memory-mailbox.ts';
import { describeQueuesContract, QUEUE, TWICE } from '../support/queues-contract.ts';

/** The contracts that the twins keep, kept by the adapters over services that answer. Where these are kinder or stricter than AWS, it is said by name. */
jest.setTimeout(60_000);

const OVER = 'adapter on the local AWS';
let aws: LocalAws;
let sqs: SQSClient;
let sfn: SFNClient;
let keys: { readonly wrapping: string; readonly signing: string };

beforeAll(async () => {
  aws = await startLocalAws({ port: await freePort(), logFile: `${ROOT}/.local/test/port-contracts.log` });
  sqs = new SQSClient(clientSettings(aws.endpoint));
  sfn = new SFNClient(clientSettings(aws.endpoint));
  const kms = new KMSClient(clientSettings(aws.endpoint));
  const made = async (about: CreateKeyCommandInput): Promise<string> => (await kms.send(new CreateKeyCommand(about))).KeyMetadata?.KeyId ?? '';
  keys = { wrapping: await made({}), signing: await made({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }) };
  for (const name of [TYPE, `${TYPE}-compensation`]) await sfn.send(new CreateStateMachineCommand({ name, roleArn: ROLE, definition: WAITING }));
}, 60_000);
afterAll(() => aws?.stop());

const named = (name: string, about: object = {}): Error => Object.assign(new Error(name), { name, ...about });

/** What SES or the way to it would say; the mail itself goes to one that takes it. */
const failures: Readonly<Record<Mishap, { readonly sent: boolean; readonly error: (to: string) => Error }>> = {
  'certainly not sent': { sent: false, error: () => named('Throttling', { $metadata: { httpStatusCode: 400 } }) },
  'address rejected': { sent: false, error: (to) => named('MessageRejected', { message: `Email address is not verified: ${to}`, $metadata: { httpStatusCode: 400 } }) },
  'sent, reply lost': { sent: true, error: () => named('Error', { code: 'ECONNRESET' }) },
  'not sent, reply lost': { sent: false, error: () => named('TimeoutError') },
};

describeMailboxContract(OVER, () => {
  const ses = new SESClient(clientSettings(aws.endpoint));
  const waiting: Mishap[] = [];
  const send = async (command: SendEmailCommand): Promise<unknown> => {
    const next = waiting.shift();
    const failure = next && failures[next];
    if (failure?.sent !== false) await ses.send(command);
    if (failure) throw failure.error(command.input.Destination?.ToAddresses?.[0] ?? '');
    return undefined;
  };
  return {
    mailbox: sesMailbox({ sender: 'no-reply@example.com' }, { send }), failNext: (mishap) => waiting.push(mishap),
    lying: async (address) => (await (await mailboxAt(aws.endpoint)).messages()).filter(({ to }) => to.includes(address)).map(({ subject, text, html }) => ({ subject, text, html })),
  };
});

describeKeyWrapperContract(OVER, () => kmsKeyWrapper(new KMSClient(clientSettings(aws.endpoint)), () => keys.wrapping), { [TAMPERED]: 'it answers another key' });
describeSignerContract(OVER, () => kmsSigner(new KMSClient(clientSettings(aws.endpoint)), () => keys.signing));

/** By account, region and queue; only one queue is asked for. */
const messagesByPlace = z.pipe(
  z.object({ messages: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.array(z.object({ Body: z.string() }))))) }),
  z.transform(({ messages }) => Object.values(messages).flatMap(Object.values<Record<string, { Body: string }[]>>).flatMap(Object.values<{ Body: string }[]>).flat().map(({ Body }) => Body)),
);

describeQueuesContract(OVER, async () => {
  const prefix = `${randomUUID()}-`;
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `${prefix}${QUEUE}` }));
  const lying = async (): Promise<readonly string[]> =>
    messagesByPlace.parse(await (await fetch(`${aws.endpoint}/_ministack/sqs/messages?QueueUrl=${encodeURIComponent(QueueUrl)}`)).json());
  return { queues: sqsDeadLetterQueues(sqs, () => prefix), lying, pass: (ms) => sleep(ms) };
}, { [TWICE]: 'a receipt that is used up is refused' });

const WAITING = JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 2, Next: 'End' }, End: { Type: 'Succeed' } } });
const machineArn = (name: string): string => `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;
const runningOf = async (name: string): Promise<number> => (await sfn.send(new ListExecutionsCommand({ stateMachineArn: machineArn(name), statusFilter: 'RUNNING' }))).executions?.length ?? 0;

describeExecutionsContract(OVER, () => Promise.resolve({
  executions: stateMachines(sfn, () => machineArn('')),
  arnOf: (name, which = 'forward') => `arn:aws:states:us-east-1:000000000000:execution:${TYPE}${which === 'forward' ? '' : '-compensation'}:${name}`,
  untilAllEnded: async () => {
    while (await runningOf(TYPE) + await runningOf(`${TYPE}-compensation`) > 0) await sleep(100);
  },
}), { [STOPPED_TOO_LATE]: 'it refuses, and the adapter passes the refusal on', [BAD_NAME]: 'it takes any name', [TOO_LARGE_INPUT]: 'it takes an input of any size' });

/** The adapter counts the one answer as good as the other, so the contract cannot tell them apart. */
test('a name that runs is refused also with the same input, which AWS answers with success', async () => {
  const start = new StartExecutionCommand({ stateMachineArn: machineArn(TYPE), name: randomUUID(), input: '{}' });
  await sfn.send(start);
  await expect(sfn.send(start)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

const idOf = (detail = '{}'): string => (JSON.parse(detail) as { eventId: string }).eventId;

/** The bus itself refuses nothing here, so entries are refused, and calls fail, on the way to it. */
async function bridge(): Promise<BusUnderTest> {
  const [bus, queue] = [randomUUID(), randomUUID()];
  const client = new EventBridgeClient(clientSettings(aws.endpoint));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: queue }));
  await client.send(new CreateEventBusCommand({ Name: bus }));
  await client.send(new PutRuleCommand({ Name: 'all', EventBusName: bus, EventPattern: JSON.stringify({ source: [EVENT_SOURCE] }) }));
  await client.send(new PutTargetsCommand({ Rule: 'all', EventBusName: bus, Targets: [{ Id: 'queue', Arn: `arn:aws:sqs:us-east-1:000000000000:${queue}` }] }));
  const refused = new Set<string>();
  let left = Infinity;
  const send = async ({ input: { Entries = [] } }: PutEventsCommand): Promise<object> => {
    if (left === 0) {
      left = Infinity;
      throw named('InternalException');
    }
    left -= 1;
    const taken = Entries.filter(({ Detail }) => !refused.has(idOf(Detail)));
    const answers = (await client.send(new PutEventsCommand({ Entries: taken }))).Entries ?? [];
    return { Entries: Entries.map((entry) => (taken.includes(entry) ? answers[taken.indexOf(entry)] : { ErrorCode: 'InternalFailure' })) };
  };
  const seen: string[] = [];
  return {
    bus: eventBridge({ send } as unknown as EventBridgeClient, () => bus),
    refuse: (eventId) => refused.add(eventId), breakAfter: (calls) => { left = calls; },
    published: async () => {
      for (;;) {
        const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 }));
        if (Messages.length === 0) return seen;
        seen.push(...Messages.map(({ Body = '{}' }) => (JSON.parse(Body) as { detail: { eventId: string } }).detail.eventId));
      }
    },
  };
}
describeBusContract(OVER, bridge, { [TOO_LARGE_ENTRY]: 'it takes entries of any size' });
