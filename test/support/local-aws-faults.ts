import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateFunctionCommand, DeleteFunctionCommand, GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeStateMachineCommand, ListStateMachinesCommand, SFNClient, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import type { DeployedPlatform } from './local-aws-platform.ts';
import { zipOf } from './zip.ts';

export interface Fault {
  /** The first so many calls throw before the real handler is asked. */
  readonly throwFirst?: number;
  readonly error?: string;
  /** The first call does its work and then hangs until Lambda gives it up. */
  readonly timeOutAfterFirst?: boolean;
  /** Every call waits before it works. */
  readonly waitMs?: number;
}

/** Calls are counted in a file, because a function may run in more than one process. */
const wrapper = (bundle: string, { throwFirst = 0, error = 'TransientFailure', timeOutAfterFirst = false, waitMs = 0 }: Fault, countFile: string): string => `
const real = (() => { const module = { exports: {} }; const exports = module.exports; ${bundle}\n; return module.exports; })();
const fs = require('node:fs');
exports.handler = async (event, context) => {
  fs.appendFileSync(${JSON.stringify(countFile)}, '.');
  const call = fs.statSync(${JSON.stringify(countFile)}).size;
  if (call <= ${throwFirst}) throw Object.assign(new Error('injected'), { name: ${JSON.stringify(error)} });
  await new Promise((resolve) => setTimeout(resolve, ${waitMs}));
  const answer = await real.handler(event, context);
  if (${timeOutAfterFirst} && call === 1) await new Promise((resolve) => setTimeout(resolve, 60_000));
  return answer;
};`;

const kebab = (name: string): string => name.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase();

export const clientsOf = ({ endpoint }: DeployedPlatform) => {
  const client = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  return { lambda: new LambdaClient(client), sfn: new SFNClient(client) };
};

export async function machineArn(platform: DeployedPlatform, type: string): Promise<string> {
  const { stateMachines = [] } = await clientsOf(platform).sfn.send(new ListStateMachinesCommand({}));
  const found = stateMachines.find(({ name = '' }) => name.endsWith(type));
  if (!found?.stateMachineArn) throw new Error(`no machine of ${type} is deployed`);
  return found.stateMachineArn;
}

/**
 * Injects a fault from outside: the state of the deployed machine is pointed at a function that wraps the real code, with
 * its settings and a short time-out. `restore` points it back.
 */
export async function replaceStep(platform: DeployedPlatform, type: string, step: string, fault: Fault): Promise<{ calls(): Promise<number>; restore(): Promise<void> }> {
  const { lambda, sfn } = clientsOf(platform);
  const stateMachineArn = await machineArn(platform, type);
  const { definition = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const real = functionOf(JSON.parse(definition), step);
  const settings = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: real }));
  const bundle = await readFile(join(platform.workDir, 'build', 'lambdas', 'workflows', type.replaceAll('_', '-'), 'steps', kebab(step), 'index.js'), 'utf8');
  const countFile = join(platform.workDir, `calls-${step}-${Date.now()}`);
  const { FunctionArn = '', FunctionName = '' } = await lambda.send(new CreateFunctionCommand({
    FunctionName: `fault-${step}-${Date.now()}`, Runtime: 'nodejs24.x', Handler: 'index.handler', Role: settings.Role, Timeout: fault.timeOutAfterFirst ? 3 : 8,
    Environment: { Variables: settings.Environment?.Variables ?? {} }, Code: { ZipFile: zipOf('index.js', wrapper(bundle, fault, countFile)) },
  }));
  await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: definition.replaceAll(real, FunctionArn) }));
  return {
    calls: async () => (await readFile(countFile, 'utf8')).length,
    async restore() {
      await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
      await lambda.send(new DeleteFunctionCommand({ FunctionName }));
    },
  };
}

interface States { readonly States: Readonly<Record<string, { readonly Parameters?: { readonly FunctionName?: string }; readonly Branches?: readonly States[] }>> }

function functionOf(machine: States, step: string): string {
  const all = (part: States): [string, string | undefined][] => Object.entries(part.States).flatMap(([name, state]) =>
    [[name, state.Parameters?.FunctionName] as [string, string | undefined], ...(state.Branches ?? []).flatMap(all)]);
  const found = all(machine).find(([name]) => name === step)?.[1];
  if (!found) throw new Error(`the machine has no task ${step}`);
  return found;
}
