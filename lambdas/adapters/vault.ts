import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { derivedKey, KEY_BYTES, keyedHash, seal, unseal } from '../domain/sealing.ts';
import { normaliseEmail } from '../domain/email-address.ts';
import type { Addressee } from '../domain/invitation.ts';
import type { SealedRecord } from '../domain/business-record.ts';
import type { Words } from '../domain/deletion-request.ts';
import type { Profile } from '../domain/profile.ts';
import type { PersonalData, RegistrationEvidence } from '../domain/user.ts';
import type { Subject } from './identity.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { whenAbsent, type Item, type Key, type Store, type Write } from './store.ts';

interface Sealable { readonly personal: PersonalData; readonly evidence: RegistrationEvidence; readonly profile: Profile; readonly addressee: Addressee; readonly label: string; readonly record: SealedRecord; readonly words: Words; readonly answer: unknown }

/** One person's key, unwrapped for the length of one invocation. */
export interface PersonKey {
  seal<Kind extends keyof Sealable>(kind: Kind, data: Sealable[Kind]): string;
  open<Kind extends keyof Sealable>(kind: Kind, sealed: string): Sealable[Kind];
  /** 256 bits that can be computed again for the same purpose, and by nobody without the key. */
  secret(purpose: string): Buffer;
}

/**
 * Personal data: everything about a person is sealed under a key of that person, which a key of the tenant wraps, which
 * KMS wraps. Destroying the person's key makes all of it unreadable, in backups too.
 */
export interface Vault {
  newTenantKey(tenantId: string): Promise<Write>;
  /** At registration and invitation only, never on the way: a key that is gone must not come back by being asked for. One for a while goes by itself. */
  newPersonKey(subject: Subject, goneAt?: Date): Promise<{ key: PersonKey; write: Write }>;
  /** Undefined once the key was destroyed. */
  personKey(subject: Subject): Promise<PersonKey | undefined>;
  /** By which an address is found without being stored: keyed, and of this tenant only. */
  blindIndex(tenantId: string, address: string): Promise<string>;
  /** By which something a caller sent is known again without being stored; undefined where there is no such tenant. */
  fingerprint(tenantId: string, text: string): Promise<string | undefined>;
  /** 256 bits that can be computed again for the same purpose also when a person is gone, and by nobody without the tenant's key. */
  tenantSecret(tenantId: string, purpose: string): Promise<Buffer>;
  /** What a tenant keeps for a short while and may be anybody's. */
  sealForTenant(tenantId: string, text: string): Promise<string>;
  openForTenant(tenantId: string, sealed: string): Promise<string>;
}

export const tenantKeyKey = (tenantId: string): Key => ({ pk: `TENANT#${tenantId}`, sk: 'TENANT_KEY' });
export const personKeyKey = ({ tenantId, userId }: Subject): Key => ({ pk: `TENANT#${tenantId}#USER#${userId}`, sk: 'PERSON_KEY' });

/** How long a container keeps an unwrapped tenant key: a personal read costs no KMS call. Person keys are never kept. */
export const TENANT_KEY_KEPT_MS = 5 * 60_000;

export function vault(store: Store, wrapper: KeyWrapper): Vault {
  const { find: findTenantKey, get: tenantKey } = tenantKeys(store, wrapper);
  return {
    async newTenantKey(tenantId) {
      const { wrapped } = await wrapper.newKey(tenantId);
      return newKeyItem(tenantKeyKey(tenantId), wrapped);
    },
    async newPersonKey(subject, goneAt) {
      const key = randomBytes(KEY_BYTES);
      const wrapped = seal(wrappingKey(await tenantKey(subject.tenantId)), about(subject, 'person-key'), key);
      return { key: personKeyOf(subject, key), write: newKeyItem(personKeyKey(subject), wrapped, goneAt) };
    },
    async personKey(subject) {
      const [wrapping, item] = await Promise.all([tenantKey(subject.tenantId), store.get('keys', personKeyKey(subject))]);
      return item && personKeyOf(subject, unseal(wrappingKey(wrapping), about(subject, 'person-key'), wrappedKey.parse(item).wrapped));
    },
    async blindIndex(tenantId, address) {
      return keyedHash(derivedKey(await tenantKey(tenantId), 'blind-index'), normaliseEmail(address));
    },
    async fingerprint(tenantId, text) {
      const key = await findTenantKey(tenantId);
      return key && keyedHash(derivedKey(key, 'fingerprint'), text);
    },
    async tenantSecret(tenantId, purpose) {
      return derivedKey(await tenantKey(tenantId), `secret ${purpose}`);
    },
    async sealForTenant(tenantId, text) {
      return seal(derivedKey(await tenantKey(tenantId), 'kept'), [tenantId, 'kept'], Buffer.from(text));
    },
    async openForTenant(tenantId, sealed) {
      return unseal(derivedKey(await tenantKey(tenantId), 'kept'), [tenantId, 'kept'], sealed).toString('utf8');
    },
  };
}

/** The tenants' keys, unwrapped; each for a while. */
function tenantKeys(store: Store, wrapper: KeyWrapper) {
  const kept = new Map<string, { key: Buffer; until: number }>();
  const find = async (tenantId: string): Promise<Buffer | undefined> => {
    const known = kept.get(tenantId);
    if (known && known.until > Date.now()) return known.key;
    const item = await store.get('keys', tenantKeyKey(tenantId));
    if (!item) return undefined;
    const key = await wrapper.unwrap(tenantId, wrappedKey.parse(item).wrapped);
    kept.set(tenantId, { key, until: Date.now() + TENANT_KEY_KEPT_MS });
    return key;
  };
  const get = async (tenantId: string): Promise<Buffer> => {
    const key = await find(tenantId);
    if (!key) throw new Error('the tenant has no key');
    return key;
  };
  return { find, get };
}

const wrappedKey = z.object({ wrapped: z.string() });
const newKeyItem = (key: Key, wrapped: string, goneAt?: Date): Write => ({
  table: 'keys', put: { ...key, wrapped, ...(goneAt && { expiresAt: Math.floor(goneAt.getTime() / 1000) }) } satisfies Item, if: whenAbsent,
});
const wrappingKey = (tenantKey: Buffer) => derivedKey(tenantKey, 'wrap-person-keys');
const about = ({ tenantId, userId }: Subject, what: string) => [tenantId, userId, what];

const personKeyOf = (subject: Subject, key: Buffer): PersonKey => ({
  seal: (kind, data) => seal(key, about(subject, kind), Buffer.from(JSON.stringify(data))),
  open: <Kind extends keyof Sealable>(kind: Kind, sealed: string): Sealable[Kind] =>
    JSON.parse(unseal(key, about(subject, kind), sealed).toString('utf8')) as Sealable[Kind],
  secret: (purpose) => derivedKey(key, purpose),
});
