import { deletionPartition } from '../adapters/deletion-requests.ts';
import { whenAbsent, type Write } from '../adapters/store.ts';
import type { DeletionRequest, PhaseProgress } from '../domain/deletion-request.ts';

/** What was done, in counts and dates, for whoever asks later. */
export const certificateIssued = (request: DeletionRequest, phases: readonly PhaseProgress[], now: Date): Write => ({
  table: 'ledger', if: whenAbsent,
  put: {
    pk: deletionPartition(request), sk: 'CERTIFICATE', requestId: request.requestId, issuedAt: now.toISOString(),
    phases: phases.map(({ name, counts }) => ({ name, counts: { ...counts } })),
  },
});
