import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork } from '../../support/console-platform.ts';
import { activePerson, ask, hostileNames, register } from '../../support/console-seeds.ts';
import { newName } from '../../support/console-views-seeds.ts';

jest.setTimeout(120_000);

/** A tenant's administrator gives and takes roles, and reads what happened to one person. */
withBrowser('people', () => {
  let console: ConsoleAtWork;
  let page: Page;

  beforeAll(async () => {
    console = await ConsoleAtWork.start();
  });
  afterAll(() => console?.stop());

  const dialog = () => page.getByRole('dialog');

  test('are given a role and lose it again, and the timeline tells both with their reasons', async () => {
    const userId = await activePerson(console.platform, newName('people.roles'));
    const role = newName('Night watch');
    await ask(console.platform, 'POST', '/roles', { name: role, permissions: ['workflows:read'] });
    page = await console.open(`/people/${userId}`);
    await page.getByRole('button', { name: 'Assign role' }).click();
    await dialog().getByLabel('Reason').fill('stands in for Ada');
    await dialog().getByRole('button', { name: 'Assign role' }).click();
    await dialog().getByText('Choose a role.').first().waitFor();
    await dialog().getByLabel('Role').selectOption({ label: role });
    await dialog().getByRole('button', { name: 'Assign role' }).click();
    const row = page.getByRole('row').filter({ hasText: role });
    await row.getByText('see processes and runs').waitFor();
    await row.getByRole('button', { name: 'Revoke role' }).click();
    await dialog().getByLabel('Reason').fill('Ada is back');
    await dialog().getByRole('button', { name: 'Revoke role' }).click();
    await row.waitFor({ state: 'detached' });
    await page.reload();
    await console.settled();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    for (const said of ['stands in for Ada', 'Ada is back', 'Verification mail sent', 'Account activated']) await timeline.getByText(said).first().waitFor();
    expect(console.complaints).toEqual([]);
  });

  test('are held back from deletion without anybody having asked for one, and released, each with a reason', async () => {
    page = await console.open(`/people/${await activePerson(console.platform, newName('people.held'))}`);
    const hold = page.getByRole('region', { name: 'Legal hold' });
    await hold.getByText('There is no legal hold.').waitFor();
    await hold.getByRole('button', { name: 'Hold', exact: true }).click();
    await dialog().getByLabel('Business').check();
    await dialog().getByLabel('Until').fill('2099-01-31');
    await dialog().getByRole('button', { name: 'Hold', exact: true }).click();
    await dialog().getByText('Give a reason of at least 3 characters.').waitFor();
    await dialog().getByLabel('Reason').fill('an open invoice');
    await dialog().getByRole('button', { name: 'Hold', exact: true }).click();
    for (const shown of ['an open invoice', 'Business', '2099-01-31', 'you']) await hold.getByText(shown, { exact: true }).waitFor();
    await console.screenshot('person-held');
    expect(await console.seriousFindings()).toEqual([]);
    await hold.getByRole('button', { name: 'Release hold' }).click();
    await dialog().getByLabel('Reason').fill('it was paid');
    await dialog().getByRole('button', { name: 'Release hold' }).click();
    await hold.getByText('There is no legal hold.').waitFor();
    await page.reload();
    await page.getByRole('region', { name: 'Timeline' }).getByText('it was paid').first().waitFor();
    expect(console.complaints).toEqual([]);
  });

  test('whose address was mistyped get it corrected', async () => {
    page = await console.open(`/people/${await register(console.platform, `${newName('people.mistyped')}@exmaple.org`)}`);
    await page.getByRole('button', { name: 'Show addresses' }).click();
    await page.getByRole('button', { name: 'Correct the address' }).click();
    const corrected = `${newName('people.corrected')}@example.org`;
    await dialog().getByLabel('New address').fill(corrected);
    await dialog().getByLabel('Reason').fill('mistyped at registration');
    await dialog().getByRole('button', { name: 'Correct the address' }).click();
    await page.getByText(corrected).waitFor();
    expect(console.complaints).toEqual([]);
  });

  test.each(Object.entries(hostileNames))('with a name of %s harm neither the page nor its layout', async (kind, firstName) => {
    const userId = await register(console.platform, `${newName(`people.${kind.toLowerCase()}`)}@example.org`, firstName, firstName);
    for (const path of ['/people', `/people/${userId}`]) {
      page = await console.open(path, { width: 390 });
      await page.getByText(firstName, { exact: false }).first().waitFor();
      expect([await console.sidewaysOverflow(), await page.locator('main img').count(), console.complaints]).toEqual([0, 0, []]);
    }
  });

  test('are walked through by the keyboard alone, and Back leads to where the reader was', async () => {
    page = await console.open('/people');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const name = await page.locator('[data-row]:focus').textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/usr_/);
    await page.getByRole('heading', { level: 1 }).getByText(name ?? '').first().waitFor();
    await page.goBack();
    await page.waitForURL(/\/people$/);
    expect(console.complaints).toEqual([]);
  });
});
