import { jest } from '@jest/globals';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight } from '../../support/console-platform.ts';
import { halfUndone, parkedRun } from '../../support/console-seeds.ts';
import { newName } from '../../support/console-views-seeds.ts';

jest.setTimeout(120_000);

withBrowser('the overview', () => {
  let reader: ConsoleAtWork;

  beforeAll(async () => {
    reader = await ConsoleAtWork.start();
    // Whatever stood still before, another suite may have taken up.
    await halfUndone(reader.platform, newName('overview.undo'));
    await parkedRun(reader.platform, newName('overview.parked'));
  });
  afterAll(() => reader?.stop());
  afterEach(() => expect(reader.complaints).toEqual([]));

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    await reader.open('/', sight);
    await reader.page.locator('.chart canvas').first().waitFor();
    await reader.screenshot('overview');
    expect(await reader.seriousFindings()).toEqual([]);
    expect(await reader.sidewaysOverflow()).toBe(0);
  });

  test('costs two requests until it is painted: the session, and itself', async () => {
    await reader.open('/');
    expect(reader.calls.filter((call) => !call.includes('/tenants')).map((call) => call.replace(/&today=[^&]+/, '')).toSorted()).toEqual(['GET /auth/session', 'GET /workflows/overview?window=24h']);
  });

  test.each([['Compensation failed', 'Compensation failed'], ['Parked runs', 'Parked']])('leads from the number of %s to as many rows', async (tile, state) => {
    await reader.open('/');
    const link = reader.page.getByRole('link', { name: tile });
    const count = Number.parseInt(await link.locator('b').textContent() ?? '', 10);
    expect(count).toBeGreaterThan(0);
    await link.click();
    await reader.settled();
    expect(await reader.page.locator('.run-rows tbody tr').count()).toBe(count);
    expect(await reader.page.locator('.run-rows tbody .state').allTextContents()).toEqual(Array.from({ length: count }, () => state));
  });

  test('leads from a cause to the run, and there to the reason, in two clicks', async () => {
    await reader.open('/');
    await reader.page.locator('.causes a').first().click();
    await reader.settled();
    await reader.page.locator('[data-row]').first().click();
    await reader.settled();
    expect(await reader.page.locator('.answer-why').textContent()).toMatch(/^.{20}/);
    expect(await reader.page.locator('.answer').textContent()).toContain('Who acts');
  });

  test('shows another window without a reload, and Back undoes it', async () => {
    await reader.open('/');
    await reader.page.getByRole('link', { name: '7 days', exact: true }).click();
    await reader.page.getByRole('columnheader', { name: 'Trend 7 days' }).waitFor();
    expect(new URL(reader.page.url()).search).toBe('?window=7d');
    await reader.page.goBack();
    await reader.page.getByRole('columnheader', { name: 'Trend 24 hours' }).waitFor();
  });
});
