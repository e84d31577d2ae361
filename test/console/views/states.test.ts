import { jest } from '@jest/globals';
import type { Route } from 'playwright-core';
import { runStatuses } from '../../../lambdas/domain/run.ts';
import { withBrowser } from '../../support/console-in-browser.ts';
import { inGrey, mostAlike } from '../../support/console-legibility.ts';
import { ConsoleAtWork, type Sight } from '../../support/console-platform.ts';
import { ask } from '../../support/console-seeds.ts';

jest.setTimeout(120_000);

const both: readonly Partial<Sight>[] = [{ language: 'zh-CN', theme: 'light' }, { language: 'en', theme: 'dark', width: 390 }];
/** A state that the console was not told of yet. */
const UNKNOWN = 'HIBERNATING';
/** Of 256 places; less and two signs could be taken for one another. */
const LEAST_DIFFERENCE = 20;

type Changed = (body: Record<string, unknown>) => unknown;
const nothing: Changed = (body) => ({ ...body, items: [] });

/** What a view shows when it has nothing, not yet, not everything, too much, or something that it does not know. */
withBrowser('a view', () => {
  let reader: ConsoleAtWork;
  const page = () => reader.page;
  const main = () => page().locator('main');

  beforeAll(async () => {
    reader = await ConsoleAtWork.start();
  });
  afterAll(() => reader?.stop());
  afterEach(() => page().unrouteAll({ behavior: 'ignoreErrors' }));

  /** The service's own answer, changed. */
  const answered = (url: string | RegExp, change: Changed) => page().route(url, async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json() as Record<string, unknown>) });
  });
  /** That somebody cut these off is what the browser complains about. */
  const otherComplaints = (url: RegExp) => reader.complaints.filter((each) => !url.test(each));

  test.each(both)('that has nothing yet says so, in $language', async (sight) => {
    for (const [name, path, list] of [['runs', '/runs', /\/api\/workflows\/runs\?/], ['dead-letters', '/dead-letters', /\/api\/workflows\/dead-letters/], ['deletions', '/deletions', /\/api\/deletion-requests/], ['people', '/people', /\/api\/users\?/]] as const) {
      await answered(list, nothing);
      await reader.open(path, sight);
      await main().locator('.empty').waitFor();
      expect((await main().locator('.empty').textContent())?.length).toBeGreaterThan(8);
      expect(await reader.seriousFindings()).toEqual([]);
      await reader.screenshot(`${name}-empty`);
    }
    expect(reader.complaints).toEqual([]);
  });

  test('that waits takes the room of what will come, and says that it reads', async () => {
    for (const [name, path] of [['overview', '/'], ['runs', '/runs'], ['run', `/runs/${reader.platform.runs.completed}`], ['deletions', '/deletions']] as const) {
      await page().route(/\/api\/(workflows\/overview|workflows\/runs|deletion-requests)/, () => undefined);
      await page().goto(new URL(path, reader.platform.consoleUrl).href);
      await main().locator('[aria-busy=true]').waitFor();
      expect(await main().locator('.waiting').boundingBox().then((box) => box?.height ?? 0)).toBeGreaterThan(150);
      expect(await page().locator('.live').textContent()).toContain('Reading');
      await reader.screenshot(`${name}-loading`);
      await page().unrouteAll({ behavior: 'ignoreErrors' });
    }
  });

  test.each(both)('of which a part cannot be read keeps the rest, in $language', async (sight) => {
    const failing = /\/api\/(timeline|workflows$)/;
    const { body: { items } } = await ask<{ items: { userId: string }[] }>(reader.platform, 'GET', '/users?limit=1');
    for (const [name, path, rest] of [['person', `/people/${items[0]?.userId}`, '#content table'], ['run', `/runs/${reader.platform.runs.compensated}`, '.gantt']] as const) {
      await page().route(failing, (route) => route.abort());
      await reader.open(path, sight);
      await main().locator('.empty.broken').waitFor();
      expect(await page().locator(rest).first().isVisible()).toBe(true);
      await reader.screenshot(`${name}-partly-failed`);
      await page().unrouteAll({ behavior: 'ignoreErrors' });
      await main().locator('.empty.broken button').click();
      await main().locator('.empty.broken').waitFor({ state: 'detached' });
      expect(otherComplaints(failing).filter((each) => !each.startsWith('console: Failed to load resource'))).toEqual([]);
    }
  });

  test.each(both)('draws a state that it does not know by its own name, in $language', async (sight) => {
    await answered(/\/api\/workflows\/runs\?/, ({ items, ...body }) => ({ ...body, items: (items as object[]).map((run, at) => (at === 0 ? { ...run, status: UNKNOWN } : run)) }));
    await reader.open('/runs', sight);
    expect(await page().locator('.run-rows .state').first().textContent()).toBe(UNKNOWN);
    await answered(/\/api\/workflows\/runs\/user_registration/, ({ steps, ...body }) => ({ ...body, status: UNKNOWN, steps: (steps as object[]).map((step, at) => (at === 0 ? { ...step, status: UNKNOWN } : step)) }));
    await reader.open(`/runs/${reader.platform.runs.completed}`, sight);
    await page().locator('.graph').waitFor();
    expect(await page().locator('.title-line .state').textContent()).toBe(UNKNOWN);
    await reader.screenshot('run-unknown-state');
    expect([await reader.seriousFindings(), reader.complaints]).toEqual([[], []]);
  });

  test.each(both)('of 10,000 runs is drawn like one of ten, in $language', async (sight) => {
    await reader.open(`/?tenant=${reader.platform.crowd.tenantId}`, sight);
    await page().locator('.chart canvas').first().waitFor();
    await reader.screenshot('overview-crowd');
    expect(await page().locator('.equation').textContent()).toContain(reader.platform.crowd.count.toLocaleString('en'));
    await reader.open(`/runs?tenant=${reader.platform.crowd.tenantId}`, sight);
    await reader.screenshot('runs-crowd');
    expect([await reader.sidewaysOverflow(), reader.complaints]).toEqual([0, []]);
  });

  test('tells every state apart without colour: by its sign, its outline and its word', async () => {
    const states = [...runStatuses, UNKNOWN];
    await answered(/\/api\/workflows\/runs\?/, ({ items, ...body }) => {
      const [first] = items as object[];
      return { ...body, cursor: undefined, items: states.map((status, at) => ({ ...first, status, current: [], runId: `user_registration-${at}` })) };
    });
    await reader.open('/runs');
    await inGrey(page());
    await reader.screenshot('runs-every-state-in-grey');
    const chips = page().locator('.run-rows .state');
    expect(new Set(await chips.allTextContents()).size).toBe(states.length);
    const signs: Buffer[] = [];
    for (let at = 0; at < states.length; at += 1) signs.push(await chips.nth(at).locator('svg').screenshot());
    const [one, other, places] = await mostAlike(page(), signs);
    expect({ alike: [states[one], states[other]], isTold: places >= LEAST_DIFFERENCE, places }).toEqual({ alike: expect.anything(), isTold: true, places: expect.any(Number) });
  });
});
