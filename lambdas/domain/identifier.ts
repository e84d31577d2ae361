import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';

/** Ids stand in keys, names of executions and addresses: never a `#`, never a dot, at most 64 characters. */
export const identifier = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** An id that may be made of others: a run's, or whatever else events are about. */
export const compositeIdentifier = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/));

export const newEventId = (): string => randomUUID();
export const newUserId = (): string => `usr_${randomBytes(16).toString('base64url')}`;
