import type { Subject } from './identity.ts';
import { created, removed, userPartition } from './identity.ts';
import type { Page, Store, Write } from './store.ts';

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

const PREFIX = 'ACTIVITY#';

/** The log of what was done to a person's rights: under the person, by time. */
export const activityNoted = (subject: Subject, entry: ActivityEntry): Write =>
  created({ pk: userPartition(subject), sk: `${PREFIX}${entry.at}#${entry.cause}` }, { ...entry });

/** Newest first. */
export const readActivity = (store: Store, subject: Subject, { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page> => store.query({
  table: 'identity', pk: userPartition(subject), skBeginsWith: PREFIX, descending: true, limit, ...(cursor !== undefined && { cursor }),
});

/** Of an account that goes with its registration: a role that somebody gave it meanwhile has left little. */
export async function activityForgotten(store: Store, subject: Subject): Promise<readonly Write[]> {
  const { items } = await store.query({ table: 'identity', pk: userPartition(subject), skBeginsWith: PREFIX });
  return items.map(({ pk, sk }) => removed({ pk, sk }));
}
