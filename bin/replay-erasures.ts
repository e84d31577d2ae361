import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod/mini';
import { dynamodbStore } from '../lambdas/adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../lambdas/adapters/key-wrapper.ts';
import { vault } from '../lambdas/adapters/vault.ts';
import { replay, type Ports } from '../lambdas/erasure/ledger.ts';
import { stageNamed, tableName, type Stage } from '../lib/stage.ts';
import { clientSettings } from '../local/cdk.ts';
import { readOutputs } from '../local/outputs.ts';

const HELP = `npm run erasures:replay -- --stage prod --since 2026-11-25T08:00:00Z --master-key <arn>

After tables were restored to a point in time: erases once more whoever was erased since, or was being erased. To be run before anybody
is let in again, with the tables of the stage in their places; the table erasures is never restored. As often as one likes.
Uses the AWS credentials of the shell.

  --since        the point in time to which the oldest of the tables was restored
  --master-key   the stack output TenantKeysMasterArn of bpp-<stage>-data`;

const settings = z.object({ stage: z.string(), since: z.iso.datetime(), 'master-key': z.string().check(z.minLength(1)) });

async function portsOf(stage: Stage, masterKey: string): Promise<Ports> {
  const client = stage.name === 'local' ? clientSettings(process.env['AWS_ENDPOINT_URL'] ?? (await readOutputs()).awsEndpoint) : { region: stage.region };
  const store = dynamodbStore(new DynamoDBClient(client), (table) => tableName(stage, table));
  return { store, vault: vault(store, kmsKeyWrapper(new KMSClient(client), () => masterKey)) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, stage: { type: 'string' }, since: { type: 'string' }, 'master-key': { type: 'string' } } });
  if (values.help === true) return console.log(HELP);
  const { success, data: given, error } = settings.safeParse(values);
  if (!success) throw new Error(`${error.issues.map(({ path }) => `--${String(path[0])} is missing or not valid`).join('\n')}\n\n${HELP}`);
  const ports = await portsOf(stageNamed(given.stage), given['master-key']);
  let erased = 0;
  let unfinished = 0;
  for await (const { requestId, completed, counts } of replay(ports, new Date(given.since), new Date())) {
    erased += 1;
    if (!completed) unfinished += 1;
    console.log(`${requestId}${completed ? '' : ' (its process had not ended, and begins once more)'}: ${Object.entries(counts).map(([what, count]) => `${what} ${count}`).join(', ') || 'nothing had come back'}`);
  }
  console.log(`Erased once more: ${erased}, of which ${unfinished} go on by themselves to their certificates.`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
