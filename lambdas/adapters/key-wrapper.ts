import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { requiredSetting } from '../kit/settings.ts';

/** Makes and unwraps tenant keys; the master key itself never leaves KMS. */
export interface KeyWrapper {
  newKey(tenantId: string): Promise<{ plain: Buffer; wrapped: string }>;
  unwrap(tenantId: string, wrapped: string): Promise<Buffer>;
}

/** The encryption context may appear in trails: it holds the tenant's id and nothing of any person. */
const contextOf = (tenantId: string) => ({ purpose: 'tenant-key', tenantId });

export function kmsKeyWrapper(client = new KMSClient({ maxAttempts: 3 }), keyId: () => string = () => requiredSetting('TENANT_KEYS_MASTER')): KeyWrapper {
  return {
    async newKey(tenantId) {
      const { Plaintext, CiphertextBlob } = await client.send(
        new GenerateDataKeyCommand({ KeyId: keyId(), KeySpec: 'AES_256', EncryptionContext: contextOf(tenantId) }));
      if (!Plaintext || !CiphertextBlob) throw new Error('KMS answered without a data key');
      return { plain: Buffer.from(Plaintext), wrapped: Buffer.from(CiphertextBlob).toString('base64') };
    },
    async unwrap(tenantId, wrapped) {
      const { Plaintext } = await client.send(
        new DecryptCommand({ KeyId: keyId(), CiphertextBlob: Buffer.from(wrapped, 'base64'), EncryptionContext: contextOf(tenantId) }));
      if (!Plaintext) throw new Error('KMS answered without a key');
      return Buffer.from(Plaintext);
    },
  };
}
