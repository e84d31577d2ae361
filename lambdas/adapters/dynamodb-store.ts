import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand, BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, ScanCommand, TransactWriteCommand, UpdateCommand,
  type BatchWriteCommandInput, type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { TransientFailure } from '../domain/errors.ts';
import { requiredSetting } from '../kit/settings.ts';
import { cursorFrom, scanFrom, startOf } from './cursor.ts';
import { Placeholders, renderChanges, renderCondition } from './expressions.ts';
import { withPatience } from './patience.ts';
import { ConditionFailed, type BatchedWrite, type Condition, type Item, type Key, type Page, type Query, type Read, type Store, type TableName, type Write } from './store.ts';

/** Table names come from the environment: TABLE_IDENTITY, TABLE_EVENTS, and so on, set for what a function touches. */
const tableInEnvironment = (table: TableName) => requiredSetting(`TABLE_${table.toUpperCase()}`);

export function dynamodbStore(client = new DynamoDBClient({ maxAttempts: 3 }), nameOf: (table: TableName) => string = tableInEnvironment): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  return {
    async get(table, key) {
      const { Item: item } = await documents.send(new GetCommand({ TableName: nameOf(table), Key: bare(key), ConsistentRead: true }));
      return item as Item | undefined;
    },

    getMany: (reads) => getMany(documents, nameOf, reads),

    async query(query) {
      const { Items = [], LastEvaluatedKey } = await documents.send(new QueryCommand(queryInput(query, nameOf(query.table))));
      return { items: Items as Item[], ...(LastEvaluatedKey && { cursor: cursorFrom(LastEvaluatedKey) }) } satisfies Page;
    },

    async scan({ table, segment, segments, limit, cursor }) {
      const { Items = [], LastEvaluatedKey } = await documents.send(new ScanCommand({
        TableName: nameOf(table), ConsistentRead: true, Segment: segment, TotalSegments: segments, Limit: limit, ...(cursor !== undefined && { ExclusiveStartKey: scanFrom(cursor) }),
      }));
      return { items: Items as Item[], ...(LastEvaluatedKey && { cursor: cursorFrom(LastEvaluatedKey) }) } satisfies Page;
    },

    transact: (writes) => withPatience(() => (writes.length === 1 && writes[0] && !('check' in writes[0])
      ? writeAlone(documents, nameOf, writes[0])
      : writeTogether(documents, nameOf, writes))),

    batch: (table, writes) => writeMany(documents, nameOf(table), writes),

    update: (write) => withPatience(async () => {
      const { Attributes } = await documents.send(new UpdateCommand({ ...updateInput(write, nameOf), ReturnValues: 'ALL_NEW' })).catch(translate);
      return { ...Attributes, ...bare(write.update) };
    }),
  };
}

/** What goes over the wire is the key alone, also where the caller hands a whole item. */
const bare = ({ pk, sk }: Key): Key => ({ pk, sk });

const address = (table: string, key: Key) => JSON.stringify([table, key.pk, key.sk]);

async function getMany(documents: DynamoDBDocumentClient, nameOf: (table: TableName) => string, reads: readonly Read[]) {
  const found = new Map<string, Item>();
  let asked: Record<string, { Keys: Key[]; ConsistentRead: true }> | undefined = {};
  for (const { table, key } of reads) (asked[nameOf(table)] ??= { Keys: [], ConsistentRead: true }).Keys.push(bare(key));

  for (let round = 0; asked && Object.keys(asked).length > 0; round += 1) {
    if (round === 5) throw new TransientFailure('the tables did not answer all keys of a batch');
    const answer: { Responses?: Record<string, Record<string, unknown>[]> | undefined; UnprocessedKeys?: unknown } =
      await documents.send(new BatchGetCommand({ RequestItems: asked }));
    for (const [table, items] of Object.entries(answer.Responses ?? {}))
      for (const item of items as Item[]) found.set(address(table, item), item);
    asked = answer.UnprocessedKeys as typeof asked;
  }
  return reads.map(({ table, key }) => found.get(address(nameOf(table), key)));
}

const FIRST_PAUSE_MS = 50;
/** What a throttled table leaves undone is sent again, after a pause that grows. */
async function writeMany(documents: DynamoDBDocumentClient, table: string, writes: readonly BatchedWrite[]): Promise<void> {
  let left: BatchWriteCommandInput['RequestItems'] = {
    [table]: writes.map((write) => ('put' in write ? { PutRequest: { Item: write.put } } : { DeleteRequest: { Key: bare(write.delete) } })),
  };
  for (let round = 0; left && Object.keys(left).length > 0; round += 1) {
    if (round === 5) throw new TransientFailure('the tables did not take all writes of a batch');
    if (round > 0) await sleep(Math.random() * FIRST_PAUSE_MS * 2 ** round);
    ({ UnprocessedItems: left } = await documents.send(new BatchWriteCommand({ RequestItems: left })).catch(translate));
  }
}

function queryInput(query: Query, TableName: string) {
  const { index, pk, filter, keysOnly, descending, limit, cursor } = query;
  const at = new Placeholders();
  const partition = `${at.name(index?.pk ?? 'pk')} = ${at.value(pk)}`;
  return {
    TableName,
    ...(index ? { IndexName: index.name } : { ConsistentRead: true }),
    KeyConditionExpression: [partition, sortKeyCondition(query, at)].filter(Boolean).join(' AND '),
    ...(filter && { FilterExpression: renderCondition(filter, at) }),
    ...(keysOnly && { ProjectionExpression: `${at.name('pk')}, ${at.name('sk')}` }),
    ScanIndexForward: !descending,
    ...(limit !== undefined && { Limit: limit }),
    ...(cursor && { ExclusiveStartKey: startOf(query, cursor) }),
    ...at.attributes,
  };
}

/** DynamoDB takes one condition on the sort key: whoever asks for two would get an answer to one of them. */
function sortKeyCondition({ index, skBeginsWith, skAtLeast, skAtMost }: Query, at: Placeholders): string | undefined {
  const name = () => at.name(index?.sk ?? 'sk');
  if (skBeginsWith !== undefined && (skAtLeast !== undefined || skAtMost !== undefined)) throw new Error('a query has one condition on the sort key');
  if (skBeginsWith !== undefined) return `begins_with(${name()}, ${at.value(skBeginsWith)})`;
  if (skAtLeast !== undefined && skAtMost !== undefined) return `${name()} BETWEEN ${at.value(skAtLeast)} AND ${at.value(skAtMost)}`;
  if (skAtLeast !== undefined) return `${name()} >= ${at.value(skAtLeast)}`;
  return skAtMost === undefined ? undefined : `${name()} <= ${at.value(skAtMost)}`;
}

type NameOf = (table: TableName) => string;
const conditionOf = (condition: Condition | undefined, at: Placeholders) =>
  (condition ? { ConditionExpression: renderCondition(condition, at) } : {});

function putInput(write: Extract<Write, { put: Item }>, nameOf: NameOf) {
  const at = new Placeholders();
  return { TableName: nameOf(write.table), Item: write.put, ...conditionOf(write.if, at), ...at.attributes };
}

function updateInput(write: Extract<Write, { update: Key }>, nameOf: NameOf) {
  const at = new Placeholders();
  const UpdateExpression = renderChanges(write, at);
  return { TableName: nameOf(write.table), Key: bare(write.update), UpdateExpression, ...conditionOf(write.if, at), ...at.attributes };
}

function deleteInput(write: Extract<Write, { delete: Key }>, nameOf: NameOf) {
  const at = new Placeholders();
  return { TableName: nameOf(write.table), Key: bare(write.delete), ...conditionOf(write.if, at), ...at.attributes };
}

function checkInput(write: Extract<Write, { check: Key }>, nameOf: NameOf) {
  const at = new Placeholders();
  return { TableName: nameOf(write.table), Key: bare(write.check), ConditionExpression: renderCondition(write.if, at), ...at.attributes };
}

async function writeAlone(documents: DynamoDBDocumentClient, nameOf: NameOf, write: Exclude<Write, { check: Key }>): Promise<void> {
  const command = 'put' in write ? documents.send(new PutCommand(putInput(write, nameOf)))
    : 'update' in write ? documents.send(new UpdateCommand(updateInput(write, nameOf)))
    : documents.send(new DeleteCommand(deleteInput(write, nameOf)));
  await command.catch(translate);
}

async function writeTogether(documents: DynamoDBDocumentClient, nameOf: NameOf, writes: readonly Write[]): Promise<void> {
  const TransactItems: NonNullable<TransactWriteCommandInput['TransactItems']> = writes.map((write) =>
    'put' in write ? { Put: putInput(write, nameOf) }
    : 'update' in write ? { Update: updateInput(write, nameOf) }
    : 'delete' in write ? { Delete: deleteInput(write, nameOf) }
    : { ConditionCheck: checkInput(write, nameOf) });
  await documents.send(new TransactWriteCommand({ TransactItems })).catch(translate);
}

const retryable = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** SDK errors in the platform's words. A conflict is worth another try at once, which `withPatience` makes. */
function translate(error: unknown): never {
  const { name, CancellationReasons = [] } = error as { name?: string; CancellationReasons?: { Code?: string }[] };
  if (name === 'ConditionalCheckFailedException') throw new ConditionFailed([0]);
  const failed = CancellationReasons.flatMap(({ Code }, position) => (Code === 'ConditionalCheckFailed' ? [position] : []));
  if (failed.length > 0) throw new ConditionFailed(failed);
  const conflict = CancellationReasons.some(({ Code }) => Code !== undefined && retryable.has(Code))
    || name === 'TransactionConflictException' || name === 'TransactionInProgressException';
  if (conflict || name === 'ProvisionedThroughputExceededException' || name === 'ThrottlingException')
    throw new TransientFailure('the tables are contended', { cause: error });
  throw error;
}
