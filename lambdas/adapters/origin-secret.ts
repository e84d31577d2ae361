import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { requiredSetting } from '../kit/settings.ts';

/** By which the API knows a request that came through the distribution and its firewall. Read once per container. */
export interface OriginSecret { read(): Promise<string> }

export function originSecret(client = new SecretsManagerClient({ maxAttempts: 3 }), secretId: () => string = () => requiredSetting('ORIGIN_SECRET')): OriginSecret {
  let known: Promise<string> | undefined;
  const read = async (): Promise<string> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId() }));
    if (!SecretString) throw new Error('the origin secret is empty');
    return SecretString;
  };
  return {
    read: () => (known ??= read().catch((error: unknown) => {
      known = undefined;
      throw error;
    })),
  };
}
