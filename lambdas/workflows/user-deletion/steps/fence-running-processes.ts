import * as z from 'zod/mini';
import { phaseRecorded } from '../../../adapters/deletion-requests.ts';
import { dynamodbStore } from '../../../adapters/dynamodb-store.ts';
import { stateMachines, type Executions } from '../../../adapters/executions.ts';
import { eachPage } from '../../../adapters/pages.ts';
import { readRun, readSteps, readUndos, runsOfSubject, stepVoided, type RunRecord } from '../../../adapters/run-ledger.ts';
import { readRuns } from '../../../adapters/run-list.ts';
import { runMoved } from '../../../adapters/run-transitions.ts';
import type { Store, Write } from '../../../adapters/store.ts';
import { erasureOpened } from '../../../adapters/erasures.ts';
import type { DeletionRequest } from '../../../domain/deletion-request.ts';
import { keptCategories } from '../../../domain/kept-back.ts';
import { countRunMoved } from '../../../kit/metrics.ts';
import { optimistically } from '../../../kit/optimistic.ts';
import { step, type StepBody } from '../../../kit/step.ts';
import { writeAhead, type StepInput } from '../../../kit/work.ts';
import { stepsOf } from '../../../kit/workflow.ts';
import { stopOwningExecution } from '../../../operations/owning-execution.ts';
import { workflowOf } from '../../index.ts';
import { aboutIt } from '../deletion.ts';
import { userDeletion } from '../workflow.ts';

interface Ports { readonly store: Store; readonly executions: Executions }

/** Of somebody who has thousands of runs so many are looked up at once. */
const RUNS = 1_000;

/**
 * Whatever else goes on about the person ends here: first the ledger, with every step void, so that a late writer loses; then the
 * machine. What is being undone is undone to its end before anything is erased. Nothing begins anew: the account admits no process.
 */
export const fenceRunningProcesses: StepBody<Ports> = async (input, ports) => {
  const { run, subject, now } = input;
  const { request, kept } = await aboutIt(ports.store, run);
  const undone: string[] = [];
  for await (const entries of eachPage((from) => ports.store.query({ table: 'ledger', pk: runsOfSubject(subject.tenantId, subject.userId), skBeginsWith: 'RUN#', limit: RUNS, ...from }))) {
    for (const other of await readRuns(ports.store, entries.map(({ runId }) => z.string().parse(runId)))) {
      if (other.runId === run.runId) continue;
      if (other.status === 'RUNNING' || other.status === 'WAITING') await fence(ports, input, { request, runId: other.runId });
      else if (other.status === 'COMPENSATING' || other.status === 'TIMED_OUT') undone.push(await undoing(ports.store, other));
    }
  }
  if (undone.length > 0) return { waitsFor: undone.join('; ') };
  // Nothing has been destroyed yet: from here on a restore knows that this person must be erased once more.
  return { writes: [phaseRecorded(request, 'access', { status: 'DONE', part: input.step, counts: { processesFenced: 0 }, now }), erasureOpened(request, keptCategories(kept, now), now)] };
};

/** What is being undone, and how far that is: ids and numbers, for whoever has to end it should it never end by itself. */
async function undoing(store: Store, { runId, status, version, compensation = 1 }: RunRecord): Promise<string> {
  const settled = (await readUndos(store, runId)).filter((undo) => undo.status === 'DONE' || undo.status === 'SKIPPED');
  return `${runId} ${status}, attempt ${compensation}, change ${version}, ${settled.length} undone`;
}

interface Fencing { readonly request: DeletionRequest; readonly runId: string }
/** Counted as it is fenced. One that is closed, and was taken up again for what it had parked, is completed as it was. */
async function fence({ store, executions }: Ports, { place, step: part, now }: StepInput, { request, runId }: Fencing): Promise<void> {
  const fenced = await optimistically(async () => {
    const seen = await readRun(store, runId);
    if (seen?.status !== 'RUNNING' && seen?.status !== 'WAITING') return undefined;
    await writeAhead(store, place, [
      ...runMoved(seen, seen.closed ? 'COMPLETED_WITH_WARNINGS' : 'FENCED', { finishedAt: now.toISOString(), reason: 'the person is being deleted' }), ...await stepsVoided(store, seen, now),
      phaseRecorded(request, 'access', { status: 'RUNNING', part, counts: { processesFenced: 1 }, now })]);
    return seen;
  });
  if (!fenced) return;
  countRunMoved({ type: fenced.type, to: fenced.closed ? 'COMPLETED_WITH_WARNINGS' : 'FENCED' });
  await stopOwningExecution(executions, fenced, 'The person is being deleted');
}

async function stepsVoided(store: Store, { runId, type }: RunRecord, now: Date): Promise<readonly Write[]> {
  const records = await readSteps(store, runId);
  return stepsOf(workflowOf(type)).map(({ step: name }) => stepVoided(runId, name, 'deletion', records.find((each) => each.step === name), undefined, now));
}

export const handler = step(userDeletion, 'FenceRunningProcesses', fenceRunningProcesses, () => ({ store: dynamodbStore(), executions: stateMachines() }));
