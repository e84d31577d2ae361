import { getMe } from '../../lambdas/api/me/routes.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import { stopRun } from '../../lambdas/api/workflows/routes.ts';
import { readPhases } from '../../lambdas/adapters/deletion-requests.ts';
import { named } from '../support/function-host.ts';
import { sessionOf } from '../support/deletions.ts';
import { beginErasure, deletionSteps, erased, erasureOf, itemsOfOthers, readyAgain, readyToErase, tryAgain } from '../support/erasures.ts';
import { failsWith } from '../support/injections.ts';
import type { Snapshot } from '../support/memory-store.ts';
import { unrestIn } from '../support/picture.ts';
import { troublesThatPass } from '../support/troubles.ts';
import { TENANT, type World } from '../support/world.ts';

/** Every step of a deletion under every trouble: what passes leaves no trace, what does not stops what is behind it, and nothing leads back. */
let world: World;
let subject: Subject;
afterEach(() => world.end());

describe.each(deletionSteps)('%s', (step) => {
  beforeEach(async () => {
    ({ world, subject } = await readyToErase(5));
  });

  test.each(troublesThatPass)('%s: nobody notices in the end', async (_, fault, times) => {
    world.inject(step, fault, times);
    const requestId = await beginErasure(world, subject);
    const others = itemsOfOthers(world, subject);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    expect(itemsOfOthers(world, subject)).toEqual(others);
    expect(await unrestIn(world)).toEqual([]);
  });

  test.each(['TransientFailure', 'BusinessRefusal'])('fails for good with %s: what is behind it waits, access stays denied, and after the repair it is completed', async (name) => {
    const token = await sessionOf(world);
    world.inject(step, failsWith(name), 'always');
    const requestId = await beginErasure(world, subject);
    const others = itemsOfOthers(world, subject);
    await world.settle();
    const stopped = await erasureOf(world, subject, requestId);
    expect(stopped).toMatchObject({ run: 'PARKED', request: 'PARTIALLY_ERASED', completed: 0, lastMails: 0 });
    expect((await readPhases(world.store, { tenantId: TENANT, requestId })).filter(({ status }) => status === 'FAILED')).toHaveLength(1);
    expect(deletionSteps.filter((each) => !sideBySide.includes(each) && deletionSteps.indexOf(each) > deletionSteps.indexOf(step) && world.faults.calls.has(each))).toEqual([]);
    expect((await world.call(getMe, { token })).status).toBe(401);
    expect(world.machines.deadLetters.map(({ queue }) => queue)).toEqual(['user_deletion_dlq']);

    const { runId } = await world.runOf('user_deletion', subject);
    expect((await world.call(stopRun, { token: await world.administratorSession(), params: { runId }, body: { reason: 'let her stay' } })).status).toBe(409);
    world.faults.repair();
    expect(await tryAgain(world, runId)).toBe(202);
    await world.settle();
    expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
    expect(others.filter((item) => !itemsOfOthers(world, subject).some((left) => left.pk === item.pk && left.sk === item.sk))).toEqual([]);
  });
});
/** They are begun at once, and none waits for another; but the fence comes before them. */
const sideBySide = ['RevokeSessions', 'RevokeRoles', 'RevokeApiKeys', 'ClearCaches'];

describe('killed after any single write, and delivered again', () => {
  let ready: Snapshot;
  beforeAll(async () => {
    const made = await readyToErase(5);
    subject = made.subject;
    ready = made.world.tables.snapshot();
    made.world.end();
  });

  /** Counts what is written once the request stands; the one of that number is the last that its function makes. */
  async function story(deadly?: number) {
    world = await readyAgain(ready);
    const requestId = await beginErasure(world, subject);
    let writes = 0;
    world.tables.written = () => {
      writes += 1;
      if (writes === deadly) throw named('Lambda.Unknown', 'killed');
    };
    await world.settle();
    world.tables.written = () => undefined;
    return { writes, picture: await erasureOf(world, subject, requestId) };
  }

  test('it ends as it would have ended', async () => {
    const { writes, picture } = await story();
    expect(picture).toMatchObject(erased);
    expect(writes).toBeGreaterThan(40);
    const different: string[] = [];
    for (let deadly = 1; deadly <= writes; deadly += 1) {
      world.end();
      const killed = await story(deadly);
      if (JSON.stringify(killed.picture) !== JSON.stringify(picture)) different.push(`killed after write ${deadly}: ${JSON.stringify(killed.picture)}`);
    }
    expect(different).toEqual([]);
  });
});
