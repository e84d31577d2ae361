import * as z from 'zod/mini';
import { emailAddress } from '../../../lambdas/domain/email-address.ts';
import { identifier } from '../../../lambdas/domain/identifier.ts';
import { languages } from '../../../lambdas/domain/language.ts';
import { oneLine } from '../../../lambdas/domain/one-line.ts';
import { timezone } from '../../../lambdas/domain/timezone.ts';
import { validated } from '../../../lambdas/kit/json-body.ts';
import { documentOf, Problem } from '../../../lambdas/kit/problem.ts';

/** Whoever is refused reads what would have been right, and nothing of what he sent. */
const input = z.strictObject({
  id: identifier, email: emailAddress, title: oneLine(20), zone: timezone, at: z.iso.datetime(), language: z.enum(languages), limit: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
  reason: z.string().check(z.minLength(3)), parts: z.array(z.string()).check(z.maxLength(2)), on: z.boolean(),
});
const good = { id: 'a-1', email: 'anna@example.com', title: 'An order', zone: 'UTC', at: '2026-03-02T08:00:00Z', language: 'en', limit: 5, reason: 'because', parts: [], on: true };

function detailOf(field: string, value: unknown, language: (typeof languages)[number]): string | undefined {
  try {
    validated(input, { ...good, [field]: value });
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return documentOf(error, language, 'request').errors?.find(({ pointer }) => pointer === `/${field}`)?.detail;
  }
}

test('what is right is not refused', () => {
  expect(validated(input, good)).toEqual(good);
});

test.each([
  ['limit', 101, 'is too big: 100 at the most', '数值过大：最多 100'],
  ['limit', 0, 'is too small: 1 at the least', '数值过小：至少 1'],
  ['limit', 'secret-word', 'has the wrong type: a number is expected', '类型不正确：应为数字'],
  ['on', 'secret-word', 'has the wrong type: true or false is expected', '类型不正确：应为 true 或 false'],
  ['reason', 'x', 'is too short: 3 characters at the least', '内容过短：至少 3 个字符'],
  ['parts', ['1', '2', '3'], 'is too big: 2 entries at the most', '数值过大：最多 2 项'],
  ['language', 'secret-word', 'is not one of the allowed values: zh-CN, en', '不是允许的值：zh-CN, en'],
  ['at', 'secret-word', 'has the wrong format: a time in UTC is expected, such as 2026-03-02T08:00:00Z', '格式不正确：应为 UTC 时间，如 2026-03-02T08:00:00Z'],
  ['id', 'secret.word', 'has the wrong format: it must match /^[A-Za-z0-9_-]{1,64}$/', '格式不正确：须符合 /^[A-Za-z0-9_-]{1,64}$/'],
  ['email', 'secret-word', 'has the wrong format: an e-mail address is expected, such as anna@example.com', '格式不正确：应为邮箱地址，如 anna@example.com'],
  ['zone', 'Secret/Word', 'has the wrong format: the name of a time zone is expected, such as Asia/Shanghai', '格式不正确：应为时区名称，如 Asia/Shanghai'],
  ['title', 'secret-word '.repeat(9), 'has the wrong format: 20 characters at the most', '格式不正确：最多 20 个字符'],
  ['title', 'secret\nword', 'has the wrong format: text on one line is expected, without control characters', '格式不正确：应为一行文字，不含控制字符'],
  ['title', '  ', 'has the wrong format: at least one visible character is expected', '格式不正确：至少需要一个可见字符'],
  ['email', undefined, 'is required', '此字段必填'],
  ['colour', 'secret-word', 'is not known here, leave it out', '不支持此字段，请移除'],
])('%s of %j is refused with what would have been right', (field, value, en, zh) => {
  expect(detailOf(field, value, 'en')).toBe(en);
  expect(detailOf(field, value, 'zh-CN')).toBe(zh);
});
