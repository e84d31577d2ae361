import type * as z from 'zod/mini';
import { expectations, type Expected } from '../domain/expected.ts';
import type { Language } from '../domain/language.ts';

type Both = Readonly<Record<Language, string>>;
type Issue = z.core.$ZodIssue;

const types: Readonly<Record<string, Both>> = {
  string: { 'zh-CN': '应为字符串', en: 'a string is expected' }, number: { 'zh-CN': '应为数字', en: 'a number is expected' }, int: { 'zh-CN': '应为整数', en: 'a whole number is expected' },
  boolean: { 'zh-CN': '应为 true 或 false', en: 'true or false is expected' }, array: { 'zh-CN': '应为列表', en: 'a list is expected' }, object: { 'zh-CN': '应为 JSON 对象', en: 'a JSON object is expected' }, record: { 'zh-CN': '应为 JSON 对象', en: 'a JSON object is expected' },
};
const units: Readonly<Record<string, Both>> = { string: { 'zh-CN': ' 个字符', en: ' characters' }, array: { 'zh-CN': ' 项', en: ' entries' } };

const bound = (limit: number | bigint, origin: string, zh: string, en: string): Both =>
  ({ 'zh-CN': `${zh} ${limit}${units[origin]?.['zh-CN'] ?? ''}`, en: `${limit}${units[origin]?.en ?? ''} ${en}` });
const same = (text: string): Both => ({ 'zh-CN': text, en: text });

/** What would have been right, as far as the schema says it; of what was sent nothing is repeated. */
export function expectationOf(issue: Issue): Both | undefined {
  switch (issue.code) {
    case 'invalid_type': return types[issue.expected];
    case 'too_small': return bound(issue.minimum, issue.origin, '至少', 'at the least');
    case 'too_big': return bound(issue.maximum, issue.origin, '最多', 'at the most');
    case 'invalid_value': return same(issue.values.map(String).join(', '));
    case 'invalid_format': return issue.format === 'datetime' ? expectations.time : patternIn(issue);
    case 'custom': return ofCheck(issue.params);
    case 'unrecognized_keys': case 'not_multiple_of': case 'invalid_union': case 'invalid_key': case 'invalid_element': return undefined;
  }
}

/** As our own checks name it. */
function ofCheck({ expected, longest }: Readonly<Record<string, unknown>> = {}): Both | undefined {
  if (typeof longest === 'number') return bound(longest, 'string', '最多', 'at the most');
  return isExpected(expected) ? expectations[expected] : undefined;
}

const isExpected = (value: unknown): value is Expected => typeof value === 'string' && Object.hasOwn(expectations, value);
const patternIn = ({ pattern }: Extract<Issue, { code: 'invalid_format' }>): Both | undefined =>
  (pattern === undefined ? undefined : { 'zh-CN': `须符合 ${pattern}`, en: `it must match ${pattern}` });
