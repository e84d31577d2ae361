import { languageOf } from '../../../local/demo/languages.ts';
import { Timeline, widthOf, wrapped } from '../../../local/demo/timeline.ts';

/** The story is read in a terminal, in two languages, beside whatever else stands there. */
const printed = (columns: number, tell: (timeline: Timeline) => void): readonly string[] => {
  const lines: string[] = [];
  tell(new Timeline((line) => lines.push(line), columns));
  return lines;
};
const english = 'the administrator gives her a role that may see the runs, and she asks again, and is answered with what there is';
const chinese = '管理员授予可查看执行的角色；林再次查询，得到全部执行。随后收回角色，下一个请求即被拒绝，会话也随之结束。';

test.each([[80, english], [120, english], [80, chinese], [120, chinese]])('at %d columns no line is longer than that', (columns, text) => {
  const lines = printed(columns, (timeline) => timeline.moment(text.repeat(3)));
  expect(lines.length).toBeGreaterThan(1);
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(columns);
});

test('nothing of a text is lost by breaking it', () => {
  expect(wrapped(english, 30).join(' ')).toBe(english);
  expect(wrapped(chinese, 30).join('')).toBe(chinese);
});

test('an address is never broken, and stands at the margin where it does not fit otherwise', () => {
  const short = 'http://localhost:8080/people/usr_1';
  const long = `http://localhost:8080/runs/user_registration-${'0'.repeat(36)}`;
  expect(printed(80, (timeline) => [short, long].forEach((url) => timeline.link(url))).map((line) => line.trim())).toEqual([`│   → ${short}`, long]);
});

test.each([
  [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh-CN'], [undefined, { LANG: 'C' }, 'en'], [undefined, {}, 'en'], [undefined, { LC_ALL: 'zh_TW', LANG: 'en_GB' }, 'zh-CN'], ['en', { LANG: 'zh_CN' }, 'en'], ['ZH-cn', {}, 'zh-CN'],
] as const)('asked for %s in %o it speaks %s', (asked, environment, language) => {
  expect(languageOf(asked, environment)).toBe(language);
});

test('a language that it does not speak is refused by naming those that it does', () => {
  expect(() => languageOf('fr', {})).toThrow('zh-CN / en');
});
