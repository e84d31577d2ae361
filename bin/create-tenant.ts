import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod/mini';
import { dynamodbStore } from '../lambdas/adapters/dynamodb-store.ts';
import { kmsKeyWrapper } from '../lambdas/adapters/key-wrapper.ts';
import { vault } from '../lambdas/adapters/vault.ts';
import { emailAddress } from '../lambdas/domain/email-address.ts';
import { identifier } from '../lambdas/domain/identifier.ts';
import { languages } from '../lambdas/domain/language.ts';
import { personName } from '../lambdas/domain/person-name.ts';
import { registrationPolicy } from '../lambdas/domain/tenant.ts';
import { createTenant } from '../lambdas/accounts/create-tenant.ts';
import { stageNamed, tableName } from '../lib/stage.ts';

const HELP = `npm run create-tenant -- --stage dev --tenant acme --name "Acme Ltd" --email ada@acme.example --first-name Ada --last-name Lovelace

Creates a tenant of a deployed stage with its first administrator, who is active at once, and prints the password this once.
Uses the AWS credentials of the shell. A tenant that exists already is left as it is.

  --tenant       its id: letters, digits, - and _, at most 64; not platform, which stands for what belongs to no tenant
  --master-key   the stack output TenantKeysMasterArn of bpp-<stage>-data
  --language     of the administrator's mails: zh-CN (default) or en
  --registration who may join: open (default), invitation, or a list of mail domains, separated by commas
  --quota        how many accounts may join; without it as many as come
  --platform     the administrator administers the platform too: for the first tenant of a stage`;

const settings = z.object({
  stage: z.string(), tenant: identifier, name: z.string().check(z.minLength(1), z.maxLength(100)), email: emailAddress,
  'first-name': personName, 'last-name': personName, 'master-key': z.string().check(z.minLength(1)),
  language: z._default(z.enum(languages), 'zh-CN'), platform: z._default(z.boolean(), false),
  registration: z._default(z.pipe(z.pipe(z.string(), z.transform(policyOf)), registrationPolicy), 'open'), quota: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
});

/** One of the two words, else a list of domains. */
function policyOf(word: string): unknown {
  return word === 'open' || word === 'invitation' ? word : { domains: word.split(',').map((domain) => domain.trim()) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' }, stage: { type: 'string' }, tenant: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' },
      'first-name': { type: 'string' }, 'last-name': { type: 'string' }, 'master-key': { type: 'string' }, language: { type: 'string' }, platform: { type: 'boolean' },
      registration: { type: 'string' }, quota: { type: 'string' },
    },
  });
  if (values.help === true) return console.log(HELP);
  const { success, data: given, error } = settings.safeParse(values);
  if (!success) throw new Error(`${error.issues.map(({ path }) => `--${String(path[0])} is missing or not valid`).join('\n')}\n\n${HELP}`);
  const stage = stageNamed(given.stage);
  const store = dynamodbStore(new DynamoDBClient({ region: stage.region }), (table) => tableName(stage, table));
  const ports = { store, vault: vault(store, kmsKeyWrapper(new KMSClient({ region: stage.region }), () => given['master-key'])) };
  const password = randomBytes(18).toString('base64url');
  const outcome = await createTenant(ports, {
    tenantId: given.tenant, name: given.name, administersPlatform: given.platform,
    registrationPolicy: given.registration, ...(given.quota !== undefined && { registrationQuota: given.quota }),
    admin: { email: given.email, password, firstName: given['first-name'], lastName: given['last-name'], language: given.language },
  }, new Date());
  console.log(outcome === 'exists' ? `The tenant ${given.tenant} exists already; nothing was changed.`
    : `The tenant ${given.tenant} is open. ${given.email} logs in with the password ${password}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
