import * as z from 'zod/mini';
import { apiKeyMade, apiKeySecret, newApiKeyId } from '../../adapters/api-keys.ts';
import { audited } from '../../adapters/audit.ts';
import { dynamodbStore } from '../../adapters/dynamodb-store.ts';
import { stillAdmitted, type Subject } from '../../adapters/identity.ts';
import { kmsKeyWrapper } from '../../adapters/key-wrapper.ts';
import { ConditionFailed } from '../../adapters/store.ts';
import { vault, type PersonKey, type Vault } from '../../adapters/vault.ts';
import { tokenOf } from '../../domain/bearer-token.ts';
import { identifier } from '../../domain/identifier.ts';
import { endpoint, type RequestOf } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import type { Ports } from './account.ts';
import { createApiKey } from './routes.ts';

type Request = RequestOf<typeof createApiKey>;

/** What is kept of the answer is the id alone; name and secret follow from the request and from the person's key. */
export const handler = endpoint(createApiKey, async (request: Request, { vault: keys }: Ports) => {
  const { body, caller, origin, now, commit } = request;
  refuseWhatIsNotHeld(request);
  const key = await keyOf(keys, caller);
  const apiKeyId = newApiKeyId();
  const made = apiKeyMade(caller, apiKeySecret(key, apiKeyId), {
    apiKeyId, label: key.seal('label', body.name), permissions: body.permissions ?? caller.permissions, epoch: caller.accessEpoch ?? 0, now, expires: expiryOf(request) });
  return commit([
    made, stillAdmitted(caller, { status: 'active', accessEpoch: caller.accessEpoch }),
    audited(caller, { action: 'api_key.created', actor: caller.userId, correlationId: origin.requestId, now }),
  ], { status: 201, body: { id: apiKeyId } }).catch((error: unknown) => {
    throw error instanceof ConditionFailed ? new Problem('unauthenticated') : error;
  });
}, () => {
  const store = dynamodbStore();
  return { store, vault: vault(store, kmsKeyWrapper()) };
}, async ({ status, body: kept }, { body: { name }, caller }, { vault: keys }) => {
  const { id } = keptAnswer.parse(kept);
  return { status, body: { id, name, secret: tokenOf(caller, apiKeySecret(await keyOf(keys, caller), id)) } };
});

const keptAnswer = z.object({ id: identifier });

async function keyOf(keys: Vault, subject: Subject): Promise<PersonKey> {
  const key = await keys.personKey(subject);
  if (!key) throw new Problem('unauthenticated');
  return key;
}

/** @throws Problem 403 */
function refuseWhatIsNotHeld({ body: { permissions = [] }, caller }: Request): void {
  const errors = permissions.flatMap((each, position) => (caller.permissions.includes(each) ? [] : [{ pointer: `/permissions/${position}`, code: 'not-allowed' as const }]));
  if (errors.length > 0) throw new Problem('forbidden', errors);
}

/** @throws Problem 400 for a time that has passed */
function expiryOf({ body: { expiresAt }, now }: Request): Date | undefined {
  const expires = expiresAt === undefined ? undefined : new Date(expiresAt);
  if (expires && expires <= now) throw new Problem('invalid-request', [{ pointer: '/expiresAt', code: 'too-small' }]);
  return expires;
}
