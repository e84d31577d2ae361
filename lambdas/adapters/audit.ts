import { newEventId } from '../domain/identifier.ts';
import type { Subject } from './identity.ts';
import { whenAbsent, type Write } from './store.ts';

export type AuditedAction = 'registration.accepted' | 'registration.recorded' | 'email.verified' | 'account.activated' | 'session.started' | 'session.ended' | 'tenant.created';

export interface AuditEntry {
  readonly action: AuditedAction;
  /** Who did it: a userId, or `system` for a step of a run. */
  readonly actor: string;
  readonly correlationId: string;
  readonly now: Date;
  readonly runId?: string;
  /** Sealed under the person's key; unreadable once that key is gone. */
  readonly evidence?: string;
}

/** Append-only: what happened stays, whatever happens after. */
export const audited = (subject: Subject, { now, ...entry }: AuditEntry): Write => ({
  table: 'audit',
  put: {
    pk: `TENANT#${subject.tenantId}#SUBJECT#${subject.userId}`, sk: `${now.toISOString()}#${newEventId()}`,
    tenantId: subject.tenantId, subject: subject.userId, occurredAt: now.toISOString(), ...entry,
  },
  if: whenAbsent,
});
