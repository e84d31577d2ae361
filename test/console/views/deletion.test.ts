import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { certificateFaults } from '../../../lambdas/domain/erasure-certificate.ts';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork } from '../../support/console-platform.ts';
import { activePerson, ask } from '../../support/console-seeds.ts';
import { givenRecords, newName } from '../../support/console-views-seeds.ts';

jest.setTimeout(180_000);

/** A data protection officer deletes somebody, from the request to the certificate. */
withBrowser('a deletion', () => {
  let console: ConsoleAtWork;
  let page: Page;

  beforeAll(async () => {
    console = await ConsoleAtWork.start();
  });
  afterAll(() => console?.stop());

  const dialog = () => page.getByRole('dialog');
  const openPerson = async (name: string): Promise<void> => {
    page = await console.open(`/people/${await activePerson(console.platform, newName(name))}`);
  };
  const requestIt = async (graceDays: string): Promise<void> => {
    await page.getByRole('button', { name: 'Request deletion' }).click();
    await dialog().getByLabel('Ground').selectOption('objection');
    await dialog().getByLabel('Grace period (days)').fill(graceDays);
    await dialog().getByLabel('Reason').fill('asked by telephone');
    await dialog().getByLabel('Type delete to confirm').fill('delete');
    await dialog().getByRole('button', { name: 'Request deletion' }).click();
    await page.waitForURL(/\/deletions\/del_/);
    await console.settled();
  };

  test('goes from the request to a certificate that stands the check, watched live', async () => {
    await openPerson('officer.erased');
    await requestIt('0');
    await page.locator('h1').getByText('Completed').waitFor({ timeout: 60_000 });
    expect(await page.locator('.phases').getByText('Done').count()).toBe(9);
    await page.getByText('Objection').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the certificate (JSON)' }).click()]);
    const stream = await download.createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    expect(certificateFaults(JSON.parse(Buffer.concat(pieces).toString('utf8')))).toEqual([]);
    expect(console.complaints).toEqual([]);
  });

  test('of much data shows how far each phase is while it goes on', async () => {
    const userId = await activePerson(console.platform, newName('officer.much'));
    await givenRecords(console.platform, userId, 8_000);
    page = await console.open(`/people/${userId}`);
    await requestIt('0');
    const way = page.locator('.phase-way').filter({ hasText: 'of 8,000 items done' });
    await way.waitFor({ timeout: 60_000 });
    const bar = way.getByRole('progressbar', { name: 'Anonymise business data' });
    const [done, of] = [Number(await bar.getAttribute('value')), Number(await bar.getAttribute('max'))];
    expect([done >= 0 && done <= of, of]).toEqual([true, 8_000]);
    await console.screenshot('deletion-on-its-way');
    expect(await console.seriousFindings()).toEqual([]);
    await page.locator('h1').getByText('Completed').waitFor({ timeout: 120_000 });
    await page.getByText('Records 8000').first().waitFor();
    expect([await page.locator('.phase-way').count(), console.complaints]).toEqual([0, []]);
  });

  test('is held and released, extended and cancelled, each with a reason', async () => {
    await openPerson('officer.waits');
    await requestIt('7');
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await dialog().getByLabel('Reason').fill('lawsuit 12 O 345/26');
    await dialog().getByRole('button', { name: 'Hold', exact: true }).click();
    await page.locator('h1').getByText('On hold').waitFor();
    await page.getByText('lawsuit 12 O 345/26').waitFor();
    await page.getByRole('button', { name: 'Release hold' }).click();
    await dialog().getByLabel('Reason').fill('the lawsuit is over');
    await dialog().getByRole('button', { name: 'Release hold' }).click();
    await page.locator('h1').getByText('In its grace period').waitFor();
    await page.getByRole('button', { name: 'Extend' }).click();
    await dialog().getByLabel('Reason').fill('very many records');
    await dialog().getByRole('button', { name: 'Extend' }).click();
    await page.getByText(/until \d{4}-\d\d-\d\d, told on/).waitFor();
    await page.getByText('very many records').waitFor();
    await page.getByRole('button', { name: 'Cancel the deletion' }).click();
    await dialog().getByLabel('Reason').fill('asked to stay');
    await dialog().getByRole('button', { name: 'Cancel the deletion' }).click();
    await page.locator('h1').getByText('Cancelled').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the deletion' }).count()).toBe(0);
    expect(console.complaints).toEqual([]);
  });

  test('of somebody who has gone shows nobody, and one that is not there says so', async () => {
    const { body: { items } } = await ask<{ items: { requestId: string }[] }>(console.platform, 'GET', '/deletion-requests?status=COMPLETED');
    page = await console.open(`/deletions/${items[0]?.requestId}`);
    await page.getByRole('heading', { level: 1, name: /An erased person/ }).waitFor();
    expect(await page.getByText('@example.org').count()).toBe(0);
  });
});
