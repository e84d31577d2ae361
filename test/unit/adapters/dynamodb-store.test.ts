import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamodbStore } from '../../../lambdas/adapters/dynamodb-store.ts';
import { equal, whenAbsent, type Store, type Write } from '../../../lambdas/adapters/store.ts';

interface Request { readonly command: string; readonly input: Record<string, unknown> }
type Answer = (request: Request) => unknown;

/** A client whose every request is answered here, one answer after another; the last one for ever. */
function storeThatHears(...answers: readonly Answer[]): { store: Store; requests: Request[] } {
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  const requests: Request[] = [];
  client.middlewareStack.add((_next, { commandName = '' }) => ({ input }) => {
    const request = { command: commandName, input: input as Record<string, unknown> };
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return Promise.resolve({ response: {}, output: { $metadata: {}, ...answer?.(request) as object } });
  }, { step: 'initialize', priority: 'low' });
  return { store: dynamodbStore(client, (table) => `table-${table}`), requests };
}

const failing = (name: string, reasons?: readonly string[]): Answer => () => {
  throw Object.assign(new Error(name), { name, ...(reasons && { CancellationReasons: reasons.map((Code) => ({ Code })) }) });
};
const fine: Answer = () => ({});
const key = { pk: 'P', sk: 'S' };
const two: readonly Write[] = [{ table: 'identity', put: key, if: whenAbsent }, { table: 'events', update: key, add: { n: 1 }, if: equal('n', 1) }];
const outcome = (store: Store, writes: readonly Write[] = two): Promise<unknown> => store.transact(writes).then(() => 'written', (error: unknown) => error);

describe('a transaction that DynamoDB cancels', () => {
  test('for a condition says which writes it concerns, at once', async () => {
    const { store, requests } = storeThatHears(failing('TransactionCanceledException', ['None', 'ConditionalCheckFailed']));
    expect(await outcome(store)).toMatchObject({ name: 'ConditionFailed', failed: [1] });
    expect(requests).toHaveLength(1);
  });

  test('for a conflict is tried again until it succeeds', async () => {
    const { store, requests } = storeThatHears(failing('TransactionCanceledException', ['TransactionConflict', 'None']), failing('TransactionConflictException'), fine);
    expect(await outcome(store)).toBe('written');
    expect(requests).toHaveLength(3);
  });

  test('for a conflict that goes on is a transient failure after five tries', async () => {
    const { store, requests } = storeThatHears(failing('TransactionCanceledException', ['None', 'TransactionConflict']));
    expect(await outcome(store)).toMatchObject({ name: 'TransientFailure' });
    expect(requests).toHaveLength(5);
  });

  test('for a condition and a conflict together is decided by the condition', async () => {
    const { store } = storeThatHears(failing('TransactionCanceledException', ['TransactionConflict', 'ConditionalCheckFailed']));
    expect(await outcome(store)).toMatchObject({ name: 'ConditionFailed', failed: [1] });
  });

  test('for a mistake of ours looks like one', async () => {
    const { store, requests } = storeThatHears(failing('ValidationException'));
    expect(await outcome(store)).toMatchObject({ name: 'ValidationException' });
    expect(requests).toHaveLength(1);
  });
});

test.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'TransactionConflictException', 'TransactionInProgressException'])('%s on a single write is worth another try', async (name) => {
  const { store, requests } = storeThatHears(failing(name), fine);
  expect(await outcome(store, [{ table: 'identity', put: key }])).toBe('written');
  expect(requests.map(({ command }) => command)).toEqual(['PutItemCommand', 'PutItemCommand']);
});

test('a single write needs no transaction, a single check does', async () => {
  const { store, requests } = storeThatHears(fine);
  await store.transact([{ table: 'identity', delete: key }]);
  await store.transact([{ table: 'identity', check: key, if: whenAbsent }]);
  expect(requests.map(({ command }) => command)).toEqual(['DeleteItemCommand', 'TransactWriteItemsCommand']);
});

test('decisions rest on consistent reads', async () => {
  const { store, requests } = storeThatHears(fine);
  await store.get('identity', key);
  await store.query({ table: 'identity', pk: 'P' });
  await store.getMany([{ table: 'identity', key }]);
  expect(requests.map(({ input }) => input['ConsistentRead'] ?? (input['RequestItems'] as Record<string, { ConsistentRead: boolean }>)['table-identity']?.ConsistentRead)).toEqual([true, true, true]);
});

test('what a batch leaves unread is asked for again', async () => {
  const one = { pk: 'P', sk: '1' };
  const other = { pk: 'P', sk: '2' };
  const { store, requests } = storeThatHears(
    () => ({ Responses: { 'table-identity': [one] }, UnprocessedKeys: { 'table-identity': { Keys: [other], ConsistentRead: true } } }),
    () => ({ Responses: { 'table-identity': [other] }, UnprocessedKeys: {} }));
  const read = await store.getMany(['2', '1'].map((sk) => ({ table: 'identity' as const, key: { pk: 'P', sk } })));
  expect(read.map((item) => item?.sk)).toEqual(['2', '1']);
  expect(requests).toHaveLength(2);
});

test('a batch that is never answered whole is a transient failure', async () => {
  const { store } = storeThatHears(() => ({ Responses: {}, UnprocessedKeys: { 'table-identity': { Keys: [key], ConsistentRead: true } } }));
  await expect(store.getMany([{ table: 'identity', key }])).rejects.toMatchObject({ name: 'TransientFailure' });
});

test('what a batch leaves unwritten is sent again, and only that', async () => {
  const left = { 'table-identity': [{ DeleteRequest: { Key: { pk: 'P', sk: '2' } } }] };
  const { store, requests } = storeThatHears(() => ({ UnprocessedItems: left }), () => ({ UnprocessedItems: {} }));
  await store.batch('identity', [{ put: { pk: 'P', sk: '1' } }, { delete: { pk: 'P', sk: '2' } }]);
  expect(requests.map(({ input }) => (input['RequestItems'] as Record<string, unknown[]>)['table-identity']?.length)).toEqual([2, 1]);
});

test('a batch that is never taken whole is a transient failure', async () => {
  const { store, requests } = storeThatHears(() => ({ UnprocessedItems: { 'table-identity': [{ DeleteRequest: { Key: key } }] } }));
  await expect(store.batch('identity', [{ delete: key }])).rejects.toMatchObject({ name: 'TransientFailure' });
  expect(requests).toHaveLength(5);
});
