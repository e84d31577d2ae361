import * as z from 'zod/mini';
import { identifier } from '../domain/identifier.ts';
import { isLive, permissions, permissionsOf, type Grant } from '../domain/role.ts';
import { privacySettings, registrationPolicy, registrationQuota, tenantDefaults, tenantStatuses, type Tenant } from '../domain/tenant.ts';
import { mailFeedback, userStatuses, type Gates, type UserStatus } from '../domain/user.ts';
import { allOf, asRead, equal, whenAbsent, whenPresent, type Item, type Key, type Store, type Value, type Write } from './store.ts';
import { watchIndex } from './watch.ts';

/** Whom a record is about. Every key begins with the tenant, so nothing is ever found across tenants. */
export interface Subject { readonly tenantId: string; readonly userId: string }

export const userPartition = ({ tenantId, userId }: Subject): string => `TENANT#${tenantId}#USER#${userId}`;
/** Whose an item below a person is: ids hold no `#`. */
export function subjectIn({ pk }: Pick<Key, 'pk'>): Subject {
  const [, tenantId = '', , userId = ''] = pk.split('#');
  return { tenantId, userId };
}
const inUser = (sk: string) => (subject: Subject): Key => ({ pk: userPartition(subject), sk });

export const userKey = inUser('USER');
export const credentialKey = inUser('CREDENTIAL');
export const authorizationKey = inUser('AUTHORIZATION');
export const profileKey = inUser('PROFILE');
/** An invitation is a subject of its own, although nobody's account. */
export const invitationKey = inUser('INVITATION');
export const roleBindingKey = (subject: Subject, roleId: string): Key => inUser(`ROLE#${roleId}`)(subject);
export const sessionKey = (subject: Subject, hash: string): Key => inUser(`SESSION#${hash}`)(subject);
export const apiKeyKey = (subject: Subject, hash: string): Key => inUser(`API_KEY#${hash}`)(subject);
export const tokenKey = (subject: Subject, purpose: TokenPurpose): Key => inUser(`TOKEN#${purpose}`)(subject);
export const tenantKey = (tenantId: string): Key => ({ pk: `TENANT#${tenantId}`, sk: 'TENANT' });
export const gateKey = (tenantId: string, shard: number): Key => ({ pk: `TENANT#${tenantId}#GATE#${shard}`, sk: 'GATE' });
export const statisticsKey = (tenantId: string, shard: number): Key => ({ pk: `TENANT#${tenantId}#STATISTICS#${shard}`, sk: 'STATISTICS' });
export const administratorsPartition = (tenantId: string): string => `TENANT#${tenantId}#ADMINISTRATORS`;
export const administratorKey = ({ tenantId, userId }: Subject): Key => ({ pk: administratorsPartition(tenantId), sk: `USER#${userId}` });
/** The one item of an address in a tenant: whoever puts it owns the address. */
export const addressKey = (tenantId: string, blindIndex: string): Key => ({ pk: `TENANT#${tenantId}#EMAIL#${blindIndex}`, sk: 'EMAIL' });
/** What the public status page reads: it exists for a decoy as well. */
export const registrationKey = (userId: string): Key => ({ pk: `REGISTRATION#${userId}`, sk: 'REGISTRATION' });

export const tokenPurposes = ['verify-email', 'reset-password'] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

export const userItem = z.object({
  status: z.enum(userStatuses),
  version: z.number(),
  provisioned: z.boolean(),
  emailVerified: z.boolean(),
  activationRequested: z.boolean(),
  personal: z.string(),
  evidence: z.string(),
  blindIndex: z.string(),
  createdAt: z.string(),
  /** The mail provider refuses the address for good. */
  undeliverable: z.optional(z.boolean()),
  /** What came back from there, long after a mail was sent: no mail goes there again before the address is corrected. */
  feedback: z.optional(z.enum(mailFeedback)),
  /** Since when the account has this address, where it is not the first. */
  addressSince: z.optional(z.string()),
  /** When the person was last told that somebody registered with her address again. */
  addressNoticeAt: z.optional(z.string()),
  /** What the account took when it joined: a place at this shard of the gate, and an invitation. A failed registration gives both back. */
  gateShard: z.optional(z.number()),
  invitationId: z.optional(z.string()),
  /** Until when the link that was sent last is good, when the person was reminded of it, and when somebody looks whether she used it. */
  linkValidUntil: z.optional(z.string()),
  remindedAt: z.optional(z.string()),
  dueAt: z.optional(z.string()),
  /** Was a member before its address was corrected: never removed for not proving the new one. */
  wasActive: z.optional(z.boolean()),
  /** While somebody has asked that the account be deleted. */
  deletionRequestId: z.optional(identifier),
});
export type User = z.infer<typeof userItem>;

export const authorizationItem = z.object({
  status: z.enum(userStatuses),
  permissionEpoch: z.number(),
  roleIds: z.array(z.string()),
  permissions: z.array(z.enum(permissions)),
  /** Sessions and API keys of an earlier epoch have ended, all at once. */
  accessEpoch: z.optional(z.number()),
  /** What the two above follow from, and what alone counts: a grant that has expired gives nothing, although nobody wrote since. */
  grants: z.array(z.object({ roleId: z.string(), emits: z.array(z.enum(permissions)), expiresAt: z.optional(z.number()) })),
});
export type Authorization = z.infer<typeof authorizationItem>;

const tenantItem = z.object({
  tenantId: z.string(), name: z.string(), status: z.enum(tenantStatuses), verificationWaived: z.boolean(), defaults: tenantDefaults,
  registrationPolicy: z._default(registrationPolicy, 'open'), registrationQuota: z.optional(registrationQuota), changes: z.optional(z.number()),
  privacy: z.optional(privacySettings),
});
export const parseTenant = (item: Item): Tenant => tenantItem.parse(item);

const addressItem = z.object({ userId: identifier });

async function read<T>(store: Store, key: Key, schema: z.ZodMiniType<T>): Promise<T | undefined> {
  const item = await store.get('identity', key);
  return item && schema.parse(item);
}

export const parseUser = (item: Item): User => userItem.parse(item);
export const readUser = (store: Store, subject: Subject): Promise<User | undefined> => read(store, userKey(subject), userItem);
export const readAuthorization = (store: Store, subject: Subject): Promise<Authorization | undefined> =>
  read(store, authorizationKey(subject), authorizationItem);
/** Whose an address is, if it is anybody's. */
export async function readOwner(store: Store, address: Key): Promise<string | undefined> {
  const item = await store.get('identity', address);
  return item && addressItem.parse(item).userId;
}
export const readTenant = (store: Store, tenantId: string): Promise<Tenant | undefined> => read(store, tenantKey(tenantId), tenantItem);

const administratorItem = z.object({ userId: identifier, expiresAt: z.optional(z.number()) });
/** Those who are at this moment. */
export async function readAdministrators(store: Store, tenantId: string): Promise<readonly Subject[]> {
  const { items } = await store.query({ table: 'identity', pk: administratorsPartition(tenantId) });
  return items.map((item) => administratorItem.parse(item)).filter((each) => isLive(each, new Date())).map(({ userId }) => ({ tenantId, userId }));
}

export const created = (key: Key, attributes: Omit<Item, 'pk' | 'sk'>): Write =>
  ({ table: 'identity', put: { ...key, ...attributes }, if: whenAbsent });

export const gatesOf = ({ provisioned, emailVerified, activationRequested }: User): Gates => ({ provisioned, emailVerified, activationRequested });

/**
 * Closes one of the two gates, conditional on the value of the other as it was read: two writers that each saw the other
 * gate open cannot both win, so no one is forgotten between them.
 */
export const gateClosed = (subject: Subject, seen: User, gate: 'provisioned' | 'emailVerified', ready: boolean): Write => ({
  table: 'identity', update: userKey(subject),
  set: { [gate]: true, ...(ready && { activationRequested: true }) },
  add: { version: ready ? 2 : 1 }, ...(gate === 'emailVerified' && { remove: [watchIndex.pk, watchIndex.sk] }),
  if: allOf(
    equal('version', seen.version), equal('status', seen.status),
    equal(gate === 'provisioned' ? 'emailVerified' : 'provisioned', gate === 'provisioned' ? seen.emailVerified : seen.provisioned),
    equal('activationRequested', seen.activationRequested),
  ),
});

/** What these grants make of the authorization item, besides status and epoch. */
export const authorized = (grants: readonly Grant[]): Readonly<Record<'roleIds' | 'permissions' | 'grants', Value>> => ({
  roleIds: grants.map(({ roleId }) => roleId), permissions: [...permissionsOf(grants)],
  grants: grants.map(({ roleId, emits, expiresAt }) => ({ roleId, emits: [...emits], ...(expiresAt !== undefined && { expiresAt }) })),
});

/** The account's next version, for one more event about it; nothing of what was read may have changed. */
export const versionTaken = (subject: Subject, seen: User, set: Readonly<Record<string, string>> = {}): Write => ({
  table: 'identity', update: userKey(subject), set, add: { version: 1 }, if: allOf(equal('version', seen.version), equal('status', seen.status), equal('blindIndex', seen.blindIndex)),
});

/** What begins with an account as it was read must find it so: active still, and its access not ended meanwhile. */
export const stillAdmitted = (subject: Subject, { status, accessEpoch }: Pick<Authorization, 'status' | 'accessEpoch'>): Write => ({
  table: 'identity', check: authorizationKey(subject), if: allOf(equal('status', status), asRead('accessEpoch', accessEpoch)),
});

/** All of a person's sessions and API keys in this tenant end with the transaction that holds this, also those that begin at the same moment. */
export const accessEnded = (subject: Subject): Extract<Write, { update: Key }> => ({ table: 'identity', update: authorizationKey(subject), add: { accessEpoch: 1 }, if: whenPresent });

/** In place of what was read; an account that goes meanwhile keeps what it had. */
export const personalKept = (subject: Subject, seen: User, personal: string): Write => ({
  table: 'identity', update: userKey(subject), set: { personal }, if: allOf(equal('personal', seen.personal), equal('status', seen.status)),
});

/** Of an account that goes meanwhile nothing may come after it. */
export const stillThere = (subject: Subject): Write => ({ table: 'identity', check: userKey(subject), if: whenPresent });
/** And of one whose address is corrected nothing that proves the new one. */
export const addressStands = (subject: Subject, { blindIndex }: User): Write => ({ table: 'identity', check: userKey(subject), if: equal('blindIndex', blindIndex) });

export const addressRefused = (subject: Subject): Write => ({ table: 'identity', update: userKey(subject), set: { undeliverable: true }, if: whenPresent });
export const addressTakesMail = (subject: Subject): Write => ({ table: 'identity', update: userKey(subject), remove: ['undeliverable'], if: whenPresent });

export const removed = (key: Key): Write => ({ table: 'identity', delete: key });

/** The status on the user and on the authorization item change together, from the one that was read. */
export const statusChanged = (subject: Subject, from: UserStatus, to: UserStatus): readonly Write[] => [
  { table: 'identity', update: userKey(subject), set: { status: to }, if: equal('status', from) },
  { table: 'identity', update: authorizationKey(subject), set: { status: to }, if: equal('status', from) },
];
