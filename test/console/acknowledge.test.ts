import type { Page } from 'playwright-core';
import { ConsoleInBrowser, noFlaws, problem, withBrowser, type Answer, type Behaviour } from '../support/console-in-browser.ts';

const path = '/api/deletion-requests/del_7/acknowledge';
const done: Answer = { status: 200, body: { requestId: 'del_7', status: 'ACKNOWLEDGED', acknowledgedAt: '2026-03-02T08:00:00.000Z' } };

const outcomes: readonly { fact: string; behaviour: Behaviour; zh: readonly [string, string]; en: readonly [string, string] }[] = [
  { fact: 'it is acknowledged', behaviour: done, zh: ['已确认', '感谢'], en: ['Acknowledged', 'Thank you'] },
  { fact: 'the link is not known', behaviour: problem(404, 'not-found', 'No.'), zh: ['链接无法识别', '联系发件方'], en: ['This link is not known', 'ask whoever sent it'] },
  { fact: 'the service cannot be reached', behaviour: 'cuts the line', zh: ['暂时未能确认', '请检查网络后重试'], en: ['Not acknowledged for now', 'Check the connection'] },
  { fact: 'the service has a fault, with the code to quote', behaviour: problem(503, 'unavailable', 'Later.'), zh: ['暂时未能确认', 'req-7f3a'], en: ['Not acknowledged for now', 'req-7f3a'] },
];

withBrowser('the page on which an office acknowledges a deletion, readable in light and dark and on a narrow phone,', () => {
  let inBrowser: ConsoleInBrowser;
  let page: Page;
  const open = async (locale?: string) => {
    page = await inBrowser.open('/acknowledge-deletion?request=del_7#acknowledge=t0ken-_1', locale);
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
    expect([inBrowser.origin.posts, page.url()]).toEqual([[], `${inBrowser.origin.address}/acknowledge-deletion`]);
    await page.reload();
    expect(await inBrowser.titleBecomes('The code of the link is missing')).toBe('The code of the link is missing');
  });

  test('sends the token once, also after a double click', async () => {
    inBrowser.origin.api.set(path, done);
    await open();
    await inBrowser.button('Acknowledge the notice').dblclick();
    expect(await inBrowser.titleBecomes('Acknowledged')).toBe('Acknowledged');
    expect(inBrowser.origin.posts).toEqual([{ path, body: { token: 't0ken-_1' }, language: 'en' }]);
  });

  test.each(outcomes)('tells in both languages: $fact', async ({ behaviour, zh, en }) => {
    inBrowser.origin.api.set(path, behaviour);
    await open('zh-CN');
    await inBrowser.button('确认已收到通知').click();
    expect(await inBrowser.titleBecomes(zh[0])).toBe(zh[0]);
    expect(await page.getByRole('main').textContent()).toContain(zh[1]);
    await inBrowser.button('English').click();
    expect(await inBrowser.titleBecomes(en[0])).toBe(en[0]);
    expect(await page.getByRole('main').textContent()).toContain(en[1]);
  });
});
