import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork } from '../../support/console-platform.ts';
import { ask } from '../../support/console-seeds.ts';

jest.setTimeout(120_000);

const TYPE = 'verification_resend';

/** An operator changes what holds for a process, sees the difference first, and goes back. */
withBrowser('the configuration', () => {
  let console: ConsoleAtWork;
  let page: Page;

  beforeAll(async () => {
    console = await ConsoleAtWork.start();
  });
  afterAll(() => console?.stop());
  beforeEach(async () => {
    page = await console.open(`/configuration/${TYPE}`);
  });

  const dialog = () => page.getByRole('dialog');
  const held = async (): Promise<{ deadline: number; enabled: boolean }> =>
    (await ask<{ values: { deadline: number; enabled: boolean } }>(console.platform, 'GET', `/workflows/${TYPE}/config`)).body.values;
  const confirm = async (name: string, reason: string): Promise<void> => {
    await page.getByRole('button', { name }).first().click();
    await dialog().getByLabel('Reason').fill(reason);
    await dialog().getByRole('button', { name }).click();
    await dialog().waitFor({ state: 'detached' });
  };

  test('shows the difference before it saves, who changed what afterwards, and leads back', async () => {
    const before = await held();
    const deployed = (await ask<{ defaults: { deadline: number } }>(console.platform, 'GET', `/workflows/${TYPE}/config`)).body.defaults.deadline;
    const deadline = page.getByLabel('Deadline (seconds)');
    const seconds = before.deadline / 1000 + 30;
    await deadline.fill(String(seconds));
    const difference = page.getByRole('region', { name: 'Not saved yet' });
    await difference.getByText(`${seconds} s`).waitFor();
    expect(await held()).toEqual(before);
    await confirm('Save the change', 'a slow mail service');
    await page.getByText('a slow mail service').first().waitFor();
    expect(await difference.count()).toBe(0);
    expect((await held()).deadline).toBe(seconds * 1000);
    await page.getByRole('row', { name: /Version 1: as deployed/ }).getByRole('button', { name: 'Restore this version' }).click();
    await dialog().getByLabel('Reason').fill('it is fast again');
    await dialog().getByRole('button', { name: 'Restore this version' }).click();
    await page.getByText('it is fast again').first().waitFor();
    expect((await held()).deadline).toBe(deployed);
    expect(console.complaints).toEqual([]);
  });

  test('says at the field what is wrong, before anything is sent', async () => {
    await page.getByLabel('Deadline (seconds)').fill('0');
    await page.getByText('Give whole seconds, at least 1.').waitFor();
    expect(await page.getByRole('button', { name: 'Save the change' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await page.getByRole('region', { name: 'Not saved yet' }).count()).toBe(0);
    expect(console.complaints).toEqual([]);
  });

  test('says with the sum why a limit of the machine would not do', async () => {
    await page.getByLabel('Limit', { exact: true }).selectOption('retryAttempts');
    await page.getByLabel('Value to try').fill('20');
    await page.getByRole('button', { name: 'Try' }).click();
    await page.getByText(/is more than the timeout of/).waitFor();
    const now = String((await ask<{ values: { retryAttempts: number } }>(console.platform, 'GET', `/workflows/${TYPE}/config`)).body.values.retryAttempts);
    for (const [value, answer] of [['25', 'is too big'], [now, /That is the value now: a step that uses up its retries takes .* = \d+ s, within the timeout/]] as const) {
      await page.getByLabel('Value to try').fill(value);
      await page.getByRole('button', { name: 'Try' }).click();
      await page.getByText(answer).waitFor();
    }
    expect(console.calls.filter((call) => !call.startsWith('GET'))).toEqual(Array.from({ length: 3 }, () => `POST /workflows/${TYPE}/config/check`));
    expect(console.complaints).toEqual([]);
  });

  test('pauses a process and lets it go on, in Chinese', async () => {
    page = await console.open(`/configuration/${TYPE}`, { language: 'zh-CN' });
    await page.getByRole('button', { name: '暂停流程' }).click();
    await dialog().getByLabel('原因').fill('先检查邮件');
    await dialog().getByRole('button', { name: '暂停流程' }).click();
    await page.locator('h1').getByText('已暂停').waitFor();
    expect((await held()).enabled).toBe(false);
    await console.screenshot('configuration-paused');
    await page.getByRole('button', { name: '恢复流程' }).click();
    await dialog().getByLabel('原因').fill('邮件没有问题');
    await dialog().getByRole('button', { name: '恢复流程' }).click();
    await page.locator('h1').getByText('已启用').waitFor();
    expect((await held()).enabled).toBe(true);
    expect(console.complaints).toEqual([]);
  });
});
