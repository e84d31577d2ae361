import type { Reasons } from '../../adapters/audit.ts';
import type { RunRecord, StepRecord } from '../../adapters/run-ledger.ts';
import type { Work } from '../../adapters/run-work.ts';
import type { Caller } from '../../kit/authentication.ts';
import type { Language } from '../../domain/language.ts';
import { isInFlight } from '../../domain/run.ts';
import { stepsOf, type StepDeclaration } from '../../kit/workflow.ts';
import { workflowOf } from '../../workflows/index.ts';
import { currentOf } from './current-steps.ts';
import { executionUrl } from './execution-url.ts';
import { actionsOn, waitsForOperator } from './run-actions.ts';
import type { RunSummary, RunView, StepView, UndoView } from './run-schemas.ts';
import { causeOf, nextOf, whoOf } from './run-texts.ts';
import { triesOf } from './run-tries.ts';

/** Milliseconds between two times; null while it goes on. */
const between = (from: string | undefined, to: string | undefined): number | null => (from && to ? Date.parse(to) - Date.parse(from) : null);

interface Read { readonly work: Work | undefined; readonly reasons: Reasons }
export const summaryOf = (run: RunRecord, { work, reasons }: Read, language: Language): RunSummary => ({
  runId: run.runId, type: run.type, status: run.status, tenantId: run.tenantId, subject: run.subject, eventId: run.eventId,
  configVersion: run.configVersion, attempt: run.attempt, startedAt: run.startedAt, duration: between(run.startedAt, run.finishedAt),
  changedAt: run.changedAt ?? run.finishedAt ?? run.startedAt, cause: causeOf(run, language, reasons(run.noted)), current: [...currentOf(run, work)],
  ...(run.failedStep && { failedStep: run.failedStep }), ...(run.errorClass && { errorClass: run.errorClass }),
  ...(run.finishedAt && { finishedAt: run.finishedAt }), ...(run.executionArn && { executionArn: run.executionArn }),
});

export interface Told extends Work, Pick<RunView, 'events' | 'moreEvents'> { readonly reasons: Reasons }

/** A run as a person reads it: every declared step, also the ones that were not reached. */
export function viewOf(run: RunRecord, told: Told, caller: Caller, language: Language): RunView {
  const { reasons, events, moreEvents } = told;
  const actions = actionsOn(run, told, caller, language);
  return {
    ...summaryOf(run, { work: told, reasons }, language),
    next: nextOf(run, language), nextAt: (isInFlight(run.status) ? run.deadlineAt : undefined) ?? null,
    who: whoOf(run, waitsForOperator(run, told), language),
    allowedActions: actions.flatMap(({ action, allowed }) => (allowed ? [action] : [])), actions: [...actions],
    steps: stepsOf(workflowOf(run.type)).map((declared) => stepView(run, declared, told)),
    afterCompensation: run.compensation ? workflowOf(run.type).afterCompensation.map(({ step }) => undoView(step, told)) : [],
    executionUrl: executionUrl(run.executionArn), compensationUrl: executionUrl(run.compensationArn),
    correlationId: run.correlationId, events, moreEvents,
  };
}

const timesOf = (record: StepRecord | undefined, reasons: Reasons) => ({
  ...(record?.startedAt && { startedAt: record.startedAt }), ...(record?.finishedAt && { finishedAt: record.finishedAt }), tries: record ? triesOf(record) : [],
  ...(record?.error && { error: record.error }), ...skippedBecause(record, reasons),
});

function skippedBecause(record: StepRecord | undefined, reasons: Reasons): Pick<UndoView, 'skippedBecause'> {
  const why = record?.skippedBecause ?? reasons(record?.noted);
  return why === undefined ? {} : { skippedBecause: why };
}

/** An undo that has no record was not reached, or not needed because its step never began. */
function undoView(name: string, { undos, reasons }: Told): UndoView {
  const record = undos.find(({ step }) => step === name);
  return { step: name, status: record?.status ?? 'NOT_STARTED', attempts: record?.attempts ?? 0, ...timesOf(record, reasons) };
}

function stepView(run: RunRecord, declared: StepDeclaration, told: Told): StepView {
  const { step, criticality, compensation } = declared;
  const record = told.steps.find((each) => each.step === step);
  const undo = run.compensation ? undoOutcome(declared, record, told.undos) : undefined;
  return {
    step, criticality,
    status: record?.status ?? (record?.void ? 'VOID' : 'NOT_STARTED'),
    attempts: record?.attempts ?? 0,
    duration: between(record?.startedAt, record?.finishedAt), ...timesOf(record, told.reasons),
    ...(record?.void && record.attempts && 'step' in compensation && { compensation: undoView(compensation.step, told) }),
    ...(undo && { undo }),
  };
}

function undoOutcome({ compensation }: StepDeclaration, record: StepRecord | undefined, undos: readonly StepRecord[]): StepView['undo'] {
  if (!record?.attempts) return 'nothing to undo';
  if (!('step' in compensation)) return 'cannot be undone';
  const status = undos.find(({ step }) => step === compensation.step)?.status;
  return status === 'DONE' ? 'undone' : status === 'SKIPPED' ? 'by hand' : status === 'FAILED' ? 'failed' : 'pending';
}
