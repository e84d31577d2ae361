import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { storedEvent } from '../../lambdas/adapters/event-store.ts';
import type { TableName } from '../../lambdas/adapters/store.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { stageNamed, tableName } from '../../lib/stage.ts';
import { clientSettings } from '../../local/cdk.ts';
import { clientsAt, machineArn } from '../../local/point-state.ts';
import type { DeployedPlatform } from './local-aws-platform.ts';

const tables: readonly TableName[] = ['identity', 'keys', 'events', 'ledger', 'audit', 'erasures'];

export async function scan(platform: DeployedPlatform, table: TableName): Promise<Record<string, unknown>[]> {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(platform.endpoint)));
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(new ScanCommand({ TableName: tableName(stageNamed('local'), table), ExclusiveStartKey: from }));
    items.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  return items;
}

/** Every item of every table, in a stable order. */
export async function everythingStored(platform: DeployedPlatform): Promise<Record<TableName, string[]>> {
  const pairs = await Promise.all(tables.map(async (table) => [table, (await scan(platform, table)).map((item) => JSON.stringify(item)).toSorted()] as const));
  return Object.fromEntries(pairs) as Record<TableName, string[]>;
}

/** Wherever a person could still be found: the identity and key tables, but for the pages that tell how registrations went and the answers that are kept for a day. */
export async function leftOfPeople(platform: DeployedPlatform): Promise<readonly string[]> {
  const { identity, keys } = await everythingStored(platform);
  return [...identity, ...keys].filter((item) => !item.includes('"REGISTRATION"') && !item.includes('"REPLY"'));
}

export async function eventsOf(platform: DeployedPlatform, aggregateId: string) {
  return (await scan(platform, 'events')).flatMap((item) => storedEvent(item) ?? []).filter(({ detail }) => detail.aggregateId === aggregateId);
}

/** What an at-least-once bus may do: the same event again, so many times at once. */
export async function publishAgain(platform: DeployedPlatform, aggregateId: string, type: string, times: number): Promise<void> {
  const event = (await eventsOf(platform, aggregateId)).find((each) => each.type === type);
  if (!event) throw new Error(`${aggregateId} has no event ${type}`);
  const entry = { EventBusName: platform.eventBusName, Source: EVENT_SOURCE, DetailType: type, Detail: JSON.stringify(event.detail) };
  await new EventBridgeClient(clientSettings(platform.endpoint)).send(new PutEventsCommand({ Entries: Array.from({ length: times }, () => entry) }));
}

/** How many executions of the process there were, by status. */
export async function executions(platform: DeployedPlatform, type: string): Promise<Record<string, number>> {
  const { executions: all = [] } = await clientsAt(platform.endpoint).sfn.send(new ListExecutionsCommand({ stateMachineArn: await machineArn(platform.endpoint, type), maxResults: 1000 }));
  return Object.fromEntries(Object.entries(Object.groupBy(all, ({ status = '' }) => status)).map(([status, some = []]) => [status, some.length]));
}
