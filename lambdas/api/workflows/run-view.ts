import type { RunRecord, StepRecord } from '../../adapters/run-ledger.ts';
import type { Language } from '../../domain/language.ts';
import { stepsOf, type StepDeclaration } from '../../kit/workflow.ts';
import { workflowOf } from '../../workflows/index.ts';
import { causeOf, nextOf } from './run-texts.ts';
import type { RunSummary, RunView, StepView } from './routes.ts';

/** Milliseconds between two times; null while it goes on. */
const between = (from: string | undefined, to: string | undefined): number | null => (from && to ? Date.parse(to) - Date.parse(from) : null);

export const summaryOf = (run: RunRecord, language: Language): RunSummary => ({
  runId: run.runId, type: run.type, status: run.status, tenantId: run.tenantId, subject: run.subject, eventId: run.eventId,
  configVersion: run.configVersion, attempt: run.attempt, startedAt: run.startedAt, duration: between(run.startedAt, run.finishedAt),
  cause: causeOf(run, language),
  ...(run.finishedAt && { finishedAt: run.finishedAt }), ...(run.executionArn && { executionArn: run.executionArn }),
});

/** A run as a person reads it: every declared step, also the ones that were not reached. */
export const viewOf = (run: RunRecord, records: readonly StepRecord[], language: Language): RunView => ({
  ...summaryOf(run, language),
  next: nextOf(run.status, language),
  allowedActions: [],
  steps: stepsOf(workflowOf(run.type)).map((declared) => stepView(declared, records.find(({ step }) => step === declared.step))),
});

function stepView({ step, criticality }: StepDeclaration, record: StepRecord | undefined): StepView {
  return {
    step, criticality,
    status: record?.void ? 'VOID' : record?.status ?? 'NOT_STARTED',
    attempts: record?.attempts ?? 0,
    duration: between(record?.startedAt, record?.finishedAt),
    ...(record?.startedAt && { startedAt: record.startedAt }), ...(record?.finishedAt && { finishedAt: record.finishedAt }),
    ...(record?.error && { error: record.error }),
  };
}
