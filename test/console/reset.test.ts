import type { Page } from 'playwright-core';
import { en as inEnglish } from '../../console/src/words/en.ts';
import { zhCN as inChinese } from '../../console/src/words/zh-cn.ts';
import { fieldTexts } from '../../lambdas/kit/problem-texts.ts';
import { ConsoleInBrowser, noFlaws, problem, withBrowser, type Answer, type Behaviour } from '../support/console-in-browser.ts';

const resetPath = '/api/auth/reset-password';
const requestPath = '/api/auth/request-password-reset';
const done: Answer = { status: 200, body: {} };
const weak = (code = 'password-common', detail = 'this password is too common'): Answer => ({
  ...problem(400, 'invalid-request', 'A field is wrong.'),
  body: { type: '/problems/invalid-request', detail: 'A field is wrong.', requestId: 'req-7f3a', errors: [{ pointer: '/password', code, detail }] },
});
/** Where everything that can be seen stands, to the pixel. */
const places = `[...document.querySelectorAll('.card, .card *')].filter((element) => !element.closest('.unseen, button'))
  .map((element) => element.localName + ' ' + ['x', 'y', 'width', 'height'].map((side) => Math.round(element.getBoundingClientRect()[side])).join(' '))`;
const focused = 'document.activeElement.name || document.activeElement.textContent';
const sendButton = `(({ x, y, width, height }) => [x, y, width, height].map(Math.round))(document.querySelector('[type=submit]').getBoundingClientRect())`;
const PASSWORD = 'seven grey herons';

const outcomes: readonly { fact: string; behaviour: Behaviour; zh: readonly [string, string]; en: readonly [string, string] }[] = [
  { fact: 'the password is set', behaviour: done, zh: ['新密码已设置', 'API 密钥均已失效'], en: ['The new password is set', 'API keys of before have ended'] },
  { fact: 'the link was used', behaviour: problem(400, 'reset-used', 'Used.'), zh: ['链接已使用', '申请链接'], en: ['This link was used', 'Request a link'] },
  { fact: 'the link has expired', behaviour: problem(400, 'reset-expired', 'Old.'), zh: ['链接已过期', '您的密码没有改变'], en: ['This link has expired', 'Your password has not changed'] },
  { fact: 'the link is not known', behaviour: problem(400, 'reset-unknown', 'No.'), zh: ['链接无法识别', '已被更新的邮件取代'], en: ['This link is not known', 'a newer mail has replaced it'] },
  { fact: 'the service cannot be reached', behaviour: 'cuts the line', zh: ['暂时未能设置', '请检查网络后重试'], en: ['Not set for now', 'Check the connection'] },
  { fact: 'the service has a fault, with the code to quote', behaviour: problem(503, 'unavailable', 'Later.'), zh: ['暂时未能设置', 'req-7f3a'], en: ['Not set for now', 'req-7f3a'] },
  { fact: 'how long to wait after too many requests', behaviour: problem(429, 'too-many-requests', 'Slow.', { 'retry-after': '30' }), zh: ['暂时未能设置', '请在 30 秒后重试'], en: ['Not set for now', 'Try again in 30 s'] },
  { fact: 'a long wait in minutes', behaviour: problem(429, 'too-many-requests', 'Slow.', { 'retry-after': '3479' }), zh: ['暂时未能设置', '请在 58 分钟后重试'], en: ['Not set for now', 'Try again in 58 min.'] },
  { fact: 'too many requests without a time to wait', behaviour: problem(429, 'too-many-requests', 'Slow.'), zh: ['暂时未能设置', '请稍后重试'], en: ['Not set for now', 'Try again later'] },
];

withBrowser('the page of a reset link, readable in light and dark and on a narrow phone,', () => {
  let inBrowser: ConsoleInBrowser;
  let page: Page;
  const open = async (path = '/reset#reset=t0ken-_1', locale?: string) => {
    page = await inBrowser.open(path, locale);
  };
  const field = () => page.getByLabel('New password', { exact: true });
  const set = async (password = PASSWORD) => {
    await field().fill(password);
    await inBrowser.button('Set the new password').click();
  };

  beforeAll(async () => {
    inBrowser = await ConsoleInBrowser.start();
  }, 20_000);
  afterAll(() => inBrowser?.stop());
  beforeEach(() => {
    inBrowser.forget();
    inBrowser.origin.api.set('/api/health', { status: 200, body: { status: 'ok', stage: 'local', version: '1.2.3' } });
  });
  afterEach(async () => expect(await inBrowser.flaws()).toEqual(noFlaws));

  test('changes nothing when it is opened, and keeps the token out of address bar and history', async () => {
    await open();
    await page.waitForLoadState('networkidle');
    expect([inBrowser.origin.posts, page.url()]).toEqual([[], `${inBrowser.origin.address}/reset`]);
    await page.reload();
    expect(await inBrowser.titleBecomes('Forgotten your password?')).toBe('Forgotten your password?');
  });

  test('sends token and password once, also after a double click, in the language of the page', async () => {
    inBrowser.origin.api.set(resetPath, done);
    await open();
    await field().fill(PASSWORD);
    await inBrowser.button('Set the new password').dblclick();
    expect(await inBrowser.titleBecomes('The new password is set')).toBe('The new password is set');
    expect(inBrowser.origin.posts).toEqual([{ path: resetPath, body: { token: 't0ken-_1', password: PASSWORD }, language: 'en' }]);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('The new password is set');
  });

  test('says that the answer is awaited', async () => {
    inBrowser.origin.api.set(resetPath, 'never answers');
    await open();
    await set();
    await inBrowser.button('Setting…').click({ force: true });
    expect([await inBrowser.button('Setting…').getAttribute('aria-disabled'), await page.getByRole('status').textContent()]).toEqual(['true', 'Setting…']);
    expect(inBrowser.origin.posts).toHaveLength(1);
  });

  test('can be used by the keyboard alone', async () => {
    inBrowser.origin.api.set(resetPath, done);
    await open();
    await field().focus();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    expect(await inBrowser.titleBecomes('The new password is set')).toBe('The new password is set');
  });

  test.each(outcomes)('tells in both languages: $fact', async ({ behaviour, zh, en }) => {
    inBrowser.origin.api.set(resetPath, behaviour);
    await open(undefined, 'zh-CN');
    await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
    await inBrowser.button('设置新密码').click();
    expect(await inBrowser.titleBecomes(zh[0])).toBe(zh[0]);
    expect(await page.getByRole('main').textContent()).toContain(zh[1]);
    await inBrowser.button('English').click();
    expect(await inBrowser.titleBecomes(en[0])).toBe(en[0]);
    expect(await page.getByRole('main').textContent()).toContain(en[1]);
  });

  test('shows what was typed on demand, and hides it again; a password manager knows what it is', async () => {
    await open();
    await field().fill(PASSWORD);
    const type = () => field().getAttribute('type');
    expect([await type(), await field().getAttribute('autocomplete')]).toEqual(['password', 'new-password']);
    const before = await page.evaluate(places);
    await inBrowser.button('Show password').click();
    expect([await type(), await field().inputValue(), await inBrowser.button('Hide password').textContent()]).toEqual(['text', PASSWORD, 'Hide']);
    expect(await page.evaluate(places)).toEqual(before);
    await inBrowser.button('Hide password').click();
    expect(await type()).toBe('password');
  });

  test('says at the field what is wrong with a password, and the link stays good', async () => {
    inBrowser.origin.api.set(resetPath, weak());
    await open();
    await set('short');
    expect([await inBrowser.appears('Enter at least 8 characters.'), inBrowser.origin.posts.length]).toEqual([true, 0]);
    await set('password1234');
    expect([await inBrowser.appears('This password is too common'), await field().getAttribute('aria-invalid')]).toEqual([true, 'true']);
    expect(await page.evaluate(focused)).toBe('password');
    await inBrowser.button('中文').click();
    expect(await inBrowser.appears('这个密码过于常见')).toBe(true);
    await inBrowser.button('English').click();
    inBrowser.origin.api.set(resetPath, done);
    await set();
    expect(await inBrowser.titleBecomes('The new password is set')).toBe('The new password is set');
    expect(inBrowser.postsTo(resetPath).map(({ body }) => (body as { token: string }).token)).toEqual(['t0ken-_1', 't0ken-_1']);
  });

  test('shows the words of the service for a fault of the password that it does not know itself', async () => {
    inBrowser.origin.api.set(resetPath, weak('password-leaked', 'this password was in a leak'));
    await open();
    await set();
    expect([await inBrowser.appears('this password was in a leak'), await page.evaluate(focused)]).toEqual([true, 'password']);
  });

  test.each([
    { when: 'it is sent', first: undefined, button: 'Set the new password' },
    { when: 'another is sent after a weak one', first: weak(), button: 'Set the new password' },
    { when: 'it is sent again after trouble', first: problem(503, 'unavailable', 'Later.'), button: 'Try again' },
  ])('moves nothing while the answer is awaited: $when', async ({ first, button }) => {
    await open();
    await field().fill(PASSWORD);
    if (first) {
      inBrowser.origin.api.set(resetPath, first);
      await inBrowser.button('Set the new password').click();
      await page.getByText(first.status === 503 ? 'Later.' : 'This password is too common').waitFor();
    }
    inBrowser.origin.api.set(resetPath, 'never answers');
    const before = [await page.evaluate(places), await page.evaluate(sendButton)];
    await inBrowser.button(button).click();
    await inBrowser.button('Setting…').waitFor();
    expect([await page.evaluate(places), await page.evaluate(sendButton)]).toEqual(before);
  });

  test('says anew at the heading when trying again brings trouble again', async () => {
    inBrowser.origin.api.set(resetPath, problem(503, 'unavailable', 'Later.'));
    await open();
    await set();
    await inBrowser.titleBecomes('Not set for now');
    await inBrowser.button('Try again').click();
    await page.waitForFunction(`${focused} === 'Not set for now'`);
    expect(inBrowser.postsTo(resetPath)).toHaveLength(2);
  });

  test('keeps what was typed through trouble', async () => {
    inBrowser.origin.api.set(resetPath, problem(503, 'unavailable', 'Later.'));
    await open();
    await set();
    await inBrowser.titleBecomes('Not set for now');
    inBrowser.origin.api.set(resetPath, done);
    await inBrowser.button('Try again').click();
    expect(await inBrowser.titleBecomes('The new password is set')).toBe('The new password is set');
    expect(inBrowser.postsTo(resetPath)).toHaveLength(2);
  });

  test('asks for a link by tenant and address, from the start page on', async () => {
    inBrowser.origin.api.set(requestPath, { status: 202, body: {} });
    await open('/');
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.getByLabel('Tenant ID').fill('demo');
    await page.getByLabel('Email address').fill('ada@example.com');
    await inBrowser.button('Send the link').click();
    expect(await inBrowser.titleBecomes('Link requested')).toBe('Link requested');
    expect(inBrowser.postsTo(requestPath)).toEqual([{ path: requestPath, body: { tenantId: 'demo', email: 'ada@example.com' }, language: 'en' }]);
  });

  test('says how long to wait when links were asked for too often, and moves nothing while it is asked again', async () => {
    inBrowser.origin.api.set(requestPath, problem(429, 'too-many-requests', 'Slow.', { 'retry-after': '3479' }));
    await open('/reset', 'zh-CN');
    await page.getByLabel('租户 ID').fill('demo');
    await page.getByLabel('邮箱地址').fill('ada@example.com');
    await inBrowser.button('发送链接').click();
    expect(await inBrowser.appears('请求过于频繁，邮件尚未申请。请在 58 分钟后重试。')).toBe(true);
    expect(await page.getByRole('status').first().textContent()).toMatch(/重试。请求编号req-7f3a$/);
    const before = await page.evaluate(places);
    inBrowser.origin.api.set(requestPath, 'never answers');
    await inBrowser.button('发送链接').click();
    await inBrowser.button('正在发送…').waitFor();
    expect([await page.evaluate(places), await page.getByText('58 分钟').isVisible()]).toEqual([before, false]);
    await inBrowser.button('English').click();
  });

  test('keeps the token in the memory of the page alone', async () => {
    inBrowser.origin.api.set(resetPath, problem(503, 'unavailable', 'Later.'));
    await open();
    await set();
    await inBrowser.titleBecomes('Not set for now');
    const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, location.href, document.documentElement.outerHTML])');
    expect(kept).not.toContain('t0ken-_1');
  });

  test('starts over with another link that is opened in the same tab', async () => {
    inBrowser.origin.api.set(resetPath, problem(400, 'reset-expired', 'Old.'));
    await open();
    await set();
    await inBrowser.titleBecomes('This link has expired');
    inBrowser.origin.api.set(resetPath, done);
    await page.evaluate('location.hash = "reset=newer"');
    await set();
    expect(await inBrowser.titleBecomes('The new password is set')).toBe('The new password is set');
    expect(inBrowser.postsTo(resetPath).map(({ body }) => (body as { token: string }).token)).toEqual(['t0ken-_1', 'newer']);
  });
});

test('what the service finds weak in a password has words of the page in both languages', () => {
  const codes = Object.keys(fieldTexts.en).filter((code) => code.startsWith('password-')).toSorted();
  expect([Object.keys(inEnglish.reset.weak).toSorted(), Object.keys(inChinese.reset.weak).toSorted()]).toEqual([codes, codes]);
});
