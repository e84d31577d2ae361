import { jest } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork } from '../../support/console-platform.ts';
import { halfUndone, parkedRun } from '../../support/console-seeds.ts';
import { newName, parkedMails } from '../../support/console-views-seeds.ts';

jest.setTimeout(180_000);

const MOST_CLICKS = 3;
/** The screen of a laptop: what lies further down is not found at once. */
const screen = { width: 1280, height: 720 };

const isOnTheScreen = async (what: Locator): Promise<boolean> => {
  const box = await what.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= screen.height && box.x + box.width <= screen.width;
};

/** An engineer who has read nothing finds out why a run failed and what to do about it. */
withBrowser('from the overview', () => {
  let engineer: ConsoleAtWork;
  let clicks = 0;
  const page = () => engineer.page;
  const click = async (what: Locator): Promise<void> => {
    clicks += 1;
    await what.click();
    await engineer.settled();
  };

  beforeAll(async () => {
    engineer = await ConsoleAtWork.start();
    await halfUndone(engineer.platform, newName('clicks.undo'));
    await parkedRun(engineer.platform, newName('clicks.parked'));
    await parkedMails(engineer.platform, ['clicks.mail']);
  });
  afterAll(() => engineer?.stop());

  const ways: readonly (readonly [string, () => Locator, RegExp])[] = [
    ['whose compensation failed', () => page().getByRole('link', { name: 'Compensation failed' }), /“Create user profile”: refused for good\. The undo “Revoke default role” failed: refused for good/],
    ['that is parked', () => page().getByRole('link', { name: 'Parked runs' }), /“Clear permission cache”: refused for good/],
    ['of which a step is parked', () => page().getByRole('link', { name: 'Parked steps' }), /“Send welcome email”: /],
    ['of a cause', () => page().locator('.causes a').first(), /“.+”: /],
    ['of a process', () => page().locator('.process-rows a.number.broken').first(), /“.+”: /],
  ];

  test.each(ways)('a run %s is explained in three clicks, with what to do', async (_, way, cause) => {
    clicks = 0;
    await engineer.open('/');
    await page().setViewportSize(screen);
    await click(way());
    const row = page().locator('.run-rows tbody tr').first();
    expect(await row.locator('td').nth(2).textContent()).toMatch(/“.+”: \S+/);
    await click(row.locator('[data-row]'));
    const answer = page().locator('.answer');
    expect(await answer.locator('.answer-why').textContent()).toMatch(cause);
    for (const asked of ['Why here', 'Next', 'Who acts', 'What can be done']) expect([asked, await isOnTheScreen(answer.getByText(asked, { exact: true }))]).toEqual([asked, true]);
    const why = page().locator('#step-title');
    expect([await isOnTheScreen(why), await isOnTheScreen(page().locator('.step-panel .error-text').first())]).toEqual([true, true]);
    expect(await page().locator('main').innerText()).not.toMatch(/\b[a-z]+_[a-z]+\b(?![-\w])|workflow\.|user\.[a-z]/);
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
    expect(engineer.complaints).toEqual([]);
  });
});
