import { DeleteMessageCommand, GetQueueUrlCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs';
import { requiredSetting } from '../kit/settings.ts';

export interface QueuedMessage { readonly messageId: string; readonly body: string; readonly receipt: string }

/** The queues carry the alarm, and the ledger the truth: what somebody has dealt with should not go on ringing. */
export interface DeadLetterQueues {
  /** Deletes the messages with these ids, or about these runs or events, looking at a hundred for every ten of them; what is not found expires by itself. */
  silence(queue: string, ...marks: readonly string[]): Promise<void>;
  /** Looks at the first hundred messages, at the most, and leaves them. For some seconds nobody else sees them, `silence` included. */
  peek(queue: string): Promise<readonly QueuedMessage[]>;
  /** Deletes what has just been looked at. */
  takeAway(queue: string, message: QueuedMessage): Promise<void>;
  send(queue: string, body: object): Promise<void>;
  urlOf(queue: string): Promise<string>;
}

const RECEIVES = 10;
/** Longer than that the messages do not stay hidden. */
const MOST_RECEIVES = 100;
/** Long enough to see each message once while looking, short enough that the alarm does not blink. */
const HIDDEN_S = 5;

export function sqsDeadLetterQueues(client = new SQSClient({ maxAttempts: 2 }), prefix: () => string = () => requiredSetting('QUEUES')): DeadLetterQueues {
  const urlOf = async (queue: string): Promise<string> => {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: `${prefix()}${queue}` }));
    if (!QueueUrl) throw new Error(`the queue ${queue} has no address`);
    return QueueUrl;
  };
  const receive = async (QueueUrl: string): Promise<readonly Message[]> =>
    (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: HIDDEN_S }))).Messages ?? [];
  return {
    urlOf,
    async silence(queue, ...marks) {
      const QueueUrl = await urlOf(queue);
      const left = new Set(marks);
      const rounds = Math.min(RECEIVES * Math.ceil(marks.length / 10), MOST_RECEIVES);
      for (let round = 0; round < rounds && left.size > 0; round += 1) {
        const messages = await receive(QueueUrl);
        if (messages.length === 0) return;
        const found = [...left].map((mark) => ({ mark, about: messages.filter(({ Body = '', MessageId }) => MessageId === mark || Body.includes(`"${mark}"`)) })).filter(({ about }) => about.length > 0);
        for (const { ReceiptHandle } of found.flatMap(({ about }) => about)) await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        for (const { mark } of found) left.delete(mark);
      }
    },
    async peek(queue) {
      const QueueUrl = await urlOf(queue);
      const seen = new Map<string, QueuedMessage>();
      for (let round = 0; round < RECEIVES; round += 1) {
        const messages = await receive(QueueUrl);
        for (const { MessageId = '', Body = '', ReceiptHandle = '' } of messages) seen.set(MessageId, { messageId: MessageId, body: Body, receipt: ReceiptHandle });
        if (messages.length === 0) break;
      }
      return [...seen.values()];
    },
    async takeAway(queue, { receipt }) {
      await client.send(new DeleteMessageCommand({ QueueUrl: await urlOf(queue), ReceiptHandle: receipt }));
    },
    async send(queue, body) {
      await client.send(new SendMessageCommand({ QueueUrl: await urlOf(queue), MessageBody: JSON.stringify(body) }));
    },
  };
}
