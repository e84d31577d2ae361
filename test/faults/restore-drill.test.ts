import { certificateFaults } from '../../lambdas/domain/erasure-certificate.ts';
import type { Store } from '../../lambdas/adapters/store.ts';
import type { MemoryTables } from '../support/memory-store.ts';
import { remainsIn, replayed, restoreDrill, restored, someoneErased, type Erased } from '../support/restore-drill.ts';

/** A restore brings back whom it was promised that he is gone; the ledger of erasures knows who. */
let erased: Erased;
beforeAll(async () => { erased = await someoneErased(200); });
afterAll(() => erased.world.end());

test('what a restore brings back the replay takes again, once and for all', async () => {
  const drill = await restoreDrill(erased);
  expect(drill.afterErasure).toEqual([]);
  expect([...new Set(drill.afterRestore)].toSorted()).toEqual([
    'audit ENTRY', 'identity ACTIVITY', 'identity API_KEY', 'identity AUTHORIZATION', 'identity CREDENTIAL', 'identity EMAIL', 'identity PROFILE', 'identity RECORD',
    'identity REGISTRATION', 'identity ROLE', 'identity SESSION', 'identity TOKEN', 'identity USER', 'keys PERSON_KEY',
  ]);
  expect(drill.afterRestore.length).toBeGreaterThan(60);
  expect(drill.afterReplay).toEqual([]);
  expect(drill.afterSecondReplay).toEqual([]);
  expect(drill.othersUntouched).toBe(true);
  expect(drill.replayed).toEqual([expect.objectContaining({ userId: erased.subject.userId, requestId: erased.requestId, completed: true })]);
});

test('the certificate is there still, and sound', async () => {
  const { certificate } = await restoreDrill(erased);
  expect(certificateFaults(certificate)).toEqual([]);
});

test('from whatever moment of the erasure the tables come, nothing is left, and what was completed is completed', async () => {
  expect(erased.during.length).toBeGreaterThan(20);
  const different: unknown[] = [];
  for (const [nth, snapshot] of erased.during.entries()) {
    const { afterReplay, status, othersUntouched } = await restoreDrill(erased, snapshot);
    if (afterReplay.length > 0 || !othersUntouched || (status !== undefined && status !== 'COMPLETED')) different.push({ nth, afterReplay, status, othersUntouched });
  }
  expect(different).toEqual([]);
});

test('keys that come from an earlier moment than the rest go too', async () => {
  for (const snapshot of erased.during.filter((_, nth) => nth % 5 === 0)) {
    const { afterReplay } = await restoreDrill(erased, { ...snapshot, keys: erased.before.keys });
    expect(afterReplay).toEqual([]);
  }
});

/** Dies after so many writes. */
function dying(tables: MemoryTables, after: number): Store {
  const store = tables.store();
  let writes = 0;
  const thenDie = async <T>(write: Promise<T>): Promise<T> => {
    const written = await write;
    if ((writes += 1) >= after) throw new Error('killed');
    return written;
  };
  return { ...store, transact: (all) => thenDie(store.transact(all)), batch: (...all) => thenDie(store.batch(...all)), update: (write) => thenDie(store.update(write)) };
}

test('whoever is killed after any single write begins anew, and comes to the same end', async () => {
  let killed = 0;
  for (let deadly = 1; ; deadly += 1) {
    const tables = restored(erased, erased.before);
    const died = await replayed(tables, erased.beganAt, new Date(), dying(tables, deadly)).then(() => false, () => true);
    if (!died) break;
    killed += 1;
    await replayed(tables, erased.beganAt, new Date());
    expect(remainsIn(tables, erased)).toEqual([]);
  }
  expect(killed).toBeGreaterThan(5);
});

test('the ledger holds random ids, dates, codes and counts, and nothing else', () => {
  const [entry, ...more] = erased.world.tables.items('erasures').filter(({ pk }) => pk.startsWith('ERASURES#'));
  expect(more).toEqual([]);
  expect(Object.keys(entry ?? {}).toSorted()).toEqual(['begunAt', 'completedAt', 'phases', 'pk', 'requestId', 'sk', 'tenantId', 'userId']);
  expect(entry?.['phases']).toContainEqual({ name: 'access', counts: expect.objectContaining({ sessions: expect.any(Number) }) });
});

test('who was done with before the moment of the restore is left in peace', async () => {
  const tables = restored(erased, erased.world.tables.snapshot());
  expect(await replayed(tables, new Date(Date.now() + 1_000), new Date(Date.now() + 2_000))).toEqual([]);
});

test('it is in the ledger before anything is destroyed', () => {
  const opened = erased.during.findIndex(({ erasures }) => erasures.length > 0);
  const destroyed = erased.during.findIndex(({ identity }) => identity.filter(({ pk }) => pk.includes(erased.subject.userId)).length < erased.before.identity.filter(({ pk }) => pk.includes(erased.subject.userId)).length);
  expect(opened).toBeGreaterThan(0);
  expect(destroyed).toBeGreaterThanOrEqual(opened);
});
