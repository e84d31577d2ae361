import { join } from 'node:path';
import { guide } from '../../lambdas/api/guide/guide.ts';
import { routes } from '../../lambdas/api/index.ts';
import { openapiDocument } from '../../lambdas/kit/openapi-document.ts';
import { ROOT } from '../../local/cdk.ts';
import { ConsoleInBrowser, problem, withBrowser, type Answer, type Behaviour } from '../support/console-in-browser.ts';
import { flawsOf, noFlaws } from '../support/console-legibility.ts';

const healthy: Answer = { status: 200, body: { status: 'ok', stage: 'local', version: '1.2.3' } };
const apiDocument: Answer = { status: 200, body: openapiDocument(routes, { version: '1.0.0', sessionCookie: '__Host-session', guide }) };
const verify = '/api/auth/verify-email';

/** Every page that a mail leads to, and what it says afterwards. */
const pages: readonly (readonly [name: string, path: string, answer?: readonly [url: string, behaviour: Behaviour]])[] = [
  ['verify', '/verify#token=t0ken-_1'],
  ['verify-done', '/verify#token=t0ken-_1', [verify, { status: 200, body: { status: 'verified' } }]],
  ['verify-already', '/verify#token=t0ken-_1', [verify, problem(400, 'already-verified', 'Used.')]],
  ['verify-expired', '/verify#token=t0ken-_1', [verify, problem(400, 'token-expired', 'Too old.')]],
  ['verify-failing', '/verify#token=t0ken-_1', [verify, problem(500, 'internal', 'Fault.')]],
  ['verify-wrong', '/verify'], ['reset', '/reset#reset=t0ken-_1'], ['reset-wrong', '/reset'], ['keep-account', '/cancel-deletion?request=del_7#cancel=t0ken-_1'],
  ['acknowledge', '/acknowledge-deletion?request=del_7#acknowledge=t0ken-_1'], ['not-found', '/no/such/page'], ['api-docs', '/api-docs'],
];
const sights = [{ locale: 'zh-CN', colorScheme: 'light', width: 390 }, { locale: 'zh-CN', colorScheme: 'dark', width: 1280 }, { locale: 'en-GB', colorScheme: 'dark', width: 390 }, { locale: 'en-GB', colorScheme: 'light', width: 1280 }] as const;

withBrowser('the pages that mails lead to', () => {
  let inBrowser: ConsoleInBrowser;

  beforeAll(async () => {
    inBrowser = await ConsoleInBrowser.start();
  }, 20_000);
  afterAll(() => inBrowser?.stop());

  test.each(sights)('are whole in $locale, $colorScheme, $width wide, and their pictures are kept', async ({ locale, colorScheme, width }) => {
    const found: unknown[] = [];
    for (const [name, path, answer] of pages) {
      inBrowser.forget();
      inBrowser.origin.api.set('/api/health', healthy);
      inBrowser.origin.api.set('/api/openapi.json', apiDocument);
      if (answer) inBrowser.origin.api.set(...answer);
      const page = await inBrowser.open(path, locale);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      if (answer) {
        const before = await inBrowser.title().textContent();
        await page.locator('main .act button').first().click();
        await inBrowser.title().filter({ hasNotText: before ?? '' }).waitFor();
      }
      await page.screenshot({ path: join(ROOT, '.build', 'screenshots', `page-${name}-${locale}-${colorScheme}-${width}.png`), fullPage: name !== 'api-docs' });
      found.push([name, await flawsOf(page)]);
    }
    expect(found).toEqual(pages.map(([name]) => [name, noFlaws]));
  }, 60_000);
});
