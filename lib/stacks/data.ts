import { ArnFormat, Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { TableName } from '../../lambdas/adapters/store.ts';
import { EVENT_SOURCE } from '../../lambdas/domain/events/source.ts';
import { removalPolicyOf } from '../constructs/removal-policy.ts';
import { alarmName, tableName, type Stage } from '../stage.ts';

interface Index { readonly pk: string; readonly sk: string; readonly projection: ProjectionType }
interface TableDesign { readonly indexes?: Readonly<Record<string, Index>>; readonly streams?: true; readonly recoveryDays?: number }

export const tableDesigns: Readonly<Record<TableName, TableDesign>> = {
  identity: {
    indexes: {
      people: { pk: 'peopleOf', sk: 'joinedOrder', projection: ProjectionType.KEYS_ONLY },
      watch: { pk: 'watchShard', sk: 'dueAt', projection: ProjectionType.KEYS_ONLY },
    },
  },
  // A destroyed key must be gone for good soon: what can be recovered was not destroyed.
  keys: { recoveryDays: 1 },
  events: {
    streams: true,
    indexes: {
      pending: { pk: 'pendingShard', sk: 'occurredAt', projection: ProjectionType.KEYS_ONLY },
      unclaimed: { pk: 'unclaimedShard', sk: 'occurredAt', projection: ProjectionType.KEYS_ONLY },
    },
  },
  ledger: {
    indexes: {
      byTenant: { pk: 'tenantRuns', sk: 'startedOrder', projection: ProjectionType.ALL },
      byState: { pk: 'stateRuns', sk: 'stateOrder', projection: ProjectionType.KEYS_ONLY },
      watch: { pk: 'watchShard', sk: 'dueAt', projection: ProjectionType.KEYS_ONLY },
    },
  },
  audit: {},
  // What was erased, and the proofs of it: no restore of the others may take this one back with them.
  erasures: {},
};

/** What must outlive every redeploy: keys, tables, the bus and the identity under which mails are sent. */
export class DataStack extends Stack {
  readonly stage: Stage;
  /** Encrypts what lies anywhere: tables, queues, logs, alarms on their way. Used through the services only. */
  readonly platformKey: Key;
  /** Wraps the keys of the tenants, and is good for nothing else. */
  readonly tenantKeysMaster: Key;
  /** Signs what was erased; its public half is for everybody. */
  readonly certificateKey: Key;
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly bus: EventBus;
  /** What AWS itself tells. */
  readonly defaultBus: IEventBus;
  readonly configurationSet: ConfigurationSet;
  readonly mailIdentity: EmailIdentity;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    this.stage = stage;
    this.platformKey = this.key('PlatformKey', 'Data at rest: tables, queues, logs');
    this.allowUseThroughServices();
    this.tenantKeysMaster = this.key('TenantKeysMaster', 'Wraps the keys of the tenants');
    this.certificateKey = this.signingKey('CertificateKey', 'Signs the certificates of erasures');
    this.tables = {
      identity: this.table('identity'), keys: this.table('keys'), events: this.table('events'),
      ledger: this.table('ledger'), audit: this.table('audit'), erasures: this.table('erasures'),
    };
    this.bus = new EventBus(this, 'Bus', { description: 'Everything that happened on the platform' });
    if (stage.eventArchiveDays) this.archive(stage.eventArchiveDays);
    this.configurationSet = new ConfigurationSet(this, 'Mails', { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE, reputationMetrics: true });
    this.defaultBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    // SES tells the default bus, and no other.
    this.configurationSet.addEventDestination('Feedback', { destination: EventDestination.eventBus(this.defaultBus), events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT] });
    this.mailIdentity = new EmailIdentity(this, 'MailIdentity', { identity: Identity.domain(stage.mail.domain), configurationSet: this.configurationSet });
    new CfnOutput(this, 'TenantKeysMasterArn', { value: this.tenantKeysMaster.keyArn });
    new CfnOutput(this, 'CertificateKeyArn', { value: this.certificateKey.keyArn });
    new CfnOutput(this, 'EventBusName', { value: this.bus.eventBusName });
  }

  private key(id: string, description: string): Key {
    return new Key(this, id, { description, enableKeyRotation: true, removalPolicy: removalPolicyOf(this.stage), pendingWindow: Duration.days(30) });
  }

  /** A key that signs is never rotated: what it has signed is verified by its public half for years. */
  private signingKey(id: string, description: string): Key {
    return new Key(this, id, {
      description, keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY, removalPolicy: removalPolicyOf(this.stage), pendingWindow: Duration.days(30),
    });
  }

  private archive(days: number): void {
    this.bus.archive('Archive', { eventPattern: { source: [EVENT_SOURCE] }, retention: Duration.days(days) });
  }

  private table(name: TableName): Table {
    const { indexes = {}, streams, recoveryDays = this.stage.recoveryDays } = tableDesigns[name];
    const table = new Table(this, `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`, {
      tableName: tableName(this.stage, name),
      partitionKey: stringKey('pk'), sortKey: stringKey('sk'), billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.platformKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays },
      timeToLiveAttribute: 'expiresAt', deletionProtection: this.stage.keepsData, removalPolicy: removalPolicyOf(this.stage),
      ...(streams && { stream: StreamViewType.NEW_IMAGE }),
    });
    for (const [indexName, { pk, sk, projection }] of Object.entries(indexes))
      table.addGlobalSecondaryIndex({ indexName, partitionKey: stringKey(pk), sortKey: stringKey(sk), projectionType: projection });
    return table;
  }

  /** Whoever may use a table or a queue may use the key through it, and not otherwise; so no role names the key. */
  private allowUseThroughServices(): void {
    const use = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:DescribeKey'];
    const through = ['dynamodb', 'sqs', 's3', 'secretsmanager'].map((service) => `${service}.${this.region}.${Aws.URL_SUFFIX}`);
    this.allow('ThroughTheServices', new AnyPrincipal(), [...use, 'kms:CreateGrant'],
      { StringEquals: { 'kms:CallerAccount': this.account, 'kms:ViaService': through } });
    const logGroups = this.formatArn({ service: 'logs', resource: 'log-group', resourceName: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    this.allow('Logs', new ServicePrincipal(`logs.${this.region}.${Aws.URL_SUFFIX}`), use, { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } });
    this.allow('UndeliveredEvents', new ServicePrincipal('events.amazonaws.com'), ['kms:Decrypt', 'kms:GenerateDataKey'], { StringEquals: { 'aws:SourceAccount': this.account } });
    const alarms = this.formatArn({ service: 'cloudwatch', resource: 'alarm', resourceName: alarmName(this.stage, '*'), arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    this.allow('Alarms', new ServicePrincipal('cloudwatch.amazonaws.com'), ['kms:Decrypt', 'kms:GenerateDataKey'],
      { StringEquals: { 'aws:SourceAccount': this.account }, ArnLike: { 'aws:SourceArn': alarms } });
    if (!this.stage.webHosting) return;
    const distributions = this.formatArn({ service: 'cloudfront', region: '', resource: 'distribution', resourceName: '*' });
    this.allow('Distribution', new ServicePrincipal('cloudfront.amazonaws.com'), ['kms:Decrypt'], { ArnLike: { 'aws:SourceArn': distributions } });
  }

  private allow(sid: string, principal: AnyPrincipal | ServicePrincipal, actions: string[], conditions: Record<string, Record<string, string | string[]>>): void {
    this.platformKey.addToResourcePolicy(new PolicyStatement({ sid, principals: [principal], actions, resources: ['*'], conditions }));
  }
}

const stringKey = (name: string) => ({ name, type: AttributeType.STRING });
