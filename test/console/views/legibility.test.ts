import { jest } from '@jest/globals';
import { withBrowser } from '../../support/console-in-browser.ts';
import { flawsOf, lengthenTexts, noFlaws } from '../../support/console-legibility.ts';
import { ConsoleAtWork, type Sight } from '../../support/console-platform.ts';
import { activePerson, ask } from '../../support/console-seeds.ts';
import { newName, requestedDeletion } from '../../support/console-views-seeds.ts';

jest.setTimeout(180_000);

type View = readonly [name: string, path: string];
/** Those whose pictures are kept: one of each kind. */
const pictured = new Set(['overview', 'runs', 'run', 'dead-letters', 'deletion', 'person', 'configuration-of-process', 'tenants']);

async function viewsOf(reader: ConsoleAtWork): Promise<readonly View[]> {
  const { platform } = reader;
  const userId = await activePerson(platform, newName('legible'));
  const requestId = await requestedDeletion(platform, userId);
  const { body: { items } } = await ask<{ items: { userId: string }[] }>(platform, 'GET', '/users?limit=100');
  return [
    ['overview', '/'], ['runs', '/runs'], ['runs-person', '/runs?view=needs_a_person&step=SendWelcomeEmail'], ['run', `/runs/${platform.runs.compensationFailed}`], ['dead-letters', '/dead-letters'],
    ['deletions', '/deletions'], ['deletion', `/deletions/${requestId}`], ['people', '/people'], ['person', `/people/${userId}`], ['person-first', `/people/${items.at(-1)?.userId}`],
    ['configuration', '/configuration'], ['configuration-of-process', '/configuration/user_registration'], ['tenants', '/tenants'], ['api', '/api-docs'],
  ];
}

/** Somebody who sees badly, reads on something small, or reads in a language of long words loses nothing. */
withBrowser('every view', () => {
  let views: readonly View[] = [];
  let reader: ConsoleAtWork;

  beforeAll(async () => {
    reader = await ConsoleAtWork.start();
    views = await viewsOf(reader);
  });
  afterAll(() => reader?.stop());

  const flawsIn = async (as: string, by: ConsoleAtWork, sight: Partial<Sight>, change?: () => Promise<void>): Promise<readonly unknown[]> => {
    const found: unknown[] = [];
    for (const [name, path] of views) {
      await by.open(path, sight);
      await change?.();
      if (pictured.has(name)) await by.screenshot(`${name}-${as}`);
      found.push({ name, ...await flawsOf(by.page), complaints: [...by.complaints] });
    }
    return found;
  };
  const none = () => views.map(([name]) => ({ name, ...noFlaws, complaints: [] }));

  test.each(['zh-CN', 'en'] as const)('is whole on a screen 320 wide, in %s', async (language) => {
    expect(await flawsIn('narrow', reader, { language, width: 320 })).toEqual(none());
  });

  test('is whole where every word is 40 % longer, also on a phone', async () => {
    expect(await flawsIn('longer', reader, {}, () => lengthenTexts(reader.page))).toEqual(none());
    expect(await flawsIn('longer', reader, { width: 390 }, () => lengthenTexts(reader.page))).toEqual(none());
  });

  test('is whole at 200 %', async () => {
    const near = await ConsoleAtWork.start({ zoom: 2 });
    try {
      expect(await flawsIn('zoomed', near, { language: 'zh-CN', theme: 'dark', width: 640 })).toEqual(none());
    } finally {
      await near.stop();
    }
  });

  test('leads everywhere from its menu, where there is no room for it beside the page', async () => {
    const page = await reader.open('/runs', { width: 320 });
    const places = page.getByRole('navigation', { name: 'Main navigation' });
    expect(await places.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await places.getByRole('link').count()).toBeGreaterThanOrEqual(7);
    await reader.screenshot('menu', { fullPage: false });
    expect(await flawsOf(page)).toMatchObject({ sideways: 0, cut: [] });
    await places.getByRole('link', { name: 'Configuration' }).click();
    await page.waitForURL('**/configuration');
    expect(await places.isVisible()).toBe(false);
  });

  test('tells its states, its choice and its bars apart in the colours that the reader forces on it', async () => {
    const own = await ConsoleAtWork.start({ forcedColors: true });
    try {
      expect(await flawsIn('forced', own, {})).toEqual(none());
      const page = await own.open('/runs');
      const tabs = await page.evaluate<string[]>("[...document.querySelectorAll('.tabs a')].map((tab) => getComputedStyle(tab).borderBottomColor)");
      expect(new Set(tabs).size).toBe(2);
      await own.open(`/runs/${own.platform.runs.compensationFailed}`);
      const drawn = await page.evaluate<string[]>(`[...document.querySelectorAll('.gantt .gantt-bar')].map((bar) => getComputedStyle(bar)).map(({ backgroundImage, backgroundColor }) => backgroundImage + backgroundColor)`);
      const blank = await page.evaluate<string>("'none' + getComputedStyle(document.body).backgroundColor");
      expect([drawn.length > 5, drawn.includes(blank)]).toEqual([true, false]);
    } finally {
      await own.stop();
    }
  });
});
