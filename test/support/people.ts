import { readAuthorization, type Subject } from '../../lambdas/adapters/identity.ts';
import { newAccount } from '../../lambdas/adapters/new-account.ts';
import { bindingGranted, grantOf } from '../../lambdas/adapters/role-bindings.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { vault } from '../../lambdas/adapters/vault.ts';
import { effectiveAt, systemRoles, type Role } from '../../lambdas/domain/role.ts';
import { memoryKeyWrapper } from './memory-key-wrapper.ts';
import { TENANT, type World } from './world.ts';

export interface Made { readonly tenantId?: string; readonly roles?: readonly Role[]; readonly status?: 'active' | 'pending_verification' }

/** Somebody who has an account with these roles, as if registered long ago. The name is the account's id. */
export async function person(world: World, name: string, { tenantId = TENANT, roles = [systemRoles.member], status = 'active' }: Made = {}): Promise<Subject> {
  const subject = { tenantId, userId: name };
  const now = new Date();
  const { writes } = await newAccount(vault(world.store, memoryKeyWrapper()), {
    subject, personal: { email: `${name}@example.com`, firstName: name, lastName: 'Berg', language: 'en' }, evidence: { sourceIp: 'none' }, passwordHash: 'none', status,
    grants: roles.map((role) => grantOf({ role })), now,
  });
  await world.store.transact([...writes(), ...roles.flatMap((role) => bindingGranted(subject, { role, binding: undefined, by: 'system' }, now))]);
  return subject;
}

export async function sessionOf(world: World, subject: Subject): Promise<string> {
  const { token, write } = newSession(subject, new Date());
  await world.store.transact([write]);
  return token;
}

/** What a person may do at this moment. */
export async function rightsOf(world: World, subject: Subject): Promise<readonly string[]> {
  const seen = await readAuthorization(world.store, subject);
  return seen ? effectiveAt(seen, new Date()) : [];
}
