import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { requiredSetting } from '../kit/settings.ts';

/** Signs what others can verify without us: the private key never leaves where it is. */
export interface Signer {
  /** ECDSA on P-256 over SHA-256; DER, base64. */
  sign(message: string): Promise<string>;
  /** PEM. */
  publicKey(): Promise<string>;
}

const LINE = 64;
const pemOf = (der: Uint8Array): string => {
  const lines = Buffer.from(der).toString('base64').match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
};

export function kmsSigner(client = new KMSClient({ maxAttempts: 3 }), keyId: () => string = () => requiredSetting('CERTIFICATE_KEY')): Signer {
  return {
    // KMS takes messages of 4 KB at most, and digests of any.
    async sign(message) {
      const digest = createHash('sha256').update(message).digest();
      const { Signature } = await client.send(new SignCommand({ KeyId: keyId(), Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }));
      if (!Signature) throw new Error('KMS answered without a signature');
      return Buffer.from(Signature).toString('base64');
    },
    async publicKey() {
      const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId() }));
      if (!PublicKey) throw new Error('KMS answered without a public key');
      return pemOf(PublicKey);
    },
  };
}
