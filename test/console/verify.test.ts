import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { buildConsole } from '../../console/build.ts';
import { securityHeaders } from '../../console/headers.ts';

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const installedBrowser = async (): Promise<string | undefined> => {
  const named = process.env['CHROMIUM_PATH'];
  for (const path of named ? [named] : usualPaths) {
    if (await access(path).then(() => true, () => false)) return path;
  }
  return undefined;
};

const browserPath = await installedBrowser();

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Behaviour = Answer | 'cuts the line' | 'never answers';

const problem = (status: number, name: string, detail: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  body: { type: `https://example.com/problems/${name}`, title: name, status, detail, requestId: 'req-7f3a' },
  headers: { ...headers, 'content-type': 'application/problem+json' },
});
const verified: Answer = { status: 200, body: { status: 'verified' } };
const expired = problem(400, 'token-expired', 'Too old.');
const healthy: Answer = { status: 200, body: { status: 'ok', stage: 'local', version: '1.2.3' } };

const verifyPath = '/api/auth/verify-email';
const resendPath = '/api/auth/resend-verification';
const healthPath = '/api/health';

/** The built console and an API that does as told, under one origin as in production. */
const startOrigin = async (folder: string) => {
  const posts: { path: string; body: unknown; language: string | undefined }[] = [];
  const api = new Map<string, Behaviour>();
  const server = Fastify({ forceCloseConnections: true });

  server.route({ method: ['GET', 'POST'], url: '/api/*', handler: (request, reply) => {
    if (request.method === 'POST') posts.push({ path: request.url, body: request.body, language: request.headers['accept-language'] });
    const behaviour = api.get(request.url) ?? 'cuts the line';
    if (typeof behaviour === 'string') {
      reply.hijack();
      if (behaviour === 'cuts the line') request.raw.socket.destroy();
      return;
    }
    void reply.status(behaviour.status).headers({ 'content-type': 'application/json', ...behaviour.headers }).send(JSON.stringify(behaviour.body));
  } });
  await server.register(fastifyStatic, { root: folder, cacheControl: false });
  server.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/')) reply.headers(securityHeaders);
  });
  server.setNotFoundHandler((_request, reply) => reply.sendFile('index.html'));
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return { address, posts, api, stop: () => server.close() };
};

/** What the browser complains about. A refused API call is logged by the browser itself and is no fault of the page. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isRefusedCall = message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/');
    if (['error', 'warning'].includes(message.type()) && !isRefusedCall) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
};

/** Texts whose contrast to what lies behind them is under 4.5:1, computed in the page. */
const faintTexts = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour) => {
    const [r, g, b] = rgb(colour).slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (rgb(colour)[3] === 255) return colour;
    }
    return 'white';
  };
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && element.checkVisibility())
    .filter((element) => contrast(luminance(getComputedStyle(element).color), luminance(behind(element))) < 4.5)
    .map((element) => element.textContent);
})()`;

/** What makes a screen unreadable: faint texts in either colour scheme, or a need to scroll sideways at 320 px. */
const flawsOf = async (page: Page) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const faintInLight = await page.evaluate(faintTexts);
  await page.emulateMedia({ colorScheme: 'dark' });
  const faintInDark = await page.evaluate(faintTexts);
  await page.setViewportSize({ width: 320, height: 640 });
  return { faintInLight, faintInDark, widthNeeded: await page.evaluate('document.documentElement.scrollWidth') };
};
const noFlaws = { faintInLight: [], faintInDark: [], widthNeeded: 320 };

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
  let folder: string;
  let origin: Awaited<ReturnType<typeof startOrigin>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  const button = (name: string) => page.getByRole('button', { name });
  const title = () => page.getByRole('heading', { level: 1 });
  /** One page per reader for all tests: a fresh one costs more than a whole test. */
  const readers = new Map<string, { page: Page; complaints: string[] }>();
  const readerOf = async (locale: string) => {
    const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
    context.setDefaultTimeout(3000);
    const newPage = await context.newPage();
    const reader = { page: newPage, complaints: complaintsOf(newPage) };
    readers.set(locale, reader);
    return reader;
  };
  const open = async (path: string, locale = 'en-GB') => {
    ({ page, complaints } = readers.get(locale) ?? await readerOf(locale));
    complaints.length = 0;
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto('about:blank');
    await page.goto(`${origin.address}${path}`);
    await title().waitFor();
  };
  /** The heading that the result brings, or the one still there when it does not come. */
  const titleBecomes = async (text: string) => {
    await page.getByRole('heading', { level: 1, name: text }).waitFor().catch(() => undefined);
    return title().textContent();
  };
  const appears = (text: string) => page.getByText(text).waitFor().then(() => true);
  const openLink = async (behaviour: Behaviour) => {
    origin.api.set(verifyPath, behaviour);
    await open('/verify#token=t0ken-_1');
  };
  const confirm = () => button('Confirm email address').click();
  const documentLanguage = () => page.evaluate('document.documentElement.lang');
  const postsTo = (path: string) => origin.posts.filter((post) => post.path === path);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-'));
    await buildConsole(folder);
    origin = await startOrigin(folder);
    browser = await chromium.launch({ executablePath: browserPath, args: flags });
  }, 20_000);

  afterAll(async () => {
    await browser?.close();
    await origin?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe('in the browser, with every screen readable in light and dark and on a narrow phone,', () => {
    beforeEach(() => {
      origin.posts.length = 0;
      origin.api.clear();
      origin.api.set(healthPath, healthy);
    });

    afterEach(async () => {
      const flaws = await flawsOf(page);
      await page.evaluate('localStorage.clear()');
      expect({ complaints, ...flaws }).toEqual({ complaints: [], ...noFlaws });
    });

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
