import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { deletionChanged, readDeletion } from '../../lambdas/adapters/deletion-requests.ts';
import { dynamodbStore } from '../../lambdas/adapters/dynamodb-store.ts';
import { recordMade } from '../../lambdas/adapters/records.ts';
import { MOST_IN_A_BATCH } from '../../lambdas/adapters/store.ts';
import { stageNamed, tableName } from '../../lib/stage.ts';
import { clientSettings } from '../../local/cdk.ts';
import { activePerson, ask, register, runIn, withFault, type Reached } from './console-seeds.ts';

const A_DAY_MS = 86_400_000;
/** So many batches are on their way together. */
const AT_ONCE = 8;
const here = Date.now().toString(36);
/** A name that nobody had before, also where the same platform is looked at twice. */
export const newName = (name: string): string => `${name}.${here}`;
const storeAt = ({ endpoint }: Reached) =>
  dynamodbStore(new DynamoDBClient(clientSettings(endpoint)), (table) => tableName(stageNamed('local'), table));

/** People whose welcome mail could not be sent, one parked step each. */
export async function parkedMails(platform: Reached, names: readonly string[]): Promise<readonly string[]> {
  return withFault(platform, 'user_registration', 'SendWelcomeEmail', { throwFirst: 1_000, error: 'BusinessRefusal' }, async () => {
    const people = await Promise.all(names.map((name) => register(platform, `${newName(name)}@example.org`)));
    await Promise.all(people.map((userId) => runIn(platform, 'user_registration', userId, 'COMPLETED_WITH_WARNINGS')));
    return people;
  });
}

export async function requestedDeletion(platform: Reached, userId: string, body: object = {}): Promise<string> {
  const { status, body: { requestId }, text } = await ask<{ requestId: string }>(platform, 'POST', `/users/${userId}/deletion-requests`, { reason: 'asked by telephone', ground: 'consent_withdrawn', ...body });
  if (status !== 202) throw new Error(`the deletion of ${userId} was answered ${status}: ${text}`);
  return requestId;
}

/** As the tenant's business would have written them over the years; nobody reads what their titles say. */
export async function givenRecords(platform: Reached, userId: string, many: number): Promise<void> {
  const store = storeAt(platform);
  const writes = Array.from({ length: many }, (_, nth) => recordMade({ tenantId: platform.tenantId, userId }, {
    recordId: `rec_${nth}`, kind: 'order', title: 'v1.sealed', amount: nth, createdAt: new Date(Date.now() - nth).toISOString(),
  })).flatMap((write) => ('put' in write ? [{ put: write.put }] : []));
  for (let from = 0; from < many; from += AT_ONCE * MOST_IN_A_BATCH) {
    const some = writes.slice(from, from + AT_ONCE * MOST_IN_A_BATCH);
    await Promise.all(Array.from({ length: Math.ceil(some.length / MOST_IN_A_BATCH) }, (_, batch) => store.batch('identity', some.slice(batch * MOST_IN_A_BATCH, (batch + 1) * MOST_IN_A_BATCH))));
  }
}

/** As if it had been asked for long ago: its due date is so many days from now. */
export async function dueInDays(platform: Reached, requestId: string, days: number): Promise<void> {
  const store = storeAt(platform);
  const seen = await readDeletion(store, { tenantId: platform.tenantId, requestId });
  if (!seen) throw new Error(`there is no request ${requestId}`);
  await store.transact([deletionChanged(seen, { finishBy: new Date(Date.now() + days * A_DAY_MS).toISOString() }, new Date())]);
}

/** Requests in the states that an officer meets: overdue, due today, with time left, on hold, and completed; `prefix` keeps the people of two suites apart. */
export async function seedDeletions(platform: Reached, prefix: string) {
  const names = ['overdue', 'due.today', 'in.time', 'held', 'erased'] as const;
  const people: Record<string, string> = {};
  for (const name of names) people[name] = await activePerson(platform, newName(`${prefix}.${name}`));
  const of = (name: (typeof names)[number], body?: object) => requestedDeletion(platform, people[name] ?? '', body);
  await ask(platform, 'PUT', `/users/${people['held']}/legal-hold`, { basis: 'Lawsuit 12 O 345/26' });
  const requests = { overdue: await of('overdue'), dueToday: await of('due.today'), inTime: await of('in.time'), held: await of('held'), erased: await of('erased', { gracePeriodSeconds: 0 }) };
  await dueInDays(platform, requests.overdue, -3);
  await dueInDays(platform, requests.dueToday, 0);
  await runIn(platform, 'user_deletion', people['erased'] ?? '', 'COMPLETED');
  return { people, requests };
}
