import type { Answer } from '../../api/client.ts';

export type Run = Answer<'/workflows/runs/{runId}', 'get'>;
export type Step = Run['steps'][number];
export type Undo = Run['afterCompensation'][number];
export type Try = Step['tries'][number];
export type Processes = Answer<'/workflows', 'get'>;
export type Process = Processes['items'][number];

/** Those in which a run goes on by itself. */
const movingStates = new Set(['RUNNING', 'WAITING', 'COMPENSATING', 'TIMED_OUT']);
export const isMoving = ({ status }: Pick<Run, 'status'>): boolean => movingStates.has(status);

/** A step that the run is trying again says so; one that was undone does not look done any more. */
export const stepState = ({ step, status, undo }: Step, { current }: Run): string => {
  if (undo === 'undone') return 'UNDONE';
  if (status === 'STARTED' && current.some((each) => each.step === step && each.retrying)) return 'RETRYING';
  return status;
};

export const undoState = ({ step, status }: Undo, { current }: Run): string => {
  if (status === 'DONE') return 'UNDONE';
  return status === 'STARTED' && current.some((each) => each.step === step && each.retrying) ? 'RETRYING' : status;
};

const whatToLookAt: readonly ((step: Step, run: Run) => boolean)[] = [
  ({ step }, { failedStep }) => step === failedStep,
  ({ status }) => status === 'FAILED' || status === 'PARKED',
  ({ step }, { current }) => current.some((each) => each.step === step),
];

/** The one by which the run is where it is. */
export const likelyStep = (run: Run): string | undefined => {
  for (const isIt of whatToLookAt) {
    const found = run.steps.find((step) => isIt(step, run));
    if (found) return found.step;
  }
  return run.steps[0]?.step;
};

/** The undos in the order in which they are done, each with the step that it belongs to. */
export const undosOf = (run: Run): readonly { readonly step: Step; readonly undo: Undo | undefined }[] =>
  run.steps.toReversed().map((step) => ({ step, undo: step.compensation })).filter(({ step, undo }) => undo !== undefined || step.undo !== undefined);

export const failedUndos = (run: Run): readonly Undo[] =>
  (run.status === 'COMPENSATION_FAILED' ? [...undosOf(run).flatMap(({ undo }) => undo ?? []), ...run.afterCompensation].filter(({ status }) => status === 'FAILED') : []);

export const isCompensated = (run: Run): boolean => undosOf(run).length > 0 || run.afterCompensation.length > 0;
