import { createHash, randomBytes } from 'node:crypto';
import type { KeyWrapper } from '../../lambdas/adapters/key-wrapper.ts';
import { KEY_BYTES, seal, unseal } from '../../lambdas/domain/sealing.ts';

const master = createHash('sha256').update('the master key of the tests').digest();

/** KMS in memory: a key wrapped for one tenant cannot be unwrapped for another. */
export const memoryKeyWrapper = (onUse: (what: 'makes a key' | 'unwraps') => void = () => undefined): KeyWrapper => ({
  newKey: (tenantId) => {
    onUse('makes a key');
    const plain = randomBytes(KEY_BYTES);
    return Promise.resolve({ plain, wrapped: seal(master, [tenantId], plain) });
  },
  unwrap: (tenantId, wrapped) => {
    onUse('unwraps');
    return unwrapped(tenantId, wrapped);
  },
});

function unwrapped(tenantId: string, wrapped: string): Promise<Buffer> {
  try {
    return Promise.resolve(unseal(master, [tenantId], wrapped));
  } catch {
    return Promise.reject(Object.assign(new Error('not wrapped for this tenant by this key'), { name: 'InvalidCiphertextException' }));
  }
}
