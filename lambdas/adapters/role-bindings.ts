import * as z from 'zod/mini';
import { BusinessRefusal } from '../domain/errors.ts';
import { administersForGood, isLive, liveGrants, permissions, systemRoleOf, type Grant, type Role } from '../domain/role.ts';
import { fullPage } from './pages.ts';
import {
  administratorKey, authorizationItem, authorizationKey, authorized, readAdministrators, readAuthorization, removed, roleBindingKey, userPartition, type Authorization, type Subject,
} from './identity.ts';
import { allOf, anyOf, asRead, equal, missing, type Item, type Page, type Store, type Write } from './store.ts';

/**
 * That a person has a role, or had it: a binding is never taken out, and its version rises with every change, so that whoever
 * comes late with an old one is recognised. Its end is kept under a name of its own: the table forgets items past `expiresAt`.
 */
const bindingItem = z.object({
  roleId: z.string(), version: z.number(), status: z.enum(['granted', 'revoked']), emits: z.array(z.enum(permissions)),
  grantedAt: z.string(), grantedBy: z.string(), grantedByRun: z.optional(z.string()), validUntil: z.optional(z.number()),
  revokedAt: z.optional(z.string()), revokedBy: z.optional(z.string()), reason: z.optional(z.string()),
});
/** `expiresAt` in seconds. */
export type RoleBinding = Omit<z.infer<typeof bindingItem>, 'validUntil'> & { readonly expiresAt?: number | undefined };

export function parseBinding(item: Item): RoleBinding {
  const { validUntil, ...binding } = bindingItem.parse(item);
  return { ...binding, ...(validUntil !== undefined && { expiresAt: validUntil }) };
}

export async function readBinding(store: Store, subject: Subject, roleId: string): Promise<RoleBinding | undefined> {
  const item = await store.get('identity', roleBindingKey(subject, roleId));
  return item && parseBinding(item);
}

/** All that the person has or had. */
export async function readBindings(store: Store, subject: Subject): Promise<readonly RoleBinding[]> {
  const { items } = await store.query({ table: 'identity', pk: userPartition(subject), skBeginsWith: 'ROLE#' });
  return items.map(parseBinding);
}

/** A page of what the person has at this moment. */
export function heldBindings(store: Store, subject: Subject, now: Date, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page> {
  const lasts = anyOf(missing('validUntil'), { attribute: 'validUntil', is: '>', value: now.getTime() / 1000 });
  return fullPage(page, (limit, cursor) => store.query({
    table: 'identity', pk: userPartition(subject), skBeginsWith: 'ROLE#', filter: allOf(equal('status', 'granted'), lasts), limit, ...(cursor !== undefined && { cursor }),
  }));
}

/** Granted, and not over by itself. */
export const isHeld = (binding: RoleBinding | undefined, now: Date): binding is RoleBinding => binding?.status === 'granted' && isLive(binding, now);

/** The version that the next change to the binding will have. */
export const nextVersion = (binding: Pick<RoleBinding, 'version'> | undefined): number => (binding?.version ?? 0) + 1;

export interface Assignment {
  readonly role: Role;
  /** As it was read; undefined where the person never had the role. */
  readonly binding: RoleBinding | undefined;
  /** The userId of whoever grants, or `system`. */
  readonly by: string;
  readonly run?: string;
  /** In seconds. */
  readonly expiresAt?: number | undefined;
}

/** What the person may do follows from what she is granted, in the same transaction, and conditional on the epoch that was read: no writer undoes another. */
export const grantsSettled = (subject: Subject, seen: Authorization, grants: readonly Grant[]): Write =>
  ({ table: 'identity', update: authorizationKey(subject), set: authorized(grants), add: { permissionEpoch: 1 }, if: equal('permissionEpoch', seen.permissionEpoch) });

const others = (seen: Authorization, roleIds: readonly string[], now: Date): readonly Grant[] => liveGrants(seen, now).filter(({ roleId }) => !roleIds.includes(roleId));

/** Grants roles: bindings and authorization item in one. */
export const rolesGranted = (subject: Subject, seen: Authorization, assignments: readonly Assignment[], now: Date): readonly Write[] => [
  ...assignments.flatMap((assignment) => bindingGranted(subject, assignment, now)),
  grantsSettled(subject, seen, [...others(seen, assignments.map(({ role }) => role.roleId), now), ...assignments.map(grantOf)]),
];

export const grantOf = ({ role, expiresAt }: Pick<Assignment, 'role' | 'expiresAt'>): Grant => ({ roleId: role.roleId, emits: role.permissions, ...(expiresAt !== undefined && { expiresAt }) });

export const bindingGranted = (subject: Subject, { role, binding, by, run, expiresAt }: Assignment, now: Date): readonly Write[] => [
  {
    table: 'identity', if: asRead('version', binding?.version),
    put: {
      ...roleBindingKey(subject, role.roleId), roleId: role.roleId, version: nextVersion(binding), status: 'granted', emits: [...role.permissions],
      grantedAt: now.toISOString(), grantedBy: by, ...(run !== undefined && { grantedByRun: run }), ...(expiresAt !== undefined && { validUntil: expiresAt }),
    },
  },
  ...(role.administers ? [{ table: 'identity', put: { ...administratorKey(subject), userId: subject.userId, ...(expiresAt !== undefined && { expiresAt }) } } as const] : []),
];

interface Revoking { readonly by: string; readonly reason: string; readonly now: Date }
export const bindingRevoked = (subject: Subject, { roleId, version }: RoleBinding, { by, reason, now }: Revoking): Write => ({
  table: 'identity', update: roleBindingKey(subject, roleId),
  set: { status: 'revoked', revokedAt: now.toISOString(), revokedBy: by, reason }, add: { version: 1 }, if: allOf(equal('version', version), equal('status', 'granted')),
});

/** Takes a role away: it gives nothing from this transaction on. What another role still gives stays. */
export const roleTakenAway = (subject: Subject, seen: Authorization, binding: RoleBinding, { by, reason, now }: Revoking): readonly Write[] => [
  bindingRevoked(subject, binding, { by, reason, now }), grantsSettled(subject, seen, others(seen, [binding.roleId], now)),
  ...noAdministrator(subject, [binding]),
];

/** Of an account that goes: what this very run granted leaves no trace. */
export const grantsUndone = (subject: Subject, seen: Authorization | undefined, bindings: readonly RoleBinding[], run: string, now: Date): readonly Write[] => [
  ...bindings.map(({ roleId }) => ({ table: 'identity', delete: roleBindingKey(subject, roleId), if: equal('grantedByRun', run) }) as const),
  ...(seen ? [grantsSettled(subject, seen, others(seen, bindings.map(({ roleId }) => roleId), now))] : []),
  ...noAdministrator(subject, bindings),
];

/** Everything that the roles of an account are in the tables, besides its authorization item: for accounts that are forgotten as a whole. */
export const bindingsForgotten = (subject: Subject, bindings: readonly RoleBinding[]): readonly Write[] =>
  [...bindings.map(({ roleId }) => removed(roleBindingKey(subject, roleId))), ...noAdministrator(subject, bindings)];

export const noAdministrator = (subject: Subject, bindings: readonly RoleBinding[]): readonly Write[] =>
  (bindings.some(({ roleId }) => systemRoleOf(roleId)?.administers) ? [removed(administratorKey(subject))] : []);

/**
 * An assignment is taken back by its own process, provided that it is still that very one; what was revoked or granted anew since is left alone.
 * @throws BusinessRefusal when it would leave the tenant without an administrator
 */
export async function assignmentWithdrawn(store: Store, subject: Subject, { roleId, version }: { readonly roleId: string; readonly version: number }, reason: string, now: Date): Promise<readonly Write[]> {
  const [seen, binding] = await Promise.all([readAuthorization(store, subject), readBinding(store, subject, roleId)]);
  if (!seen || binding?.status !== 'granted' || binding.version !== version) return [];
  const keeper = systemRoleOf(roleId)?.administers ? await anotherAdministrator(store, subject) : undefined;
  if (systemRoleOf(roleId)?.administers && !keeper) throw new BusinessRefusal('the tenant would be without an administrator');
  return [...roleTakenAway(subject, seen, binding, { by: 'system', reason, now }), ...(keeper ? [unchanged(keeper)] : [])];
}

export interface Holder { readonly subject: Subject; readonly seen: Authorization }
/** Nothing of what was read has changed: neither what the person may do nor the state of her account. */
export const unchanged = ({ subject, seen }: Holder): Write =>
  ({ table: 'identity', check: authorizationKey(subject), if: allOf(equal('permissionEpoch', seen.permissionEpoch), equal('status', seen.status)) });

const MOST_ASKED = 100;
/**
 * Somebody else who administers the tenant, whose account is active and whose role does not end by itself; `unchanged` belongs into the
 * transaction of whoever takes the role away. Two who take it from each other at once meet at these items, so one of them stays.
 */
export async function anotherAdministrator(store: Store, { tenantId, userId }: Subject): Promise<Holder | undefined> {
  const asked = (await readAdministrators(store, tenantId)).filter((each) => each.userId !== userId).slice(0, MOST_ASKED);
  const items = asked.length === 0 ? [] : await store.getMany(asked.map((each) => ({ table: 'identity', key: authorizationKey(each) })));
  return asked.flatMap((subject, position) => {
    const item = items[position];
    return item ? [{ subject, seen: authorizationItem.parse(item) }] : [];
  }).find(({ seen }) => seen.status === 'active' && administersForGood(seen));
}
