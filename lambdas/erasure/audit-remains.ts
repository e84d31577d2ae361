import type { Remains } from './data-inventory.ts';

/** So long an audit entry is kept that says who did what to nobody any more; then the table forgets it by itself. */
export const AUDIT_KEPT_DAYS = 3 * 365;

/** What an erasure leaves of an audit entry: that it happened, when, and who did it; nobody's words. */
export const auditRemains: Remains = { marked: 'minimised', keeps: ['tenantId', 'subject', 'occurredAt', 'action', 'actor', 'correlationId', 'outcomes'], forDays: AUDIT_KEPT_DAYS };
