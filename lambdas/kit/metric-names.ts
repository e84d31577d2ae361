/** The words by which code counts and alarms listen. Dimensions of all of them: `stage`; of those about runs also `type`. */

export const METRICS_NAMESPACE = 'BusinessProcesses';

export const metricNames = {
  /** By `status` too. */
  runsMoved: 'RunsMoved',
  runDuration: 'RunDuration',
  stepsParked: 'StepsParked',
  reconcilerPasses: 'ReconcilerPasses',
  reconcilerLag: 'ReconcilerLag',
  /** All of them; a metric of each kind has the kind behind a dot. */
  reconcilerRepairs: 'ReconcilerRepairs',
  deadLettersOpen: 'DeadLettersOpen',
  oldestDeadLetter: 'OldestDeadLetter',
  /** Open deletions that have reached a day of their clock or their due date, counted every hour. By `alarm`: 14, 21, 25, overdue. */
  deletionsNearDue: 'DeletionsNearDue',
  /** What was sealed for a deletion and outlived it. */
  sealsForgotten: 'SealsForgotten',
  /** What a search through all tables found of people who were erased; zero where all is well. */
  residueFound: 'ResidueFound',
} as const;
