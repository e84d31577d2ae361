import { languageNow } from '../language.tsx';

type Both = Readonly<Record<'zh-CN' | 'en', string>>;

/** What went wrong, by the name under which the platform knows it. */
const errors: Readonly<Record<string, Both>> = {
  BusinessRefusal: { 'zh-CN': '被明确拒绝', en: 'Refused for good' },
  TransientFailure: { 'zh-CN': '所依赖的服务出错', en: 'A dependency failed' },
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

/** What somebody who has read the name does next. */
const advice: Readonly<Record<string, Both>> = {
  BusinessRefusal: { 'zh-CN': '再次尝试不会有不同结果：请先处理拒绝的原因，再重试。', en: 'Another try ends the same way: deal with what was refused, then retry.' },
  TransientFailure: { 'zh-CN': '所依赖的服务恢复之后，重试即可成功。', en: 'A retry succeeds once what the step depends on is back.' },
  OutcomeUnknown: { 'zh-CN': '无法确定是否已经生效：请先核实，再决定重试。', en: 'It may have taken effect: look first, then decide on a retry.' },
  AddressRejected: { 'zh-CN': '请更正用户的邮箱地址，再重试。', en: 'Correct the address of the user, then retry.' },
};

/** An error that this page does not know is shown by its own name. */
export const errorName = (errorClass: string): string => (Object.hasOwn(errors, errorClass) ? errors[errorClass]?.[languageNow.value] : undefined) ?? errorClass;

/** Within a sentence a name that the page knows is not written like the beginning of one. */
export const errorInSentence = (errorClass: string): string => {
  const name = errorName(errorClass);
  return name === errorClass ? name : name.charAt(0).toLowerCase() + name.slice(1);
};

export const adviceOn = (errorClass: string): string | undefined => (Object.hasOwn(advice, errorClass) ? advice[errorClass]?.[languageNow.value] : undefined);
