import type { Language } from '../domain/language.ts';
import { compensationOf, type WorkflowConfig, type WorkflowDeclaration } from './workflow.ts';

/** The arithmetic of retries and time-outs: the same when the app is synthesised and when somebody asks for a change. */

/** A Lambda runs 8 s at most; the task waits a second longer, so that Lambda's own time-out is what is seen. */
export const TASK_TIMEOUT_S = 9;
/** For the machine's own states and the ways between them. */
export const OVERHEAD_S = 5;

export type Retrying = Pick<WorkflowConfig, 'retryAttempts' | 'retryDelay' | 'backoffRate'>;

const pausesOf = ({ retryAttempts, retryDelay, backoffRate }: Retrying): readonly number[] =>
  Array.from({ length: retryAttempts }, (_, retry) => (retryDelay / 1000) * backoffRate ** retry);

/** How long one task may take that uses up its retries, each running into its time-out. */
export const worstCaseSeconds = (config: Retrying): number =>
  (config.retryAttempts + 1) * TASK_TIMEOUT_S + pausesOf(config).reduce((sum, pause) => sum + pause, 0);

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
const neededSeconds = (config: Retrying): number => worstCaseSeconds(config) + OVERHEAD_S;

export const fits = (config: Retrying & Pick<WorkflowConfig, 'timeout'>): boolean => neededSeconds(config) <= config.timeout / 1000;

const words: Readonly<Record<Language, { readonly tries: (count: number) => string; readonly pauses: string; readonly overhead: string }>> = {
  'zh-CN': { tries: (count) => `${count} 次尝试`, pauses: '间隔', overhead: '开销' },
  en: { tries: (count) => (count === 1 ? 'one try' : `${count} tries`), pauses: 'pauses', overhead: 'overhead' },
};

/** The sum spelled out. */
export function sumInWords(config: Retrying, language: Language): string {
  const { tries, pauses, overhead } = words[language];
  const waited = pausesOf(config);
  return [
    `${tries(config.retryAttempts + 1)} x ${TASK_TIMEOUT_S} s`, ...(waited.length > 0 ? [`${pauses} ${waited.join(' + ')} s`] : []), `${OVERHEAD_S} s ${overhead}`,
  ].join(' + ') + ` = ${neededSeconds(config)} s`;
}

/** @throws with the sum spelled out when a step that uses up its retries takes longer than the process's timeout */
export function assertFits({ type, config }: WorkflowDeclaration): void {
  if (fits(config)) return;
  throw new Error(`${type}: a step that uses up its retries takes ${sumInWords(config, 'en')}, more than the timeout of ${config.timeout / 1000} s`);
}
