import { jest } from '@jest/globals';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight, watchForJumps, type Sight } from '../../support/console-platform.ts';
import { register, runIn, withFault } from '../../support/console-seeds.ts';

jest.setTimeout(180_000);

const anyState = ['RUNNING', 'COMPLETED', 'COMPENSATING', 'COMPENSATED', 'COMPENSATION_FAILED'] as const;
withBrowser('a run', () => {
  let reader: ConsoleAtWork;
  const page = () => reader.page;
  const chip = () => page().locator('.title-line .state').first();
  const node = (step: string) => page().locator(`.node[title=${step}]`);
  const open = (runId: string, rest = '') => reader.open(`/runs/${runId}${rest}`);
  const becomes = (state: string, timeout = 60_000) => chip().filter({ hasText: state }).waitFor({ timeout });
  const freshRun = async (name: string) => runIn(reader.platform, 'user_registration', await register(reader.platform, `${name}.${Date.now()}@example.org`), ...anyState);

  beforeAll(async () => {
    reader = await ConsoleAtWork.start();
  });
  afterAll(() => reader?.stop());
  afterEach(() => expect(reader.complaints).toEqual([]));

  const flawsOf = async (name: string, runId: string, sight: Sight) => {
    await reader.open(`/runs/${runId}`, sight);
    await page().locator('.graph').waitFor();
    await reader.screenshot(`run-${name}`);
    return { name, findings: await reader.seriousFindings(), overflow: await reader.sidewaysOverflow() };
  };

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    expect(await flawsOf('compensationFailed', reader.platform.runs.compensationFailed, sight)).toEqual({ name: 'compensationFailed', findings: [], overflow: 0 });
  });

  test.each([{ language: 'zh-CN', theme: 'light', width: 1280 }, { language: 'en', theme: 'dark', width: 390 }] as const)(
    'can be read in every state in $language, $theme, $width wide', async (sight) => {
      for (const [name, runId] of Object.entries(reader.platform.runs)) expect(await flawsOf(name, runId, sight)).toEqual({ name, findings: [], overflow: 0 });
    });

  test('that is not there is said to be none, with the way back', async () => {
    const runId = 'user_registration-00000000-0000-4000-9000-000000000000';
    await open(runId);
    expect(await page().getByRole('heading', { level: 1 }).textContent()).toBe('There is no such run');
    expect(await page().locator('main').getByRole('link').textContent()).toBe('Back to the runs');
    expect(reader.takeComplaints()).toEqual(reader.refusal(404, `/workflows/runs/${runId}`));
  });

  test('costs two requests besides the session: itself, and the declaration of its process', async () => {
    await open(reader.platform.runs.completed);
    await page().locator('.graph').waitFor();
    expect(reader.calls.filter((call) => !/session|tenants/.test(call))).toHaveLength(2);
  });

  test('is watched from its start to its end without a reload, and nothing jumps', async () => {
    await withFault(reader.platform, 'user_registration', 'RecordRegistrationAudit', { waitMs: 6_000 }, async () => {
      await open(await freshRun('watched'));
      await page().evaluate(watchForJumps);
      expect(await chip().textContent()).toContain('Running');
      expect(await node('RecordRegistrationAudit').getAttribute('class')).toMatch(/unrun|dashed/);
      await becomes('Completed');
    });
    expect(await node('RecordRegistrationAudit').getAttribute('class')).toContain('done');
    expect(await page().locator('.gantt-bar.works').count()).toBeGreaterThanOrEqual(6);
    expect(await page().evaluate<number>('window.jumped')).toBeLessThan(0.02);
  });

  test('turns red where a step fails for good, and is compensated before the reader’s eyes', async () => {
    await withFault(reader.platform, 'user_registration', 'CreateUserProfile', { waitMs: 3_000, throwFirst: 1_000, error: 'BusinessRefusal' }, () =>
      withFault(reader.platform, 'user_registration', 'RecordRegistrationAudit', { waitMs: 5_000 }, async () => {
        await open(await freshRun('compensates'));
        expect(await chip().textContent()).toContain('Running');
        await becomes('Compensated');
      }));
    expect(await node('CreateUserProfile').getAttribute('class')).toContain('broken');
    expect(await page().locator('.answer-why').textContent()).toContain('Create user profile');
    expect(await page().locator('#step-title').textContent()).toBe('Create user profile');
    expect(await page().locator('.undo-rows').textContent()).toContain('Revoke default role');
  });

  test('shows a step that waits for its next attempt, with how often it will try, and every attempt that failed', async () => {
    await withFault(reader.platform, 'user_registration', 'SendWelcomeEmail', { environment: { AWS_ENDPOINT_URL_SES: 'http://127.0.0.1:1' } }, async () => {
      await open(await freshRun('retries'), '?step=SendWelcomeEmail');
      await chip().filter({ hasText: /Retrying \d\/4/ }).waitFor({ timeout: 30_000 });
      await page().locator('.gantt .gantt-bar.waits').first().waitFor();
      expect(await page().locator('.answer-why').textContent()).toMatch(/“Send welcome email” failed at attempt \d of 4: a dependency failed/);
      expect(await page().locator('.answer').textContent()).not.toMatch(/\dT\d\d:/);
      await reader.screenshot('run-retrying');
      expect(await reader.seriousFindings()).toEqual([]);
      await becomes('Completed with warnings', 90_000);
    });
    expect(await page().locator('.gantt .gantt-bar.failed').count()).toBe(4);
    expect(await page().locator('.tries li').count()).toBe(4);
  });

  test('keeps the selected step in its address, and Back undoes the choice', async () => {
    await open(reader.platform.runs.compensated);
    await node('SendWelcomeEmail').click();
    await page().waitForURL(/step=SendWelcomeEmail/);
    expect(await page().locator('#step-title').textContent()).toBe('Send welcome email');
    await page().goBack();
    await page().locator('#step-title').filter({ hasText: 'Create user profile' }).waitFor();
    await open(reader.platform.runs.compensated, '?step=AssignDefaultRole&events=problems');
    expect(await page().locator('#step-title').textContent()).toBe('Assign default role');
  });

  test('says why something cannot be done now, and does nothing when it is pressed', async () => {
    await open(reader.platform.runs.completed);
    const stop = page().getByRole('button', { name: 'Stop the run' });
    expect(await stop.getAttribute('aria-disabled')).toBe('true');
    expect(await page().locator('.answer-acts').textContent()).toContain('has ended');
    await stop.click({ force: true });
    expect(await page().getByRole('dialog').count()).toBe(0);
  });

  test('is retried for a reason only; that it was requested shows until the service reports the change', async () => {
    await open(reader.platform.runs.parked);
    await page().getByRole('button', { name: 'Retry' }).click();
    const dialog = page().getByRole('dialog');
    await dialog.getByRole('button', { name: 'Retry' }).click();
    await dialog.getByText('at least 3 characters').waitFor();
    await dialog.getByLabel('Reason').fill('the cause is mended');
    await reader.screenshot('run-confirm', { fullPage: false });
    expect(await reader.seriousFindings()).toEqual([]);
    await dialog.getByRole('button', { name: 'Retry' }).click();
    await page().getByText('The retry is requested.').waitFor();
    await becomes('Completed');
    expect(await page().evaluate('document.activeElement === document.body || document.activeElement.tagName === "BUTTON"')).toBe(true);
  });

  test('is left as it was by whoever goes back from the question', async () => {
    await open(reader.platform.runs.compensationFailed);
    await page().getByRole('button', { name: 'Skip the undo' }).first().click();
    await page().keyboard.press('Escape');
    expect(await page().getByRole('dialog').count()).toBe(0);
    expect(await chip().textContent()).toContain('Compensation failed');
    expect(reader.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  });
});
