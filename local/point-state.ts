import { CreateFunctionCommand, DeleteFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeStateMachineCommand, ListStateMachinesCommand, SFNClient, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import { clientSettings } from './cdk.ts';
import { zipOf } from './zip.ts';

/** How a fault is injected from outside: a state of a deployed machine is pointed at another function, and back. */
export interface PointedState { restore(): Promise<void> }

export const clientsAt = (endpoint: string): { lambda: LambdaClient; sfn: SFNClient } => {
  const client = clientSettings(endpoint);
  return { lambda: new LambdaClient(client), sfn: new SFNClient(client) };
};

/** @throws when no machine of that name is deployed: a process's type, or the type with `-compensation` */
export async function machineArn(endpoint: string, machine: string): Promise<string> {
  const { stateMachines = [] } = await clientsAt(endpoint).sfn.send(new ListStateMachinesCommand({}));
  const found = stateMachines.find(({ name = '' }) => name.endsWith(machine));
  if (!found?.stateMachineArn) throw new Error(`no machine ${machine} is deployed`);
  return found.stateMachineArn;
}

/** `make` is given the ARN of the function that the state calls now, and answers the one to call instead. */
export async function pointState(endpoint: string, machine: string, state: string, make: (real: string) => Promise<string>): Promise<PointedState> {
  const { sfn } = clientsAt(endpoint);
  const stateMachineArn = await machineArn(endpoint, machine);
  const { definition = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const real = functionOf(JSON.parse(definition) as States, state);
  const other = await make(real);
  await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: definition.replaceAll(real, other) }));
  return { restore: async () => void (await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition }))) };
}

/** The state fails with this error whenever it is tried. */
export async function failState(endpoint: string, machine: string, state: string, error: string): Promise<PointedState> {
  const { lambda } = clientsAt(endpoint);
  const code = `exports.handler = async () => { throw Object.assign(new Error('injected'), { name: ${JSON.stringify(error)} }); };`;
  const { FunctionArn = '', FunctionName = '' } = await lambda.send(new CreateFunctionCommand({
    FunctionName: `failing-${state}-${Date.now()}`, Runtime: 'nodejs24.x', Handler: 'index.handler', Role: 'arn:aws:iam::000000000000:role/any', Code: { ZipFile: zipOf('index.js', code) },
  }));
  const pointed = await pointState(endpoint, machine, state, () => Promise.resolve(FunctionArn));
  return {
    async restore() {
      await pointed.restore();
      await lambda.send(new DeleteFunctionCommand({ FunctionName }));
    },
  };
}

interface States { readonly States: Readonly<Record<string, { readonly Parameters?: { readonly FunctionName?: string }; readonly Branches?: readonly States[] }>> }

function functionOf(machine: States, state: string): string {
  const all = (part: States): [string, string | undefined][] => Object.entries(part.States).flatMap(([name, each]) =>
    [[name, each.Parameters?.FunctionName] as [string, string | undefined], ...(each.Branches ?? []).flatMap(all)]);
  const found = all(machine).find(([name]) => name === state)?.[1];
  if (!found) throw new Error(`the machine has no task ${state}`);
  return found;
}
