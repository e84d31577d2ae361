import type { DeletionSecrets } from '../../accounts/deletion-secrets.ts';
import type { PersonKey } from '../../adapters/vault.ts';
import { isBeforePivot, isOver, isOverdue, keptBackOf, type DeletionRequest, type DeletionStatus } from '../../domain/deletion-request.ts';
import type { DeletionNotice } from '../../domain/events/catalogue.ts';
import { keptCategories } from '../../domain/kept-back.ts';
import type { LegalHold } from '../../domain/legal-hold.ts';
import type { PersonalData } from '../../domain/user.ts';
import { cancelDeletionUrl, consoleUrl } from '../../kit/mail-settings.ts';
import type { MailTemplate } from '../../mails/mails.ts';
import { quotable } from '../../mails/quotable.ts';

/** In which state of the request a notice is news still: another one, or none, has taken its place since. */
const newsWhile: Readonly<Record<Exclude<DeletionNotice, 'extended'>, readonly DeletionStatus[]>> = {
  requested: ['GRACE_PERIOD', 'BLOCKED_BY_HOLD'], reminder: ['GRACE_PERIOD'], cancelled: ['CANCELLED'], blocked: ['BLOCKED_BY_HOLD'], due_soon: ['GRACE_PERIOD', 'BLOCKED_BY_HOLD', 'RUNNING', 'PARTIALLY_ERASED'], released: ['GRACE_PERIOD', 'RUNNING'],
};
export const isNews = (notice: DeletionNotice, request: DeletionRequest): boolean => (notice === 'extended' ? !isOver(request) : newsWhile[notice].includes(request.status));

interface About {
  readonly request: DeletionRequest; readonly person: PersonalData; readonly key: PersonKey; readonly tenantName: string;
  readonly hold: LegalHold | undefined; readonly basis: string | undefined; readonly secrets: DeletionSecrets; readonly now: Date;
}

/** To whoever answers for the tenant: whose it is stands behind the id. */
export function dueSoonFor(request: DeletionRequest, now: Date): MailTemplate {
  const { requestId, status, finishBy: dueAt } = request;
  return { template: 'deletion_due_soon', requestId, blocked: status === 'BLOCKED_BY_HOLD', begun: !isBeforePivot(request), overdue: isOverdue(request, now), dueAt, consoleUrl: consoleUrl() };
}

export function noticeFor(notice: Exclude<DeletionNotice, 'due_soon'>, about: About): MailTemplate {
  const { request, person: { firstName }, key, tenantName, basis = '-', secrets, now } = about;
  const { graceEndsAt, finishBy: dueAt, requestId, heldUntil, extensionReason } = request;
  const cancelUrl = cancelDeletionUrl(requestId, secrets.cancel.token);
  switch (notice) {
    case 'requested': return requested(about, cancelUrl);
    case 'reminder': return { template: 'deletion_reminder', firstName, tenantName, graceEndsAt, cancelUrl };
    case 'cancelled': return { template: 'deletion_cancelled', firstName, tenantName, consoleUrl: consoleUrl() };
    case 'extended': return { template: 'deletion_extended', firstName, tenantName, dueAt, reason: extensionReason === undefined ? '-' : quotable(key.open('words', extensionReason).words) };
    case 'blocked': return { template: 'deletion_blocked', firstName, tenantName, basis: quotable(basis), ...(heldUntil !== undefined && { until: heldUntil }) };
    case 'released': return { template: 'deletion_released', firstName, tenantName, cancelUrl, ...(request.status === 'GRACE_PERIOD' && new Date(graceEndsAt) > now && { graceEndsAt }) };
  }
}

function requested({ request, person: { firstName }, tenantName, hold, secrets, now }: About, cancelUrl: string): MailTemplate {
  const { graceEndsAt, finishBy: dueAt, status, requestedBy, userId } = request;
  const byAdministrator = requestedBy !== userId;
  return {
    template: 'deletion_requested', firstName, tenantName, byAdministrator, graceEndsAt, dueAt, cancelUrl, ...(byAdministrator && { receiptCode: secrets.receipt.token }),
    held: status === 'BLOCKED_BY_HOLD' ? [] : keptCategories(keptBackOf(request, hold), now), blocked: status === 'BLOCKED_BY_HOLD',
  };
}
