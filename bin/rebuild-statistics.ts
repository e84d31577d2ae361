import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { dynamodbStore } from '../lambdas/adapters/dynamodb-store.ts';
import { rebuildStatistics, statisticsDiffer } from '../lambdas/adapters/run-recount.ts';
import type { Store } from '../lambdas/adapters/store.ts';
import { everyTenant } from '../lambdas/adapters/tenants.ts';
import { identifier } from '../lambdas/domain/identifier.ts';
import { stageNamed, tableName, type Stage } from '../lib/stage.ts';
import { clientSettings } from '../local/cdk.ts';
import { readOutputs } from '../local/outputs.ts';

const HELP = `npm run statistics:rebuild -- --stage dev [--tenant acme] [--write]

Counts the runs of a tenant again, or of every tenant there is, from the ledger, and says where the statistics differ. Exit code 1 when they do.
Uses the AWS credentials of the shell; on the stage local AWS_ENDPOINT_URL, or the platform that \`npm start\` runs.

  --write    replaces what differs. Safe while runs go on: what moves meanwhile is left alone and counted again`;

const settings = z.object({ stage: z.string(), tenant: z.optional(identifier), write: z._default(z.boolean(), false) });

/** The index of runs follows the table within moments; this is many of them. */
const INDEX_LAG_MS = 5_000;

async function storeOf(stage: Stage): Promise<Store> {
  const client = stage.name === 'local' ? clientSettings(process.env['AWS_ENDPOINT_URL'] ?? (await readOutputs()).awsEndpoint) : { region: stage.region };
  return dynamodbStore(new DynamoDBClient(client), (table) => tableName(stage, table));
}

/** Whether all statistics agree with the ledger in the end. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, stage: { type: 'string' }, tenant: { type: 'string' }, write: { type: 'boolean' } } });
  if (values.help === true) {
    console.log(HELP);
    return true;
  }
  const { success, data: given, error } = settings.safeParse(values);
  if (!success) throw new Error(`${error.issues.map(({ path }) => `--${String(path[0])} is missing or not valid`).join('\n')}\n\n${HELP}`);
  const store = await storeOf(stageNamed(given.stage));
  let agree = true;
  for (const tenantId of given.tenant === undefined ? await tenantIds(store) : [given.tenant])
    if (!(await recounted(store, tenantId, given.write))) agree = false;
  return agree;
}

async function tenantIds(store: Store): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { tenantId } of everyTenant(store)) ids.push(tenantId);
  if (ids.length === 0) throw new Error('there is no tenant on this stage');
  return ids;
}

async function recounted(store: Store, tenantId: string, write: boolean): Promise<boolean> {
  const patience = { indexCaughtUp: () => sleep(INDEX_LAG_MS) };
  const { replaced, left } = write ? await rebuildStatistics(store, tenantId, patience) : { replaced: [], left: await statisticsDiffer(store, tenantId, patience) };
  for (const difference of replaced) console.log(`Replaced (${tenantId}): ${difference}`);
  for (const difference of left) console.log(`Differs (${tenantId}): ${difference}`);
  if (left.length === 0) console.log(`The statistics of ${tenantId} agree with the ledger.`);
  return left.length === 0;
}

process.exitCode = await main().then((agrees) => (agrees ? 0 : 1), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
