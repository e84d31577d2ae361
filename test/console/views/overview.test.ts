import { jest } from '@jest/globals';
import { browserPath } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight } from '../../support/console-platform.ts';

jest.setTimeout(120_000);

const withBrowser = browserPath === undefined ? describe.skip : describe;

withBrowser('the overview', () => {
  let console: ConsoleAtWork;

  beforeAll(async () => {
    console = await ConsoleAtWork.start();
  });
  afterAll(() => console?.stop());

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    await console.open('/', sight);
    await console.page.locator('.chart canvas').first().waitFor();
    await console.screenshot('overview');
    expect(await console.seriousFindings()).toEqual([]);
    expect(await console.sidewaysOverflow()).toBe(0);
    expect(console.complaints).toEqual([]);
  });
});
