import type * as z from 'zod/mini';
import { roleBindingKey, type Subject } from '../adapters/identity.ts';
import { readBinding, type RoleBinding } from '../adapters/role-bindings.ts';
import { allOf, equal, type Store, type Write } from '../adapters/store.ts';
import { roleAssigned } from '../domain/events/catalogue.ts';

export type RoleChange = z.infer<typeof roleAssigned.data>;
/** What an event says that tells of a role: both kinds say the same. */
export const roleChangeOf = ({ data }: { readonly data: unknown }): RoleChange => roleAssigned.data.parse(data);

/** The binding, if it is still as the event left it: events come in any order, and what came later has a run of its own. */
export async function bindingAsTold(store: Store, subject: Subject, about: { readonly data: unknown }, status: RoleBinding['status']): Promise<RoleBinding | undefined> {
  const { roleId, version } = roleChangeOf(about);
  const binding = await readBinding(store, subject, roleId);
  return binding?.version === version && binding.status === status ? binding : undefined;
}

/** Belongs into the transaction of every effect: whoever changes the binding at the same moment wins. */
export const stillAsTold = (subject: Subject, { roleId, version, status }: RoleBinding): Write =>
  ({ table: 'identity', check: roleBindingKey(subject, roleId), if: allOf(equal('version', version), equal('status', status)) });
