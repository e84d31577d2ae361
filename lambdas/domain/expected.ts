import type { Language } from './language.ts';

/** What is expected where neither limit nor pattern says it. A check names it in its `params`, and whoever is refused reads it. */
export const expectations = {
  time: { 'zh-CN': '应为 UTC 时间，如 2026-03-02T08:00:00Z', en: 'a time in UTC is expected, such as 2026-03-02T08:00:00Z' },
  emailAddress: { 'zh-CN': '应为邮箱地址，如 anna@example.com', en: 'an e-mail address is expected, such as anna@example.com' },
  oneLine: { 'zh-CN': '应为一行文字，不含控制字符', en: 'text on one line is expected, without control characters' },
  visible: { 'zh-CN': '至少需要一个可见字符', en: 'at least one visible character is expected' },
  timezone: { 'zh-CN': '应为时区名称，如 Asia/Shanghai', en: 'the name of a time zone is expected, such as Asia/Shanghai' },
  password: { 'zh-CN': '应为 1 至 1024 字节的有效 Unicode', en: '1 to 1024 bytes of valid Unicode are expected' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
export type Expected = keyof typeof expectations;

/** For the `params` of a check. */
export const expects = (expected: Expected): { readonly expected: Expected } => ({ expected });
