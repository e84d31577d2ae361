import { ArnFormat } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { TableName } from '../../lambdas/adapters/store.ts';
import type { TableAction, Touches } from '../../lambdas/kit/touches.ts';
import type { DataStack } from '../stacks/data.ts';
import { tableDesigns } from '../stacks/data.ts';
import { machineName, queueName, type Stage } from '../stage.ts';

type TouchedTable = readonly [TableName, readonly TableAction[]];
const touchedTables = ({ tables = {} }: Touches): readonly TouchedTable[] => Object.entries(tables) as unknown as readonly TouchedTable[];

/** The processes whose machines are meant, by their types; or every process that the platform has and will have. */
type Processes = readonly string[] | 'every process';

/** Which machines and queues: what a declaration says it starts or silences is somebody's in particular. */
export interface Reachable {
  /** The processes whose compensation may be started. */
  readonly compensations?: Processes;
  /** The processes whose runs may be started again. */
  readonly runs?: Processes;
  /** All queues of the platform: there are none but those of dead letters. */
  readonly queues?: 'every queue';
}

/**
 * For whoever acts on runs of any kind. By the platform's own prefix, not one by one: a role has room for some ten thousand
 * characters, and a process that is added must not change what is deployed of others.
 */
export const everything: Required<Reachable> = { compensations: 'every process', runs: 'every process', queues: 'every queue' };

/** Exactly what the declaration says: statements of its own for each thing that is touched, without a wildcard in any action. */
export function statementsFor(touches: Touches, data: DataStack, { compensations = [], runs = [], queues }: Reachable): readonly PolicyStatement[] {
  return [
    ...touchedTables(touches).map(([name, actions]) => tableStatement(name, actions, data)),
    ...(touches.unwrapsTenantKeys ? [tenantKeys('kms:Decrypt', data)] : []),
    ...(touches.makesTenantKeys ? [tenantKeys('kms:GenerateDataKey', data)] : []),
    ...(touches.signsCertificates ? [new PolicyStatement({ actions: ['kms:GetPublicKey', 'kms:Sign'], resources: [data.certificateKey.keyArn] })] : []),
    ...(touches.sendsMail ? [new PolicyStatement({
      actions: ['ses:SendEmail'], resources: [data.mailIdentity.emailIdentityArn, configurationSetArn(data)],
    })] : []),
    ...(touches.putsEvents ? [new PolicyStatement({ actions: ['events:PutEvents'], resources: [data.bus.eventBusArn] })] : []),
    ...(touches.startsCompensations ? [new PolicyStatement({
      actions: ['states:StartExecution'], resources: compensationsOf(compensations).map((machine) => machineArn(data, machine)),
    })] : []),
    ...(touches.startsRuns ? [new PolicyStatement({ actions: ['states:StartExecution'], resources: runsOf(runs).map((machine) => machineArn(data, machine)) })] : []),
    ...(touches.endsExecutions ? [new PolicyStatement({
      actions: ['states:DescribeExecution', 'states:StopExecution'], resources: machinesOf(runs, compensations).map((machine) => executionsArn(data, machine)),
    })] : []),
    ...(touches.ringsDeadLetters ? [new PolicyStatement({
      actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'], resources: queuesOf(queues, data),
    })] : []),
    ...(touches.silencesDeadLetters ? [new PolicyStatement({
      actions: ['sqs:GetQueueUrl', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'], resources: queuesOf(queues, data),
    })] : []),
    ...(touches.tellsWhere ? [new PolicyStatement({ actions: ['sqs:GetQueueUrl'], resources: queuesOf(queues, data) })] : []),
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

const COMPENSATION = '-compensation';
const runsOf = (runs: Processes): readonly string[] => (runs === 'every process' ? ['*'] : runs);
const compensationsOf = (compensations: Processes): readonly string[] => (compensations === 'every process' ? ['*'] : compensations).map((type) => `${type}${COMPENSATION}`);
/** The machines of runs of every process are all machines. */
const machinesOf = (runs: Processes, compensations: Processes): readonly string[] => (runs === 'every process' ? ['*'] : [...runs, ...compensationsOf(compensations)]);

const queuesOf = (queues: Reachable['queues'], data: DataStack): string[] =>
  (queues === 'every queue' ? [data.formatArn({ service: 'sqs', resource: queueName(data.stage, '*') })] : []);

const machineArn = (data: DataStack, machine: string): string =>
  data.formatArn({ service: 'states', resource: 'stateMachine', resourceName: machineName(data.stage, machine), arnFormat: ArnFormat.COLON_RESOURCE_NAME });

const executionsArn = (data: DataStack, machine: string): string =>
  data.formatArn({ service: 'states', resource: 'execution', resourceName: `${machineName(data.stage, machine)}:*`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

/** For the checks: what is reached by the platform's prefix, and executions, of which each has an ARN that nobody knows beforehand. */
export function prefixesAcknowledged({ region, name }: Stage, touches: Touches, { runs = [], compensations = [], queues }: Reachable): readonly { id: string; reason: string }[] {
  const reached = (service: string, resource: string): string => `AwsSolutions-IAM5[Resource::arn:aws:${service}:${region}:<AWS::AccountId>:${resource}]`;
  const machine = (suffix: string): string => machineName({ name }, suffix);
  const ofThePlatform = 'Whatever of the platform has this prefix: it acts on runs of every process, also of one that is added later';
  return [
    ...(touches.startsRuns && runs === 'every process' ? [{ id: reached('states', `stateMachine:${machine('*')}`), reason: ofThePlatform }] : []),
    ...(touches.startsCompensations && compensations === 'every process' ? [{ id: reached('states', `stateMachine:${machine(`*${COMPENSATION}`)}`), reason: ofThePlatform }] : []),
    ...(touches.endsExecutions ? machinesOf(runs, compensations).map((each) => ({ id: reached('states', `execution:${machine(each)}:*`), reason: 'Executions, whichever of them has to be looked at or stopped' })) : []),
    ...(queues && (touches.silencesDeadLetters || touches.ringsDeadLetters || touches.tellsWhere) ? [{ id: reached('sqs', queueName({ name }, '*')), reason: ofThePlatform }] : []),
  ];
}

const configurationSetArn = (data: DataStack): string =>
  data.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: data.configurationSet.configurationSetName });

/** The settings by which the code finds what it touches. */
export function settingsFor(touches: Touches, data: DataStack): Readonly<Record<string, string>> {
  const { stage, tenantKeysMaster, certificateKey, configurationSet, bus } = data;
  return {
    ...Object.fromEntries(touchedTables(touches).map(([name]) => [`TABLE_${name.toUpperCase()}`, data.tables[name].tableName])),
    ...((touches.unwrapsTenantKeys || touches.makesTenantKeys) && { TENANT_KEYS_MASTER: tenantKeysMaster.keyArn }),
    ...(touches.signsCertificates && { CERTIFICATE_KEY: certificateKey.keyArn }),
    ...(touches.sendsMail && { MAIL_SENDER: stage.mail.sender, MAIL_CONFIGURATION_SET: configurationSet.configurationSetName, CONSOLE_URL: stage.consoleUrl }),
    ...(touches.knowsRecovery && { RECOVERY_DAYS: String(stage.recoveryDays) }),
    ...(touches.putsEvents && { EVENT_BUS: bus.eventBusName }),
    ...((touches.startsCompensations || touches.startsRuns || touches.endsExecutions || touches.tellsWhere) && { STATE_MACHINES: machineArn(data, '') }),
    ...((touches.silencesDeadLetters || touches.ringsDeadLetters || touches.tellsWhere) && { QUEUES: queueName(stage, '') }),
  };
}
