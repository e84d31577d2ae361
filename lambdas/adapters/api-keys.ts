import * as z from 'zod/mini';
import { hashOf } from '../domain/bearer-token.ts';
import { permissions, type Permission } from '../domain/role.ts';
import { apiKeyKey, created, type Subject } from './identity.ts';
import type { Item, Write } from './store.ts';

const apiKeyItem = z.object({
  apiKeyId: z.string(),
  /** What its owner calls it, sealed like everything that a person writes. */
  label: z.string(),
  /** What it was made for; what its owner does not hold any more, it does not give either. */
  permissions: z.array(z.enum(permissions)),
  createdAt: z.string(), lastUsedAt: z.optional(z.string()), expiresAt: z.optional(z.number()),
});
export type ApiKey = z.infer<typeof apiKeyItem>;
export const parseApiKey = (item: Item): ApiKey => apiKeyItem.parse(item);

export interface NewApiKey { readonly apiKeyId: string; readonly label: string; readonly permissions: readonly Permission[]; readonly now: Date; readonly expires?: Date | undefined }

/** Only the hash of its secret is stored. */
export const apiKeyMade = (subject: Subject, secret: Buffer, { apiKeyId, label, permissions: given, now, expires }: NewApiKey): Write => created(apiKeyKey(subject, hashOf(secret)), {
  apiKeyId, label, permissions: [...given], createdAt: now.toISOString(), ...(expires && { expiresAt: Math.floor(expires.getTime() / 1000) }),
});

export const isValid = ({ expiresAt }: ApiKey, now: Date): boolean => expiresAt === undefined || expiresAt * 1000 > now.getTime();
