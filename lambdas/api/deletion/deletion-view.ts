import type { DeletionRequest } from '../../domain/deletion-request.ts';
import { consoleUrl } from '../../kit/mail-settings.ts';
import type { DeletionSummary } from './deletion-schemas.ts';

export const statusUrlOf = ({ requestId }: Pick<DeletionRequest, 'requestId'>): string => `${consoleUrl()}api/deletion-requests/${requestId}`;

/** Whether it has come to an end of which a certificate tells, be it for now. */
export const isCertified = ({ status, heldCategories }: DeletionRequest): boolean => status === 'COMPLETED' || heldCategories !== undefined;

export const deletionSummary = ({ requestId, userId, status, profile, reasonCode, requestedAt, requestedBy, graceEndsAt, finishBy, extendedAt, startedAt, endedAt, failedPhase, heldCategories, heldUntil }: DeletionRequest): DeletionSummary => ({
  requestId, userId, status, profile, reason: reasonCode, requestedAt, requestedBy, graceEndsAt, dueAt: finishBy, ...(extendedAt !== undefined && { extendedAt }),
  ...(startedAt !== undefined && { startedAt }), ...(endedAt !== undefined && { endedAt }), ...(failedPhase && { failedPhase }),
  ...(heldCategories && { heldCategories: [...heldCategories] }), ...(heldUntil !== undefined && { heldUntil }),
});
