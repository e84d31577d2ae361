import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DynamoDBClient, type KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { dynamodbStore } from '../../lambdas/adapters/dynamodb-store.ts';
import { clientSettings } from '../../local/cdk.ts';
import { startLocalAws, type LocalAws } from '../../local/local-aws.ts';
import { freePort } from '../../local/ports.ts';
import { describeStoreContract } from '../support/store-contract.ts';
import { tableNames, tables } from '../support/tables.ts';

/**
 * The adapter over a DynamoDB that answers. What the emulator cannot show, the twin alone is held to: transactions that
 * overlap cancel each other on AWS and never here.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let aws: LocalAws | undefined;
let client: DynamoDBClient | undefined;

afterAll(async () => {
  client?.destroy();
  await aws?.stop();
});

const keySchema = (pk: string, sk: string): KeySchemaElement[] => [{ AttributeName: pk, KeyType: 'HASH' }, { AttributeName: sk, KeyType: 'RANGE' }];

async function createTables(dynamodb: DynamoDBClient): Promise<void> {
  for (const name of tableNames) {
    const { indexes } = tables[name];
    const attributes = new Set(['pk', 'sk', ...indexes.flatMap(({ pk, sk }) => [pk, sk])]);
    await dynamodb.send(new CreateTableCommand({
      TableName: name, BillingMode: 'PAY_PER_REQUEST', KeySchema: keySchema('pk', 'sk'),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index.name, KeySchema: keySchema(index.pk, index.sk), Projection: { ProjectionType: index.holds === 'keys' ? 'KEYS_ONLY' as const : 'ALL' as const },
        })),
      }),
    }));
  }
}

describeStoreContract('DynamoDB adapter on the local AWS', async () => {
  aws = await startLocalAws({ port: await freePort(), logFile: `${ROOT}/.local/test/store-contract.log` });
  client = new DynamoDBClient({ ...clientSettings(aws.endpoint), maxAttempts: 3 });
  await createTables(client);
  return dynamodbStore(client, (table) => table);
});
