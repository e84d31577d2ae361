import { jest } from '@jest/globals';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight, watchForJumps } from '../../support/console-platform.ts';
import { activePerson, PASSWORD } from '../../support/console-seeds.ts';

jest.setTimeout(120_000);

withBrowser('the way into the console', () => {
  let visitor: ConsoleAtWork;
  const page = () => visitor.page;
  const logIn = async (email: string, password: string) => {
    await page().getByLabel('Email address').fill(email);
    await page().getByLabel('Password', { exact: true }).fill(password);
    await page().getByRole('button', { name: 'Log in' }).click();
  };

  beforeEach(async () => {
    visitor = await ConsoleAtWork.start({ loggedIn: false });
  });
  afterEach(() => visitor?.stop());

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    await visitor.open('/', sight);
    await visitor.screenshot('start');
    expect(await visitor.seriousFindings()).toEqual([]);
    expect(await visitor.sidewaysOverflow()).toBe(0);
    expect(visitor.complaints).toEqual([]);
  });

  test('knows the tenant of the local stage, leads to the page that was asked for, and out again', async () => {
    const { admin, tenantId } = visitor.platform;
    await visitor.open('/runs?view=failed');
    expect(await page().getByLabel('Tenant ID').inputValue()).toBe(tenantId);
    await logIn(admin.email, admin.password);
    await page().getByRole('heading', { name: 'Runs' }).waitFor();
    expect(page().url()).toMatch(/\/runs\?view=failed$/);
    const cookies = await page().context().cookies();
    expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([[true, 'Strict']]);
    await page().reload();
    await page().getByRole('heading', { name: 'Runs' }).waitFor();
    await page().getByRole('button', { name: 'Log out' }).click();
    await page().getByRole('heading', { name: 'Log in to the console' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('says one and the same of whatever is wrong, and keeps what was typed', async () => {
    await visitor.open('/');
    await logIn(visitor.platform.admin.email, 'not the password');
    await page().getByText('Tenant, address or password is wrong').waitFor();
    expect(await page().getByLabel('Email address').inputValue()).toBe(visitor.platform.admin.email);
    expect(visitor.takeComplaints()).toEqual(visitor.refusal(401, '/auth/login'));
  });

  test('shows somebody without permissions whom to ask, and offers nothing', async () => {
    const name = `member.${Date.now()}`;
    await activePerson(visitor.platform, name);
    await visitor.open('/runs');
    await logIn(`${name}@example.org`, PASSWORD);
    await page().getByText('You may not see this page').waitFor();
    await visitor.screenshot('runs-not-allowed');
    expect(await page().getByRole('navigation', { name: 'Main navigation' }).getByRole('link').count()).toBe(0);
    await page().getByRole('link', { name: 'My account' }).click();
    await page().getByText('records:read').first().waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

withBrowser('the shell of the console', () => {
  let reader: ConsoleAtWork;
  const page = () => reader.page;

  beforeAll(async () => {
    reader = await ConsoleAtWork.start();
  });
  afterAll(() => reader?.stop());
  afterEach(() => expect(reader.complaints).toEqual([]));

  test('goes where is typed, and tells its keys', async () => {
    await reader.open('/');
    await page().keyboard.press('Control+k');
    await page().getByRole('combobox', { name: /Type the name/ }).fill('run');
    await reader.screenshot('palette', { fullPage: false });
    expect(await reader.seriousFindings()).toEqual([]);
    await page().keyboard.press('Enter');
    await page().waitForURL('**/runs');
    await reader.settled();
    await page().keyboard.press('?');
    await page().getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await reader.screenshot('keys', { fullPage: false });
    expect(await reader.seriousFindings()).toEqual([]);
    await page().keyboard.press('Escape');
    expect(await page().getByRole('dialog').count()).toBe(0);
  });

  test('opens a run by its id', async () => {
    await reader.open('/');
    await page().keyboard.press('Control+k');
    await page().getByRole('combobox', { name: /Type the name/ }).waitFor();
    await page().keyboard.type(reader.platform.runs.completed);
    await page().keyboard.press('Enter');
    await page().waitForURL(`**/runs/${reader.platform.runs.completed}`);
    await reader.settled();
    expect(await page().locator('.title-line .state').textContent()).toBe('Completed');
  });

  test('changes language, theme and zone in place, and remembers them', async () => {
    await reader.open('/runs');
    const time = () => page().locator('.run-rows .moment').first().textContent();
    const local = await time();
    await page().getByLabel('Time zone').selectOption('utc');
    expect(await time()).not.toBe(local);
    await page().getByRole('button', { name: '中文' }).click();
    await page().getByRole('heading', { name: '执行' }).waitFor();
    await page().getByLabel('主题').selectOption('dark');
    await page().reload();
    await page().getByRole('heading', { name: '执行' }).waitFor();
    expect(await page().evaluate('[document.documentElement.lang, document.documentElement.dataset.theme]')).toEqual(['zh-CN', 'dark']);
    await page().evaluate('localStorage.clear()');
  });

  test('shows another tenant to whoever administers the platform, and the address says which', async () => {
    await reader.open('/runs');
    await page().getByLabel('Tenant').selectOption(reader.platform.crowd.tenantId);
    await page().waitForURL(/tenant=crowd/);
    await page().locator('.rows-bar').filter({ hasText: '50+' }).waitFor();
    await page().getByRole('link', { name: 'Overview' }).click();
    await page().waitForURL(/\/\?tenant=crowd/);
    await reader.settled();
    expect(await page().locator('.equation').textContent()).toContain(reader.platform.crowd.count.toLocaleString('en'));
  });

  test('says since when its data stands still, and keeps it, when the service does not answer', async () => {
    await reader.open('/runs');
    const rows = await page().locator('.run-rows tbody tr').count();
    await page().evaluate(watchForJumps);
    await page().route('**/api/workflows/runs?*', (route) => route.abort('aborted'));
    await page().getByText('could not be updated since').waitFor({ timeout: 30_000 });
    expect(await page().locator('.run-rows tbody tr').count()).toBe(rows);
    expect(await page().evaluate('window.jumped')).toBe(0);
    await reader.screenshot('runs-stale');
    await page().unroute('**/api/workflows/runs?*');
    await page().getByRole('button', { name: 'Update now' }).click();
    await page().getByText('could not be updated since').waitFor({ state: 'detached' });
  });

  test('has room for everything in its head on the narrowest phone, in both languages', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      await reader.open('/runs', { language, width: 390 });
      await page().setViewportSize({ width: 320, height: 640 });
      await reader.screenshot('head-narrow');
      expect([language, await reader.sidewaysOverflow()]).toEqual([language, 0]);
    }
  });

  test('draws a view whose part comes after the first drawing and before what follows it', async () => {
    const slow = await ConsoleAtWork.start();
    try {
      // What follows a drawing follows it seconds later.
      await slow.page.addInitScript('const later = setTimeout; window.requestAnimationFrame = (work) => later(work, 2_000); window.setTimeout = (work, ms) => later(work, ms > 20 && ms <= 100 ? 2_000 : ms);');
      await slow.page.route('**/pieces/tenants-*.js', async (route) => {
        await slow.page.locator('main .waiting').waitFor();
        await route.continue();
      });
      await slow.open('/tenants');
      expect(await slow.page.getByRole('heading', { level: 1 }).textContent()).toBe('Tenants');
    } finally {
      await slow.stop();
    }
  });

  test('leads to its content and through its navigation by the keyboard', async () => {
    await reader.open('/');
    await page().keyboard.press('Tab');
    expect(await page().evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page().keyboard.press('Enter');
    expect(await page().evaluate('document.activeElement.id')).toBe('content');
  });
});
