import { userPartition, type Subject } from '../../lambdas/adapters/identity.ts';
import { runKey } from '../../lambdas/adapters/run-ledger.ts';
import type { Write } from '../../lambdas/adapters/store.ts';
import { named } from '../support/function-host.ts';
import { CrowdedTables } from '../support/crowded-tables.ts';
import { lookAt } from '../support/deletions.ts';
import { historyOf, largestState } from '../support/erasure-history.ts';
import { beginErasure, deletionSteps, erased, erasureOf, itemsOfOthers, readyToErase, tryAgain } from '../support/erasures.ts';
import { failsWith } from '../support/injections.ts';
import { unrestIn } from '../support/picture.ts';
import type { Execution } from '../support/step-functions.ts';
import type { World } from '../support/world.ts';

/** A deletion costs what it has to cost, however much there is of the person; and as long as it moves on nobody ends it. */
let world: World;
let subject: Subject;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(1));
});
afterEach(() => world.end());

const kinds = {
  'ACTIVITY#': { action: 'role.assigned', actor: 'system', cause: 'evt', at: 'long ago', roleId: 'member' },
  'RECORD#': { recordId: 'rec', kind: 'order', title: 'v1.sealed', amount: 1, createdAt: 'long ago' },
} as const;
function lies(many: Readonly<Partial<Record<keyof typeof kinds, number>>>): void {
  for (const [kind, count] of Object.entries(many))
    for (let n = 0; n < count; n += 1) world.tables.overwrite('identity', { pk: userPartition(subject), sk: `${kind}2024-${String(n).padStart(7, '0')}` }, kinds[kind as keyof typeof kinds]);
}

const deletions = (): readonly Execution[] => world.machines.executions.filter(({ type }) => type === 'user_deletion');
/** Batches that are on their way together take so long. */
const slow = (ms: number): void => {
  let underWay: Promise<void> | undefined;
  world.tables.interfere = (writes: readonly Write[]) => {
    if (writes.length < 2 || !writes.every((write) => 'delete' in write || ('put' in write && write.if === undefined))) return;
    underWay ??= world.time.pause(ms).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
};

test('ten thousand items: at most 0.05 requests each in all, a short history, a state that does not grow', async () => {
  lies({ 'ACTIVITY#': 5_000, 'RECORD#': 5_000 });
  const others = itemsOfOthers(world, subject).filter(({ sk }) => !sk.startsWith('SESSION#'));
  const requestId = await beginErasure(world, subject);
  const before = world.tables.requests;
  await world.settle();
  const requests = world.tables.requests - before;
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, seals: 0, counts: { personal_data: { activity: 5_001 }, business_data: { records: 5_001 } } });
  expect(itemsOfOthers(world, subject).filter(({ sk }) => !sk.startsWith('SESSION#'))).toEqual(others);
  for (const execution of deletions()) {
    expect(historyOf(execution)).toBeLessThanOrEqual(300);
    expect(largestState(execution)).toBeLessThanOrEqual(4_096);
  }
  expect(requests / 10_000).toBeLessThanOrEqual(0.05);
});

test('how far it is can be read while it goes on: of what was planned, and of the places that are looked through', async () => {
  lies({ 'ACTIVITY#': 3_000, 'RECORD#': 2_000 });
  const requestId = await beginErasure(world, subject);
  const told: Record<string, { readonly done: number; readonly of: number }[]> = {};
  const listen = async (): Promise<void> => {
    const { body } = await lookAt(world, requestId);
    for (const { name, progress } of body['phases'] as readonly { readonly name: string; readonly progress?: { readonly done: number; readonly of: number } }[])
      if (progress) (told[name] ??= []).push(progress);
  };
  world.tables.interfere = async (writes) => {
    if (writes.length > 0 && writes.every((write) => 'delete' in write || 'put' in write)) await listen();
  };
  await world.settle();
  const of = (name: string) => told[name] ?? [];
  expect([new Set(of('personal_data').map((each) => each.of)), new Set(of('business_data').map((each) => each.of))]).toEqual([new Set([3_005]), new Set([2_001])]);
  for (const phase of [of('personal_data'), of('business_data')]) {
    expect(new Set(phase.map(({ done }) => done)).size).toBeGreaterThan(3);
    expect(phase.map(({ done }) => done)).toEqual(phase.map(({ done }) => done).toSorted((one, other) => one - other));
    expect(phase.filter(({ done, of: all }) => done > all)).toEqual([]);
  }
  const { body: { phases } } = await lookAt(world, requestId);
  expect((phases as readonly object[]).filter((phase) => 'progress' in phase)).toEqual([]);
});

test('a hundred thousand items: ten times as much of everything that grows with them, and nothing else grows', async () => {
  const crowded = new CrowdedTables(world.tables);
  crowded.give(subject, 100_000);
  const requestId = await beginErasure(world, subject);
  const before = world.tables.requests;
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { assessment: { activity: 50_001, records: 50_001 }, personal_data: { activity: 50_001 }, business_data: { records: 50_001 }, verification: { residue: 0 } } });
  expect(crowded.left).toBe(0);
  for (const execution of deletions()) {
    expect(historyOf(execution)).toBeLessThanOrEqual(300);
    expect(largestState(execution)).toBeLessThanOrEqual(4_096);
  }
  expect((world.tables.requests - before) / 100_000).toBeLessThanOrEqual(0.041);
}, 60_000);

test('what one call has no time for is asked for again; what one execution has no room for, another one goes on with', async () => {
  lies({ 'ACTIVITY#': 17_000, 'RECORD#': 3_000 });
  const requestId = await beginErasure(world, subject);
  slow(8_000);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { personal_data: { activity: 17_001 }, business_data: { records: 3_001 } } });
  expect(await world.runOf('user_deletion', subject)).toMatchObject({ attempt: 2 });
  expect(deletions().map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect(deletions().map((execution) => historyOf(execution)).every((events) => events <= 300)).toBe(true);
  expect((await world.runOf('user_deletion', subject)).steps.map(({ attempts }) => attempts)).toEqual(deletionSteps.map(() => 1));
  expect(await unrestIn(world)).toEqual([]);
});

/** The run is pinned to so much of it. */
const within = (ms: number): void => world.inject('FenceRunningProcesses', async (proceed) => {
  const { runId, config } = await world.runOf('user_deletion', subject);
  world.tables.overwrite('ledger', runKey(runId), { config: { ...config, bestEffort: {}, compensationEnabled: false, deadline: ms }, deadlineAt: new Date(Date.now() + ms).toISOString(), dueAt: new Date().toISOString() });
  return proceed();
});
const everyMinute = (minutes: number): void => {
  for (let minute = 1; minute <= minutes; minute += 1) setTimeout(() => void world.reconcileNow(), minute * 60_000);
};

describe('time without progress', () => {
  test('is none while it moves on: whatever it takes, nobody ends it', async () => {
    lies({ 'ACTIVITY#': 12_000 });
    const requestId = await beginErasure(world, subject);
    within(90_000);
    slow(12_000);
    everyMinute(15);
    const began = Date.now();
    await world.settle();
    expect(Date.now() - began).toBeGreaterThan(8 * 60_000);
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    expect(world.eventsOf('workflow.timed_out')).toEqual([]);
  });

  test('ends it when it is over: it waits for a person, and goes on from where it was', async () => {
    lies({ 'ACTIVITY#': 3_000 });
    const requestId = await beginErasure(world, subject);
    within(60_000);
    let batches = 0;
    world.tables.interfere = (writes) => {
      if (!writes.some((write) => 'delete' in write && write.delete.sk.startsWith('ACTIVITY#'))) return;
      batches += 1;
      if (batches > 60) throw named('Lambda.Unknown');
    };
    world.inject('DeletePersonalData', (proceed) => proceed());
    world.inject('DeletePersonalData', async (_, time) => {
      await time.pause(70_000);
      throw named('Sandbox.Timedout');
    }, 'always');
    everyMinute(4);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'PARKED', request: 'PARTIALLY_ERASED', completed: 0 });
    expect(await world.runOf('user_deletion', subject)).toMatchObject({ failedStep: 'DeletePersonalData', errorClass: 'DeadlinePassed' });
    world.tables.interfere = () => undefined;
    world.faults.repair();
    expect(await tryAgain(world, (await world.runOf('user_deletion', subject)).runId)).toBe(202);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject({ ...erased, counts: { personal_data: { activity: 3_001 } } });
  });

  test('a run that is looked at while a step uses up its retries is left alone', async () => {
    const requestId = await beginErasure(world, subject);
    world.inject('MinimiseAuditData', failsWith('TransientFailure'), 5);
    everyMinute(6);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
  });
});
