import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamodbStore } from '../lambdas/adapters/dynamodb-store.ts';
import { addressKey, credentialKey, readOwner } from '../lambdas/adapters/identity.ts';
import { kmsKeyWrapper } from '../lambdas/adapters/key-wrapper.ts';
import { hashPassword } from '../lambdas/adapters/password-hash.ts';
import { whenPresent, type Store } from '../lambdas/adapters/store.ts';
import { vault, type Vault } from '../lambdas/adapters/vault.ts';
import { createTenant } from '../lambdas/accounts/create-tenant.ts';
import { stageNamed, tableName } from '../lib/stage.ts';
import { clientSettings, deployLocally, type Deployment } from './cdk.ts';

export interface Platform {
  readonly apiUrl: string;
  readonly store: Store;
  readonly vault: Vault;
  readonly eventBusName: string;
  /** What runs every minute, by the name under which anybody may call it. */
  readonly operations: { readonly reconciler: string; readonly sweeper: string };
  createDemoTenant(tenantId: string, admin: { email: string; password: string }): Promise<void>;
}

/** Deploys the app to the endpoint and answers the ways in. */
export async function startPlatform(deployment: Deployment, say: (line: string) => void): Promise<Platform> {
  const outputs = await deployLocally(deployment, say);
  const outputOf = (name: string): string => {
    const value = outputs[name];
    if (!value) throw new Error(`the deployment has no output ${name}`);
    return value;
  };
  const client = clientSettings(deployment.endpoint);
  const stage = stageNamed('local');
  const store = dynamodbStore(new DynamoDBClient(client), (table) => tableName(stage, table));
  const ports = { store, vault: vault(store, kmsKeyWrapper(new KMSClient(client), () => outputOf('TenantKeysMasterArn'))) };
  return {
    // An emulator serves an HTTP API below its own address, not at the one that CloudFormation tells.
    apiUrl: `${deployment.endpoint}/_aws/execute-api/${outputOf('ApiId')}/$default`,
    ...ports,
    eventBusName: outputOf('EventBusName'),
    operations: { reconciler: outputOf('ReconcilerName'), sweeper: outputOf('SweeperName') },
    async createDemoTenant(tenantId, { email, password }) {
      const outcome = await createTenant(ports, {
        tenantId, name: 'Demo', admin: { email, password, firstName: 'Ada', lastName: 'Admin', language: 'zh-CN' }, administersPlatform: true,
        // Whoever tries a deletion out should not wait for days.
        privacy: { minimumGracePeriodSeconds: 0 },
      }, new Date());
      if (outcome === 'exists') await givePassword(ports, tenantId, email, password);
    },
  };
}

/** An endpoint of somebody else's may have the tenant from an earlier start, whose password nobody wrote down. */
async function givePassword({ store, vault: personal }: { store: Store; vault: Vault }, tenantId: string, email: string, password: string): Promise<void> {
  const userId = await readOwner(store, addressKey(tenantId, await personal.blindIndex(tenantId, email)));
  if (userId === undefined) throw new Error(`the tenant ${tenantId} exists, and ${email} is nobody there`);
  await store.update({ table: 'identity', update: credentialKey({ tenantId, userId }), set: { passwordHash: await hashPassword(password) }, if: whenPresent });
}
