import { jest } from '@jest/globals';
import { withBrowser } from '../../support/console-in-browser.ts';
import { ConsoleAtWork, everySight } from '../../support/console-platform.ts';
import { activePerson, ask, PASSWORD } from '../../support/console-seeds.ts';
import { newName } from '../../support/console-views-seeds.ts';
import { call } from '../../support/local-aws-platform.ts';

jest.setTimeout(180_000);

/** Somebody looks after her own account: no right is needed for it but her own. */
withBrowser('one’s own account', () => {
  let console: ConsoleAtWork;
  const name = newName('account.own');
  const email = `${name}@example.org`;
  const page = () => console.page;
  const dialog = () => page().getByRole('dialog');
  const panel = (title: string) => page().getByRole('region', { name: title });
  const login = async () => (await ask<{ sessionToken: string }>(console.platform, 'POST', '/auth/login', { tenantId: console.platform.tenantId, email, password: PASSWORD })).body.sessionToken;
  const answers = async (credential: Readonly<Record<string, string>>): Promise<number> => (await fetch(`${console.platform.apiUrl}/me`, { headers: credential })).status;

  beforeAll(async () => {
    console = await ConsoleAtWork.start({ loggedIn: false });
    await activePerson(console.platform, name);
    await console.open('/account');
    await page().getByLabel('Email address').fill(email);
    await page().getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page().getByRole('button', { name: 'Log in' }).click();
    await page().getByRole('heading', { level: 1, name: 'My account' }).waitFor();
  });
  afterAll(() => console?.stop());
  beforeEach(() => console.open('/account'));
  afterEach(() => expect(console.complaints).toEqual([]));

  test('shows who the reader is here and what she may, and is reached from the head of every page', async () => {
    await page().getByText(email).waitFor();
    expect(await panel('My permissions').locator('code').allTextContents()).toEqual(['records:read', 'records:write']);
    await console.open('/runs');
    await page().getByRole('link', { name: 'My account' }).click();
    await page().getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    expect(await page().getByRole('link', { name: 'My account' }).getAttribute('aria-current')).toBe('page');
  });

  test('takes another name and other preferences, sends only those, and says at the field what is wrong', async () => {
    const save = panel('Profile and preferences').getByRole('button', { name: 'Save the change' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await page().getByLabel('First name').fill('Lin');
    await page().getByLabel('Language of mails').selectOption('en');
    await page().getByLabel('Time zone').last().selectOption('Europe/Berlin');
    const [request] = await Promise.all([page().waitForRequest((sent) => sent.method() === 'PATCH'), save.click()]);
    expect(request.postDataJSON()).toEqual({ firstName: 'Lin', language: 'en', timezone: 'Europe/Berlin' });
    await page().getByText('Saved.').waitFor();
    await page().reload();
    await page().getByLabel('First name').waitFor();
    expect([await page().getByLabel('First name').inputValue(), await page().getByLabel('Time zone').last().inputValue()]).toEqual(['Lin', 'Europe/Berlin']);
  });

  test('lists the sessions, says which one this is, and ends another: its next request is refused', async () => {
    const token = await login();
    await console.open('/account');
    const rows = panel('Sessions').getByRole('row').filter({ has: page().getByRole('button') });
    expect(await rows.filter({ hasText: 'This session' }).count()).toBe(1);
    expect(await rows.filter({ hasText: 'This session' }).getByRole('button', { name: 'End session' }).count()).toBe(0);
    for (let left = await rows.count(); left > 1; left -= 1) {
      await panel('Sessions').getByRole('button', { name: 'End session' }).first().click();
      await dialog().getByRole('button', { name: 'End session' }).click();
      await dialog().waitFor({ state: 'detached' });
      await rows.nth(left - 1).waitFor({ state: 'detached' });
    }
    expect(await answers({ authorization: `Bearer ${token}` })).toBe(401);
  });

  test('makes a key whose secret is shown once and works, and revokes it', async () => {
    await panel('API keys').getByRole('button', { name: 'Create a key' }).click();
    await dialog().getByRole('button', { name: 'Create a key' }).click();
    await dialog().getByText('Give the key a name.').first().waitFor();
    await dialog().getByLabel('Name').fill('nightly export');
    await dialog().getByLabel('records:read').check();
    await dialog().getByRole('button', { name: 'Create a key' }).click();
    await dialog().waitFor({ state: 'detached' });
    const secret = await panel('API keys').locator('.secret code').textContent() ?? '';
    await panel('API keys').getByRole('button', { name: 'Copy: Secret' }).click();
    await panel('API keys').getByRole('button', { name: 'Copied: Secret' }).waitFor();
    expect(await page().evaluate('navigator.clipboard.readText()')).toBe(secret);
    expect(await answers({ 'x-api-key': secret })).toBe(200);
    await console.screenshot('account-secret');
    expect(await console.seriousFindings()).toEqual([]);
    await console.open('/account');
    const row = panel('API keys').getByRole('row').filter({ hasText: 'nightly export' });
    await row.getByText('see business records', { exact: true }).waitFor();
    expect(await page().getByText(secret).count()).toBe(0);
    await row.getByRole('button', { name: 'Revoke key' }).click();
    await dialog().getByRole('button', { name: 'Revoke key' }).click();
    await panel('API keys').getByText('There is no API key.').waitFor();
    expect(await answers({ 'x-api-key': secret })).toBe(401);
  });

  test('is closed when its holder asks for its deletion with her password: she is told the receipt code once', async () => {
    const leaver = newName('account.leaves');
    const userId = await activePerson(console.platform, leaver);
    const visitor = await ConsoleAtWork.start({ loggedIn: false });
    try {
      await visitor.open('/account');
      await visitor.page.getByLabel('Email address').fill(`${leaver}@example.org`);
      await visitor.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await visitor.page.getByRole('button', { name: 'Log in' }).click();
      await visitor.page.getByRole('button', { name: 'Request deletion' }).click();
      const asking = visitor.page.getByRole('dialog');
      for (const [label, text] of [['Reason', 'I move away'], ['Type delete to confirm', 'delete']] as const) await asking.getByLabel(label).fill(text);
      await asking.getByLabel('Password').fill('not the password');
      await asking.getByRole('button', { name: 'Request deletion' }).click();
      await asking.getByText('Tenant, address or password is wrong').waitFor();
      expect(visitor.takeComplaints()).toEqual(visitor.refusal(401, `/users/${userId}/deletion-requests`));
      await asking.getByLabel('Password').fill(PASSWORD);
      await asking.getByRole('button', { name: 'Request deletion' }).click();
      await visitor.page.getByRole('heading', { level: 1, name: 'The deletion of your account is requested' }).waitFor();
      await visitor.screenshot('account-closed');
      expect(await visitor.seriousFindings()).toEqual([]);
      const receipt = await visitor.page.locator('.note code').textContent() ?? '';
      const { body: { items } } = await ask<{ items: { requestId: string; userId: string }[] }>(console.platform, 'GET', '/deletion-requests');
      const requestId = items.find((each) => each.userId === userId)?.requestId;
      const { status, body } = await call<{ status: string }>(console.platform, 'GET', `/deletion-requests/${requestId}?receiptCode=${encodeURIComponent(receipt)}`);
      expect([status, body.status]).toEqual([200, 'GRACE_PERIOD']);
      await visitor.page.getByRole('button', { name: 'To the start page' }).click();
      await visitor.page.getByLabel('Email address').waitFor();
      expect(await visitor.page.getByText(receipt).count()).toBe(0);
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.stop();
    }
  });

  test.each(everySight)('can be read in $language, $theme, $width wide', async (sight) => {
    await console.open('/account', sight);
    await console.screenshot('account');
    expect([await console.seriousFindings(), await console.sidewaysOverflow()]).toEqual([[], 0]);
  });
});
