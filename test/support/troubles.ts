import { afterItsEffect, failsWith, lateBy, twiceAtOnce, twiceInSequence, type Fault } from './injections.ts';
import { everyStep } from './picture.ts';

/** Where a fault is put: every step, and the engine's own states. */
export const states: readonly string[] = [...everyStep.map(({ step }) => step), 'Claim', 'Complete'];

/** What may happen to a state, how, and so often, without anybody noticing in the end. */
export const troublesThatPass: readonly (readonly [string, Fault, number])[] = [
  ['fails twice before anything happened', failsWith('TransientFailure'), 2],
  ['fails as often as it may', failsWith('TransientFailure'), 3],
  ['is throttled twice', failsWith('Lambda.TooManyRequestsException'), 2],
  ['meets a trouble of Lambda', failsWith('Lambda.ServiceException'), 1],
  ['meets a time-out after its effect', afterItsEffect('Sandbox.Timedout'), 1],
  ['is given up by the machine after its effect', afterItsEffect('States.Timeout'), 1],
  ['dies between effect and reply', afterItsEffect('Lambda.Unknown'), 1],
  ['dies between effect and reply as often as it may', afterItsEffect('Lambda.Unknown'), 3],
  ['is called twice, one after the other', twiceInSequence, 1],
  ['is called twice at once', twiceAtOnce, 1],
  ['hangs, and takes effect long after it was tried again', lateBy(30_000), 1],
];
