import { readAuthorization, type Subject } from '../../lambdas/adapters/identity.ts';
import { newAccount } from '../../lambdas/adapters/new-account.ts';
import { bindingGranted, grantOf } from '../../lambdas/adapters/role-bindings.ts';
import { newSession } from '../../lambdas/adapters/sessions.ts';
import { newUserId } from '../../lambdas/domain/identifier.ts';
import { effectiveAt, systemRoles, type Role } from '../../lambdas/domain/role.ts';
import type { World } from './world.ts';

export interface Made { readonly tenantId?: string; readonly userId?: string; readonly roles?: readonly Role[]; readonly status?: 'active' | 'pending_verification' }

/** Somebody who has an account with these roles, as if registered long ago, under an id of its own as everybody's: who is erased in one story is nobody in another. */
export async function person(world: Pick<World, 'tenantId' | 'store' | 'vault' | 'mailDomain'>, name: string, { tenantId = world.tenantId, userId = newUserId(), roles = [systemRoles.member], status = 'active' }: Made = {}): Promise<Subject> {
  const subject = { tenantId, userId };
  const now = new Date();
  const { writes } = await newAccount(world.vault, {
    subject, personal: { email: `${name}@${world.mailDomain}`, firstName: name, lastName: 'Berg', language: 'en' }, evidence: { sourceIp: 'none' }, passwordHash: 'none', status,
    grants: roles.map((role) => grantOf({ role })), now,
  });
  await world.store.transact([...writes(), ...roles.flatMap((role) => bindingGranted(subject, { role, binding: undefined, by: 'system' }, now))]);
  return subject;
}

export async function sessionOf(world: Pick<World, 'store'>, subject: Subject): Promise<string> {
  const { token, write } = newSession(subject, new Date());
  await world.store.transact([write]);
  return token;
}

/** What a person may do at this moment. */
export async function rightsOf(world: Pick<World, 'store'>, subject: Subject): Promise<readonly string[]> {
  const seen = await readAuthorization(world.store, subject);
  return seen ? effectiveAt(seen, new Date()) : [];
}
