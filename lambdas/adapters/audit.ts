import * as z from 'zod/mini';
import { newEventId } from '../domain/identifier.ts';
import type { Subject } from './identity.ts';
import { equal, whenAbsent, type Item, type Key, type Page, type Store, type Value, type Write } from './store.ts';

export type AuditedAction = 'registration.accepted' | 'registration.recorded' | 'registration.repeated' | 'verification.requested' | 'email.verified' | 'email.corrected' | 'email.undeliverable' | 'account.activated' | 'session.started' | 'session.ended' | 'session.revoked' | 'api_key.created' | 'api_key.revoked' | 'profile.changed' | 'password_reset.requested' | 'password.reset' | 'tenant.created' | 'invitation.created' | 'invitation.withdrawn' | 'verification.reminded' | 'registration.expired' | 'tenant.changed'
  | 'run.compensated' | 'run.compensation_failed' | 'run.compensation_retried' | 'run.resumed' | 'run.stopped' | 'dead_letter.redriven' | 'dead_letter.closed' | 'run.undo_skipped' | 'config.changed'
  | 'role.assignment_withdrawn' | 'sessions.revoked' | 'permissions.orphans_removed'
  | 'role.created' | 'role.assigned' | 'role.revoked' | 'invitation.role_lapsed'
  | 'deletion.requested' | 'deletion.started' | 'deletion.cancelled' | 'deletion.extended' | 'deletion.reminded' | 'deletion.due_soon' | 'deletion.blocked' | 'deletion.released' | 'legal_hold.placed' | 'legal_hold.released' | 'recipient.told' | 'deletion.resumed'
  | 'runs.bulk_retry_started' | 'runs.bulk_retry_stopped';

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
  /** What was changed, as it was and as it is. */
  readonly before?: Readonly<Record<string, Value>>;
  readonly after?: Readonly<Record<string, Value>>;
  /** Why a person did it, in his words. */
  readonly reason?: string;
}

const auditOf = ({ tenantId, userId }: Subject): string => `TENANT#${tenantId}#SUBJECT#${userId}`;

/** Append-only: what happened stays, whatever happens after. */
export const audited = (subject: Subject, { now, ...entry }: AuditEntry): Extract<Write, { put: Item }> => ({
  table: 'audit',
  put: {
    pk: auditOf(subject), sk: `${now.toISOString()}#${newEventId()}`,
    tenantId: subject.tenantId, subject: subject.userId, occurredAt: now.toISOString(), ...entry,
  } satisfies Item,
  if: whenAbsent,
});

/** An entry as it may be read: what is sealed in it stays where it is. */
const writtenEntry = z.object({
  action: z.string(), actor: z.string(), occurredAt: z.string(), correlationId: z.string(), runId: z.optional(z.string()), reason: z.optional(z.string()),
  outcomes: z.optional(z.array(z.object({ step: z.string(), status: z.string() }))), before: z.optional(z.unknown()), after: z.optional(z.unknown()),
});
export type WrittenEntry = z.infer<typeof writtenEntry>;
export const parseAuditEntry = (item: Item): WrittenEntry => writtenEntry.parse(item);

/** By the key of its entry, what somebody wrote to say why; nothing where there is none, or where it went with whom it was about. */
export type Reasons = (entry: Key | undefined) => string | undefined;
export async function readReasons(store: Store, entries: readonly (Key | undefined)[]): Promise<Reasons> {
  const asked = [...new Map(entries.flatMap((entry) => (entry ? [[entry.sk, entry]] : []))).values()];
  const items = asked.length === 0 ? [] : await store.getMany(asked.map((key) => ({ table: 'audit', key })));
  const reasons = new Map(items.flatMap((item) => (item ? [[item.sk, parseAuditEntry(item).reason]] : [])));
  return (entry) => entry && reasons.get(entry.sk);
}

interface AuditPage { readonly limit: number; readonly cursor?: string | undefined; readonly atMost?: string | undefined; readonly which?: 'those without identity' | undefined }
/** What was done to one subject, newest first; `atMost`: from this sort key on, which begins with the time. */
export const readAudit = (store: Store, subject: Subject, { limit, cursor, atMost, which }: AuditPage): Promise<Page> => store.query({
  table: 'audit', pk: auditOf(subject), descending: true, limit, ...(cursor !== undefined && { cursor }), ...(atMost !== undefined && { skAtMost: atMost }),
  ...(which && { filter: equal('minimised', true) }),
});
