import { randomUUID } from 'node:crypto';
import type { DeadLetterQueues, QueuedMessage } from '../../lambdas/adapters/dead-letter-queues.ts';
import { ASYNC_FAILURES, undeliveredQueue } from '../../lambdas/domain/dead-letter.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { named } from './function-host.ts';

export interface DeadLetter { readonly queue: string; readonly body: Readonly<Record<string, unknown>> }
interface Message { readonly queue: string; readonly messageId: string; readonly body: string; readonly letter?: DeadLetter; hiddenUntil: number; receipt: string }

/** As long, as many and as often as the adapter asks for. */
const HIDDEN_MS = 5_000;
const MOST_AT_ONCE = 10;
const LOOKS = 10;
const MOST_LOOKS = 100;
const LARGEST_BYTES = 1024 * 1024;

/** The queues that the stacks make. */
const known: ReadonlySet<string> = new Set([ASYNC_FAILURES, ...workflows.flatMap(({ type, config }) => [config.deadLetterQueue, undeliveredQueue(type)])]);
const checkQueue = (queue: string): void => {
  if (!known.has(queue)) throw named('QueueDoesNotExist', `there is no queue ${queue}`);
};

/** The queues of dead letters in memory: whoever receives a message hides it from everybody for a while, and only who received it last can delete it. */
export class MemoryQueues implements DeadLetterQueues {
  /** What we put there, whatever became of it. */
  readonly letters: DeadLetter[] = [];
  /** Those of them that were deleted once somebody had dealt with them. */
  readonly silenced: DeadLetter[] = [];
  #messages: Message[] = [];

  /** What AWS itself put there. */
  arrives(queue: string, messageId: string, body: string): void {
    this.#put({ queue, messageId, body });
  }

  /** What lies there, seen or hidden. */
  lyingIn(queue: string): readonly string[] {
    return this.#messages.filter((each) => each.queue === queue).map(({ body }) => body);
  }

  // Whoever is refused hears it as a rejection, like everything of AWS.
  // oxlint-disable-next-line typescript/require-await
  async send(queue: string, body: object): Promise<void> {
    const text = JSON.stringify(body);
    const letter = { queue, body: JSON.parse(text) as DeadLetter['body'] };
    this.#put({ queue, messageId: randomUUID(), body: text, letter });
    this.letters.push(letter);
  }

  // oxlint-disable-next-line typescript/require-await
  async peek(queue: string): Promise<readonly QueuedMessage[]> {
    const seen: Message[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      const more = this.#receive(queue);
      if (more.length === 0) break;
      seen.push(...more);
    }
    return seen.map(({ messageId, body, receipt }) => ({ messageId, body, receipt }));
  }

  // oxlint-disable-next-line typescript/require-await
  async takeAway(queue: string, { receipt }: QueuedMessage): Promise<void> {
    checkQueue(queue);
    this.#messages = this.#messages.filter((each) => each.receipt !== receipt);
  }

  // oxlint-disable-next-line typescript/require-await
  async silence(queue: string, ...marks: readonly string[]): Promise<void> {
    checkQueue(queue);
    const left = new Set(marks);
    for (let look = 0; look < Math.min(LOOKS * Math.ceil(marks.length / MOST_AT_ONCE), MOST_LOOKS) && left.size > 0; look += 1) {
      const messages = this.#receive(queue);
      if (messages.length === 0) return;
      for (const mark of left) {
        const about = messages.filter(({ messageId, body }) => messageId === mark || body.includes(`"${mark}"`));
        if (about.length > 0) left.delete(mark);
        this.#messages = this.#messages.filter((each) => !about.includes(each));
        this.silenced.push(...about.flatMap(({ letter }) => letter ?? []));
      }
    }
  }

  // oxlint-disable-next-line typescript/require-await
  async urlOf(queue: string): Promise<string> {
    checkQueue(queue);
    return `https://queue.example/${queue}`;
  }

  #put(message: Pick<Message, 'queue' | 'messageId' | 'body' | 'letter'>): void {
    checkQueue(message.queue);
    if (Buffer.byteLength(message.body) > LARGEST_BYTES) throw named('InvalidParameterValue', 'a message of more than 1 MiB');
    this.#messages.push({ ...message, hiddenUntil: 0, receipt: '' });
  }

  #receive(queue: string): readonly Message[] {
    checkQueue(queue);
    const seen = this.#messages.filter((each) => each.queue === queue && each.hiddenUntil <= Date.now()).slice(0, MOST_AT_ONCE);
    for (const message of seen) Object.assign(message, { hiddenUntil: Date.now() + HIDDEN_MS, receipt: randomUUID() });
    return seen;
  }
}
