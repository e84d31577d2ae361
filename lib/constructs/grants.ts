import { ArnFormat } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { TableName } from '../../lambdas/adapters/store.ts';
import { ASYNC_FAILURES, undeliveredQueue } from '../../lambdas/domain/dead-letter.ts';
import type { TableAction, Touches } from '../../lambdas/kit/touches.ts';
import { compensates } from '../../lambdas/kit/workflow.ts';
import { onStage } from '../../lambdas/workflows/environments.ts';
import { workflows as declared } from '../../lambdas/workflows/index.ts';
import type { DataStack } from '../stacks/data.ts';
import { tableDesigns } from '../stacks/data.ts';
import { machineName, queueName, type Stage } from '../stage.ts';

type TouchedTable = readonly [TableName, readonly TableAction[]];
const touchedTables = ({ tables = {} }: Touches): readonly TouchedTable[] => Object.entries(tables) as unknown as readonly TouchedTable[];

/** Which machines and queues, by name: what a declaration says it starts or silences is somebody's in particular. */
export interface Reachable {
  /** The processes whose compensation may be started. */
  readonly compensations?: readonly string[];
  /** The processes whose runs may be started again. */
  readonly runs?: readonly string[];
  /** All queues of dead letters, and of them those of failed runs. */
  readonly queues?: readonly string[];
  readonly failedRunQueues?: readonly string[];
}

/** For whoever acts on runs of any kind. */
export const everyProcess = ({ name }: Stage): Required<Reachable> => {
  const workflows = declared.map((each) => onStage(each, name));
  const failedRunQueues = [...new Set(workflows.map(({ config }) => config.deadLetterQueue))];
  return {
    compensations: workflows.filter(compensates).map(({ type }) => type), runs: workflows.map(({ type }) => type), failedRunQueues,
    queues: [...failedRunQueues, ...workflows.map(({ type }) => undeliveredQueue(type)), ASYNC_FAILURES],
  };
};

/** Exactly what the declaration says: statements of its own for each thing that is touched, without a wildcard. */
export function statementsFor(touches: Touches, data: DataStack, { compensations = [], runs = [], queues = [], failedRunQueues = [] }: Reachable): readonly PolicyStatement[] {
  return [
    ...touchedTables(touches).map(([name, actions]) => tableStatement(name, actions, data)),
    ...(touches.unwrapsTenantKeys ? [tenantKeys('kms:Decrypt', data)] : []),
    ...(touches.makesTenantKeys ? [tenantKeys('kms:GenerateDataKey', data)] : []),
    ...(touches.sendsMail ? [new PolicyStatement({
      actions: ['ses:SendEmail'], resources: [data.mailIdentity.emailIdentityArn, configurationSetArn(data)],
    })] : []),
    ...(touches.putsEvents ? [new PolicyStatement({ actions: ['events:PutEvents'], resources: [data.bus.eventBusArn] })] : []),
    ...(touches.startsCompensations ? [new PolicyStatement({
      actions: ['states:StartExecution'], resources: compensations.map((type) => machineArn(data, `${type}-compensation`)),
    })] : []),
    ...(touches.startsRuns ? [new PolicyStatement({ actions: ['states:StartExecution'], resources: runs.map((type) => machineArn(data, type)) })] : []),
    ...(touches.endsExecutions ? [new PolicyStatement({
      actions: ['states:DescribeExecution', 'states:StopExecution'], resources: machinesOf(runs, compensations).map((machine) => executionsArn(data, machine)),
    })] : []),
    ...(touches.ringsDeadLetters ? [new PolicyStatement({
      actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'], resources: failedRunQueues.map((queue) => queueArn(data, queue)),
    })] : []),
    ...(touches.silencesDeadLetters ? [new PolicyStatement({
      actions: ['sqs:GetQueueUrl', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'], resources: queues.map((queue) => queueArn(data, queue)),
    })] : []),
    ...(touches.tellsWhere ? [new PolicyStatement({ actions: ['sqs:GetQueueUrl'], resources: queues.map((queue) => queueArn(data, queue)) })] : []),
  ];
}

function tableStatement(name: TableName, actions: readonly TableAction[], { tables }: DataStack): PolicyStatement {
  const { tableArn } = tables[name];
  const indexes = actions.includes('Query') ? Object.keys(tableDesigns[name].indexes ?? {}).map((index) => `${tableArn}/index/${index}`) : [];
  return new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [tableArn, ...indexes] });
}

const tenantKeys = (action: string, { tenantKeysMaster }: DataStack): PolicyStatement => new PolicyStatement({
  actions: [action], resources: [tenantKeysMaster.keyArn], conditions: { StringEquals: { 'kms:EncryptionContext:purpose': 'tenant-key' } },
});

const queueArn = (data: DataStack, queue: string): string => data.formatArn({ service: 'sqs', resource: queueName(data.stage, queue) });

const machineArn = (data: DataStack, machine: string): string =>
  data.formatArn({ service: 'states', resource: 'stateMachine', resourceName: machineName(data.stage, machine), arnFormat: ArnFormat.COLON_RESOURCE_NAME });

const executionsArn = (data: DataStack, machine: string): string =>
  data.formatArn({ service: 'states', resource: 'execution', resourceName: `${machineName(data.stage, machine)}:*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

/** For the checks: every single execution has an ARN of its own, and nobody knows them beforehand. */
export const executionsAcknowledged = ({ region, name }: Stage, { runs = [], compensations = [] }: Reachable): readonly { id: string; reason: string }[] =>
  machinesOf(runs, compensations).map((machine) => ({
    id: `AwsSolutions-IAM5[Resource::arn:aws:states:${region}:<AWS::AccountId>:execution:${machineName({ name }, machine)}:*]`,
    reason: 'Executions of this very machine, whichever of them has to be looked at or stopped',
  }));

const machinesOf = (runs: readonly string[], compensations: readonly string[]): readonly string[] => [...runs, ...compensations.map((type) => `${type}-compensation`)];

const configurationSetArn = (data: DataStack): string =>
  data.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: data.configurationSet.configurationSetName });

/** The settings by which the code finds what it touches. */
export function settingsFor(touches: Touches, data: DataStack): Readonly<Record<string, string>> {
  const { stage, tenantKeysMaster, configurationSet, bus } = data;
  return {
    ...Object.fromEntries(touchedTables(touches).map(([name]) => [`TABLE_${name.toUpperCase()}`, data.tables[name].tableName])),
    ...((touches.unwrapsTenantKeys || touches.makesTenantKeys) && { TENANT_KEYS_MASTER: tenantKeysMaster.keyArn }),
    ...(touches.sendsMail && { MAIL_SENDER: stage.mail.sender, MAIL_CONFIGURATION_SET: configurationSet.configurationSetName, CONSOLE_URL: stage.consoleUrl }),
    ...(touches.knowsRecovery && { RECOVERY_DAYS: String(stage.recoveryDays) }),
    ...(touches.putsEvents && { EVENT_BUS: bus.eventBusName }),
    ...((touches.startsCompensations || touches.startsRuns || touches.endsExecutions || touches.tellsWhere) && { STATE_MACHINES: machineArn(data, '') }),
    ...((touches.silencesDeadLetters || touches.ringsDeadLetters || touches.tellsWhere) && { QUEUES: queueName(stage, '') }),
  };
}
