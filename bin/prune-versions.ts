import { parseArgs } from 'node:util';
import { DeleteFunctionCommand, LambdaClient, paginateListVersionsByFunction } from '@aws-sdk/client-lambda';
import {
  DescribeStateMachineCommand, DescribeStateMachineForExecutionCommand, paginateListExecutions, paginateListStateMachines, SFNClient,
} from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { unneededVersions, versionsNamedIn, type FunctionVersion, type PublishedVersion } from '../lib/function-versions.ts';
import { machineName, stageNamed } from '../lib/stage.ts';

const HELP = `npm run prune-versions -- --stage dev [--dry-run]

Deletes the versions of a stage's functions that nobody needs any more: neither a state machine as it is now, nor an execution that
is still running with the machine as it was. Uses the AWS credentials of the shell; npm run deploy does it at its end.

  --dry-run   only says which
  --keep-for  so many minutes after it was replaced a version stays in any case, 60 unless told: an execution may just be starting`;

const settings = z.object({ stage: z.string(), 'dry-run': z._default(z.boolean(), false), 'keep-for': z._default(z.coerce.number().check(z.minimum(0)), 60) });

/** Patient: a stage has many functions, and few calls a second are allowed. */
const patient = { maxAttempts: 10, retryMode: 'adaptive' };

interface Clients { readonly lambda: LambdaClient; readonly sfn: SFNClient }

async function unneeded({ lambda, sfn }: Clients, machinePrefix: string, keptForMs: number): Promise<readonly PublishedVersion[]> {
  const machines = await machinesOf(sfn, machinePrefix);
  const now = await namedBy(machines, async (stateMachineArn) => (await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition);
  const all: PublishedVersion[] = [];
  for (const functionName of new Set(now.map((each) => each.functionName))) all.push(...await versionsOf(lambda, functionName));
  const unnamed = unneededVersions(all, now, keptForMs, new Date());
  if (unnamed.length === 0) return [];
  const before = await namedBy(await executionsOf(sfn, machines), async (executionArn) => (await sfn.send(new DescribeStateMachineForExecutionCommand({ executionArn }))).definition);
  return unneededVersions(all, [...now, ...before], keptForMs, new Date());
}

async function machinesOf(sfn: SFNClient, prefix: string): Promise<readonly string[]> {
  const arns: string[] = [];
  for await (const { stateMachines = [] } of paginateListStateMachines({ client: sfn }, {}))
    arns.push(...stateMachines.flatMap(({ name, stateMachineArn }) => (name?.startsWith(prefix) && stateMachineArn ? [stateMachineArn] : [])));
  return arns;
}

async function executionsOf(sfn: SFNClient, machines: readonly string[]): Promise<readonly string[]> {
  const arns: string[] = [];
  for (const stateMachineArn of machines)
    for await (const { executions = [] } of paginateListExecutions({ client: sfn }, { stateMachineArn, statusFilter: 'RUNNING' }))
      arns.push(...executions.flatMap(({ executionArn = [] }) => executionArn));
  return arns;
}

async function namedBy(arns: readonly string[], definitionOf: (arn: string) => Promise<string | undefined>): Promise<readonly FunctionVersion[]> {
  const named: FunctionVersion[] = [];
  for (const arn of arns) named.push(...versionsNamedIn(await definitionOf(arn) ?? ''));
  return named;
}

async function versionsOf(lambda: LambdaClient, functionName: string): Promise<readonly PublishedVersion[]> {
  const versions: PublishedVersion[] = [];
  for await (const { Versions = [] } of paginateListVersionsByFunction({ client: lambda }, { FunctionName: functionName }))
    // To delete a function without a number would be to delete it.
    versions.push(...Versions.flatMap(({ Version = '', LastModified = '' }) => (/^\d+$/.test(Version) ? [{ functionName, version: Version, publishedAt: new Date(LastModified) }] : [])));
  return versions;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, stage: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'keep-for': { type: 'string' } } });
  if (values.help === true) return console.log(HELP);
  const { success, data: given, error } = settings.safeParse(values);
  if (!success) throw new Error(`${error.issues.map(({ path }) => `--${String(path[0])} is missing or not valid`).join('\n')}\n\n${HELP}`);
  const stage = stageNamed(given.stage);
  const lambda = new LambdaClient({ ...patient, region: stage.region });
  const sfn = new SFNClient({ ...patient, region: stage.region });
  const gone = await unneeded({ lambda, sfn }, machineName(stage, ''), given['keep-for'] * 60_000);
  for (const { functionName, version } of gone) {
    if (!given['dry-run']) await lambda.send(new DeleteFunctionCommand({ FunctionName: functionName, Qualifier: version }));
    console.log(`${given['dry-run'] ? 'Would delete' : 'Deleted'} version ${version} of ${functionName}`);
  }
  if (gone.length === 0) console.log('Every version is needed.');
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
