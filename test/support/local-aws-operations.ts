import { readdirSync, readFileSync } from 'node:fs';
import { DisableRuleCommand, EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { clientSettings } from '../../local/cdk.ts';
import { folderAt } from '../../local/local-aws.ts';
import { clientsAt } from '../../local/point-state.ts';
import type { Subject } from '../../lambdas/adapters/identity.ts';
import type { Pass } from '../../lambdas/operations/reconciler.ts';
import { invoke } from './emulated-lambda.ts';
import type { DeployedPlatform } from './local-aws-platform.ts';

/** The reconciler's next pass, now and not within the minute. */
export const reconcile = async ({ endpoint, operations }: DeployedPlatform): Promise<Pass> =>
  await invoke(clientsAt(endpoint).lambda, operations.reconciler) as unknown as Pass;

export const sweep = async ({ endpoint, operations }: DeployedPlatform): Promise<Record<string, unknown>> =>
  invoke(clientsAt(endpoint).lambda, operations.sweeper);

/** In the words of AWS: the local one never says so by itself. */
export async function tellEnded({ endpoint }: DeployedPlatform, executionArn: string): Promise<Record<string, unknown>> {
  return invokeOperation(endpoint, 'ExecutionEnded', { source: 'aws.states', 'detail-type': 'Step Functions Execution Status Change', detail: { executionArn, status: 'ABORTED' } });
}

/** What the rule hands over of what SES tells; the local bus reads no lists in the paths of a rule. */
export const tellBounce = ({ endpoint }: DeployedPlatform, { tenantId, userId }: Subject): Promise<Record<string, unknown>> =>
  invokeOperation(endpoint, 'MailFeedbackHandler', { feedback: 'bounce', tenantId, userId, sentAt: new Date().toISOString() });

/** What comes by the clock does not come any more, unless somebody calls it. */
export async function pauseSchedule({ endpoint }: DeployedPlatform, rule: string): Promise<void> {
  const bridge = new EventBridgeClient(clientSettings(endpoint));
  const { Rules = [] } = await bridge.send(new ListRulesCommand({}));
  const found = Rules.find(({ Name = '', ScheduleExpression }) => ScheduleExpression !== undefined && Name.includes(rule));
  if (!found) throw new Error(`there is no schedule ${rule}`);
  await bridge.send(new DisableRuleCommand({ Name: found.Name }));
}

export async function invokeOperation(endpoint: string, operation: string, payload: object): Promise<Record<string, unknown>> {
  const { lambda } = clientsAt(endpoint);
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({ MaxItems: 1_000 }));
  const name = Functions.find(({ FunctionName = '' }) => FunctionName.includes(`-${operation}`))?.FunctionName;
  if (!name) throw new Error(`there is no ${operation}`);
  return invoke(lambda, name, payload);
}

/** Every process that runs handlers of this local AWS at this moment ends at once, whatever it is doing. Answers how many there were. */
export function killWorkers({ endpoint }: DeployedPlatform): number {
  const folder = folderAt(Number(new URL(endpoint).port));
  const workers = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isWorker(pid, folder));
  for (const pid of workers) process.kill(Number(pid), 'SIGKILL');
  return workers.length;
}

/** Its code lies in the folder of the server, whose own does not. */
function isWorker(pid: string, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${folder}/`);
  } catch {
    return false; // ended meanwhile
  }
}
