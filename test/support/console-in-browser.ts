import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { buildConsole } from '../../console/build.ts';
import { securityHeaders } from '../../console/headers.ts';

export const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const installedBrowser = async (): Promise<string | undefined> => {
  const named = process.env['CHROMIUM_PATH'];
  for (const path of named ? [named] : usualPaths) {
    if (await access(path).then(() => true, () => false)) return path;
  }
  return undefined;
};

export const browserPath = await installedBrowser();
/** Tests that need one: where none is installed they are skipped. */
export const withBrowser = (name: string, tests: () => void): void => (browserPath === undefined ? describe.skip : describe)(name, tests);

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Behaviour = Answer | 'cuts the line' | 'never answers';

export const problem = (status: number, name: string, detail: string, headers: Answer['headers'] = {}): Answer => ({
  status,
  body: { type: `https://example.com/problems/${name}`, title: name, status, detail, requestId: 'req-7f3a' },
  headers: { ...headers, 'content-type': 'application/problem+json' },
});
/** What it answers until it is told otherwise: nobody has logged in. */
const ofVisitors: ReadonlyMap<string, Behaviour> = new Map([['/api/auth/session', { status: 200, body: { stage: 'local', authenticated: false } }]]);

/** The built console and an API that does as told, under one origin as in production. */
const startOrigin = async (folder: string) => {
  const posts: { path: string; body: unknown; language: string | undefined }[] = [];
  const api = new Map<string, Behaviour>();
  const server = Fastify({ forceCloseConnections: true });

  server.route({ method: ['GET', 'POST'], url: '/api/*', handler: (request, reply) => {
    if (request.method === 'POST') posts.push({ path: request.url, body: request.body, language: request.headers['accept-language'] });
    const behaviour = api.get(request.url) ?? ofVisitors.get(request.url) ?? 'cuts the line';
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

type Origin = Awaited<ReturnType<typeof startOrigin>>;

/** What the browser notes of a call that the API was told to refuse or to break off; undefined where it was told to answer well, or nothing. */
const notedOf = (behaviour: Behaviour | undefined): string | undefined => {
  if (behaviour === undefined || behaviour === 'never answers') return undefined;
  if (behaviour === 'cuts the line') return 'net::ERR_EMPTY_RESPONSE';
  return behaviour.status >= 400 ? `the server responded with a status of ${behaviour.status} ` : undefined;
};

/** What the browser complains about, but for exactly what the test has told the API to do. */
const complaintsOf = (page: Page, { address, api }: Pick<Origin, 'address' | 'api'>): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    const noted = notedOf(api.get(url.slice(address.length)));
    if (['error', 'warning'].includes(message.type()) && !(noted !== undefined && message.text().startsWith(`Failed to load resource: ${noted}`))) complaints.push(`${message.text()} ${url}`);
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
export const noFlaws = { complaints: [], faintInLight: [], faintInDark: [], widthNeeded: 320 };

/** The built console in a browser, one page per reader for all tests: a fresh one costs more than a whole test. */
export class ConsoleInBrowser {
  readonly origin: Origin;
  /** What the browser complained about since the last `open`. */
  complaints: string[] = [];
  #page: Page | undefined;
  readonly #folder: string;
  readonly #browser: Browser;
  readonly #readers = new Map<string, { page: Page; complaints: string[] }>();

  private constructor(folder: string, origin: ConsoleInBrowser['origin'], browser: Browser) {
    this.#folder = folder;
    this.origin = origin;
    this.#browser = browser;
  }

  static async start(executablePath = browserPath ?? 'no browser'): Promise<ConsoleInBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'console-'));
    await buildConsole(folder);
    return new ConsoleInBrowser(folder, await startOrigin(folder), await chromium.launch({ executablePath, args: chromiumFlags }));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.origin.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** As before any test: nothing was posted, and the API has been told nothing. */
  forget(): void {
    this.origin.posts.length = 0;
    this.origin.api.clear();
  }

  /** What the browser complained about, and what makes the screen unreadable; what the reader chose is forgotten afterwards. */
  async flaws() {
    const flaws = await flawsOf(this.page);
    await this.page.evaluate('localStorage.clear()');
    return { complaints: this.complaints, ...flaws };
  }

  get page(): Page {
    if (!this.#page) throw new Error('no page is open yet');
    return this.#page;
  }

  async open(path: string, locale = 'en-GB'): Promise<Page> {
    const { page, complaints } = this.#readers.get(locale) ?? await this.#readerOf(locale);
    [this.#page, this.complaints] = [page, complaints];
    complaints.length = 0;
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto('about:blank');
    await page.goto(`${this.origin.address}${path}`);
    await this.title().waitFor();
    return page;
  }

  button(name: string) {
    return this.page.getByRole('button', { name });
  }

  title() {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** The heading that the result brings, or the one still there when it does not come. */
  async titleBecomes(text: string): Promise<string | null> {
    await this.page.getByRole('heading', { level: 1, name: text }).waitFor().catch(() => undefined);
    return this.title().textContent();
  }

  appears(text: string): Promise<boolean> {
    return this.page.getByText(text).waitFor().then(() => true);
  }

  postsTo(path: string) {
    return this.origin.posts.filter((post) => post.path === path);
  }

  async #readerOf(locale: string) {
    const context = await this.#browser.newContext({ locale, reducedMotion: 'reduce' });
    context.setDefaultTimeout(3000);
    const page = await context.newPage();
    const reader = { page, complaints: complaintsOf(page, this.origin) };
    this.#readers.set(locale, reader);
    return reader;
  }
}
