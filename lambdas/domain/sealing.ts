import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1';
export const KEY_BYTES = 32;

/** AES-256-GCM; whom and what the text is about is authenticated with it, so that it cannot be moved elsewhere. */
export function seal(key: Buffer, about: readonly string[], plain: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(JSON.stringify(about)));
  return [FORMAT, Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')].join('.');
}

/** @throws when the text was altered, is about something else or is sealed under another key */
export function unseal(key: Buffer, about: readonly string[], sealed: string): Buffer {
  const [format, text = ''] = sealed.split('.');
  if (format !== FORMAT) throw new Error('sealed text of an unknown format');
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(JSON.stringify(about)));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
}

/** A key of its own for one purpose: what is derived for one is useless for another. */
export const derivedKey = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES));

export const keyedHash = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url');
