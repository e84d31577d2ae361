import type { Subject } from './identity.ts';
import { created, userPartition } from './identity.ts';
import type { Write } from './store.ts';

export type Activity = 'role.assigned' | 'role.revoked' | 'role.assignment_withdrawn';

export interface ActivityEntry {
  readonly action: Activity;
  /** The userId of whoever did it, or `system`. */
  readonly actor: string;
  /** The event that it follows from: one entry each, however often it is delivered. */
  readonly cause: string;
  readonly at: string;
  readonly roleId: string;
}

/** The log of what was done to a person's rights: under the person, by time. */
export const activityNoted = (subject: Subject, entry: ActivityEntry): Write =>
  created({ pk: userPartition(subject), sk: `ACTIVITY#${entry.at}#${entry.cause}` }, { ...entry });
