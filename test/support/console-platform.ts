import { readFile } from 'node:fs/promises';
import { STATUS_CODES } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ROOT } from '../../local/cdk.ts';
import { browserPath, chromiumFlags } from './console-in-browser.ts';
import { whereItIs } from './console-platform-file.ts';
import type { Reached, SeededRuns } from './console-seeds.ts';

export interface ConsolePlatform extends Reached {
  readonly runs: SeededRuns;
  /** A tenant with so many runs that were never run. */
  readonly crowd: { readonly tenantId: string; readonly count: number };
}

/** What is seen of a page by its width; 640 of a screen of 1280 that is zoomed to 200 %. */
const heights = { 1280: 800, 640: 400, 390: 844, 320: 640 } as const;
export interface Sight { readonly language: 'zh-CN' | 'en'; readonly theme: 'light' | 'dark'; readonly width: keyof typeof heights }
export const usualSight: Sight = { language: 'en', theme: 'light', width: 1280 };
/** Everything that every view is judged in. */
export const everySight: readonly Sight[] = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => ([1280, 390] as const).map((width) => ({ language, theme, width }))));

/** How far the page has jumped, by what the browser itself measures. */
export const watchForJumps = `window.jumped = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumped += entry.value; }).observe({ type: 'layout-shift' })`;

const screenshots = join(ROOT, '.build', 'screenshots');
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult { readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[] }[] }

/** The console over the deployed platform, in a browser in which its administrator is logged in. */
export class ConsoleAtWork {
  readonly platform: ConsolePlatform;
  readonly page: Page;
  /** Errors in the browser's console and requests that failed, since the last `open`. */
  readonly complaints: string[] = [];
  /** Calls of the API since the last `open`. */
  readonly calls: string[] = [];
  readonly #browser: Browser;
  #sight: Sight = usualSight;

  private constructor(platform: ConsolePlatform, browser: Browser, page: Page) {
    this.platform = platform;
    this.page = page;
    this.#browser = browser;
    this.#listen();
  }

  static async start({ loggedIn = true, zoom = 1, forcedColors = false } = {}): Promise<ConsoleAtWork> {
    const platform = JSON.parse(await readFile(whereItIs, 'utf8')) as ConsolePlatform;
    const browser = await chromium.launch({ executablePath: browserPath ?? 'no browser', args: chromiumFlags });
    const context = await browser.newContext({
      locale: 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'], deviceScaleFactor: zoom, ...(forcedColors && { forcedColors: 'active' }),
    });
    context.setDefaultTimeout(30_000);
    if (loggedIn) await context.addCookies([{ name: 'session', value: platform.token, url: platform.consoleUrl, httpOnly: true, sameSite: 'Strict' }]);
    return new ConsoleAtWork(platform, browser, await context.newPage());
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }

  /** Opens a view as a reader with these preferences sees it, and waits until it has its data. */
  async open(path: string, sight: Partial<Sight> = {}): Promise<Page> {
    this.#sight = { ...usualSight, ...sight };
    const { language, theme, width } = this.#sight;
    // A page of the same origin that is no view: what the reader chose is stored there.
    await this.page.route('**/preferences', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }));
    await this.page.goto(new URL('/preferences', this.platform.consoleUrl).href);
    await this.page.evaluate(`localStorage.setItem('language', '${language}'); localStorage.setItem('theme', '${theme}')`);
    [this.complaints.length, this.calls.length] = [0, 0];
    await this.page.setViewportSize({ width, height: heights[width] });
    await this.page.goto(new URL(path, this.platform.consoleUrl).href);
    await this.settled();
    return this.page;
  }

  /** There is a heading, and nothing waits for data any more. */
  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  /** Kept as an artefact, by view and by how it was seen. Of what lies over the page only the screen is: the page behind it would be drawn further than its veil. */
  async screenshot(name: string, { fullPage = true } = {}): Promise<void> {
    const { language, theme, width } = this.#sight;
    await this.page.screenshot({ path: join(screenshots, `${name}-${language}-${theme}-${width}.png`), fullPage });
  }

  /** What axe finds serious or critical on the page as it stands, contrast among it. */
  async seriousFindings(): Promise<readonly string[]> {
    await this.page.evaluate(axeSource);
    const { violations } = await this.page.evaluate<AxeResult>("axe.run(document, { resultTypes: ['violations'] })");
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`);
  }

  /** What the browser notes of one call that is refused, for a test that means it to be; sorted. */
  refusal(status: number, path: string): readonly string[] {
    const { href } = new URL(`/api${path}`, this.platform.consoleUrl);
    return [`${status} ${href}`, `console: Failed to load resource: the server responded with a status of ${status} (${STATUS_CODES[status]}) ${href}`];
  }

  /** What there was to complain about until now, sorted; from here on it is forgotten. */
  takeComplaints(): readonly string[] {
    return this.complaints.splice(0).toSorted();
  }

  /** So far the page must be moved sideways to see everything, in pixels. */
  sidewaysOverflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  #listen(): void {
    this.page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    this.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`console: ${message.text()} ${message.location().url}`);
    });
    this.page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.status()} ${response.url()}`);
    });
    // What is cut off because the reader goes elsewhere has not failed.
    this.page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.complaints.push(`failed: ${request.url()}`);
    });
    this.page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) this.calls.push(`${request.method()} ${pathname.slice('/api'.length)}${search}`);
    });
    this.page.on('dialog', (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }
}
