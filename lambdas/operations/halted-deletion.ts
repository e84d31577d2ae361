import { deletionMoved, phaseRecorded, readDeletion } from '../adapters/deletion-requests.ts';
import type { RunRecord, StepRecord } from '../adapters/run-ledger.ts';
import type { Store, Write } from '../adapters/store.ts';
import { stepReopened } from '../adapters/work-records.ts';
import { waitsForHold, type DeletionPhase, type DeletionRequest } from '../domain/deletion-request.ts';
import { userDeletionStarted } from '../domain/events/catalogue.ts';
import { stepsOf } from '../kit/workflow.ts';
import { workflowOf } from '../workflows/index.ts';

/** What the request of a deletion says follows from its run, in the same transaction: that it stands still, in which phase, and that it goes on. */

const phases: Readonly<Record<string, DeletionPhase>> = {
  AssessUserData: 'assessment', DeletePersonalData: 'personal_data', AnonymiseBusinessData: 'business_data', MinimiseAuditData: 'audit', ShredBackupData: 'backups',
  NotifyRecipients: 'recipients', VerifyDeletionCompliance: 'verification', IssueCertificate: 'certificate',
};
const VERIFIES = 'VerifyDeletionCompliance';
const isDone = (name: string, steps: readonly StepRecord[]): boolean => steps.some(({ step, status }) => step === name && status === 'DONE');

/**
 * At the step that failed. Where no step is known to have failed, because the execution was gone, or where it turned out to be done, at
 * the first one that is not. Siblings of the first phase, and what comes before it, have a part of it each.
 */
function placeOf(failedStep: string | undefined, steps: readonly StepRecord[]): { readonly phase: DeletionPhase; readonly part?: string } {
  const left = stepsOf(workflowOf('user_deletion')).map(({ step }) => step).filter((step) => !isDone(step, steps));
  const step = left.find((each) => each === failedStep) ?? left[0] ?? 'IssueCertificate';
  const phase = phases[step];
  return phase ? { phase } : { phase: 'access', part: step };
}

async function requestOf(store: Store, { type, tenantId, data }: RunRecord): Promise<DeletionRequest | undefined> {
  if (type !== 'user_deletion') return undefined;
  const about = userDeletionStarted.data.safeParse(data);
  return about.success ? readDeletion(store, { tenantId, requestId: about.data.requestId }) : undefined;
}

/** The phase has failed for good: those behind it wait, and the person stays locked out. */
export async function deletionHalted(store: Store, run: RunRecord, { failedStep, steps }: { readonly failedStep: string; readonly steps: readonly StepRecord[] }, now: Date): Promise<readonly Write[]> {
  const request = await requestOf(store, run);
  if (request?.status !== 'RUNNING') return [];
  const { phase, part } = placeOf(failedStep, steps);
  return [
    deletionMoved(request, 'PARTIALLY_ERASED', { failedPhase: phase }, now),
    phaseRecorded(request, phase, { status: 'FAILED', ...(part !== undefined && { part }), now }),
  ];
}

/** What was verified before it stood still is verified again: while it waited something may have come, be it the note of who took it up. */
export async function deletionGoesOn(store: Store, run: RunRecord, steps: readonly StepRecord[], now: Date): Promise<readonly Write[]> {
  const request = await requestOf(store, run);
  // What waits for a hold has its certificate, and nobody knows any more whom to search for: only the run was not closed.
  if (request?.status !== 'PARTIALLY_ERASED' || waitsForHold(request)) return [];
  const { phase, part } = placeOf(run.failedStep, steps);
  return [
    ...steps.filter(({ step, void: voided }) => step === VERIFIES && isDone(step, steps) && voided === undefined).map(({ step }) => stepReopened(run.runId, step)),
    deletionMoved(request, 'RUNNING', { failedPhase: undefined }, now),
    phaseRecorded(request, phase, { status: 'RUNNING', ...(part !== undefined && { part }), now }),
  ];
}
