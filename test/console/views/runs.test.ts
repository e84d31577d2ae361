import { jest } from '@jest/globals';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight } from '../../support/console-platform.ts';
import { register, runIn } from '../../support/console-seeds.ts';

jest.setTimeout(120_000);

withBrowser('the list of runs', () => {
  let reader: ConsoleAtWork;
  const page = () => reader.page;
  const rows = () => page().locator('.run-rows tbody tr');
  const states = () => page().locator('.run-rows tbody .state').allTextContents();
  const hrefs = () => rows().locator('.row-link').evaluateAll<string[], { getAttribute(name: string): string | null }>((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const titles = () => rows().locator('.code').evaluateAll<string[], { getAttribute(name: string): string | null }>((codes) => codes.map((code) => code.getAttribute('title') ?? ''));
  const search = () => Object.fromEntries(new URL(page().url()).searchParams);
  /** As many as the console asks for at once. Other suites add runs of their own, so how many there are nobody knows. */
  const onOnePage = 50;
  const only = async (word: string) => {
    await rows().filter({ hasNotText: word }).first().waitFor({ state: 'detached' });
    await rows().filter({ hasText: word }).first().waitFor();
  };
  const alsoOther = async (word: string) => rows().filter({ hasNotText: word }).first().waitFor();

  beforeAll(async () => {
    reader = await ConsoleAtWork.start();
  });
  afterAll(() => reader?.stop());
  afterEach(() => expect(reader.complaints).toEqual([]));

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    for (const [path, name] of [['/runs', 'runs'], ['/runs?view=needs_a_person', 'runs-person'], ['/runs?subject=usr_nobody', 'runs-none']] as const) {
      await reader.open(path, sight);
      await reader.screenshot(name);
      expect(await reader.seriousFindings()).toEqual([]);
      expect(await reader.sidewaysOverflow()).toBe(0);
    }
  });

  test('tells of every run why it is where it is, without opening any', async () => {
    await reader.open('/runs');
    for (const text of await rows().locator('td:nth-child(3)').allTextContents()) expect(text.length).toBeGreaterThan(10);
    expect(await page().locator('main').textContent()).not.toMatch(/COMPLETED|COMPENSAT|user_registration/);
  });

  test('is filtered by state, process, user and time; each choice stands in the address, and Back undoes it', async () => {
    await reader.open('/runs');
    await page().getByLabel('State', { exact: true }).selectOption('COMPENSATED');
    await only('Compensated');
    expect([search(), new Set(await states())]).toEqual([{ status: 'COMPENSATED' }, new Set(['Compensated'])]);
    await page().goBack();
    await alsoOther('Compensated');
    await page().getByLabel('Process', { exact: true }).selectOption('role_revocation');
    await page().getByLabel('Time', { exact: true }).selectOption('24h');
    await only('Role revocation');
    expect(search()).toEqual({ type: 'role_revocation', time: '24h' });
    expect(await hrefs()).not.toEqual([]);
    expect((await hrefs()).filter((each) => !each.startsWith('/runs/role_revocation-'))).toEqual([]);
    const subject = (await rows().locator('.code').first().getAttribute('title')) ?? '';
    await page().getByRole('link', { name: 'Clear the filters' }).click();
    await alsoOther('Role revocation');
    await page().getByLabel('User id').fill(subject);
    await page().keyboard.press('Enter');
    await page().waitForURL(/subject=usr_/);
    await reader.settled();
    expect(new Set(await titles())).toEqual(new Set([subject]));
  });

  test('never puts a mail address into the address of the page', async () => {
    await reader.open('/runs');
    await page().getByLabel('User id').fill('mei@example.org');
    await page().keyboard.press('Enter');
    await page().getByText('Use the id of the user').waitFor();
    expect(page().url()).not.toContain('example.org');
  });

  test('says when nothing matches, and how to see something again', async () => {
    await reader.open('/runs?subject=usr_nobody');
    await page().getByText('Nothing matches').waitFor();
    await page().locator('.empty').getByRole('link', { name: 'Clear the filters' }).click();
    await rows().first().waitFor();
    expect(search()).toEqual({});
  });

  test('lets new runs wait for a click: no row moves by itself', async () => {
    await reader.open('/runs');
    const before = await hrefs();
    const userId = await register(reader.platform, `late.${Date.now()}@example.org`);
    const runId = await runIn(reader.platform, 'user_registration', userId, 'COMPLETED');
    const news = page().getByRole('button', { name: '+1 new' });
    await news.waitFor({ timeout: 15_000 });
    expect(await hrefs()).toEqual(before);
    await news.click();
    expect(await hrefs()).toEqual([`/runs/${runId}`, ...before].slice(0, onOnePage));
  });

  test('is walked through, opened and left with the keyboard alone', async () => {
    await reader.open('/');
    await page().keyboard.press('g');
    await page().keyboard.press('r');
    await page().waitForURL('**/runs');
    await reader.settled();
    await rows().first().waitFor();
    const focused = () => page().evaluate<number>("[...document.querySelectorAll('[data-row]')].indexOf(document.activeElement)");
    for (const key of ['j', 'j', 'j', 'k']) await page().keyboard.press(key);
    expect(await focused()).toBe(1);
    await page().keyboard.press('/');
    expect(await page().evaluate("document.activeElement.getAttribute('name')")).toBe('type');
    await page().keyboard.press('Escape');
    await page().keyboard.press('j');
    const opened = await page().evaluate<string>("document.activeElement.getAttribute('href')");
    await page().keyboard.press('Enter');
    await page().waitForURL(`**${opened}`);
    await reader.settled();
  });
});
