import { worstCaseSeconds } from '../../lambdas/kit/time-limits.ts';
import { TransientFailure } from '../../lambdas/domain/errors.ts';
import { named, uncatchable } from '../support/function-host.ts';
import { afterItsEffect, failsWith, twiceAtOnce, twiceInSequence, whoActs, type Fault } from '../support/injections.ts';
import type { Told } from '../support/told.ts';

/** What the fault-free run of a state showed, so that nothing is injected where nothing can strike. */
export interface Profile {
  /** Writes and round trips of its function; none where the state is no function of ours. */
  readonly writes: number;
  readonly requests: number;
  /** Queries of an index, which alone may be behind. */
  readonly indexReads: number;
}

/** Where a fault strikes: the state, by machine and name, what the machine allows it, and the world around it. */
export interface Target {
  readonly world: Told;
  readonly state: string;
  readonly maxAttempts: number;
  readonly timeoutSeconds: number;
  readonly config: { readonly retryAttempts: number; readonly retryDelay: number; readonly backoffRate: number };
  /** The person is to be deleted from now on; what is at work about her is fenced. */
  readonly fence: () => Promise<void>;
  /** Notes that the fault has struck, where it is none around a call. */
  readonly struck: () => void;
}

export interface MatrixFault {
  readonly id: string;
  readonly says: string;
  /** Retries of the machine that must be seen. */
  readonly retries?: number;
  /** It goes on until somebody repairs it. */
  readonly lasting?: true;
  readonly applies: (profile: Profile) => boolean;
  readonly strike: (target: Target) => void;
}

const anywhere = (): boolean => true;
const inFunctions = ({ requests }: Profile): boolean => requests > 0;
const around = (fault: Fault, times: number | 'always' = 1) => ({ world, state }: Target): void => world.inject(state, fault, times);

/** The first so many round trips of the state's function are refused; those of others are not. */
const refuses = (what: 'read or write' | 'transaction', times: number) => ({ world, state, struck }: Target): void => {
  let left = times;
  world.tables.asked = (kind) => {
    if (left === 0 || whoActs() !== state || (what === 'transaction' && kind !== 'write')) return;
    left -= 1;
    struck();
    throw new TransientFailure(what === 'transaction' ? 'the tables are contended' : 'the tables are throttled');
  };
};

const BEHIND_MS = 60_000;
/** An index answers as it was a minute ago. All else is read consistently (H5), and no step or state of the engine reads an index. */
const stale = ({ world, state, struck }: Target): void => {
  world.tables.behind = () => {
    if (whoActs() !== state) return 0;
    struck();
    return BEHIND_MS;
  };
};

/** The process of the function is gone after so many writes, in whichever of its calls: what it had in hands is not done, and nobody answers. */
const diesAfter = (writes: number) => ({ world, state, struck }: Target): void => {
  let seen = 0;
  world.inject(state, (proceed, time) => {
    if (seen >= writes) return proceed();
    const { promise: death, reject } = Promise.withResolvers<never>();
    world.tables.written = () => {
      if (whoActs() !== state) return undefined;
      seen += 1;
      if (seen !== writes) return undefined;
      struck();
      world.tables.written = () => undefined;
      reject(named('Lambda.Unknown'));
      return time.gone();
    };
    return Promise.race([proceed(), death]);
  }, 'always');
};

/** Every attempt hangs until the machine gives it up, and has its effect long after everything was given up. */
const hangs = ({ world, state, timeoutSeconds, config }: Target): void => {
  const lateMs = (worstCaseSeconds(config, timeoutSeconds) + 30) * 1_000;
  world.inject(state, async (proceed, time) => {
    await time.wait(lateMs);
    return proceed();
  }, 'always');
};

/** It has begun its work when it hangs, every time, and goes on with it long after everything was given up. */
const hangsAtWork = ({ world, state, timeoutSeconds, config, struck }: Target): void => {
  const lateMs = (worstCaseSeconds(config, timeoutSeconds) + 30) * 1_000;
  world.inject(state, (proceed, time) => {
    let begun = false;
    world.tables.written = async () => {
      if (begun || whoActs() !== state) return;
      begun = true;
      struck();
      await time.pause(lateMs);
    };
    return proceed();
  }, 'always');
};

const wrongClock = (ms: number): Fault => async (proceed, time) => {
  time.shift(ms);
  return proceed().finally(() => time.shift(-ms));
};

/** As a version beside this one would write it: with something more, and without what may be left out. */
const neighbouring = (payload: unknown): unknown => JSON.parse(JSON.stringify(payload), (key, value: unknown) => {
  if (key !== 'run') return value;
  const { off: _, ...run } = value as { off?: unknown };
  return { ...run, addedLater: { by: 'another version' } };
});

const lambdaTroubles = ['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.ClientExecutionTimeoutException'];
const clocks = [['5 min ahead', 300_000], ['5 min behind', -300_000], ['a day ahead', 86_400_000], ['a day behind', -86_400_000]] as const;
const letter = (position: number): string => 'abcd'.charAt(position);

/** The faults of a Task state. `T12` stands once for every write that its function makes. */
export const faultsFor = ({ writes }: Pick<Profile, 'writes'>): readonly MatrixFault[] => [
  { id: 'T0', says: 'nothing goes wrong', applies: anywhere, strike: around((proceed) => proceed()) },
  { id: 'T1', says: 'throws before its effect', retries: 1, applies: anywhere, strike: around(failsWith('Lambda.Unknown')) },
  { id: 'T2', says: 'throws before its effect, as often as it may', retries: 1, applies: anywhere, strike: (target) => around(failsWith('Lambda.Unknown'), Math.max(1, target.maxAttempts - 1))(target) },
  { id: 'T3', says: 'throws before its effect, for ever', lasting: true, applies: anywhere, strike: around(failsWith('Lambda.Unknown'), 'always') },
  { id: 'T4', says: 'is refused for good', lasting: true, applies: anywhere, strike: around(failsWith('BusinessRefusal'), 'always') },
  { id: 'T5', says: 'is throttled twice', retries: 2, applies: anywhere, strike: around(failsWith('Lambda.TooManyRequestsException'), 2) },
  ...lambdaTroubles.map((name, position): MatrixFault => ({ id: `T6${letter(position)}`, says: `meets ${name}`, retries: 1, applies: anywhere, strike: around(failsWith(name)) })),
  { id: 'T7', says: 'has its effect and then no time', retries: 1, applies: anywhere, strike: around(afterItsEffect('States.Timeout')) },
  { id: 'T8', says: 'has its effect and then no time, for ever', lasting: true, applies: anywhere, strike: around(afterItsEffect('States.Timeout'), 'always') },
  { id: 'T9', says: 'hangs, every time, and has its effect later', lasting: true, applies: anywhere, strike: hangs },
  { id: 'T9b', says: 'begins, hangs, every time, and has its effect later', lasting: true, applies: ({ writes: many }) => many > 1, strike: hangsAtWork },
  { id: 'T10', says: 'is called twice in sequence', applies: anywhere, strike: around(twiceInSequence) },
  { id: 'T11', says: 'is called twice at once', applies: anywhere, strike: around(twiceAtOnce) },
  ...Array.from({ length: writes }, (_, nth): MatrixFault => ({ id: `T12.${nth + 1}`, says: `dies after write ${nth + 1} of ${writes}`, retries: 1, applies: inFunctions, strike: diesAfter(nth + 1) })),
  { id: 'T13', says: 'answers more than a state may hold', applies: anywhere, strike: around(async (proceed) => { await proceed(); throw uncatchable('States.DataLimitExceeded'); }) },
  { id: 'T14', says: 'is handed what a version beside this one wrote', applies: inFunctions, strike: around((proceed) => proceed(neighbouring)) },
  { id: 'T15', says: 'is handed what no path leads to', applies: anywhere, strike: around(() => Promise.reject(uncatchable('States.Runtime'))) },
  ...clocks.map(([what, ms], position): MatrixFault => ({ id: `T16${letter(position)}`, says: `has a clock that is ${what}`, applies: inFunctions, strike: around(wrongClock(ms)) })),
  { id: 'T17', says: 'is not allowed what it does', lasting: true, applies: anywhere, strike: around(failsWith('AccessDeniedException'), 'always') },
  { id: 'T18', says: 'meets other transactions twice', applies: (profile) => profile.writes > 0, strike: refuses('transaction', 2) },
  { id: 'T19', says: 'meets throttled tables twice', applies: ({ requests }) => requests > 1, strike: refuses('read or write', 2) },
  { id: 'T20', says: 'reads indexes that are behind', applies: ({ indexReads }) => indexReads > 0, strike: stale },
  { id: 'T21', says: 'is the last state before somebody stops the execution', applies: anywhere, strike: ({ world, state }) => around(async (proceed, _, execution = '') => { const answer = await proceed(); await world.machines.end(execution, 'ABORTED'); return answer; })({ world, state } as Target) },
  { id: 'T22', says: 'is at work when the time of the machine is up', applies: anywhere, strike: ({ world, state }) => around(async (proceed, _, execution = '') => { await world.machines.end(execution, 'TIMED_OUT'); return proceed(); })({ world, state } as Target) },
  { id: 'T23', says: 'comes when the deletion of the person has begun', applies: anywhere, strike: ({ world, state, fence }) => around(async (proceed) => { await fence(); return proceed(); })({ world, state } as Target) },
];
