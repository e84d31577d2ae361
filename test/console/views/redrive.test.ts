import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mailboxAt } from '../../../local/mailbox.ts';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork } from '../../support/console-platform.ts';
import { newName, parkedMails } from '../../support/console-views-seeds.ts';
import { eventually } from '../../support/local-aws-platform.ts';

jest.setTimeout(180_000);

/** What was given up is tried again, by whoever says why. */
withBrowser('dead letters', () => {
  let console: ConsoleAtWork;
  let page: Page;

  beforeAll(async () => {
    console = await ConsoleAtWork.start();
  });
  afterAll(() => console?.stop());

  const rowOf = (userId: string) => page.getByRole('row').filter({ has: page.getByTitle(userId) });
  const welcomes = async (name: string): Promise<number> =>
    (await (await mailboxAt(console.platform.endpoint)).messages()).filter(({ to, subject }) => to.includes(`${newName(name)}@example.org`) && /welcome|欢迎/i.test(subject)).length;

  test('is redriven with a reason: the mail arrives once, and the row says so when it is over', async () => {
    const [userId = ''] = await parkedMails(console.platform, ['redrive.one']);
    page = await console.open('/dead-letters');
    await rowOf(userId).getByRole('button', { name: 'Redrive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Redrive' }).click();
    await page.getByText('Give a reason of at least 3 characters.').waitFor();
    await page.getByLabel('Reason').fill('the mail service is back');
    await page.getByRole('dialog').getByRole('button', { name: 'Redrive' }).click();
    await page.getByText('Redrive requested; the run shows what comes of it.').waitFor();
    await eventually('the welcome mail', async () => ((await welcomes('redrive.one')) === 1 ? true : undefined), 30_000);
    await rowOf(userId).and(page.locator('.is-gone')).waitFor();
    await page.getByLabel('Show').selectOption('RESOLVED');
    await rowOf(userId).getByText('the mail service is back').waitFor();
    expect(console.complaints).toEqual([]);
  });

  test('are redriven together: the count is what the service counted, and each has its result', async () => {
    await parkedMails(console.platform, ['bulk.one', 'bulk.two', 'bulk.three']);
    page = await console.open('/dead-letters?type=user_registration');
    const group = page.getByRole('region').filter({ has: page.getByText('Send welcome email') });
    await group.first().getByRole('button', { name: /^Redrive \d+$/ }).click();
    const dialog = page.getByRole('dialog');
    const name = await dialog.getByRole('heading').textContent() ?? '';
    await dialog.getByText('Sample').waitFor();
    await dialog.getByLabel('Reason').fill('the quota is up');
    await dialog.getByRole('button', { name }).click();
    await page.waitForURL(/\/dead-letters\/batches\//);
    await console.settled();
    expect(await page.locator('.rows tbody tr').count()).toBe(Number(/\d+/.exec(name)?.[0]));
    await page.locator('h1').getByText('Ended').waitFor({ timeout: 120_000 });
    expect(await page.locator('.rows tbody tr').getByText('Redriven').count()).toBe(Number(/\d+/.exec(name)?.[0]));
    await console.screenshot('bulk-redrive');
    expect(console.complaints).toEqual([]);
  });

  test('is marked handled by the keyboard alone, and the focus comes back', async () => {
    const [userId = ''] = await parkedMails(console.platform, ['handled.one']);
    page = await console.open('/');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL(/\/dead-letters$/);
    await console.settled();
    await rowOf(userId).getByRole('link').first().focus();
    for (let left = 8; left > 0 && !(await rowOf(userId).getByRole('button', { name: 'Mark handled' }).evaluate((button) => button === button.ownerDocument.activeElement)); left -= 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('nobody needs it any more');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Marked handled.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(console.complaints).toEqual([]);
  });
});
