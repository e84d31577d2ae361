import { randomUUID } from 'node:crypto';
import type { Executions } from '../../lambdas/adapters/executions.ts';
import { runIdOf } from '../../lambdas/domain/run.ts';
import { describeContract, type UnlikeAws } from './contract.ts';

export const TYPE = 'user_registration';
export const STOPPED_TOO_LATE = 'to stop what has ended is no trouble';
export const BAD_NAME = 'a name that is none starts nothing';
export const TOO_LARGE = 'an input of more than 256 KB starts nothing, and does not use the name up';

export interface ExecutionsUnderTest {
  /** With the two machines of `TYPE`. */
  readonly executions: Executions;
  /** Of the forward machine, or of the compensation. */
  readonly arnOf: (name: string, which?: 'forward' | 'compensation') => string;
  /** Everything that was started goes to its end. */
  readonly untilAllEnded: () => Promise<void>;
}

const inputOf = async ({ executions }: ExecutionsUnderTest, arn: string): Promise<unknown> => JSON.parse((await executions.look(arn))?.input ?? 'null');

/** Names, starting, looking and stopping, as Step Functions has them for Standard machines. A name that was started before is as good as a start (A3). */
export function describeExecutionsContract(name: string, make: () => Promise<ExecutionsUnderTest>, unlikeAws: UnlikeAws = {}): void {
  const input = { by: 'the contract', 中文: '好' };
  const started = async () => {
    const made = await make();
    const runId = runIdOf(TYPE, randomUUID());
    await made.executions.startRun(TYPE, runId, 1, input);
    return { ...made, runId, arn: made.arnOf(`${runId}-a1`) };
  };

  describeContract(`the executions (${name})`, unlikeAws, (keeps) => {
    keeps('what was started runs with its input, and not any more when it has ended', async () => {
      const made = await started();
      expect((await made.executions.look(made.arn))?.running).toBe(true);
      expect(await inputOf(made, made.arn)).toEqual(input);
      await made.untilAllEnded();
      expect((await made.executions.look(made.arn))?.running).toBe(false);
      expect(await inputOf(made, made.arn)).toEqual(input);
    });

    keeps('of what nobody has started nothing is known', async () => {
      const { executions, arnOf } = await make();
      expect(await executions.look(arnOf('never-a1'))).toBeUndefined();
    });

    keeps('the same name with the same input, while it runs, starts nothing anew', async () => {
      const made = await started();
      await made.executions.startRun(TYPE, made.runId, 1, input);
      expect((await made.executions.look(made.arn))?.running).toBe(true);
      await made.untilAllEnded();
    });

    keeps('the same name with another input starts nothing and changes nothing', async () => {
      const made = await started();
      await made.executions.startRun(TYPE, made.runId, 1, { other: 'input' });
      expect(await inputOf(made, made.arn)).toEqual(input);
      await made.untilAllEnded();
    });

    keeps('a name is taken also when its execution has ended', async () => {
      const made = await started();
      await made.untilAllEnded();
      await made.executions.startRun(TYPE, made.runId, 1, { other: 'input' });
      await made.executions.startRun(TYPE, made.runId, 1, input);
      expect((await made.executions.look(made.arn))?.running).toBe(false);
      expect(await inputOf(made, made.arn)).toEqual(input);
    });

    keeps('another attempt is another execution, and so is a compensation', async () => {
      const made = await started();
      await made.executions.startRun(TYPE, made.runId, 2, { attempt: 2 });
      await made.executions.startCompensation(TYPE, made.runId, 1, { undo: 1 });
      expect([await inputOf(made, made.arn), await inputOf(made, made.arnOf(`${made.runId}-a2`)), await inputOf(made, made.arnOf(`${made.runId}-c1`, 'compensation'))]).toEqual([input, { attempt: 2 }, { undo: 1 }]);
      await made.untilAllEnded();
    });

    keeps('what is stopped runs no more, and its name stays taken', async () => {
      const made = await started();
      await made.executions.stop(made.arn, 'a test');
      expect((await made.executions.look(made.arn))?.running).toBe(false);
      await made.executions.startRun(TYPE, made.runId, 1, input);
      expect((await made.executions.look(made.arn))?.running).toBe(false);
      await made.untilAllEnded();
    });

    keeps(STOPPED_TOO_LATE, async () => {
      const made = await started();
      await made.untilAllEnded();
      await made.executions.stop(made.arn, 'a test');
    });

    keeps('to stop what nobody has started is no trouble', async () => {
      const { executions, arnOf } = await make();
      await executions.stop(arnOf('never-a1'), 'a test');
    });

    keeps(BAD_NAME, async () => {
      const { executions, arnOf } = await make();
      for (const runId of ['a b', 'a#b', 'a\u0007', 'x'.repeat(78)]) {
        await expect(executions.startRun(TYPE, runId, 1, {})).rejects.toMatchObject({ name: 'InvalidName' });
        expect(await executions.look(arnOf(`${runId}-a1`))).toBeUndefined();
      }
    });

    keeps(TOO_LARGE, async () => {
      const { executions, arnOf, untilAllEnded } = await make();
      const runId = runIdOf(TYPE, randomUUID());
      await expect(executions.startRun(TYPE, runId, 1, { large: 'x'.repeat(262_144) })).rejects.toThrow(Error);
      expect(await executions.look(arnOf(`${runId}-a1`))).toBeUndefined();
      await executions.startRun(TYPE, runId, 1, {});
      expect((await executions.look(arnOf(`${runId}-a1`)))?.running).toBe(true);
      await untilAllEnded();
    });

    keeps('a machine that nobody has made starts nothing', async () => {
      const { executions } = await make();
      await expect(executions.startRun('no_such_process', 'run-1', 1, {})).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    });
  });
}
