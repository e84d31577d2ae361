import { readPhases } from '../../lambdas/adapters/deletion-requests.ts';
import { activityNoted } from '../../lambdas/adapters/activity.ts';
import { apiKeyMade } from '../../lambdas/adapters/api-keys.ts';
import { audited } from '../../lambdas/adapters/audit.ts';
import { readAuthorization, type Subject } from '../../lambdas/adapters/identity.ts';
import { recordMade } from '../../lambdas/adapters/records.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import type { Item, TableName, Write } from '../../lambdas/adapters/store.ts';
import { retryRun } from '../../lambdas/api/workflows/routes.ts';
import { stepsOf } from '../../lambdas/kit/workflow.ts';
import { workflowOf } from '../../lambdas/workflows/index.ts';
import { askAsAdministrator, withoutGrace, withSomebodyActive } from './deletions.ts';
import type { Snapshot } from './memory-store.ts';
import { person } from './people.ts';
import { TENANT, World } from './world.ts';

export const deletionSteps: readonly string[] = stepsOf(workflowOf('user_deletion')).map(({ step }) => step);

/** So much of each kind the person has, and somebody else beside her. */
const MANY = 30;
const inTens = <T>(all: readonly T[]): readonly (readonly T[])[] => Array.from({ length: Math.ceil(all.length / 10) }, (_, nth) => all.slice(nth * 10, nth * 10 + 10));

/** Data of every kind, as the platform would have written it over the years. */
export async function givenData(world: Pick<World, 'store' | 'vault'>, subject: Subject, many = MANY): Promise<void> {
  const key = await world.vault.personKey(subject);
  if (!key) throw new Error('the person has no key');
  const now = new Date();
  const writes = Array.from({ length: many }, (_, nth): readonly Write[] => [
    recordMade(subject, { recordId: `rec_${nth}`, kind: 'order', title: key.seal('record', { title: `For ${subject.userId}, number ${nth}` }), amount: nth, createdAt: now.toISOString() }),
    newSession(subject, now).write,
    apiKeyMade(subject, Buffer.from(`key ${nth} of ${subject.userId}`), { apiKeyId: `key_${nth}`, label: key.seal('label', 'a script'), permissions: [], epoch: 0, now }),
    activityNoted(subject, { action: 'role.assigned', actor: 'system', cause: `evt_${nth}`, at: now.toISOString(), roleId: 'member' }),
    audited(subject, { action: 'profile.changed', actor: subject.userId, correlationId: `cor_${nth}`, now, reason: 'in her own words', before: { nth }, after: { nth: nth + 1 } }),
  ]);
  for (const some of inTens(writes)) await world.store.transact(some.flat());
}

export interface Ready { readonly world: World; readonly subject: Subject; readonly other: Subject }
/** Somebody who has everything that one can have, and somebody else who has it too; nothing asks for time to think it over. */
export async function readyToErase(many = MANY): Promise<Ready> {
  const { world, subject } = await withSomebodyActive();
  withoutGrace(world);
  const other = await person(world, 'berta');
  await givenData(world, subject, many);
  await givenData(world, other);
  return { world, subject, other };
}

/** The same again, from what was kept: a world for each of many tries. */
export async function readyAgain(snapshot: Snapshot): Promise<World> {
  const world = await World.withTenant();
  world.tables.restore(snapshot);
  return world;
}

/** Asks for it; from here on it goes forward. */
export async function beginErasure(world: World, subject: Subject): Promise<string> {
  const { status, body } = await askAsAdministrator(world, subject, { gracePeriodSeconds: 0 });
  if (status !== 202) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return String(body['requestId']);
}

const stores: readonly TableName[] = ['identity', 'keys', 'audit'];
/** Everything that is not the person's, as it lies there. */
export const itemsOfOthers = ({ tables }: World, { userId }: Subject): readonly Item[] =>
  stores.flatMap((table) => tables.items(table)).filter((item) => !JSON.stringify(item).includes(userId) && item.sk !== 'REPLY');

const itemsOf = ({ tables }: World, table: TableName, { userId }: Subject): readonly Item[] => tables.items(table).filter(({ pk }) => pk.includes(userId));

const kinds = (items: readonly Item[]): readonly string[] => [...new Set(items.map(({ sk }) => sk.split('#')[0] ?? ''))];

/** What came of it: how it ended, what is left where, and what was told to whom. */
export async function erasureOf(world: World, subject: Subject, requestId: string) {
  const { tenantId, userId } = subject;
  const [run, phases, request, authorization] = await Promise.all([
    world.runOf('user_deletion', subject), readPhases(world.store, { tenantId, requestId }),
    world.store.get('ledger', { pk: `TENANT#${tenantId}#DELETION#${requestId}`, sk: 'DELETION' }), readAuthorization(world.store, subject)]);
  const audit = itemsOf(world, 'audit', subject);
  return {
    run: run.status, notDone: run.steps.flatMap(({ step, status }) => (status === 'DONE' ? [] : [`${step} ${status}`])), request: request?.['status'],
    phases: phases.flatMap(({ name, status }) => (status === 'DONE' ? [] : [`${name} ${status}`])), counts: Object.fromEntries(phases.map(({ name, counts }) => [name, counts])),
    left: { identity: kinds(itemsOf(world, 'identity', subject)), keys: kinds(itemsOf(world, 'keys', subject)) },
    seals: [...world.tables.items('ledger'), ...world.tables.items('keys')].filter(({ sk }) => sk === 'SEAL' || sk === 'SEAL_KEY').length,
    identified: itemsOf(world, 'identity', subject).filter((item) => 'title' in item).length + audit.filter((item) => !item['minimised'] || 'reason' in item || 'before' in item).length,
    mayDo: authorization?.permissions ?? [], lastMails: world.mails('completed').filter((mail) => mail.userId === userId).length,
    completed: new Set(world.eventsOf('user.deletion_completed').filter(({ detail }) => detail.aggregateId === userId).map(({ detail }) => detail.eventId)).size,
  };
}

export const erased = {
  run: 'COMPLETED', notDone: [], request: 'COMPLETED', phases: [], left: { identity: ['RECORD'], keys: [] }, seals: 0, identified: 0, mayDo: [], lastMails: 1, completed: 1,
};

export const tryAgain = async (world: World, runId: string): Promise<number> =>
  (await world.call(retryRun, { token: await world.administratorSession(TENANT), params: { runId }, body: { reason: 'the cause is mended' } })).status;
