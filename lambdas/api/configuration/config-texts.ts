import type { RuntimeConfig } from '../../domain/process-config.ts';
import type { Language } from '../../domain/language.ts';
import { fits, machineSeconds, slowestTaskOf, sumInWords } from '../../kit/time-limits.ts';
import { compensates, type WorkflowConfig, type WorkflowDeclaration } from '../../kit/workflow.ts';

type Both = Readonly<Record<Language, string>>;
const both = (text: (language: Language) => string): Both => ({ 'zh-CN': text('zh-CN'), en: text('en') });
const list = (words: readonly string[], language: Language): string => words.join(language === 'en' ? ', ' : '、');

const seconds = (ms: number): string => `${ms / 1000} s`;

const notes: Readonly<Record<Language, {
  readonly paused: string; readonly notUndone: string; readonly skipped: (steps: string) => string;
  readonly earlier: (deadline: string, timeout: string) => string; readonly later: (deadline: string, timeout: string) => string;
}>> = {
  'zh-CN': {
    paused: '流程已暂停：新事件会等待，不会丢失；重新启用后，每次等待的执行恰好进行一次。',
    notUndone: '补偿已关闭：必需步骤最终失败时不补偿，执行待人工处理。',
    skipped: (steps) => `以下非关键步骤将被跳过：${steps}。`,
    earlier: (deadline, timeout) => `期限 ${deadline} 短于状态机的超时 ${timeout}（允许）：协调器会在状态机自身超时之前介入。`,
    later: (deadline, timeout) => `期限 ${deadline} 长于状态机的超时 ${timeout}：状态机自身的超时会先到。`,
  },
  en: {
    paused: 'The process is paused: new events wait and none is lost; once it is enabled again, each waiting run takes place exactly once.',
    notUndone: 'Compensation is off: when a required step fails for good nothing is undone, and the run is parked for an operator.',
    skipped: (steps) => `These best-effort steps are skipped: ${steps}.`,
    earlier: (deadline, timeout) => `The deadline of ${deadline} is below the machine's time-out of ${timeout}, which is allowed: the reconciler steps in before the machine's own time-out.`,
    later: (deadline, timeout) => `The deadline of ${deadline} is above the machine's time-out of ${timeout}: the machine's own time-out comes first.`,
  },
};

/** What the values mean where it may surprise. */
export function notesOf(workflow: WorkflowDeclaration, { enabled, compensationEnabled, deadline, bestEffort }: RuntimeConfig, language: Language): readonly string[] {
  const timeout = machineSeconds(workflow) * 1000;
  const said = notes[language];
  const skipped = Object.entries(bestEffort).flatMap(([step, on]) => (on ? [] : [step]));
  return [
    ...(enabled ? [] : [said.paused]),
    ...(!compensationEnabled && compensates(workflow) ? [said.notUndone] : []),
    // Of one that may take long the deadline is another: the longest time without progress.
    ...(deadline < timeout && !workflow.longRunning ? [said.earlier(seconds(deadline), seconds(timeout))] : []),
    ...(deadline > timeout ? [said.later(seconds(deadline), seconds(timeout))] : []),
    ...(skipped.length > 0 ? [said.skipped(list(skipped, language))] : []),
  ];
}

/** For a limit of the machine: what the sum would be. */
export const limitIsDeployed = (name: string, wanted: WorkflowConfig, workflow: WorkflowDeclaration): Both => both((language) => {
  const slowest = slowestTaskOf(workflow);
  const sum = sumInWords(wanted, language, slowest);
  const timeout = seconds(wanted.timeout);
  return language === 'en'
    ? `${name} belongs to the machine and is changed by a deployment. With it, a step that uses up its retries would take ${sum}, which ${fits(wanted, slowest) ? 'fits in' : 'is more than'} the timeout of ${timeout}.`
    : `${name} 属于状态机，只能通过部署更改。按此值，一个用尽重试的步骤需要 ${sum}，${fits(wanted, slowest) ? '未超过' : '超过'}超时 ${timeout}。`;
});

export const isDeployed = (name: string): Both => ({ 'zh-CN': `${name} 随部署确定，只能通过部署更改。`, en: `${name} is decided when deploying and is changed by a deployment.` });

export const nothingIsUndone = ({ type }: WorkflowDeclaration): Both => ({
  'zh-CN': `${type} 没有任何可以补偿的步骤，因此无法启用补偿：失败的执行由运维人员处理。`,
  en: `No step of ${type} can be undone, so there is no compensation to enable: a failed run is for an operator.`,
});

export const noSuchStep = (steps: readonly string[]): Both => both((language) => {
  const known = list(steps, language);
  return language === 'en' ? `is no best-effort step of this process; ${known ? `those are ${known}` : 'it has none'}` : `不是此流程的非关键步骤；${known ? `非关键步骤有：${known}` : '此流程没有非关键步骤'}`;
});
