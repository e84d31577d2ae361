/**
 * Two verdicts decide what happens after a failure: would trying again help (`TransientFailure`, `OutcomeUnknown`),
 * or never (`BusinessRefusal` and its kin). Anything else is a bug and is let through.
 *
 * Step Functions matches on `name`, and minification mangles class names: every class sets it.
 * Messages are written here and in the callers, without data of any person: they reach histories and logs.
 */
export abstract class PlatformError extends Error {
  abstract override readonly name: string;
}

/** Trying again later may help: throttling, conflicts, a dependency that is down. Nothing has happened yet. */
export class TransientFailure extends PlatformError {
  override readonly name = 'TransientFailure';
}

/** The effect may or may not have happened: the reply was lost. Trying again must tolerate "it did". */
export class OutcomeUnknown extends PlatformError {
  override readonly name = 'OutcomeUnknown';
}

/** The business says no. Never retried. */
export class BusinessRefusal extends PlatformError {
  override readonly name: string = 'BusinessRefusal';
}

/** The mail provider refuses this address for good. */
export class AddressRejected extends BusinessRefusal {
  override readonly name = 'AddressRejected';
}

/** What had to end first does not move any more; somebody has to end it. */
export class WaitedInVain extends BusinessRefusal {
  override readonly name = 'WaitedInVain';
}

/** This run or step was superseded: its step is void, or a later attempt owns it. */
export class Fenced extends BusinessRefusal {
  override readonly name = 'Fenced';
}

/** Another execution already owns this run: the event was delivered more than once. */
export class DuplicateRun extends BusinessRefusal {
  override readonly name = 'DuplicateRun';
}

/** The subject is about to be deleted; the run waits for the outcome. */
export class RunWaiting extends BusinessRefusal {
  override readonly name = 'RunWaiting';
}
