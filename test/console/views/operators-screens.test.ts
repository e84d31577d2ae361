import { jest } from '@jest/globals';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight } from '../../support/console-platform.ts';
import { hostileNames, register } from '../../support/console-seeds.ts';
import { newName, parkedMails, seedDeletions } from '../../support/console-views-seeds.ts';

jest.setTimeout(300_000);

/** Every view with real data, as every reader sees it; the pictures are kept and looked at. */
withBrowser('the views of whoever acts', () => {
  let console: ConsoleAtWork;
  let views: readonly (readonly [string, string])[] = [];

  beforeAll(async () => {
    console = await ConsoleAtWork.start();
    const { platform } = console;
    const deletions = await seedDeletions(platform, 'screen');
    await parkedMails(platform, ['screen.mail.one', 'screen.mail.two']);
    const longest = await register(platform, `${newName('screen.longest')}@example.org`, hostileNames.long, hostileNames.long);
    views = [
      ['dead-letters', '/dead-letters'], ['dead-letters-none', '/dead-letters?type=invitation'], ['deletions', '/deletions'],
      ['deletion-overdue', `/deletions/${deletions.requests.overdue}`], ['deletion-held', `/deletions/${deletions.requests.held}`], ['deletion-completed', `/deletions/${deletions.requests.erased}`],
      ['people', '/people'], ['person', `/people/${deletions.people['in.time']}`], ['person-longest-name', `/people/${longest}`],
      ['configuration', '/configuration'], ['configuration-of-process', '/configuration/user_registration'],
    ];
  });
  afterAll(() => console?.stop());

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    for (const [name, path] of views) {
      await console.open(path, sight);
      await console.screenshot(name);
      expect([name, await console.seriousFindings(), await console.sidewaysOverflow(), console.complaints]).toEqual([name, [], 0, []]);
    }
  });

  test('nobody is written to who is only looked at: addresses are masked until somebody asks', async () => {
    const page = await console.open('/people');
    expect(await page.getByText(`${newName('screen.overdue')}@example.org`).count()).toBe(0);
    await page.getByRole('button', { name: 'Show addresses' }).click();
    await page.getByText(`${newName('screen.mail.one')}@example.org`).first().waitFor();
  });

  test('an overdue request stands before one that is due today, and that before one with time left', async () => {
    const page = await console.open('/deletions');
    const marks = await page.locator('.deletions .due').allTextContents();
    expect(marks.filter((mark) => /overdue|today|left/.test(mark)).slice(0, 3)).toEqual(['3 days overdue', 'due today', expect.stringMatching(/^\d+ days left$/)]);
  });
});
