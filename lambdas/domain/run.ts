export const runStatuses = [
  'RUNNING', 'WAITING', 'COMPLETED', 'COMPLETED_WITH_WARNINGS', 'COMPENSATING', 'COMPENSATED', 'COMPENSATION_FAILED',
  'TIMED_OUT', 'PARKED', 'FENCED', 'CANCELLED',
] as const;
export type RunStatus = (typeof runStatuses)[number];

/** Every transition there is; whatever is not listed is refused. */
export const transitions: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  RUNNING: ['COMPLETED', 'COMPLETED_WITH_WARNINGS', 'COMPENSATING', 'PARKED', 'TIMED_OUT', 'FENCED'],
  WAITING: ['RUNNING', 'FENCED', 'CANCELLED'],
  TIMED_OUT: ['COMPENSATING', 'PARKED'],
  COMPENSATING: ['COMPENSATED', 'COMPENSATION_FAILED', 'CANCELLED'],
  COMPENSATION_FAILED: ['COMPENSATING'],
  PARKED: ['RUNNING', 'CANCELLED'],
  COMPLETED: [],
  // An operator takes up what is parked.
  COMPLETED_WITH_WARNINGS: ['RUNNING'],
  COMPENSATED: [],
  FENCED: [],
  CANCELLED: [],
};

/** Those in which a run goes on without a person: at rest there is none. */
const inFlight: ReadonlySet<RunStatus> = new Set(['RUNNING', 'WAITING', 'COMPENSATING', 'TIMED_OUT']);
export const isInFlight = (status: RunStatus): boolean => inFlight.has(status);

/** Whether an operator may end it: one that was closed has told its end, and one that is being undone goes on to its own. */
export const isStoppable = ({ status, closed }: { readonly status: RunStatus; readonly closed?: boolean | undefined }): boolean =>
  (status === 'RUNNING' && closed !== true) || status === 'WAITING' || status === 'PARKED';

/** Why a run has not begun: its process is paused, or a deletion of its subject is pending. */
export const waitingReasons = ['enabling', 'deletion'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

export const stepStatuses = ['STARTED', 'DONE', 'FAILED', 'PARKED', 'SKIPPED'] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** Deterministic, so that an event delivered again meets its own run. */
export const runIdOf = (type: string, eventId: string): string => `${type}-${eventId}`;
