import { readAuthorization, type Authorization, type Subject } from '../adapters/identity.ts';
import { grantsSettled, isHeld, readBindings, type RoleBinding } from '../adapters/role-bindings.ts';
import type { Store, Write } from '../adapters/store.ts';
import { BusinessRefusal } from '../domain/errors.ts';
import { permissionsOf, type Grant, type Permission } from '../domain/role.ts';

/** What a person may do stands in one item, so that a request costs one read of it. It follows from the bindings, and only from them. */
export interface PermissionCache {
  readonly seen: Authorization;
  /** What the bindings say that is granted at this moment. */
  readonly grants: readonly Grant[];
}

/** @throws BusinessRefusal when the account is gone */
export async function readCache(store: Store, subject: Subject, now: Date): Promise<PermissionCache> {
  // In this order: every change of a binding raises the epoch, so bindings that are newer than the epoch are noticed when it is written, older ones would not be.
  const seen = await readAuthorization(store, subject);
  if (!seen) throw new BusinessRefusal('the account is gone');
  const bindings = await readBindings(store, subject);
  return { seen, grants: bindings.filter((binding) => isHeld(binding, now)).map(grantOf) };
}

const grantOf = ({ roleId, emits, expiresAt }: RoleBinding): Grant => ({ roleId, emits, ...(expiresAt !== undefined && { expiresAt }) });

/** Nothing where it says what the bindings say; else the write that makes it, conditional on the epoch that was read. */
export const cacheRederived = (subject: Subject, { seen, grants }: PermissionCache): readonly Write[] =>
  (inOneOrder(seen.grants) === inOneOrder(grants) && listed(seen.permissions) === listed(permissionsOf(grants)) && listed(seen.roleIds) === listed(grants.map(({ roleId }) => roleId))
    ? [] : [grantsSettled(subject, seen, grants)]);

const listed = (words: readonly string[]): string => words.toSorted().join(' ');
const inOneOrder = (grants: readonly Grant[]): string => grants.map(({ roleId, emits, expiresAt }) => `${roleId} until ${expiresAt ?? 'revoked'}: ${listed(emits)}`).toSorted().join('; ');

/** Of what a grant gave, what still stands there although nothing else gives it. */
export const orphansOfGrant = ({ emits, roleId }: RoleBinding, { seen, grants }: PermissionCache): readonly Permission[] => {
  const given = permissionsOf(grants.filter((grant) => grant.roleId !== roleId));
  const standing = permissionsOf([...seen.grants, { emits: seen.permissions }]);
  return emits.filter((each) => standing.includes(each) && !given.includes(each));
};
