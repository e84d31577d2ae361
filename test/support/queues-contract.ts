import type { DeadLetterQueues } from '../../lambdas/adapters/dead-letter-queues.ts';
import { describeContract, type UnlikeAws } from './contract.ts';

export const QUEUE = 'user_registration_dlq';
export const TWICE = 'to take away what is gone is no trouble';

export interface QueuesUnderTest {
  /** With one queue, `QUEUE`, which is empty. */
  readonly queues: DeadLetterQueues;
  /** The bodies of what lies there, seen or hidden. */
  readonly lying: () => Promise<readonly string[]>;
  readonly pass: (ms: number) => Promise<void>;
}

/** Longer than anything stays hidden that was looked at. */
const UNTIL_SEEN_AGAIN_MS = 6_000;
const about = (...runIds: readonly string[]): readonly object[] => runIds.map((runId) => ({ runId }));
const runIds = (bodies: readonly string[]): readonly string[] => bodies.map((body) => (JSON.parse(body) as { runId: string }).runId).toSorted();

const leftIn = async ({ lying }: QueuesUnderTest): Promise<readonly string[]> => runIds(await lying());

/** The queues of dead letters: each message is there until somebody deletes it, and whoever looks hides it from all others for a while. */
export function describeQueuesContract(name: string, make: () => Promise<QueuesUnderTest>, unlikeAws: UnlikeAws = {}): void {
  const filled = async (messages: readonly object[]): Promise<QueuesUnderTest> => {
    const made = await make();
    for (const message of messages) await made.queues.send(QUEUE, message);
    return made;
  };

  describeContract(`the queues (${name})`, unlikeAws, (keeps) => {
    keeps('what was sent lies there as it was, under an id of its own', async () => {
      const { queues } = await filled([{ runId: 'run-1', why: '没有 "权限"' }, { runId: 'run-1', why: '没有 "权限"' }]);
      const seen = await queues.peek(QUEUE);
      expect(seen.map(({ body }) => JSON.parse(body) as unknown)).toEqual(Array.from({ length: 2 }, () => ({ runId: 'run-1', why: '没有 "权限"' })));
      expect(new Set(seen.map(({ messageId }) => messageId)).size).toBe(2);
      expect(await queues.urlOf(QUEUE)).toMatch(new RegExp(`${QUEUE}$`));
    });

    keeps('an empty queue shows nothing', async () => {
      expect(await (await filled([])).queues.peek(QUEUE)).toEqual([]);
    });

    keeps('what somebody has looked at nobody sees for a while, and then again', async () => {
      const made = await filled(about('run-1', 'run-2'));
      const seen = await made.queues.peek(QUEUE);
      expect(await made.queues.peek(QUEUE)).toEqual([]);
      await made.pass(UNTIL_SEEN_AGAIN_MS);
      expect((await made.queues.peek(QUEUE)).map(({ messageId }) => messageId).toSorted()).toEqual(seen.map(({ messageId }) => messageId).toSorted());
    });

    keeps('what was looked at is taken away for good', async () => {
      const made = await filled(about('run-1', 'run-2'));
      for (const message of await made.queues.peek(QUEUE)) if (message.body.includes('run-1')) await made.queues.takeAway(QUEUE, message);
      expect(await leftIn(made)).toEqual(['run-2']);
    });

    keeps(TWICE, async () => {
      const { queues } = await filled(about('run-1'));
      for (const message of await queues.peek(QUEUE)) for (const _ of [1, 2]) await queues.takeAway(QUEUE, message);
    });

    keeps('what is about a run is silenced, and what is about another whose name only begins alike is not', async () => {
      const made = await filled(about('run-1', 'run-10', 'run-2', 'run-1'));
      await made.queues.silence(QUEUE, 'run-1');
      expect(await leftIn(made)).toEqual(['run-10', 'run-2']);
    });

    keeps('one message is silenced by its id', async () => {
      const made = await filled(about('run-1', 'run-1'));
      const [first] = await made.queues.peek(QUEUE);
      await made.pass(UNTIL_SEEN_AGAIN_MS);
      await made.queues.silence(QUEUE, first?.messageId ?? '');
      expect(await leftIn(made)).toEqual(['run-1']);
    });

    keeps('what somebody is looking at cannot be silenced, and what silencing has looked at and left is hidden too', async () => {
      const made = await filled(about('run-1', 'run-2'));
      await made.queues.peek(QUEUE);
      await made.queues.silence(QUEUE, 'run-1');
      expect(await leftIn(made)).toEqual(['run-1', 'run-2']);
      await made.pass(UNTIL_SEEN_AGAIN_MS);
      await made.queues.silence(QUEUE, 'run-2');
      expect(await made.queues.peek(QUEUE)).toEqual([]);
      expect(await leftIn(made)).toEqual(['run-1']);
    });

    keeps('many are seen and silenced, ten at a time', async () => {
      const many = Array.from({ length: 25 }, (_, nth) => `run-${nth + 100}`);
      const made = await filled(about(...many));
      expect(runIds((await made.queues.peek(QUEUE)).map(({ body }) => body))).toEqual(many);
      await made.pass(UNTIL_SEEN_AGAIN_MS);
      await made.queues.silence(QUEUE, ...many.slice(1));
      expect(await leftIn(made)).toEqual(many.slice(0, 1));
    });

    keeps('a queue that nobody has made answers nothing', async () => {
      const { queues } = await make();
      for (const ask of [
        () => queues.peek('no_such_dlq'), () => queues.send('no_such_dlq', {}), () => queues.silence('no_such_dlq', 'run-1'),
        () => queues.takeAway('no_such_dlq', { messageId: 'm', body: '{}', receipt: 'r' }), () => queues.urlOf('no_such_dlq'),
      ]) await expect(ask()).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    });

    keeps('a message of more than 1 MiB is refused', async () => {
      const { queues } = await make();
      await expect(queues.send(QUEUE, { text: 'x'.repeat(1024 * 1024) })).rejects.toThrow(Error);
      expect(await queues.peek(QUEUE)).toEqual([]);
    });
  });
}
