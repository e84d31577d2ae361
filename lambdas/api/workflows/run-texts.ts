import type { RunRecord } from '../../adapters/run-ledger.ts';
import type { Language } from '../../domain/language.ts';
import type { RunStatus, WaitingReason } from '../../domain/run.ts';
import type { RunView } from './run-schemas.ts';

/** Why a run is where it is, and what happens then, when, and who must act: one sentence each. */
interface Texts { readonly cause: string; readonly next: string }

const zh: Readonly<Record<RunStatus, Texts>> = {
  RUNNING: { cause: '执行正在进行。', next: '各步骤完成后自动结束，无需任何人操作。' },
  WAITING: { cause: '执行在等待。', next: '等待的事情发生后自动继续。' },
  COMPLETED: { cause: '所有步骤均已完成。', next: '已结束。' },
  COMPLETED_WITH_WARNINGS: { cause: '必需步骤均已完成；有非关键步骤失败，待人工处理。', next: '执行已结束；失败的步骤由运维人员处理。' },
  COMPENSATING: { cause: '必需步骤失败，正在补偿已完成的步骤。', next: '补偿完成后自动结束。' },
  COMPENSATED: { cause: '必需步骤失败，已完成的步骤均已补偿。', next: '已结束。' },
  COMPENSATION_FAILED: { cause: '有步骤未能补偿。', next: '需要运维人员重试，或说明原因后跳过。' },
  TIMED_OUT: { cause: '执行没有按时结束。', next: '系统将在一分钟内自动补偿，或转交人工处理。' },
  PARKED: { cause: '必需步骤最终失败，待人工处理。', next: '需要运维人员处理原因。' },
  FENCED: { cause: '已由另一次执行接管，或该账户已不存在，本次不再写入。', next: '已结束。' },
  CANCELLED: { cause: '执行已取消。', next: '已结束。' },
};

const en: Readonly<Record<RunStatus, Texts>> = {
  RUNNING: { cause: 'The run is being worked on.', next: 'It ends by itself when its steps are done; nobody needs to act.' },
  WAITING: { cause: 'The run waits.', next: 'It goes on by itself when what it waits for has happened.' },
  COMPLETED: { cause: 'Every step is done.', next: 'It has ended.' },
  COMPLETED_WITH_WARNINGS: { cause: 'Every required step is done; a best-effort step failed and is parked.', next: 'The run has ended; the parked step waits for an operator.' },
  COMPENSATING: { cause: 'A required step failed; what was done is being undone.', next: 'It ends by itself when all is undone.' },
  COMPENSATED: { cause: 'A required step failed; every finished step was undone.', next: 'It has ended.' },
  COMPENSATION_FAILED: { cause: 'Something could not be undone.', next: 'An operator retries, or skips with a reason.' },
  TIMED_OUT: { cause: 'The run did not end in time.', next: 'It is undone or parked by itself within a minute.' },
  PARKED: { cause: 'A required step failed for good, so the run is parked.', next: 'An operator deals with the cause.' },
  FENCED: { cause: 'Another run owns this person, or the account is gone; this one writes nothing more.', next: 'It has ended.' },
  CANCELLED: { cause: 'The run was cancelled.', next: 'It has ended.' },
};

const texts: Readonly<Record<Language, Readonly<Record<RunStatus, Texts>>>> = { 'zh-CN': zh, en };

const waiting: Readonly<Record<Language, Readonly<Record<WaitingReason, Texts>>>> = {
  'zh-CN': {
    enabling: { cause: '该流程已被暂停，此次执行在等待。', next: '有人重新启用该流程后自动开始。' },
    deletion: { cause: '该账户的删除申请尚未决定，执行在等待。', next: '删除取消后继续，删除开始后让位；无需任何人操作。' },
  },
  en: {
    enabling: { cause: 'The process is paused, so the run waits.', next: 'It begins by itself once somebody enables the process again.' },
    deletion: { cause: 'A deletion of the account is pending, so the run waits.', next: 'It goes on if the deletion is cancelled and gives way if it is carried out; nobody needs to act.' },
  },
};

/** By whom or what it was ended, where it was no step of its own. */
const because: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': { DeadlinePassed: '超过期限', ExecutionEnded: '执行中断且未留下结果', Stopped: '被人停止', WaitedInVain: '它等待的事情一直没有进展' },
  en: { DeadlinePassed: 'its deadline has passed', ExecutionEnded: 'its execution ended and left no result', Stopped: 'somebody stopped it', WaitedInVain: 'what it waits for has stopped moving' },
};

/** The step's own error names it. */
const inVain: Readonly<Record<Language, string>> = {
  'zh-CN': '需要运维人员先了结它所等待的执行（见该步骤的错误信息：重试，或跳过其补偿），然后重试本次执行。',
  en: 'An operator first brings to an end what it waits for (the error of the step names it: retry or skip what could not be undone), then retries this run.',
};

function textsOf({ status, waitsFor, errorClass }: RunRecord, language: Language): Texts {
  if (status === 'WAITING' && waitsFor) return waiting[language][waitsFor];
  const own = texts[language][status];
  return status === 'PARKED' && errorClass === 'WaitedInVain' ? { ...own, next: inVain[language] } : own;
}

/** What an operator wrote stands behind it, where he ended the run. */
export function causeOf(run: RunRecord, language: Language, reason?: string): string {
  const { failedStep, errorClass = '?' } = run;
  const what = failedStep && `${failedStep}: ${because[language][errorClass] ?? errorClass}`;
  return [textsOf(run, language).cause, what, reason].filter(Boolean).join(' ');
}

const whoTexts: Readonly<Record<Language, Readonly<Record<RunView['who']['code'], string>>>> = {
  'zh-CN': { nobody: '目前无需任何人操作。', operator: '需要有 workflows:manage 权限的人处理。', administrator: '需要能更改该流程配置的人重新启用。' },
  en: { nobody: 'Nobody needs to act.', operator: 'Somebody with the permission workflows:manage.', administrator: 'Whoever may change the configuration of the process, by enabling it again.' },
};

export function whoOf({ status, waitsFor }: RunRecord, needsOperator: boolean, language: Language): RunView['who'] {
  const code = needsOperator ? 'operator' : status === 'WAITING' && waitsFor === 'enabling' ? 'administrator' : 'nobody';
  return { code, text: whoTexts[language][code] };
}

/** With the time at which the reconciler steps in, while it goes on. */
export function nextOf(run: RunRecord, language: Language): string {
  const { next } = textsOf(run, language);
  const until = run.status === 'RUNNING' || run.status === 'COMPENSATING' ? run.deadlineAt : undefined;
  if (until === undefined) return next;
  return language === 'en' ? `${next} Should it not have ended by ${until}, it is ended then.` : `${next}若到 ${until} 仍未结束，届时将被终止。`;
}
