import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { hashOf } from '../domain/bearer-token.ts';
import { permissions, type Permission } from '../domain/role.ts';
import { fullPage } from './pages.ts';
import { apiKeyKey, created, userPartition, type Subject } from './identity.ts';
import { allOf, anyOf, equal, missing, whenPresent, type Item, type Page, type Store, type Write } from './store.ts';
import type { PersonKey } from './vault.ts';

const apiKeyItem = z.object({
  apiKeyId: z.string(),
  /** What its owner calls it, sealed like everything that a person writes. */
  label: z.string(),
  /** What it was made for; what its owner does not hold any more, it does not give either. */
  permissions: z.array(z.enum(permissions)),
  createdAt: z.string(), lastUsedAt: z.optional(z.string()), expiresAt: z.optional(z.number()),
  /** The account's of when it was made. */
  epoch: z._default(z.number(), 0),
});
export type ApiKey = z.infer<typeof apiKeyItem>;
export const parseApiKey = (item: Item): ApiKey => apiKeyItem.parse(item);

export interface NewApiKey { readonly apiKeyId: string; readonly label: string; readonly permissions: readonly Permission[]; readonly epoch: number; readonly now: Date; readonly expires?: Date | undefined }

/** Only the hash of its secret is stored. */
export const apiKeyMade = (subject: Subject, secret: Buffer, { apiKeyId, label, permissions: given, epoch, now, expires }: NewApiKey): Write => created(apiKeyKey(subject, hashOf(secret)), {
  apiKeyId, label, permissions: [...given], epoch, createdAt: now.toISOString(), ...(expires && { expiresAt: Math.floor(expires.getTime() / 1000) }),
});

/** Neither too old nor of an epoch that has ended. */
export const isValid = (apiKey: ApiKey, epoch: number, now: Date): boolean => apiKey.epoch === epoch && (apiKey.expiresAt === undefined || apiKey.expiresAt * 1000 > now.getTime());

export const newApiKeyId = (): string => `key_${randomBytes(16).toString('base64url')}`;
/** Derived from the person's own key, so that a repeated request is given the same answer and nothing secret is stored for it. */
export const apiKeySecret = (key: PersonKey, apiKeyId: string): Buffer => key.secret(`api-key ${apiKeyId}`);

interface ApiKeys { readonly epoch: number; readonly now: Date; readonly limit: number; readonly cursor?: string | undefined }
/** Those that are valid still, in no order that means anything. */
export const readApiKeys = (store: Store, subject: Subject, { epoch, now, ...page }: ApiKeys): Promise<Page> => fullPage(page, (limit, cursor) => store.query({
  table: 'identity', pk: userPartition(subject), skBeginsWith: 'API_KEY#', limit, ...(cursor !== undefined && { cursor }),
  filter: allOf(equal('epoch', epoch), anyOf(missing('expiresAt'), { attribute: 'expiresAt', is: '>', value: Math.floor(now.getTime() / 1000) })),
}));

/** Fails where there is none any more. */
export const apiKeyRevoked = (subject: Subject, secret: Buffer): Write => ({ table: 'identity', delete: apiKeyKey(subject, hashOf(secret)), if: whenPresent });
