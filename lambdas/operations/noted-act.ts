import { audited, type AuditEntry } from '../adapters/audit.ts';
import { readUser, userKey, type Subject } from '../adapters/identity.ts';
import { everRan } from '../adapters/run-list.ts';
import { allOf, whenAbsent, whenPresent, type Condition, type Key, type Store, type Write } from '../adapters/store.ts';
import { auditRemains } from '../erasure/audit-remains.ts';
import { whatRemains } from '../erasure/remains.ts';
import { userDeletion } from '../workflows/user-deletion/workflow.ts';

/** The entry of an act, for whoever is to name it; and what goes into the transaction of the act. */
export interface NotedAct { readonly noted: Key; readonly writes: readonly Write[] }

const notBeingErased: Condition = allOf(whenPresent, { attribute: 'status', is: '<>', value: 'deleting' });

/**
 * What an operator does about somebody, and why, in his words: they stand in the audit of whom they are about and nowhere else, and are
 * erased with the person. Of somebody who is being erased, or is, the entry is from the beginning what an erasure leaves of it, without
 * any words: nobody would come to take them away. That the account stands as it was read is part of the transaction.
 */
export async function notedAct(store: Store, subject: Subject, entry: AuditEntry): Promise<NotedAct> {
  const user = await readUser(store, subject);
  const isErased = user ? user.status === 'deleting' : await everRan(store, subject, userDeletion.type);
  const whole = audited(subject, entry);
  const put = isErased ? whatRemains(auditRemains, whole.put, { subject, now: entry.now }) ?? whole.put : whole.put;
  const { pk, sk } = put;
  return {
    noted: { pk, sk },
    writes: [{ ...whole, put }, ...(isErased ? [] : [{ table: 'identity', check: userKey(subject), if: user ? notBeingErased : whenAbsent } as const])],
  };
}
