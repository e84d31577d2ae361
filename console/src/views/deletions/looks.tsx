import type { Look } from '../../states/families.ts';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import type { DeletionWords } from './words.ts';
import { useDeletionWords } from './words.ts';

export type DeletionStatus = keyof DeletionWords['statuses'];

/** By the state of a run that asks the same of somebody. A hold waits for a person too, and nothing is wrong with it. */
export const heldLook: Look = { ...lookOf('PARKED'), family: 'quiet' };
const looks: Readonly<Record<DeletionStatus, Look>> = {
  GRACE_PERIOD: lookOf('WAITING'), BLOCKED_BY_HOLD: heldLook, RUNNING: lookOf('RUNNING'), PARTIALLY_ERASED: lookOf('PARKED'), CANCELLED: lookOf('CANCELLED'), COMPLETED: lookOf('COMPLETED'),
};

export const lookOfDeletion = (status: DeletionStatus): Look => looks[status];

export const DeletionChip = ({ status }: { status: DeletionStatus }) => <Chip look={looks[status]}>{useDeletionWords().statuses[status]}</Chip>;
