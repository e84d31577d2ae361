import { randomBytes } from 'node:crypto';

/** What of a person's business record is her own words. */
export interface SealedRecord { readonly title: string }

export const newRecordId = (): string => `rec_${randomBytes(16).toString('base64url')}`;
