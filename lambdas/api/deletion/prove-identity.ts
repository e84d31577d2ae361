import * as z from 'zod/mini';
import { credentialKey, readUser, type Subject } from '../../adapters/identity.ts';
import { verifyAgainstDummy, verifyPassword } from '../../adapters/password-hash.ts';
import type { Store } from '../../adapters/store.ts';
import type { Vault } from '../../adapters/vault.ts';
import { sourceOf } from '../../domain/rate-limit.ts';
import type { RequestOf } from '../../kit/endpoint.ts';
import { Problem } from '../../kit/problem.ts';
import { countTowards } from '../../kit/rate-limits.ts';
import { requestDeletion } from './routes.ts';

const credentialItem = z.object({ passwordHash: z.string() });

/**
 * Whoever found somebody's session open cannot delete the account with it: the password is asked for once more, and guessing it counts
 * as guessing at the login does.
 * @throws Problem 400 without a password, 401 for a wrong one, 429 for too many
 */
export async function proveIdentity({ body: { password }, origin, now }: RequestOf<typeof requestDeletion>, ports: { readonly store: Store; readonly vault: Vault }, subject: Subject): Promise<void> {
  if (password === undefined) throw new Problem('invalid-request', [{ pointer: '/password', code: 'required' }]);
  const user = await readUser(ports.store, subject);
  if (!user) throw new Problem('not-found');
  const takeBack = await countTowards(requestDeletion, 'loginFailuresPerAccount', ports, { tenantId: subject.tenantId, about: [sourceOf(origin.sourceIp), user.blindIndex] }, now);
  if (!(await matches(ports.store, subject, password))) throw new Problem('wrong-credentials');
  await takeBack();
}

async function matches(store: Store, subject: Subject, password: string): Promise<boolean> {
  const item = await store.get('identity', credentialKey(subject));
  if (!item) return verifyAgainstDummy(password).then(() => false);
  return (await verifyPassword(password, credentialItem.parse(item).passwordHash)).matches;
}
