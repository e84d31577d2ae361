import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Signer } from '../../lambdas/adapters/signer.ts';

const { privateKey: ofTheTests } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

/** KMS in memory: one key that signs, for all worlds of a test file. */
export const memorySigner = (onUse: (what: 'signs' | 'tells its key') => void = () => undefined, privateKey: KeyObject = ofTheTests): Signer => ({
  sign: (message) => {
    onUse('signs');
    return Promise.resolve(sign('sha256', Buffer.from(message), privateKey).toString('base64'));
  },
  publicKey: () => {
    onUse('tells its key');
    return Promise.resolve(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string);
  },
});
