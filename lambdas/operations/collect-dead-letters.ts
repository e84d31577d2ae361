import * as z from 'zod/mini';
import type { DeadLetterQueues, QueuedMessage } from '../adapters/dead-letter-queues.ts';
import { asyncCallFailed, eventUndelivered, foreignFailureTold } from '../adapters/dead-letters.ts';
import { eventKey } from '../adapters/event-store.ts';
import { keyOf, won, type Store, type Write } from '../adapters/store.ts';
import { ASYNC_FAILURES, undeliveredQueue } from '../domain/dead-letter.ts';
import { envelope } from '../domain/events/event.ts';
import { foreignFailure } from '../domain/foreign-failure.ts';
import { log, safeError } from '../kit/log.ts';
import { workflows } from '../workflows/index.ts';
import { deliveredAfterAll } from './delivered-after-all.ts';

interface Ports { readonly store: Store; readonly queues: DeadLetterQueues }
type Repair = 'dead letter collected' | 'letter settled';

/**
 * What lies in the queues that AWS itself fills gets a row, like everything else that waits for a person: events that a rule could
 * not hand over, calls that nobody waited for, and failures of other systems. The message stays where it is and rings, until the row is settled.
 */
export async function collectDeadLetters(ports: Ports, now: Date): Promise<readonly Repair[]> {
  const repairs: Repair[] = [];
  for (const [queue, read] of [
    ...workflows.map(({ type }) => [undeliveredQueue(type), (message: QueuedMessage) => undelivered(ports, type, message, now)] as const),
    [ASYNC_FAILURES, (message: QueuedMessage) => row(ports, ASYNC_FAILURES, message, failureIn(message, now))] as const,
  ]) {
    const messages = await ports.queues.peek(queue).catch((error: unknown) => {
      log.warn('a queue of dead letters could not be read', { status: queue, error: safeError(error) });
      return [];
    });
    for (const message of messages) repairs.push(...[await read(message)].filter((repair) => repair !== undefined));
  }
  return repairs;
}

const busEvent = z.object({ 'detail-type': z.string(), detail: envelope });

/** By now the event may have been published again and have its run: then nothing is left to ring for. */
async function undelivered(ports: Ports, type: string, message: QueuedMessage, now: Date): Promise<Repair | undefined> {
  const queue = undeliveredQueue(type);
  const { messageId } = message;
  const { data } = busEvent.safeParse(parsed(message.body));
  if (!data) return row(ports, queue, message, asyncCallFailed({ errorClass: 'Unreadable', type, queue, messageId }, now));
  const key = eventKey(data.detail);
  const item = await ports.store.get('events', key);
  if (!item || 'unclaimedShard' in item) return row(ports, queue, message, eventUndelivered(key, data.detail, type, now, { queue, messageId }));
  const settled = await deliveredAfterAll(ports.store, data.detail, now);
  await ports.queues.takeAway(queue, message);
  return settled ? 'letter settled' : undefined;
}

function failureIn(message: QueuedMessage, now: Date): Write {
  const { data: foreign } = foreignFailure.safeParse(parsed(message.body));
  return foreign ? foreignFailureTold(foreign, now) : asyncCallFailed({ ...failedCallOf(message), queue: ASYNC_FAILURES, messageId: message.messageId }, now);
}

/** Whoever settled the row of this very message, or of its event, may not have seen the message, since it was being looked at: it goes now. */
async function row({ store, queues }: Ports, queue: string, message: QueuedMessage, write: Write): Promise<Repair | undefined> {
  if (await won(store.transact([write]))) return 'dead letter collected';
  const item = await store.get('ledger', keyOf(write));
  if (item?.['status'] === 'RESOLVED' && (item['messageId'] === message.messageId || item['kind'] === 'foreign_failure')) await queues.takeAway(queue, message);
  return undefined;
}

const asynchronousFailure = z.object({
  requestContext: z.optional(z.object({ functionArn: z.optional(z.string()), condition: z.optional(z.string()) })),
  responsePayload: z.optional(z.object({ errorType: z.optional(z.string()) })),
});

/** As Lambda words it for a failed call or stream batch; a scheduled event that found no function comes as it is. */
function failedCallOf({ body }: QueuedMessage): { errorClass: string; step?: string } {
  const { data } = asynchronousFailure.safeParse(parsed(body));
  const step = data?.requestContext?.functionArn?.split(':')[6];
  return { errorClass: data?.responsePayload?.errorType ?? data?.requestContext?.condition ?? 'Unknown', ...(step !== undefined && { step }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
