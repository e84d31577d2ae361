import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { guide } from '../../lambdas/api/guide/guide.ts';
import { routes } from '../../lambdas/api/index.ts';
import { openapiDocument } from '../../lambdas/kit/openapi-document.ts';
import { ConsoleInBrowser, noFlaws, withBrowser } from '../support/console-in-browser.ts';

const document = openapiDocument(routes, { version: '1.0.0', sessionCookie: '__Host-session', guide });
const pictures = process.env['API_DOCS_PICTURES'];

withBrowser('the page to read the API, readable in light and dark and on a narrow phone,', () => {
  let inBrowser: ConsoleInBrowser;
  const open = (address: string, locale?: string): Promise<Page> => {
    inBrowser.origin.api.set('/api/openapi.json', { status: 200, body: document });
    return inBrowser.open(address, locale);
  };

  beforeAll(async () => {
    inBrowser = await ConsoleInBrowser.start();
  }, 20_000);
  afterAll(() => inBrowser?.stop());
  beforeEach(() => inBrowser.forget());
  afterEach(async () => expect(await inBrowser.flaws()).toEqual(noFlaws));

  test.each([['en-GB', 'API documentation', 'Good answers'], ['zh-CN', 'API 文档', '成功响应']])('opens without a login and leads to every operation (%s)', async (locale, title, answers) => {
    const page = await open('/api-docs', locale);
    expect(await inBrowser.title().textContent()).toBe(title);
    expect(await page.locator('.api-list li').count()).toBe(routes.length);
    await page.getByRole('link', { name: /^GET Runs of the tenant/ }).click();
    expect(await inBrowser.titleBecomes('Runs of the tenant, newest first')).toBe('Runs of the tenant, newest first');
    expect(new URL(page.url()).search).toBe('?op=list-runs');
    expect(await page.getByRole('heading', { name: answers }).count()).toBe(1);
    expect(await page.locator('.api-sample').first().textContent()).toContain(`curl -X GET '${inBrowser.origin.address}/api/workflows/runs?`);
    expect(inBrowser.origin.posts).toEqual([]);
  });

  test('what is typed finds an operation by its path or words, and says when there is none', async () => {
    const page = await open('/api-docs');
    await page.getByRole('searchbox').fill('post dead redrive');
    expect(await page.locator('.api-list li').allTextContents()).toEqual([expect.stringContaining('Redrive a dead letter')]);
    await page.getByRole('searchbox').fill('nothing like it');
    expect(await inBrowser.appears('No operation matches')).toBe(true);
  });

  test.each([
    ['en-GB', ['1. Log in', '2. Make a call', '3. Page through', '4. Follow a 202', '5. Understand an error']], ['zh-CN', ['1. 登录', '2. 调用', '3. 翻页', '4. 跟进 202', '5. 看懂错误']],
  ])('begins with the calls that a stranger needs first, to be copied (%s)', async (locale, begins) => {
    const page = await open('/api-docs', locale);
    expect(await page.locator('.api-sample figcaption').allTextContents()).toEqual(begins.map((begin) => expect.stringContaining(begin) as string));
    const [logIn = '', ...others] = await page.locator('.api-sample pre').allTextContents();
    expect(logIn).toContain(`API=${inBrowser.origin.address}/api\n`);
    expect(others.filter((text) => !text.includes('-H "Authorization: Bearer $TOKEN"'))).toEqual([]);
  });

  test('an operation tells each word of a field one by one, and what to do about each error', async () => {
    const page = await open('/api-docs?op=list-runs');
    expect(await inBrowser.titleBecomes('Runs of the tenant, newest first')).toBe('Runs of the tenant, newest first');
    expect(await page.locator('.api-words').first().locator('li').allTextContents()).toContain('needs_a_person: what waits for an operator');
    expect(await page.locator('.api-fields .api-field', { hasText: 'forbidden' }).last().textContent()).toContain('ask an administrator of your tenant');
  });

  test('an error leads to a page about it, which is also where its type leads', async () => {
    const page = await open('/api-docs?op=revoke-role');
    await page.getByRole('link', { name: 'last-administrator' }).click();
    expect(await inBrowser.titleBecomes('A tenant has at least one administrator')).toBe('A tenant has at least one administrator');
    expect(new URL(page.url()).pathname).toBe('/problems/last-administrator');
    expect(await page.locator('.api-pane .api-errors li').allTextContents()).toEqual(expect.arrayContaining(['DELETE /users/{id}/roles/{roleId}']));
  });

  test('a problem that there is not says so', async () => {
    await open('/problems/no-such-thing');
    expect(await inBrowser.titleBecomes('There is no such problem')).toBe('There is no such problem');
  });

  test('every operation can be shown', async () => {
    const page = await open('/api-docs');
    const shown: string[] = [];
    for (const link of await page.locator('.api-list li a').all()) {
      await link.click();
      shown.push(new URL(page.url()).searchParams.get('op') ?? '');
      expect(await page.locator('.api-pane .api-sample pre').first().textContent()).toMatch(/^curl -X /);
    }
    expect(shown.toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
  });

  (pictures === undefined ? test.skip : test)('pictures', async () => {
    mkdirSync(pictures ?? '', { recursive: true });
    for (const [name, address] of [['start', '/api-docs'], ['operation', '/api-docs?op=change-config'], ['problem', '/problems/stale-version']] as const)
      for (const scheme of ['light', 'dark'] as const)
        for (const width of [1280, 390]) {
          const page = await open(address, width === 390 ? 'zh-CN' : 'en-GB');
          await page.emulateMedia({ colorScheme: scheme });
          await page.setViewportSize({ width, height: 800 });
          await page.screenshot({ path: `${pictures}/${name}-${scheme}-${width}.png`, fullPage: name !== 'start' });
        }
  });
});
