import { createPublicKey, verify } from 'node:crypto';
import type { KeyWrapper } from '../../lambdas/adapters/key-wrapper.ts';
import type { Signer } from '../../lambdas/adapters/signer.ts';
import { KEY_BYTES } from '../../lambdas/domain/sealing.ts';
import { describeContract, type UnlikeAws } from './contract.ts';

export const TAMPERED = 'a wrapped key of which a part was changed is none any more';

/** The master key: whoever has what is wrapped under it has nothing without it. */
export function describeKeyWrapperContract(name: string, make: () => KeyWrapper, unlikeAws: UnlikeAws = {}): void {
  describeContract(`the wrapper of keys (${name})`, unlikeAws, (keeps) => {
    keeps('a key is wrapped and comes back as it was', async () => {
      const { plain, wrapped } = await make().newKey('demo');
      expect(plain).toHaveLength(KEY_BYTES);
      expect(Buffer.from(wrapped, 'base64').includes(plain)).toBe(false);
      expect((await make().unwrap('demo', wrapped)).equals(plain)).toBe(true);
    });

    keeps('every key is another one', async () => {
      const [one, other] = [await make().newKey('demo'), await make().newKey('demo')];
      expect(one.plain.equals(other.plain)).toBe(false);
      expect(one.wrapped).not.toBe(other.wrapped);
    });

    keeps('what was wrapped for one tenant is refused to another', async () => {
      const { wrapped } = await make().newKey('demo');
      await expect(make().unwrap('other', wrapped)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    });

    keeps('what nobody has wrapped is refused', async () => {
      await expect(make().unwrap('demo', Buffer.from('no key of ours').toString('base64'))).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    });

    keeps(TAMPERED, async () => {
      const { wrapped } = await make().newKey('demo');
      const at = wrapped.length - 6;
      await expect(make().unwrap('demo', `${wrapped.slice(0, at)}${wrapped[at] === 'A' ? 'B' : 'A'}${wrapped.slice(at + 1)}`)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    });
  });
}

/** The key that signs: others verify without us. */
export function describeSignerContract(name: string, make: () => Signer): void {
  const verified = async (message: string, signature: string): Promise<boolean> => verify('sha256', Buffer.from(message), await make().publicKey(), Buffer.from(signature, 'base64'));

  describeContract(`the signer (${name})`, {}, (keeps) => {
    keeps('what it signs, its public key verifies, of any length', async () => {
      for (const message of ['', '证书', 'x'.repeat(10_000)]) expect(await verified(message, await make().sign(message))).toBe(true);
    });

    keeps('a signature of something else does not pass', async () => {
      expect(await verified('other', await make().sign('one'))).toBe(false);
    });

    keeps('its key is one on P-256, in PEM, and stays the same', async () => {
      const pem = await make().publicKey();
      expect(createPublicKey(pem).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
      expect(await make().publicKey()).toBe(pem);
    });
  });
}
