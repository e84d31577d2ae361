import { languageNow } from '../language.tsx';

type Both = Readonly<Record<'zh-CN' | 'en', string>>;

/** What went wrong, by the name under which the platform knows it. */
const errors: Readonly<Record<string, Both>> = {
  BusinessRefusal: { 'zh-CN': '被明确拒绝', en: 'Refused for good' },
  TransientFailure: { 'zh-CN': '故障持续未恢复', en: 'A fault that did not pass' },
  OutcomeUnknown: { 'zh-CN': '结果未知', en: 'The outcome is unknown' },
  AddressRejected: { 'zh-CN': '邮箱地址被拒收', en: 'The address was rejected' },
  Unreadable: { 'zh-CN': '事件无法读取', en: 'The event cannot be read' },
  Unclaimed: { 'zh-CN': '事件无人接收', en: 'Nobody took the event' },
  DeadlinePassed: { 'zh-CN': '超过期限', en: 'The deadline has passed' },
  ExecutionEnded: { 'zh-CN': '执行中断', en: 'The execution broke off' },
  'Sandbox.Timedout': { 'zh-CN': '超时', en: 'Timed out' },
  'States.Timeout': { 'zh-CN': '超时', en: 'Timed out' },
  'Lambda.TooManyRequestsException': { 'zh-CN': '并发不足', en: 'Too many at once' },
  'States.TaskFailed': { 'zh-CN': '步骤失败', en: 'The step failed' },
};

/** An error that this page does not know is shown by its own name. */
export const errorName = (errorClass: string): string => (Object.hasOwn(errors, errorClass) ? errors[errorClass]?.[languageNow.value] : undefined) ?? errorClass;
