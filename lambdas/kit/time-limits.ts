import type { Language } from '../domain/language.ts';
import { compensationOf, stepsOf, type StepDeclaration, type WorkflowConfig, type WorkflowDeclaration } from './workflow.ts';

/** The arithmetic of retries and time-outs: the same when the app is synthesised and when somebody asks for a change. */

/** A Lambda runs 8 s at most; the task waits a second longer, so that Lambda's own time-out is what is seen. */
export const TASK_TIMEOUT_S = 9;
/** What is done in chunks has time for many of them. */
export const CHUNKED_TASK_TIMEOUT_S = 61;
/** So long it begins another one; what is left of its time is for that one to end. */
export const CHUNKS_BEGIN_WITHIN_MS = 40_000;
/** So often an execution asks for more, all its steps together: its history stays short, and the next execution goes on. */
export const MOST_ASKED = 8;

export const taskTimeoutOf = ({ chunked }: Pick<StepDeclaration, 'chunked'>): number => (chunked ? CHUNKED_TASK_TIMEOUT_S : TASK_TIMEOUT_S);
export const slowestTaskOf = (workflow: WorkflowDeclaration): number => Math.max(TASK_TIMEOUT_S, ...stepsOf(workflow).map(taskTimeoutOf));
/** For the machine's own states and the ways between them. */
export const OVERHEAD_S = 5;

export type Retrying = Pick<WorkflowConfig, 'retryAttempts' | 'retryDelay' | 'backoffRate'>;

const pausesOf = ({ retryAttempts, retryDelay, backoffRate }: Retrying): readonly number[] =>
  Array.from({ length: retryAttempts }, (_, retry) => (retryDelay / 1000) * backoffRate ** retry);

/** How long one task may take that uses up its retries, each running into its time-out. */
export const worstCaseSeconds = (config: Retrying, taskTimeout = TASK_TIMEOUT_S): number =>
  (config.retryAttempts + 1) * taskTimeout + pausesOf(config).reduce((sum, pause) => sum + pause, 0);

/**
 * An execution that times out tells nobody how it ended, so there is time for every state of a compensation to use up its retries:
 * claim, undos, the record of it, and its dead letter.
 */
export const compensationSeconds = (workflow: WorkflowDeclaration): number => (compensationOf(workflow).length + 3) * worstCaseSeconds(workflow.config);

/** The machine's own time-out comes first. */
const MARGIN_S = 60;
/** When the reconciler gives an attempt of a compensation up. */
export const compensationLimitMs = (workflow: WorkflowDeclaration): number => (compensationSeconds(workflow) + MARGIN_S) * 1000;

/** Any one step may use up its retries, each running into its time-out, while the others succeed at once. */
export const neededSeconds = (config: Retrying, taskTimeout: number): number => worstCaseSeconds(config, taskTimeout) + OVERHEAD_S;

export const fits = (config: Retrying & Pick<WorkflowConfig, 'timeout'>, taskTimeout = TASK_TIMEOUT_S): boolean => neededSeconds(config, taskTimeout) <= config.timeout / 1000;

/** Of a process that may take long: every step, as often as it may be repeated, uses up its retries, and more is asked for as often as it may be. */
const longestSeconds = (workflow: WorkflowDeclaration): number => {
  const steps = stepsOf(workflow);
  const repeated = steps.reduce((sum, { leadsBack }) => sum + (leadsBack ? (leadsBack.repeats.length + 1) * leadsBack.atMost : 0), 0);
  const pause = Math.max(0, ...steps.map(({ waits }) => waits?.everySeconds ?? 0));
  return (steps.length + repeated + MOST_ASKED) * worstCaseSeconds(workflow.config, slowestTaskOf(workflow)) + MOST_ASKED * pause + OVERHEAD_S;
};

/** When the machine ends an execution by itself. */
export const machineSeconds = ({ config, longRunning }: WorkflowDeclaration): number => (longRunning?.atMost ?? config.timeout) / 1000;

const words: Readonly<Record<Language, { readonly tries: (count: number) => string; readonly pauses: string; readonly overhead: string }>> = {
  'zh-CN': { tries: (count) => `${count} 次尝试`, pauses: '间隔', overhead: '开销' },
  en: { tries: (count) => (count === 1 ? 'one try' : `${count} tries`), pauses: 'pauses', overhead: 'overhead' },
};

/** The sum spelled out. */
export function sumInWords(config: Retrying, language: Language, taskTimeout = TASK_TIMEOUT_S): string {
  const { tries, pauses, overhead } = words[language];
  const waited = pausesOf(config);
  return [
    `${tries(config.retryAttempts + 1)} x ${taskTimeout} s`, ...(waited.length > 0 ? [`${pauses} ${waited.join(' + ')} s`] : []), `${OVERHEAD_S} s ${overhead}`,
  ].join(' + ') + ` = ${neededSeconds(config, taskTimeout)} s`;
}

/** @throws with the sum spelled out when a step that uses up its retries takes longer than the process's timeout, or all of them longer than a process that may take long */
export function assertFits(workflow: WorkflowDeclaration): void {
  const { type, config, longRunning } = workflow;
  const taskTimeout = slowestTaskOf(workflow);
  if (!fits(config, taskTimeout))
    throw new Error(`${type}: a step that uses up its retries takes ${sumInWords(config, 'en', taskTimeout)}, more than the timeout of ${config.timeout / 1000} s`);
  if (longRunning && longestSeconds(workflow) > longRunning.atMost / 1000)
    throw new Error(`${type}: steps that all use up their retries take ${longestSeconds(workflow)} s, more than the ${longRunning.atMost / 1000} s of an execution`);
}
