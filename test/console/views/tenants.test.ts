import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight } from '../../support/console-platform.ts';
import { ask } from '../../support/console-seeds.ts';
import { newName } from '../../support/console-views-seeds.ts';

jest.setTimeout(180_000);

/** Whoever administers the platform makes a tenant and decides how it answers those who want to be erased. */
withBrowser('tenants', () => {
  let console: ConsoleAtWork;
  let page: Page;

  beforeAll(async () => {
    console = await ConsoleAtWork.start();
  });
  afterAll(() => console?.stop());

  const dialog = () => page.getByRole('dialog');

  test('are made with their administrator and changed, each with a reason', async () => {
    const tenantId = newName('acme').replace('.', '-');
    page = await console.open('/tenants');
    await page.getByRole('button', { name: 'Create a tenant' }).click();
    for (const [label, value] of [['Tenant ID', tenantId], ['Name', 'Acme Ltd'], ['Address of the administrator', 'ada@acme.example'], ['Password of the administrator', 'a quiet morning'], ['First name', 'Ada'], ['Last name', 'Acme']] as const)
      await dialog().getByLabel(label, { exact: true }).fill(value);
    await dialog().getByLabel('Reason').fill('the contract of 2026');
    await dialog().getByRole('button', { name: 'Create a tenant' }).click();
    await page.getByText('The tenant is created').waitFor();
    page = await console.open('/tenants');
    const row = page.getByRole('row').filter({ hasText: tenantId });
    await row.getByRole('button', { name: 'Change the tenant' }).click();
    await dialog().getByLabel('Law').selectOption('pipl');
    await dialog().getByLabel('Shortest grace period (days)').fill('3');
    await dialog().getByLabel('Reason').fill('its people live in China');
    await dialog().getByRole('button', { name: 'Change the tenant' }).click();
    await dialog().waitFor({ state: 'detached' });
    await row.getByText('PIPL (working days)').waitFor();
    await row.getByText('3 days').waitFor();
    const { body: { items } } = await ask<{ items: { action: string; reason?: string }[] }>(console.platform, 'GET', `/audit?subject=${tenantId}&tenant=${tenantId}`);
    expect(items).toContainEqual(expect.objectContaining({ action: 'tenant.changed', reason: 'its people live in China' }));
    expect(console.complaints).toEqual([]);
  });

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    await console.open('/tenants', sight);
    await console.screenshot('tenants');
    expect([await console.seriousFindings(), await console.sidewaysOverflow(), console.complaints]).toEqual([[], 0, []]);
  });
});
