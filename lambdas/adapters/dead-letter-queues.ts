import { DeleteMessageCommand, GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { requiredSetting } from '../kit/settings.ts';

/** The queues of failed runs carry the alarm: what somebody has dealt with should not go on ringing. */
export interface DeadLetterQueues {
  /** Deletes the messages about a run, where they are among the first hundred; what is not found expires by itself. */
  silence(queue: string, runId: string): Promise<void>;
  urlOf(queue: string): Promise<string>;
}

const MOST_RECEIVES = 10;
/** Long enough to see each message once while looking, short enough that the alarm does not blink. */
const HIDDEN_S = 5;

export function sqsDeadLetterQueues(client = new SQSClient({ maxAttempts: 2 }), prefix: () => string = () => requiredSetting('QUEUES')): DeadLetterQueues {
  const urlOf = async (queue: string): Promise<string> => {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: `${prefix()}${queue}` }));
    if (!QueueUrl) throw new Error(`the queue ${queue} has no address`);
    return QueueUrl;
  };
  return {
    urlOf,
    async silence(queue, runId) {
      const QueueUrl = await urlOf(queue);
      for (let round = 0; round < MOST_RECEIVES; round += 1) {
        const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: HIDDEN_S }));
        const about = Messages.filter(({ Body = '' }) => Body.includes(`"${runId}"`));
        for (const { ReceiptHandle } of about) await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        if (Messages.length === 0 || about.length > 0) return;
      }
    },
  };
}
