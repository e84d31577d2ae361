import type { DeadLetterKind } from '../../domain/dead-letter.ts';
import type { Language } from '../../domain/language.ts';

/** What a redrive does. */
export type Redrive = 'resume' | 'compensate' | 'try the step' | 'publish' | 'under way' | 'locked' | 'nothing';

interface Texts { readonly cause: Readonly<Record<DeadLetterKind, string>>; readonly redrive: Readonly<Record<Redrive, string>> }

const zh: Texts = {
  cause: {
    failed_run: '执行中有必需步骤最终失败。', parked_step: '执行已完成，但此步骤最终失败，待人工处理。', poison_event: '该事件无法读取，未能发布。',
    undelivered_event: '该事件一直没有被对应流程接收。', failed_call: '一次后台调用最终失败；它要做的事由下一轮自动补做。', foreign_failure: '其他系统在事件总线上报告了失败；平台不知道如何补偿，未做任何更改，需人工判断。',
  },
  redrive: {
    resume: '从中断处继续执行；已完成的步骤不会重复。', compensate: '再次补偿未能补偿的步骤。', 'try the step': '再次尝试该次执行中待处理的步骤。',
    publish: '若事件可读，将再次发布。', 'under way': '正在处理，请稍后查看。', locked: '该账户即将删除、正在删除或已不存在，不会为其执行任何操作；可以说明原因并标记为已处理。', nothing: '没有可以重新投递的内容；了解原因后可以说明原因并标记为已处理。',
  },
};

const en: Texts = {
  cause: {
    failed_run: 'A required step of the run failed for good.', parked_step: 'The run has completed, but this step failed and is parked.',
    poison_event: 'The event cannot be read and was not published.', undelivered_event: 'No run has taken the event for a long time; it is being published again every minute.',
    failed_call: 'A call that nobody waited for failed for good; what it was to do is taken up by the next round.',
    foreign_failure: 'Another system told a failure on the event bus. The platform does not know what undoes it and has changed nothing; somebody must decide.',
  },
  redrive: {
    resume: 'Takes the run up where it was left; what is done is not done again.', compensate: 'Undoes once more what could not be undone.',
    'try the step': 'Tries once more what the run has parked.', publish: 'Publishes the event once more, if it can be read by then.',
    'under way': 'It is being dealt with; look again shortly.', locked: 'The account is about to be erased, is being erased or is gone, so nothing is done for it; it can be marked handled with a reason.', nothing: 'Nothing is left to be redriven; mark it handled with a reason once you know the cause.',
  },
};

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en };

interface Told { readonly kind: DeadLetterKind; readonly step?: string | undefined; readonly source?: string | undefined; readonly errorClass?: string | undefined }
/** Why it is here: a sentence, and behind it the step, or who said so, and the name of the error. */
export const deadLetterCause = ({ kind, step, source, errorClass }: Told, language: Language): string =>
  [texts[language].cause[kind], [step ?? source, errorClass].filter(Boolean).join(': ')].filter(Boolean).join(' ');
export const redriveText = (redrive: Redrive, language: Language): string => texts[language].redrive[redrive];
