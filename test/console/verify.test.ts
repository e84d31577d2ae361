import type { Page } from 'playwright-core';
import { securityHeaders } from '../../console/headers.ts';
import { browserPath, ConsoleInBrowser, noFlaws, problem, usualPaths, type Answer, type Behaviour } from '../support/console-in-browser.ts';

const verified: Answer = { status: 200, body: { status: 'verified' } };
const expired = problem(400, 'token-expired', 'Too old.');
const healthy: Answer = { status: 200, body: { status: 'ok', stage: 'local', version: '1.2.3' } };

const verifyPath = '/api/auth/verify-email';
const resendPath = '/api/auth/resend-verification';
const healthPath = '/api/health';

const outcomes: readonly { fact: string; behaviour: Behaviour; zh: readonly [string, string]; en: readonly [string, string] }[] = [
  { fact: 'the address is confirmed and the account on its way', behaviour: verified,
    zh: ['邮箱已确认', '您的账户正在激活，稍后即可登录'], en: ['Email address confirmed', 'you can log in shortly'] },
  { fact: 'the account is active', behaviour: { status: 200, body: { status: 'active' } },
    zh: ['账户已激活', '现在可以登录'], en: ['Account active', 'You can log in now'] },
  { fact: 'the address was confirmed before, as a success', behaviour: problem(400, 'already-verified', 'Used.'),
    zh: ['邮箱此前已确认', '无需再次确认'], en: ['Already confirmed', 'nothing left to confirm'] },
  { fact: 'the link has expired, and a new mail can be had', behaviour: expired,
    zh: ['链接已过期', '申请新的验证邮件'], en: ['This link has expired', 'Request a new verification mail'] },
  { fact: 'the link is not known', behaviour: problem(400, 'token-unknown', 'No.'),
    zh: ['链接无法识别', '已被新的验证邮件取代'], en: ['This link is not known', 'a newer verification mail has replaced it'] },
  { fact: 'the service refuses the link as malformed', behaviour: problem(400, 'validation', 'The token is 3 characters too short.'),
    zh: ['链接无法识别', '3 characters too short'], en: ['This link is not known', '3 characters too short'] },
  { fact: 'the service cannot be reached', behaviour: 'cuts the line',
    zh: ['暂时未能确认', '请检查网络后重试'], en: ['Not confirmed for now', 'Check the connection and try again'] },
  { fact: 'the service has a fault, with the code to quote', behaviour: problem(500, 'internal', 'Fault.'),
    zh: ['暂时未能确认', 'req-7f3a'], en: ['Not confirmed for now', 'req-7f3a'] },
  { fact: 'how long to wait after too many requests', behaviour: problem(429, 'rate-limited', 'Slow.', { 'retry-after': '30' }),
    zh: ['暂时未能确认', '请在 30 秒后重试'], en: ['Not confirmed for now', 'Try again in 30 s'] },
  { fact: 'an answer that makes no sense is a fault of the service', behaviour: { status: 200, body: { status: 'sideways' } },
    zh: ['暂时未能确认', '服务暂时出错'], en: ['Not confirmed for now', 'The service has a fault'] },
];

const hostileTexts = [
  '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>', '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<style>*{display:none}</style>', '&lt;img src=x onerror=alert(1)&gt;',
];
const elementTree = '[...document.querySelectorAll("*")].map((element) => element.localName)';
const focusedText = 'document.activeElement.textContent';

if (browserPath === undefined) {
  test('the console was NOT tried in a browser, because none is installed here', () => {
    process.stdout.write(`No browser found (CHROMIUM_PATH, ${usualPaths.join(', ')}): the console suite was left out.\n`);
    expect(browserPath).toBeUndefined();
  });
} else {
  let inBrowser: ConsoleInBrowser;
  let origin: ConsoleInBrowser['origin'];
  let page: Page;

  const button = (name: string) => inBrowser.button(name);
  const title = () => inBrowser.title();
  const titleBecomes = (text: string) => inBrowser.titleBecomes(text);
  const appears = (text: string) => inBrowser.appears(text);
  const open = async (path: string, locale?: string) => {
    page = await inBrowser.open(path, locale);
  };
  const openLink = async (behaviour: Behaviour) => {
    origin.api.set(verifyPath, behaviour);
    await open('/verify#token=t0ken-_1');
  };
  const confirm = () => button('Confirm email address').click();
  const documentLanguage = () => page.evaluate('document.documentElement.lang');
  const postsTo = (path: string) => inBrowser.postsTo(path);

  beforeAll(async () => {
    inBrowser = await ConsoleInBrowser.start();
    ({ origin } = inBrowser);
  }, 20_000);

  afterAll(() => inBrowser?.stop());

  describe('in the browser, with every screen readable in light and dark and on a narrow phone,', () => {
    beforeEach(() => {
      inBrowser.forget();
      origin.api.set(healthPath, healthy);
    });

    afterEach(async () => expect(await inBrowser.flaws()).toEqual(noFlaws));

    test('opening a verification link changes nothing, as mail scanners open links too', async () => {
      await openLink(verified);
      await page.waitForLoadState('networkidle');
      expect(origin.posts).toEqual([]);
      expect(await page.getByRole('main').getByRole('button').allTextContents()).toEqual(['Confirm email address']);
    });

    test('the token is gone from the address bar and from the history', async () => {
      await open('/');
      await page.goto(`${origin.address}/verify#token=t0ken-_1`);
      await button('Confirm email address').waitFor();
      expect(page.url()).toBe(`${origin.address}/verify`);
      await page.goBack();
      await page.goForward();
      await title().waitFor();
      expect(page.url()).toBe(`${origin.address}/verify`);
    });

    test('pressing the button sends the token once, in the language of the page', async () => {
      await openLink(verified);
      await confirm();
      expect(await titleBecomes('Email address confirmed')).toBe('Email address confirmed');
      expect(origin.posts).toEqual([{ path: verifyPath, body: { token: 't0ken-_1' }, language: 'en' }]);
    });

    test('a double click sends it once', async () => {
      await openLink(verified);
      await button('Confirm email address').dblclick();
      expect(await titleBecomes('Email address confirmed')).toBe('Email address confirmed');
      expect(origin.posts).toHaveLength(1);
    });

    test('while the answer is awaited the button says so, and pressing it again sends nothing', async () => {
      await openLink('never answers');
      await page.evaluate(`(() => { const button = document.querySelector('main button'); button.click(); button.click(); })()`);
      await button('Confirming…').click({ force: true });
      await page.waitForTimeout(100);
      expect(await button('Confirming…').getAttribute('aria-disabled')).toBe('true');
      expect(await page.getByRole('status').textContent()).toBe('Confirming…');
      expect(origin.posts).toHaveLength(1);
    });

    test('the keyboard alone will do, and reading goes on at the result', async () => {
      await openLink(verified);
      for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
      expect(await page.evaluate(focusedText)).toBe('Confirm email address');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
      await page.keyboard.press('Enter');
      expect(await titleBecomes('Email address confirmed')).toBe('Email address confirmed');
      expect(await page.evaluate(focusedText)).toBe('Email address confirmed');
    });

    test.each(outcomes)('the page tells in both languages: $fact', async ({ behaviour, zh, en }) => {
      origin.api.set(verifyPath, behaviour);
      await open('/verify#token=t0ken-_1', 'zh-CN');
      await button('确认邮箱').click();
      expect(await titleBecomes(zh[0])).toBe(zh[0]);
      expect(await page.getByRole('main').textContent()).toContain(zh[1]);
      expect(await documentLanguage()).toBe('zh-CN');
      await button('English').click();
      expect(await titleBecomes(en[0])).toBe(en[0]);
      expect(await page.getByRole('main').textContent()).toContain(en[1]);
      expect(await documentLanguage()).toBe('en');
    });

    test('a link without a token is told apart in both languages, and nothing is sent', async () => {
      await open('/verify', 'zh-CN');
      expect(await title().textContent()).toBe('缺少验证信息');
      await button('English').click();
      expect(await titleBecomes('The verification code is missing')).toBe('The verification code is missing');
      expect(origin.posts).toEqual([]);
    });

    test('after trouble, trying again confirms the address with the same token', async () => {
      await openLink(problem(503, 'unavailable', 'Later.'));
      await confirm();
      await button('Try again').waitFor();
      origin.api.set(verifyPath, verified);
      await button('Try again').click();
      expect(await titleBecomes('Email address confirmed')).toBe('Email address confirmed');
      expect(postsTo(verifyPath).map(({ body }) => body)).toEqual([{ token: 't0ken-_1' }, { token: 't0ken-_1' }]);
    });

    test('another link opened in the same tab starts over', async () => {
      await openLink(expired);
      await confirm();
      await titleBecomes('This link has expired');
      origin.api.set(verifyPath, verified);
      await page.evaluate('location.hash = "token=newer"');
      await confirm();
      expect(await titleBecomes('Email address confirmed')).toBe('Email address confirmed');
      expect(postsTo(verifyPath).map(({ body }) => body)).toEqual([{ token: 't0ken-_1' }, { token: 'newer' }]);
    });

    test('a new mail is asked for by tenant and address', async () => {
      origin.api.set(resendPath, { status: 202, body: {} });
      await openLink(expired);
      await confirm();
      await page.getByLabel('Tenant ID').fill(' demo ');
      await page.getByLabel('Email address').fill('ada@example.com');
      await button('Send verification mail').click();
      expect(await titleBecomes('New mail requested')).toBe('New mail requested');
      expect(postsTo(resendPath)).toEqual([{ path: resendPath, body: { tenantId: 'demo', email: 'ada@example.com' }, language: 'en' }]);
    });

    test('what is missing is said at its field, and no mail is asked for', async () => {
      await open('/verify');
      await page.getByLabel('Email address').fill('ada');
      await button('Send verification mail').click();
      expect(await appears('Enter the tenant ID.')).toBe(true);
      expect(await appears('Enter a complete email address')).toBe(true);
      expect(await page.evaluate('document.activeElement.name')).toBe('tenantId');
      expect(origin.posts).toEqual([]);
    });

    test('when a new mail could not be asked for, what was typed stays and can be sent again', async () => {
      await open('/verify');
      await page.getByLabel('Tenant ID').fill('demo');
      await page.getByLabel('Email address').fill('ada@example.com');
      origin.api.set(resendPath, 'cuts the line');
      await button('Send verification mail').click();
      expect(await appears('the mail may not have been requested')).toBe(true);
      origin.api.set(resendPath, { status: 202, body: {} });
      await button('Send verification mail').click();
      expect(await titleBecomes('New mail requested')).toBe('New mail requested');
    });

    test('texts from outside stay text, whatever they contain', async () => {
      await openLink(problem(500, 'internal', 'harmless'));
      await confirm();
      await appears('harmless');
      const neutral = await page.evaluate(elementTree);
      for (const text of hostileTexts) {
        origin.api.set(verifyPath, problem(500, 'internal', text));
        await button('Try again').click();
        expect(await appears(text)).toBe(true);
        expect(await page.evaluate(elementTree)).toEqual(neutral);
      }
    });

    test('the language is chosen by a visible switch and remembered', async () => {
      await openLink(verified);
      await button('中文').click();
      expect(await titleBecomes('确认您的邮箱地址')).toBe('确认您的邮箱地址');
      expect(await page.title()).toBe('确认邮箱 · 业务流程平台');
      await page.reload();
      expect(await titleBecomes('缺少验证信息')).toBe('缺少验证信息');
      expect(await documentLanguage()).toBe('zh-CN');
    });

    test('a reader of neither language gets Chinese', async () => {
      await open('/', 'fr-FR');
      expect(await documentLanguage()).toBe('zh-CN');
    });

    test('the start page shows that the service runs, where, and which version', async () => {
      await open('/');
      expect(await appears('1.2.3')).toBe(true);
      expect(await page.getByRole('region', { name: 'Service status' }).textContent()).toMatch(/Running.*local.*1\.2\.3/);
    });

    test('the start page says when the service cannot be reached, and checks again on demand', async () => {
      origin.api.set(healthPath, 'cuts the line');
      await open('/');
      expect(await appears('Cannot be reached')).toBe(true);
      origin.api.set(healthPath, healthy);
      await button('Check now').click();
      expect(await appears('1.2.3')).toBe(true);
    });

    test('a service status that the page does not know is shown by its own name', async () => {
      origin.api.set(healthPath, { status: 200, body: { status: 'draining', stage: 'dev', version: '1' } });
      await open('/');
      expect(await appears('The service reports: draining')).toBe(true);
    });

    test('from an address that does not exist one click leads to the start page, and Back returns', async () => {
      await open('/no/such/page');
      expect(await title().textContent()).toBe('This page does not exist');
      await page.getByRole('link', { name: 'Back to the start page' }).click();
      expect(await titleBecomes('Every process, seen through to its end')).toBe('Every process, seen through to its end');
      await page.goBack();
      expect(await titleBecomes('This page does not exist')).toBe('This page does not exist');
    });
  });

  test('every file, and every address that shows the console, carries the security headers', async () => {
    for (const path of ['/', '/index.html', '/app.js', '/styles.css', '/icon.svg', '/verify', '/no/such/page']) {
      const { headers, status } = await fetch(`${origin.address}${path}`);
      const carried = Object.fromEntries(Object.keys(securityHeaders).map((name) => [name, headers.get(name)]));
      expect({ path, status, carried }).toEqual({ path, status: 200, carried: securityHeaders });
    }
  });
}

test('the content security policy allows nothing but the own origin, and framing by nobody', () => {
  const directives = (securityHeaders['Content-Security-Policy'] ?? '').split('; ');
  expect(directives).toEqual(expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]));
  const sources = directives.flatMap((directive) => directive.split(' ').slice(1));
  expect(sources.filter((source) => !["'none'", "'self'", "'script'"].includes(source))).toEqual([]);
});

test('browsers are held to HTTPS for at least a year', () => {
  const [, seconds] = /max-age=(\d+)/.exec(securityHeaders['Strict-Transport-Security'] ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(365 * 24 * 3600);
});
