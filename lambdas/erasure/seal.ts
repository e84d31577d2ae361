import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { deletionPartition, type NamedDeletion } from '../adapters/deletion-requests.ts';
import type { Key, Store, Write } from '../adapters/store.ts';
import { whenAbsent, whenPresent } from '../adapters/store.ts';
import type { Vault } from '../adapters/vault.ts';
import { watchShardOf } from '../adapters/watch.ts';
import { languages } from '../domain/language.ts';
import { KEY_BYTES, seal, unseal } from '../domain/sealing.ts';

/**
 * What is still needed of a person who is being erased: by what she is recognised, for the search that must not find her, and where
 * the last mail goes. It lies under a key of its own, made for this one deletion; when the deletion ends both are gone.
 */
const sealedPerson = z.object({
  contact: z.optional(z.object({ email: z.string(), firstName: z.string(), lastName: z.string(), language: z.enum(languages) })),
  identity: z.object({ userId: z.string(), blindIndex: z.string(), values: z.array(z.string()) }),
});
export type SealedPerson = z.infer<typeof sealedPerson>;

/** Of whom nobody knows more any more than the random id: what of her was held goes last. */
export const unknownPerson = (userId: string): SealedPerson => ({ identity: { userId, blindIndex: 'unknown', values: [] } });

const sealKey = (named: NamedDeletion): Key => ({ pk: deletionPartition(named), sk: 'SEAL' });
const sealKeyKey = (named: NamedDeletion): Key => ({ pk: deletionPartition(named), sk: 'SEAL_KEY' });
const about = ({ tenantId, requestId }: NamedDeletion): readonly string[] => [tenantId, requestId, 'deletion-seal'];

const sealItem = z.object({ sealed: z.string() });
const sealKeyItem = z.object({ wrapped: z.string() });

/** Both together, once; what is sealed already is not sealed anew. */
export async function sealMade(vault: Vault, named: NamedDeletion, person: SealedPerson, now: Date): Promise<readonly Write[]> {
  const key = randomBytes(KEY_BYTES);
  return [
    { table: 'keys', put: { ...sealKeyKey(named), wrapped: await vault.sealForTenant(named.tenantId, key.toString('base64url')) }, if: whenAbsent },
    { table: 'ledger', put: { ...sealKey(named), ...looksNext(named, now), sealed: seal(key, about(named), Buffer.from(JSON.stringify(person))) }, if: whenAbsent },
  ];
}

const A_HOUR_MS = 3_600_000;
/** Somebody looks from time to time whether it is needed still. */
const looksNext = (named: NamedDeletion, now: Date): { readonly watchShard: string; readonly dueAt: string } =>
  ({ watchShard: watchShardOf('seals', named.requestId), dueAt: new Date(now.getTime() + A_HOUR_MS).toISOString() });
export const sealLookedAt = (named: NamedDeletion, now: Date): Write => ({ table: 'ledger', update: sealKey(named), set: looksNext(named, now), if: whenPresent });
/** Of which deletion the seal is that the mark names. */
export function deletionOfSeal({ pk }: Key): NamedDeletion {
  const [, tenantId = '', , requestId = ''] = pk.split('#');
  return { tenantId, requestId };
}

/** Undefined once the deletion has ended. */
export async function openSeal(store: Store, vault: Vault, named: NamedDeletion): Promise<SealedPerson | undefined> {
  const [key, item] = await Promise.all([store.get('keys', sealKeyKey(named)), store.get('ledger', sealKey(named))]);
  if (!key || !item) return undefined;
  const plain = Buffer.from(await vault.openForTenant(named.tenantId, sealKeyItem.parse(key).wrapped), 'base64url');
  return sealedPerson.parse(JSON.parse(unseal(plain, about(named), sealItem.parse(item).sealed).toString('utf8')));
}

/** Nothing of the person can be read any more by anybody. */
export const sealDestroyed = (named: NamedDeletion): readonly Write[] => [{ table: 'keys', delete: sealKeyKey(named) }, { table: 'ledger', delete: sealKey(named) }];
