import type { Look } from '../../states/families.ts';
import { lookOf } from '../../states/families.ts';
import { Chip } from '../../states/status-chip.tsx';
import type { PeopleWords } from './words.ts';
import { usePeopleWords } from './words.ts';

export type PersonStatus = keyof PeopleWords['statuses'];

const looks: Readonly<Record<PersonStatus, Look>> = {
  pending_verification: lookOf('WAITING'), active: lookOf('COMPLETED'), deletion_pending: lookOf('WAITING'), deleting: lookOf('RUNNING'), registration_failed: lookOf('COMPENSATED'),
};

export const PersonChip = ({ status }: { status: PersonStatus }) => <Chip look={looks[status]}>{usePeopleWords().statuses[status]}</Chip>;
