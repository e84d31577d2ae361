import type { Page } from 'playwright-core';
import { ConsoleInBrowser, noFlaws, problem, withBrowser, type Answer, type Behaviour } from '../support/console-in-browser.ts';

const cancelPath = '/api/deletion-requests/del_7/cancel';
const done: Answer = { status: 200, body: { requestId: 'del_7', status: 'CANCELLED' } };

const outcomes: readonly { fact: string; behaviour: Behaviour; zh: readonly [string, string]; en: readonly [string, string] }[] = [
  { fact: 'the account stays', behaviour: done, zh: ['账户已保留', '没有删除任何数据'], en: ['Your account stays', 'nothing was deleted'] },
  { fact: 'the deletion has begun', behaviour: problem(409, 'past-the-pivot', 'Begun.'), zh: ['为时已晚', '回执码'], en: ['It is too late', 'receipt code'] },
  { fact: 'the link is not known', behaviour: problem(404, 'not-found', 'No.'), zh: ['链接无法识别', '联系管理员'], en: ['This link is not known', 'ask an administrator'] },
  { fact: 'the service cannot be reached', behaviour: 'cuts the line', zh: ['暂时未能取消', '请检查网络后重试'], en: ['Not cancelled for now', 'Check the connection'] },
  { fact: 'the service has a fault, with the code to quote', behaviour: problem(503, 'unavailable', 'Later.'), zh: ['暂时未能取消', 'req-7f3a'], en: ['Not cancelled for now', 'req-7f3a'] },
  { fact: 'how long to wait after too many requests', behaviour: problem(429, 'too-many-requests', 'Slow.', { 'retry-after': '30' }), zh: ['暂时未能取消', '请在 30 秒后重试'], en: ['Not cancelled for now', 'Try again in 30 s'] },
];

withBrowser('the page on which a deletion is taken back, readable in light and dark and on a narrow phone,', () => {
  let inBrowser: ConsoleInBrowser;
  let page: Page;
  const open = async (path = '/cancel-deletion?request=del_7#cancel=t0ken-_1', locale?: string) => {
    page = await inBrowser.open(path, locale);
  };

  beforeAll(async () => {
    inBrowser = await ConsoleInBrowser.start();
  }, 20_000);
  afterAll(() => inBrowser?.stop());
  beforeEach(() => inBrowser.forget());
  afterEach(async () => expect(await inBrowser.flaws()).toEqual(noFlaws));

  test('changes nothing when it is opened, and keeps the token out of address bar and history', async () => {
    await open();
    await page.waitForLoadState('networkidle');
    expect([inBrowser.origin.posts, page.url()]).toEqual([[], `${inBrowser.origin.address}/cancel-deletion`]);
    await page.reload();
    expect(await inBrowser.titleBecomes('The code of the link is missing')).toBe('The code of the link is missing');
  });

  test('sends the token once, also after a double click, in the language of the page', async () => {
    inBrowser.origin.api.set(cancelPath, done);
    await open();
    await inBrowser.button('Keep my account').dblclick();
    expect(await inBrowser.titleBecomes('Your account stays')).toBe('Your account stays');
    expect(inBrowser.origin.posts).toEqual([{ path: cancelPath, body: { token: 't0ken-_1' }, language: 'en' }]);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Your account stays');
  });

  test('says that the answer is awaited, and can be used by the keyboard alone', async () => {
    inBrowser.origin.api.set(cancelPath, 'never answers');
    await open();
    await inBrowser.button('Keep my account').focus();
    await page.keyboard.press('Enter');
    await inBrowser.button('Cancelling…').waitFor();
    expect([await inBrowser.button('Cancelling…').getAttribute('aria-disabled'), await page.getByRole('status').textContent()]).toEqual(['true', 'Cancelling…']);
    expect(inBrowser.origin.posts).toHaveLength(1);
  });

  test.each(outcomes)('tells in both languages: $fact', async ({ behaviour, zh, en }) => {
    inBrowser.origin.api.set(cancelPath, behaviour);
    await open(undefined, 'zh-CN');
    await inBrowser.button('保留我的账户').click();
    expect(await inBrowser.titleBecomes(zh[0])).toBe(zh[0]);
    expect(await page.getByRole('main').textContent()).toContain(zh[1]);
    await inBrowser.button('English').click();
    expect(await inBrowser.titleBecomes(en[0])).toBe(en[0]);
    expect(await page.getByRole('main').textContent()).toContain(en[1]);
  });

  test('can be tried again after trouble with the same link', async () => {
    inBrowser.origin.api.set(cancelPath, problem(503, 'unavailable', 'Later.'));
    await open();
    await inBrowser.button('Keep my account').click();
    await inBrowser.titleBecomes('Not cancelled for now');
    inBrowser.origin.api.set(cancelPath, done);
    await inBrowser.button('Try again').click();
    expect(await inBrowser.titleBecomes('Your account stays')).toBe('Your account stays');
    expect(inBrowser.postsTo(cancelPath)).toHaveLength(2);
  });
});
