import type { DomainEvent } from '../../domain/events/event.ts';
import { runIdOf } from '../../domain/run.ts';
import type { Kept } from '../../kit/idempotency.ts';
import { consoleUrl } from '../../kit/mail-settings.ts';

/** The change counts; where to see what follows it. */
export const begunRun = (type: 'role_assignment' | 'role_revocation', { detail: { eventId } }: DomainEvent): Kept =>
  ({ status: 202, body: { eventId, runUrl: `${consoleUrl()}api/workflows/runs/${runIdOf(type, eventId)}` } });
