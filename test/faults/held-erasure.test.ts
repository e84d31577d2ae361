import type { Subject } from '../../lambdas/adapters/identity.ts';
import type { Item } from '../../lambdas/adapters/store.ts';
import { getCertificate, getDeletion, listDeletions, placeHold, releaseHold } from '../../lambdas/api/deletion/routes.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { replay } from '../../lambdas/erasure/ledger.ts';
import { memoryKeyWrapper } from '../support/memory-key-wrapper.ts';
import { certificateFaults, type SignedCertificate } from '../../lambdas/domain/erasure-certificate.ts';
import { A_DAY_MS, deletionsRound } from '../support/deletions.ts';
import { beginErasure, erased, erasureOf, readyAgain, readyToErase, tryAgain } from '../support/erasures.ts';
import { named } from '../support/function-host.ts';
import { failsWith } from '../support/injections.ts';
import { mailsTo, unrestIn } from '../support/picture.ts';
import type { World } from '../support/world.ts';

/** A hold of some kinds of data: all else is erased, and when the hold ends so is that, by itself, with a certificate of its own. */
let world: World;
let subject: Subject;
let requestId: string;
beforeEach(async () => {
  ({ world, subject } = await readyToErase(5));
});
afterEach(() => world.end());

const days = (n: number): string => new Date(Date.now() + n * A_DAY_MS).toISOString();
const hold = async (body: object) => world.call(placeHold, { token: await world.administratorSession(), params: { id: subject.userId }, body: { basis: 'a lawsuit', ...body } });
const release = async () => world.call(releaseHold, { token: await world.administratorSession(), params: { id: subject.userId } });
const view = async () => (await world.call(getDeletion, { token: await world.administratorSession(), params: { id: requestId } })).body;
const certificates = async (): Promise<readonly SignedCertificate[]> => {
  const { body } = await world.call(getCertificate, { token: await world.administratorSession(), params: { id: requestId } });
  const { earlier = [], ...latest } = body as unknown as SignedCertificate & { readonly earlier?: readonly SignedCertificate[] };
  return [...earlier, latest];
};
const titles = (): readonly Item[] => world.tables.items('identity').filter(({ pk, title }) => pk.includes(subject.userId) && title !== undefined);

async function erasedButFor(body: object): Promise<void> {
  expect((await hold(body)).status).toBe(200);
  requestId = await beginErasure(world, subject);
  await world.settle();
}
/** Everything has gone, and everything is told. */
async function allGone(): Promise<void> {
  await nothingLeft();
  expect(await unrestIn(world)).toEqual([]);
}
async function nothingLeft(): Promise<void> {
  expect(await view()).toMatchObject({ status: 'COMPLETED' });
  expect(await view()).not.toHaveProperty('heldCategories');
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ request: 'COMPLETED', left: { identity: ['RECORD'], keys: [] }, seals: 0, identified: 0, mayDo: [] });
  expect(titles()).toEqual([]);
}

test('ends with what is held left as it is; the request, the certificate and the last mail say so, and nobody is alarmed', async () => {
  await erasedButFor({ categories: ['business'], until: days(400) });
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ run: 'COMPLETED', request: 'PARTIALLY_ERASED', phases: [], seals: 0, completed: 1, left: { identity: ['RECORD'], keys: ['PERSON_KEY'] } });
  expect(titles()).toHaveLength(5);
  expect(await view()).toMatchObject({ status: 'PARTIALLY_ERASED', heldCategories: ['business'], heldUntil: expect.stringMatching(/^2027-/) as string, certificateUrl: expect.any(String) as string });
  const [first, ...more] = await certificates();
  expect(more).toEqual([]);
  expect(first?.certificate).toMatchObject({
    holds: [{ categories: ['business'], until: expect.stringMatching(/^2027-/) as string }],
    retained: expect.arrayContaining([{ what: 'records', count: 5, reason: 'legal_hold', until: expect.stringMatching(/^2027-/) as string }]) as unknown[],
  });
  expect(mailsTo(world, subject, 'completed').map(({ mail }) => mail.text)).toEqual([expect.stringContaining('Kept back for now, because the law asks for it: business records')]);
  expect(world.eventsOf('user.deletion_completed').map(({ detail }) => detail.data['heldCategories'])).toEqual([['business']]);
  expect((await world.call(listDeletions, { token: await world.administratorSession(), query: { status: 'PARTIALLY_ERASED' } })).body['items']).toMatchObject([{ requestId, heldCategories: ['business'] }]);
  expect(await deletionsRound(world, 60 * A_DAY_MS)).toEqual({ 'looked at': 1 });
  expect(world.log.lines.filter((line) => line.includes('DeletionsNearDue'))).toEqual([]);
  expect(await unrestIn(world)).toEqual([]);
});

test('goes on by itself at the end of the hold with exactly what was held, verifies, and certifies it behind the first one', async () => {
  await erasedButFor({ categories: ['business'], until: days(40) });
  expect(await deletionsRound(world, 39 * A_DAY_MS)).toEqual({ 'looked at': 1 });
  expect(titles()).toHaveLength(5);
  expect(await deletionsRound(world, A_DAY_MS)).toEqual({ resumed: 1 });
  await allGone();
  const [first, second, ...more] = await certificates();
  expect(more).toEqual([]);
  expect(second?.certificate).toMatchObject({ number: 2, supplements: 1, holds: [], stores: expect.arrayContaining([expect.objectContaining({ kind: 'records', count: 5, held: false })]) as unknown[] });
  expect(certificateFaults(second, { ...(first && { before: first }) })).toEqual([]);
  expect(world.eventsOf('user.deletion_completed').map(({ detail }) => detail.data['heldCategories'])).toEqual([['business'], undefined]);
  expect(mailsTo(world, subject, 'completed')).toHaveLength(1);
  expect(await deletionsRound(world, 90 * A_DAY_MS)).toEqual({});
});

test('goes on within a minute when the hold is released', async () => {
  await erasedButFor({ categories: ['business', 'audit'] });
  expect(await deletionsRound(world, 60 * A_DAY_MS)).toEqual({ 'looked at': 1 });
  expect((await release()).status).toBe(204);
  expect(titles()).toHaveLength(5);
  expect(await deletionsRound(world)).toEqual({ resumed: 1 });
  await allGone();
});

test('the account itself can be held: nobody gets in, and at its end the person is told', async () => {
  await erasedButFor({ categories: ['identity'], until: days(3) });
  expect(await erasureOf(world, subject, requestId)).toMatchObject({ request: 'PARTIALLY_ERASED', mayDo: [], left: { keys: ['PERSON_KEY'] } });
  expect(await world.user(subject)).toMatchObject({ status: 'deleting' });
  expect(await deletionsRound(world, 3 * A_DAY_MS)).toEqual({ resumed: 1 });
  await allGone();
  expect(mailsTo(world, subject, 'completed').map(({ mail }) => mail.text.includes('Kept back'))).toEqual([true, false]);
});

describe('while it waits', () => {
  test('the hold can be made longer: what it keeps stays until the new end', async () => {
    await erasedButFor({ categories: ['business'], until: days(10) });
    await world.time.pass(9 * A_DAY_MS);
    expect(await hold({ until: days(30) })).toMatchObject({ status: 200, body: { categories: ['business'] } });
    expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({ 'looked at': 1 });
    expect(titles()).toHaveLength(5);
    expect(await deletionsRound(world, 28 * A_DAY_MS)).toEqual({ resumed: 1 });
    await allGone();
  });

  test('less can be held: what is not any more goes, and the rest waits on', async () => {
    await erasedButFor({ categories: ['business', 'audit'] });
    expect((await hold({ categories: ['audit'] })).status).toBe(200);
    expect(await deletionsRound(world)).toEqual({ resumed: 1 });
    expect(titles()).toEqual([]);
    expect(await view()).toMatchObject({ status: 'PARTIALLY_ERASED', heldCategories: ['audit'] });
    expect((await release()).status).toBe(204);
    expect(await deletionsRound(world)).toEqual({ resumed: 1 });
    await allGone();
    const all = await certificates();
    expect(all.map(({ certificate: { number, supplements } }) => [number, supplements])).toEqual([[1, undefined], [2, 1], [3, 1]]);
    expect(all.slice(1).flatMap((each, nth) => certificateFaults(each, { ...(all[nth] && { before: all[nth] }) }))).toEqual([]);
  });

  test('what is gone cannot be held any more', async () => {
    await erasedButFor({ categories: ['business'] });
    expect(await hold({ categories: ['contact'] })).toMatchObject({ status: 409, body: { type: '/problems/past-the-pivot' } });
  });

  test('of a hold that is made longer in the moment in which it ends either the one or the other is true', async () => {
    await erasedButFor({ categories: ['business'], until: days(1) });
    await world.time.pass(A_DAY_MS);
    const [answer, round] = await Promise.all([hold({ until: days(30) }), deletionsRound(world, 0)]);
    expect([[200, undefined, 5], [409, 1, 0]]).toContainEqual([answer.status, round.resumed, titles().length]);
  });
});

test('a hold that ends while the rest is being erased keeps nothing: it is erased in the same run', async () => {
  await hold({ categories: ['business'] });
  world.inject('NotifyRecipients', async (proceed) => {
    expect((await release()).status).toBe(204);
    return proceed();
  });
  requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await erasureOf(world, subject, requestId)).toMatchObject(erased);
});

test('a hold that is released between the verification and the certificate leaves nothing that nobody will erase', async () => {
  await hold({ categories: ['business'] });
  world.inject('IssueCertificate', async (proceed) => {
    expect((await release()).status).toBe(204);
    return proceed();
  });
  requestId = await beginErasure(world, subject);
  await world.settle();
  expect(await view()).toMatchObject({ status: 'PARTIALLY_ERASED', heldCategories: ['business'] });
  expect(await deletionsRound(world)).toEqual({ resumed: 1 });
  await allGone();
});

test('a phase that fails for good when it goes on stops it as ever, and after the repair it is completed', async () => {
  await erasedButFor({ categories: ['business'], until: days(1) });
  world.inject('AnonymiseBusinessData', failsWith('BusinessRefusal'), 'always');
  expect(await deletionsRound(world, A_DAY_MS)).toEqual({ resumed: 1 });
  expect(await view()).toMatchObject({ status: 'PARTIALLY_ERASED', failedPhase: 'business_data', heldCategories: ['business'] });
  expect(await deletionsRound(world, 5 * A_DAY_MS)).not.toHaveProperty('resumed');
  world.faults.repair();
  const runId = world.tables.items('ledger').find(({ sk, status }) => sk === 'RUN' && status === 'PARKED')?.['runId'];
  expect(await tryAgain(world, typeof runId === 'string' ? runId : '')).toBe(202);
  await world.settle();
  await nothingLeft();
});

test('a run that only could not be closed is closed when it is tried again: what is held stays, and goes when the hold ends', async () => {
  world.inject('Complete', failsWith('BusinessRefusal'));
  await erasedButFor({ categories: ['business'], until: days(2) });
  const run = () => world.tables.items('ledger').find(({ sk, type }) => sk === 'RUN' && type === 'user_deletion');
  expect(run()).toMatchObject({ status: 'PARKED' });
  const runId = run()?.['runId'];
  expect(await tryAgain(world, typeof runId === 'string' ? runId : '')).toBe(202);
  await world.settle();
  expect(run()).toMatchObject({ status: 'COMPLETED' });
  expect(await view()).toMatchObject({ status: 'PARTIALLY_ERASED', heldCategories: ['business'] });
  expect(await view()).not.toHaveProperty('failedPhase');
  expect(titles()).toHaveLength(5);
  expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({ resumed: 1 });
  await nothingLeft();
});

test('after a restore the replay keeps what is held and waits on; at the end of the hold that goes too', async () => {
  expect((await hold({ categories: ['business'], until: days(2) })).status).toBe(200);
  const before = world.tables.snapshot();
  const since = new Date();
  requestId = await beginErasure(world, subject);
  const asked = world.tables.snapshot();
  await world.settle();
  world.tables.restore({ ...before, ledger: asked.ledger, erasures: world.tables.items('erasures') });
  for await (const { counts } of replay({ store: world.store, vault: vault(world.store, memoryKeyWrapper()) }, since, new Date())) expect(counts['records']).toBeUndefined();
  expect(titles()).toHaveLength(5);
  expect(await view()).toMatchObject({ status: 'PARTIALLY_ERASED', heldCategories: ['business'] });
  expect(await deletionsRound(world, 2 * A_DAY_MS)).toEqual({ resumed: 1 });
  await nothingLeft();
});

test('killed after any single write on its way on, it comes to the same end', async () => {
  await erasedButFor({ categories: ['business'], until: days(1) });
  const waiting = world.tables.snapshot();
  async function story(deadly?: number): Promise<{ readonly writes: number; readonly picture: unknown }> {
    world.stop();
    world = await readyAgain(waiting);
    await world.time.pass(A_DAY_MS);
    let writes = 0;
    world.tables.written = () => {
      writes += 1;
      if (writes === deadly) throw named('Lambda.Unknown', 'killed');
    };
    await deletionsRound(world, 0).catch(() => undefined);
    world.tables.written = () => undefined;
    await deletionsRound(world);
    const { status } = await view();
    return { writes, picture: { status, titles: titles().length, certificates: (await certificates()).length, keys: world.tables.items('keys').filter(({ pk }) => pk.includes(subject.userId)).length } };
  }
  const { writes, picture } = await story();
  expect(picture).toEqual({ status: 'COMPLETED', titles: 0, certificates: 2, keys: 0 });
  expect(writes).toBeGreaterThan(30);
  const different: string[] = [];
  for (let deadly = 1; deadly <= writes; deadly += 1) {
    const killed = await story(deadly);
    if (JSON.stringify(killed.picture) !== JSON.stringify(picture)) different.push(`killed after write ${deadly}: ${JSON.stringify(killed.picture)}`);
  }
  expect(different).toEqual([]);
});
