import type { RunRecord, StepRecord } from '../../adapters/run-ledger.ts';
import type { Caller } from '../../kit/authentication.ts';
import type { Language } from '../../domain/language.ts';
import { isStoppable } from '../../domain/run.ts';
import { stepsOf, type StepDeclaration } from '../../kit/workflow.ts';
import { workflowOf } from '../../workflows/index.ts';
import { causeOf, nextOf } from './run-texts.ts';
import type { RunSummary, RunView, StepView, UndoView } from './routes.ts';

export interface RunRecords { readonly steps: readonly StepRecord[]; readonly undos: readonly StepRecord[] }

/** Milliseconds between two times; null while it goes on. */
const between = (from: string | undefined, to: string | undefined): number | null => (from && to ? Date.parse(to) - Date.parse(from) : null);

export const summaryOf = (run: RunRecord, language: Language): RunSummary => ({
  runId: run.runId, type: run.type, status: run.status, tenantId: run.tenantId, subject: run.subject, eventId: run.eventId,
  configVersion: run.configVersion, attempt: run.attempt, startedAt: run.startedAt, duration: between(run.startedAt, run.finishedAt),
  cause: causeOf(run, language),
  ...(run.finishedAt && { finishedAt: run.finishedAt }), ...(run.executionArn && { executionArn: run.executionArn }),
});

/** A run as a person reads it: every declared step, also the ones that were not reached. */
export const viewOf = (run: RunRecord, { steps, undos }: RunRecords, { permissions }: Caller, language: Language): RunView => ({
  ...summaryOf(run, language),
  next: nextOf(run, language),
  allowedActions: permissions.includes('workflows:manage') ? actionsOn(run, steps) : [],
  steps: stepsOf(workflowOf(run.type)).map((declared) => stepView(declared, steps.find(({ step }) => step === declared.step), undos)),
  afterCompensation: run.compensation ? workflowOf(run.type).afterCompensation.map(({ step }) => undoView(step, undos)) : [],
});

function actionsOn(run: RunRecord, steps: readonly StepRecord[]): RunView['allowedActions'] {
  if (run.status === 'COMPENSATION_FAILED') return ['retry', 'skip'];
  const retriable = run.status === 'PARKED' || (run.status === 'COMPLETED_WITH_WARNINGS' && steps.some(({ status }) => status === 'PARKED'));
  return [...(retriable ? ['retry' as const] : []), ...(isStoppable(run) && !workflowOf(run.type).outlivesAccount ? ['stop' as const] : [])];
}

/** An undo that has no record was not reached, or not needed because its step never began. */
function undoView(name: string, undos: readonly StepRecord[]): UndoView {
  const record = undos.find(({ step }) => step === name);
  return {
    step: name, status: record?.status ?? 'NOT_STARTED', attempts: record?.attempts ?? 0,
    ...(record?.error && { error: record.error }), ...(record?.skippedBecause && { skippedBecause: record.skippedBecause }),
  };
}

function stepView({ step, criticality, compensation }: StepDeclaration, record: StepRecord | undefined, undos: readonly StepRecord[]): StepView {
  return {
    step, criticality,
    status: record?.status ?? (record?.void ? 'VOID' : 'NOT_STARTED'),
    attempts: record?.attempts ?? 0,
    duration: between(record?.startedAt, record?.finishedAt),
    ...(record?.startedAt && { startedAt: record.startedAt }), ...(record?.finishedAt && { finishedAt: record.finishedAt }),
    ...(record?.error && { error: record.error }),
    ...(record?.void && record.attempts && 'step' in compensation && { compensation: undoView(compensation.step, undos) }),
  };
}
