import { newEventId } from '../domain/identifier.ts';
import type { Subject } from './identity.ts';
import { whenAbsent, type Item, type Write } from './store.ts';

export type AuditedAction = 'registration.accepted' | 'registration.recorded' | 'registration.repeated' | 'verification.requested' | 'email.verified' | 'account.activated' | 'session.started' | 'session.ended' | 'tenant.created' | 'invitation.created' | 'invitation.withdrawn'
  | 'run.compensated' | 'run.compensation_failed' | 'run.compensation_retried' | 'run.resumed' | 'dead_letter.redriven' | 'dead_letter.closed' | 'run.undo_skipped';

export interface AuditEntry {
  readonly action: AuditedAction;
  /** Who did it: a userId, or `system` for a step of a run. */
  readonly actor: string;
  readonly correlationId: string;
  readonly now: Date;
  readonly runId?: string;
  /** Sealed under the person's key; unreadable once that key is gone. */
  readonly evidence?: string;
  /** What really happened, per undo. */
  readonly outcomes?: readonly { readonly step: string; readonly status: string }[];
  /** Why a person did it, in his words. */
  readonly reason?: string;
}

/** Append-only: what happened stays, whatever happens after. */
export const audited = (subject: Subject, { now, ...entry }: AuditEntry): Write => ({
  table: 'audit',
  put: {
    pk: `TENANT#${subject.tenantId}#SUBJECT#${subject.userId}`, sk: `${now.toISOString()}#${newEventId()}`,
    tenantId: subject.tenantId, subject: subject.userId, occurredAt: now.toISOString(), ...entry,
  } satisfies Item,
  if: whenAbsent,
});
